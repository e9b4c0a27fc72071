import { explainTerms } from "../explain-terms.ts";
import type { Signal } from "./signal.ts";
import type { Situation } from "./situation.ts";

const DOCUMENTS_SHOWN = 3;

/** What the near documents say for those who stand behind them. */
export type Votes = {
  /** Organisations that stand behind a near document, in ascending order. */
  voted: Int32Array;
  /** Sums of similarities, of their squares, and of similarities per square root of all documents. */
  votes: Float64Array;
  squares: Float64Array;
  usual: Float64Array;
  /** How well the profiles fit, as a part of the best; of those that fit at all. */
  profile: ReadonlyMap<number, number>;
  most: { votes: number; squares: number; usual: number };
};

export function votesOf(situation: Situation): Votes {
  const { corpus, near, eligible, count } = situation;
  const size = corpus.organisations.length;
  const [votes, squares, usual] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const { start, items } = corpus.members;
  const seen: number[] = [];
  for (const [i, document] of near.documents.entries()) {
    const similarity = near.similarity[i]!;
    for (let at = start[document]!; at < start[document + 1]!; at++) {
      const organisation = items[at]!;
      if (votes[organisation] === 0) seen.push(organisation);
      votes[organisation]! += similarity;
      squares[organisation]! += similarity * similarity;
    }
  }
  const voted = Int32Array.from(seen).sort();
  const most = { votes: 0, squares: 0, usual: 0 };
  for (const organisation of voted) {
    usual[organisation] = votes[organisation]! / Math.sqrt(1 + count(organisation));
    if (!eligible(organisation)) continue;
    most.votes = Math.max(most.votes, votes[organisation]!);
    most.squares = Math.max(most.squares, squares[organisation]!);
    most.usual = Math.max(most.usual, usual[organisation]!);
  }
  return { voted, votes, squares, usual, profile: profilesNear(situation), most };
}

const PROFILES = 1000;

/** BM25 of the profiles that fit best, less that of the first left out, as parts of the best. */
function profilesNear({ corpus, ask, eligible }: Situation): Map<number, number> {
  const found = new Map<number, number>();
  if (!corpus.profiles) return found;
  const hits = corpus.profiles
    .search(ask.text, { limit: corpus.organisations.length })
    .map(({ id, score }) => ({ at: corpus.organisationAt.get(id) ?? -1, score }))
    .filter(({ at, score }) => score > 0 && at >= 0 && eligible(at));
  const floor = hits[PROFILES]?.score ?? 0;
  const range = (hits[0]?.score ?? 0) - floor;
  if (range > 0) for (const { at, score } of hits.slice(0, PROFILES)) found.set(at, (score - floor) / range);
  return found;
}

/**
 * How far the organisation's documents resemble the ask. Each of the near documents votes for those who stand behind
 * it; the values are parts of the most that anybody eligible has.
 */
export function textSignal(situation: Situation, { votes, squares, usual, profile, most }: Votes): Signal {
  const { corpus, ask, near } = situation;
  const part = (value: number, all: number) => (all > 0 ? Math.min(1, value / all) : 0);
  return {
    name: "text",
    parts: (organisation) => [
      part(votes[organisation]!, most.votes),
      part(squares[organisation]!, most.squares),
      part(usual[organisation]!, most.usual),
      profile.get(organisation) ?? 0,
    ],
    reason(organisation, share) {
      const documents: { id: string; share: number }[] = [];
      for (const [i, document] of near.documents.entries()) {
        if (documents.length === DOCUMENTS_SHOWN || near.similarity[i] === 0) break;
        if (!isMember(situation, document, organisation)) continue;
        documents.push({
          id: corpus.documents[document]!.id,
          share: near.similarity[i]! / votes[organisation]!,
        });
      }
      const { id } = corpus.organisations[organisation]!;
      // Who has no document that is near is here for the words of its profile.
      const terms =
        documents.length > 0 || !corpus.profiles
          ? explainTerms(corpus.text, ask.text, documents)
          : explainTerms(corpus.profiles, ask.text, [{ id, share: 1 }]);
      return { signal: "text", share, terms, documents };
    },
  };
}

function isMember({ corpus: { members } }: Situation, document: number, organisation: number): boolean {
  const end = members.start[document + 1]!;
  for (let at = members.start[document]!; at < end; at++) if (members.items[at] === organisation) return true;
  return false;
}
