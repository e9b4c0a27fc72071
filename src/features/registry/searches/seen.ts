import { createHash } from "node:crypto";

const BYTES = 8;
/** What was found once and is not found today is remembered too, up to this many, so that it is not news when it comes back. */
const MOST_KEPT = 20_000;

/** Eight bytes for one result, which mean nothing outside this search. */
export const markOf = (searchId: string, resultId: string): Buffer =>
  createHash("sha256").update(`${searchId}/${resultId}`).digest().subarray(0, BYTES);

/** The results that were never found before. */
export function unseen(searchId: string, results: readonly string[], seen: Buffer): string[] {
  const known = marksIn(seen);
  return results.filter((id) => !known.has(markOf(searchId, id).toString("hex")));
}

/** Today's results first, then earlier ones as far as there is room. */
export function remembered(searchId: string, results: readonly string[], seen: Buffer | null): Buffer {
  const marks = new Set(results.map((id) => markOf(searchId, id).toString("hex")));
  for (const mark of marksIn(seen ?? Buffer.alloc(0))) marks.add(mark);
  return Buffer.from([...marks].slice(0, MOST_KEPT).join(""), "hex");
}

function marksIn(seen: Buffer): Set<string> {
  const marks = new Set<string>();
  for (let at = 0; at + BYTES <= seen.length; at += BYTES) marks.add(seen.toString("hex", at, at + BYTES));
  return marks;
}
