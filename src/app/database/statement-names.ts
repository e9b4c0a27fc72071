import { createHash } from "node:crypto";

const OFTEN = 4;
/** Each name costs memory in every connection that has used it. */
const MOST_NAMES = 250;
const MOST_COUNTED = 5_000;

const counts = new Map<string, number>();
const names = new Map<string, string>();

/**
 * What is asked again and again is planned once per connection: planning takes the database several times as long as most answers.
 * A text with values of its own, or a list that is longer each time, comes too seldom to get a name. Who asks is read from the
 * transaction's settings at each run, so that a plan made for one asker shows another nothing else.
 */
export function statementName(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined) return name;
  if (names.size >= MOST_NAMES) return undefined;
  const count = (counts.get(text) ?? 0) + 1;
  if (count < OFTEN) {
    if (counts.size >= MOST_COUNTED) counts.clear();
    counts.set(text, count);
    return undefined;
  }
  counts.delete(text);
  const made = createHash("sha256").update(text).digest("base64url").slice(0, 24);
  names.set(text, made);
  return made;
}
