export const LINK_TYPES = ["formal", "informal", "industry", "production", "geographic"] as const;
export type LinkType = (typeof LINK_TYPES)[number];

export const LINK_ORIGINS = ["declared", "confirmed", "derived"] as const;
export type LinkOrigin = (typeof LINK_ORIGINS)[number];
