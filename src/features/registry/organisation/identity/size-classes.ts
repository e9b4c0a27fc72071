/** `sme`: a small or medium enterprise whose class the source does not tell. */
export const SIZE_CLASSES = ["micro", "small", "medium", "large", "sme"] as const;
