import type { Feature } from "../access/feature.ts";

/** Everything the house can do. A capability that is not on this list does not exist. */
export const FEATURES: readonly Feature[] = [];
