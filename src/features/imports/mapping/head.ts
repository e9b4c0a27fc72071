import { createHash } from "node:crypto";
import { plain } from "./words.ts";

/** The names of the columns as a short key: the same head means the same next time, wherever its columns stand. */
export const headKey = (head: readonly string[]): string =>
  createHash("sha256").update(head.map(plain).toSorted().join("\u0000")).digest("base64url").slice(0, 43);

/** What was meant by a head, by column name. */
export interface RememberedMapping {
  kind: string;
  targets: Record<string, string | null>;
}
