import type { Contents } from "./contents.ts";
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
 * by being asked. Gives its features of each kind when asked for them.
 */
export function readQuery(
  { lexicon, pairs, spaces }: Contents,
  texts: readonly { field: Field; text: string }[],
  language: { told: Language | undefined; otherwise: Language },
): (kind: FeatureKind) => QueryPart {
  const read = texts.map(({ field, text }) => {
    const tokens = tokensOf(text);
    return { field, tokens, votes: votesOf(tokens) };
  });
  const all = LANGUAGES.map((_, i) => read.reduce((sum, { votes }) => sum + votes[i]!, 0));
  const parts = read.map(({ field, tokens, votes }) => {
    const chosen = language.told ?? ahead(votes, 2) ?? ahead(all) ?? language.otherwise;
    return {
      amount: field.quarters / 4,
      ngrams: field.ngrams,
      tokens: withoutStopWords(tokens, chosen),
      language: chosen,
    };
  });
  const readers: Record<FeatureKind, (builder: PartBuilder) => void> = {
    words(builder) {
      for (const { amount, tokens, language } of parts)
        for (const token of tokens)
          for (const word of wordsOf(token)) {
            const { feature, key } = featureOf(lexicon, word, language);
            builder.count(feature, key, amount, token!.written);
          }
    },
    bigrams(builder) {
      for (const { amount, tokens, language } of parts) {
        let before: { written: string; key: string; feature: number } | undefined;
        for (const token of tokens) {
          if (!token) before = undefined;
          for (const word of token?.sequence ?? []) {
            const { feature, key } = featureOf(lexicon, word, language);
            const { written } = token!;
            if (before) {
              const isKnown = feature !== NO_FEATURE && before.feature !== NO_FEATURE;
              const pair = pairs && isKnown ? pairs.find(before.feature, feature) : NO_FEATURE;
              builder.count(pair, `${before.key} ${key}`, amount, `${before.written} ${written}`);
            }
            before = { written, key, feature };
          }
        }
      }
    },
    ngrams(builder) {
      // n-grams get their numbers when documents are taken apart, which asking for their space does.
      if (spaces.ngrams.size === 0) return;
      for (const { amount, ngrams, tokens } of parts)
        for (const token of ngrams ? tokens : [])
          for (const word of wordsOf(token))
            for (const code of ngramsOf(word))
              builder.count(lexicon.ngramTable.find(code, 0), String(code), amount, token!.written);
    },
  };
  return (kind) => {
    const builder = new PartBuilder();
    readers[kind](builder);
    return builder.part;
  };
}

function featureOf(lexicon: Lexicon, word: string, language: Language): { feature: number; key: string } {
  const feature = lexicon.findFeature(word, language);
  return { feature, key: feature === NO_FEATURE ? stem(word, language) : String(feature) };
}

const wordsOf = (token: Token | undefined): readonly string[] => {
  if (!token) return [];
  return token.whole === undefined ? token.sequence : [token.whole, ...token.sequence];
};

const withoutStopWords = (tokens: readonly (Token | undefined)[], language: Language) =>
  tokens.map((token) => {
    if (!token) return undefined;
    const { written, sequence, whole } = token;
    const isKept = (word: string) => !isStopWord(word, language);
    return {
      written,
      sequence: sequence.filter(isKept),
      whole: whole !== undefined && isKept(whole) ? whole : undefined,
    };
  });

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
