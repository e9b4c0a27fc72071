export interface LinkState {
  expiresAt: Date;
  usedAt: Date | null;
}

/** Used links tell what was done, to who still holds the role; expired ones tell nothing, like those that never were. */
export const stateOf = (link: LinkState, now: Date): "open" | "used" | "gone" =>
  link.usedAt ? "used" : link.expiresAt > now ? "open" : "gone";

/** Whoever took a link in hand and did not finish within this time has fallen over. */
export const CLAIM_MS = 60_000;
