import { createHash } from "node:crypto";

/** By this a form says which terms were read: they may be others by the time it comes back. */
export const digestOf = (terms: string): string => createHash("sha256").update(terms).digest("hex");
