import type { Signal } from "./signal.ts";
import type { Situation } from "./situation.ts";
import type { Votes } from "./text.ts";

const SEEDS = 50;
const SHOWN = 3;

/**
 * Whether the organisation works with those whose documents resemble the ask: a walk of two steps that starts at one
 * of the fifty organisations with the most votes, goes to one of its documents, and from there to another member.
 */
export function circleSignal(situation: Situation, { votes }: Votes, circleOf?: readonly string[]): Signal {
  const { corpus } = situation;
  const { members, documentsOf } = corpus;
  const seeds = circleOf ? namedSeeds(situation, circleOf) : seedsOf(situation, votes);
  const reached = new Float64Array(corpus.organisations.length);

  const chances = new Map<number, number>();
  for (const { seed, chance } of seeds) {
    const documents = seen(
      situation,
      documentsOf.items.subarray(documentsOf.start[seed]!, documentsOf.start[seed + 1]!),
    );
    for (const document of documents) {
      chances.set(document, (chances.get(document) ?? 0) + chance / documents.length);
    }
  }
  for (const [document, chance] of chances) {
    const [start, end] = [members.start[document]!, members.start[document + 1]!];
    if (end - start < 2) continue;
    for (let at = start; at < end; at++) reached[members.items[at]!]! += chance / (end - start - 1);
  }
  let most = 0;
  for (const chance of reached) if (chance > most) most = chance;

  return {
    name: "circle",
    value: (organisation) => (most > 0 ? reached[organisation]! / most : 0),
    reason(organisation, share) {
      const own = new Set(
        seen(
          situation,
          documentsOf.items.subarray(documentsOf.start[organisation]!, documentsOf.start[organisation + 1]!),
        ),
      );
      const through = seeds
        .filter(({ seed }) => seed !== organisation)
        .map(({ seed, chance }) => {
          let joint = 0;
          for (let at = documentsOf.start[seed]!; at < documentsOf.start[seed + 1]!; at++) {
            if (own.has(documentsOf.items[at]!)) joint++;
          }
          return { id: corpus.organisations[seed]!.id, share: joint * chance };
        })
        .filter(({ share: part }) => part > 0)
        .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
      const total = through.reduce((sum, { share: part }) => sum + part, 0);
      return {
        signal: "circle",
        share,
        organisations: through.slice(0, SHOWN).map(({ id, share: part }) => ({ id, share: part / total })),
      };
    },
  };
}

function seedsOf({ seesOrganisation }: Situation, votes: Float64Array) {
  const order: number[] = [];
  for (let at = 0; at < votes.length; at++) if (votes[at]! > 0 && seesOrganisation(at)) order.push(at);
  order.sort((a, b) => votes[b]! - votes[a]! || a - b);
  const top = order.slice(0, SEEDS);
  const total = top.reduce((sum, at) => sum + votes[at]!, 0);
  return top.map((seed) => ({ seed, chance: votes[seed]! / total }));
}

function namedSeeds({ corpus, seesOrganisation }: Situation, named: readonly string[]) {
  const seeds = named
    .map((id) => corpus.organisationAt.get(id))
    .filter((at) => at !== undefined && seesOrganisation(at));
  return seeds.map((seed) => ({ seed: seed!, chance: 1 / seeds.length }));
}

const seen = ({ seesDocument }: Situation, documents: Int32Array) => [...documents].filter(seesDocument);
