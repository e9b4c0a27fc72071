import { ok, type Result, refuse } from "../../../../kernel/result.ts";

export type MergeProblem = "not-own" | "unknown-word" | "same-word";

/** An own word of the cluster that the team reads as another one. */
export interface Merge {
  code: string;
  name: string;
  mergedInto: string;
  intoName: string;
  /** Words it went through before, the latest last. */
  via: readonly string[];
}

/**
 * What is stored when one word is merged into another: the word itself, and every word merged into it before goes on with it and
 * remembers through which word it came.
 */
export function merge(
  word: { code: string; name: string },
  into: { code: string; name: string } | undefined,
  earlier: readonly Merge[],
): Result<Merge[], MergeProblem> {
  if (!word.code.startsWith("own:")) return refuse("not-own");
  if (!into) return refuse("unknown-word");
  if (into.code === word.code) return refuse("same-word");
  return ok([
    { ...word, mergedInto: into.code, intoName: into.name, via: [] },
    ...earlier
      .filter((one) => one.mergedInto === word.code)
      .map((one) => ({ ...one, mergedInto: into.code, intoName: into.name, via: [...one.via, word.code] })),
  ]);
}

/** The other way round: the word stands for itself again, and those that came through it are read as it once more. */
export function unmerge(word: Merge, all: readonly Merge[]): Merge[] {
  return all
    .filter((one) => one.code !== word.code && one.via.includes(word.code))
    .map((one) => ({
      ...one,
      mergedInto: word.code,
      intoName: word.name,
      via: one.via.slice(0, one.via.indexOf(word.code)),
    }));
}
