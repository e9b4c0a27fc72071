import type { PairTable } from "../core/pair-table.ts";
import type { Field } from "./fields.ts";
import { ahead, hintOf, LANGUAGES, type Language } from "./language.ts";
import { isStopWord, type Lexicon, NO_FEATURE } from "./lexicon.ts";
import { ngramsOf } from "./ngrams.ts";
import { PartBuilder, type QueryPart } from "./query.ts";
import { Scanner } from "./scan.ts";
import { stem } from "./stem.ts";
import type { FeatureKind } from "./types.ts";
import { partsOf } from "./words.ts";

type Token = { written: string; sequence: readonly string[]; whole: string | undefined };

/**
 * Reads a question without leaving anything of it in the lexicon: what somebody asks is nobody else's business, and an index does not grow
 * by being asked.
 */
export function readQuery(
  lexicon: Lexicon,
  bigrams: PairTable | undefined,
  texts: readonly { field: Field; text: string }[],
  language: { told: Language | undefined; otherwise: Language },
): Record<FeatureKind, QueryPart> {
  const read = texts.map(({ field, text }) => {
    const tokens = tokensOf(text);
    return { field, tokens, votes: votesOf(tokens) };
  });
  const votes = LANGUAGES.map((_, i) => read.reduce((sum, { votes }) => sum + votes[i]!, 0));
  const builders = { words: new PartBuilder(), bigrams: new PartBuilder(), ngrams: new PartBuilder() };
  for (const { field, tokens, votes: own } of read) {
    const chosen = language.told ?? ahead(own, 2) ?? ahead(votes) ?? language.otherwise;
    const amount = field.quarters / 4;
    let before: { written: string; key: string; feature: number } | undefined;
    for (const token of tokens) {
      if (!token) {
        before = undefined;
        continue;
      }
      const { written, sequence, whole } = token;
      for (const word of whole === undefined ? sequence : [whole, ...sequence]) {
        if (isStopWord(word, chosen)) continue;
        const feature = lexicon.findFeature(word, chosen);
        const key = feature === NO_FEATURE ? stem(word, chosen) : String(feature);
        builders.words.count(feature, key, amount, written);
        if (field.ngrams)
          for (const code of ngramsOf(word))
            builders.ngrams.count(lexicon.ngramTable.find(code, 0), String(code), amount, written);
        if (!bigrams || word === whole) continue;
        if (before) {
          const isKnown = feature !== NO_FEATURE && before.feature !== NO_FEATURE;
          const pair = isKnown ? bigrams.find(before.feature, feature) : NO_FEATURE;
          builders.bigrams.count(pair, `${before.key} ${key}`, amount, `${before.written} ${written}`);
        }
        before = { written, key, feature };
      }
    }
  }
  return { words: builders.words.part, bigrams: builders.bigrams.part, ngrams: builders.ngrams.part };
}

/** The words of a text; `undefined` where words stop being neighbours. */
function tokensOf(text: string): (Token | undefined)[] {
  const scanner = new Scanner();
  scanner.read(text);
  return Array.from({ length: scanner.count }, (_, at) => {
    const written = scanner.word(at);
    return written === "" ? undefined : { written, ...partsOf(written) };
  });
}

function votesOf(tokens: readonly (Token | undefined)[]): number[] {
  const votes = LANGUAGES.map(() => 0);
  for (const token of tokens)
    for (const word of token?.sequence ?? [])
      for (const [i, hint] of hintOf(word).entries()) votes[i]! += hint;
  return votes;
}
