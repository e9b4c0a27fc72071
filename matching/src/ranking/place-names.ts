import type { TextInput } from "../text/index.ts";
import type { Organisation } from "./types.ts";

/** Organisations by the names of where they are, folded. */
export function placeNamesOf(organisations: readonly Organisation[]): Map<string, number[]> {
  const named = new Map<string, number[]>();
  for (const [at, { placeNames = [] }] of organisations.entries()) {
    for (const name of new Set(placeNames.map((one) => wordsOf(one).join(" ")))) {
      if (name === "") continue;
      const list = named.get(name);
      if (list) list.push(at);
      else named.set(name, [at]);
    }
  }
  return named;
}

/** Whose place is named in the text, by which name (the first that is). */
export function placesNamed(
  names: ReadonlyMap<string, readonly number[]>,
  text: TextInput,
): Map<number, string> {
  const found = new Map<number, string>();
  const tried = new Set<string>();
  for (const field of typeof text === "string" ? [text] : Object.values(text)) {
    const words = wordsOf(field ?? "");
    for (const [i, word] of words.entries()) {
      for (const name of [word, `${word} ${words[i + 1]}`]) {
        if (tried.has(name)) continue;
        tried.add(name);
        for (const at of names.get(name) ?? []) if (!found.has(at)) found.set(at, name);
      }
    }
  }
  return found;
}

/** Words without case and accents. */
const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
