import fc from "fast-check";
import type { TextDocument } from "./types.ts";

const WORDS =
  "hydrogen hydrogens Wasserstoff Wasserstoffspeicher Speicher fuel cell fuel-cell Li-Ion CO2 CO₂ battery batteries the and die und для водород водорода bateria baterii SmartCity 5G ship ships".split(
    " ",
  );

const sentence = fc.array(fc.constantFrom(...WORDS, ". "), { maxLength: 12 }).map((words) => words.join(" "));

/** Small documents that share many words, with one of a few ids. */
export const aDocument: fc.Arbitrary<TextDocument> = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  fields: fc.record({ title: sentence, keywords: sentence, body: sentence }, { requiredKeys: [] }),
});

export const aQuestion = sentence;
