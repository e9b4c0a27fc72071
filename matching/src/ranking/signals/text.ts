import { explainTerms } from "../explain-terms.ts";
import type { Signal } from "./signal.ts";
import type { Situation } from "./situation.ts";

const DOCUMENTS_SHOWN = 3;

/** The votes of the near documents for those who stand behind them, as a part of the most votes anybody got. */
export type Votes = { votes: Float64Array; most: number };

export function votesOf({ corpus, near }: Situation): Votes {
  const votes = new Float64Array(corpus.organisations.length);
  const { start, items } = corpus.members;
  for (const [i, document] of near.documents.entries()) {
    for (let at = start[document]!; at < start[document + 1]!; at++)
      votes[items[at]!]! += near.similarity[i]!;
  }
  let most = 0;
  for (const vote of votes) if (vote > most) most = vote;
  return { votes, most };
}

/**
 * How far the organisation's documents resemble the ask: each of the near documents votes for those who stand behind
 * it with its similarity; several that are near count more than one that is nearest.
 */
export function textSignal(situation: Situation, { votes, most }: Votes): Signal {
  const { corpus, ask, near } = situation;
  return {
    name: "text",
    value: (organisation) => (most > 0 ? votes[organisation]! / most : 0),
    reason(organisation, share) {
      const documents: { id: string; share: number }[] = [];
      for (const [i, document] of near.documents.entries()) {
        if (documents.length === DOCUMENTS_SHOWN || near.similarity[i] === 0) break;
        if (!isMember(situation, document, organisation)) continue;
        const { id } = corpus.documents[document]!;
        documents.push({ id, share: near.similarity[i]! / votes[organisation]! });
      }
      return { signal: "text", share, terms: explainTerms(corpus, ask.text, documents), documents };
    },
  };
}

function isMember({ corpus: { members } }: Situation, document: number, organisation: number): boolean {
  const end = members.start[document + 1]!;
  for (let at = members.start[document]!; at < end; at++) if (members.items[at] === organisation) return true;
  return false;
}
