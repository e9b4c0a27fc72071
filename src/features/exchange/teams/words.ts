/** Kinds of organisations, as in the registry. */
export const ORGANISATION_KINDS = [
  "enterprise",
  "research",
  "authority",
  "development",
  "association",
  "finance",
  "service",
  "inventor",
] as const;
