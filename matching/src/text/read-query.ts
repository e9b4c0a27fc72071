import type { PairTable } from "../core/pair-table.ts";
import type { Field } from "./fields.ts";
import { ahead, hintOf, LANGUAGES, type Language } from "./language.ts";
import { isStopWord, type Lexicon, NO_FEATURE } from "./lexicon.ts";
import { ngramsOf } from "./ngrams.ts";
import { PartBuilder, type QueryPart } from "./query.ts";
import { Scanner } from "./scan.ts";
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
    let before = "";
    let featureBefore = NO_FEATURE;
    for (const token of tokens) {
      if (!token) {
        before = "";
        continue;
      }
      const { written, sequence, whole } = token;
      const words = whole === undefined ? sequence : [whole, ...sequence];
      for (const word of words) {
        if (isStopWord(word, chosen)) continue;
        const feature = lexicon.findFeature(word, chosen);
        if (feature === NO_FEATURE) builders.words.countUnseen(word, amount);
        else builders.words.count(feature, amount, written);
        if (field.ngrams)
          for (const code of ngramsOf(word)) {
            const ngram = lexicon.ngramTable.find(code, 0);
            if (ngram < 0) builders.ngrams.countUnseen(String(code), amount);
            else builders.ngrams.count(ngram, amount, written);
          }
        if (!bigrams || word === whole) continue;
        if (before !== "") {
          const pair =
            feature === NO_FEATURE || featureBefore === NO_FEATURE
              ? -1
              : bigrams.find(featureBefore, feature);
          if (pair < 0) builders.bigrams.countUnseen(`${before} ${word}`, amount);
          else builders.bigrams.count(pair, amount, `${before} ${written}`);
        }
        before = written;
        featureBefore = feature;
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
    const written = text.slice(scanner.starts[at], scanner.ends[at]);
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
