import type { Classes } from "../corpus.ts";
import type { Signal } from "./signal.ts";
import type { Situation } from "./situation.ts";
import type { Votes } from "./text.ts";

const SEEDS = 50;
const SHOWN = 3;
/** What a joint document counts that is not near, beside one that is nearest. */
const OTHER_MATTER = 0.1;
/** A twentieth of the most is worth a quarter of it: differences among those rarely reached count too. */
const SMALL = 0.05;
/** e to this power is as far above expectation as counts. */
const FAR_ABOVE = 2;

/** Who is reached with less than this part of the highest chance is not proposed for that alone. */
const LEAST_PART = 0.02;

type Seed = { seed: number; chance: number };

/** What walking from the seeds came to; `reached` clearly, in the order of arrival. */
export type Walk = { seeds: Seed[]; reached: Int32Array; chances: Float64Array; matter: Float64Array };

/**
 * A walk of two steps: it starts at one of the fifty organisations with the most votes (or at those that are named),
 * goes to one of its documents, and from there to another member.
 */
export function walkFrom(situation: Situation, votes: Votes, circleOf?: readonly string[]): Walk {
  const { corpus, near, count } = situation;
  const { members } = corpus;
  const seeds = circleOf ? namedSeeds(situation, circleOf) : votedSeeds(situation, votes);
  const ways = new Map<number, number>();
  for (const { seed, chance } of seeds) {
    const each = chance / count(seed);
    for (const document of seen(situation, seed)) ways.set(document, (ways.get(document) ?? 0) + each);
  }
  const similarity = new Map<number, number>();
  for (const [i, document] of near.documents.entries()) similarity.set(document, near.similarity[i]!);

  const size = corpus.organisations.length;
  const [chances, matter] = [new Float64Array(size), new Float64Array(size)];
  const reached: number[] = [];
  for (const [document, way] of ways) {
    const [start, end] = [members.start[document]!, members.start[document + 1]!];
    if (end - start < 2) continue;
    const each = way / (end - start - 1);
    const near = each * (OTHER_MATTER + (similarity.get(document) ?? 0));
    for (let at = start; at < end; at++) {
      const organisation = members.items[at]!;
      if (chances[organisation] === 0) reached.push(organisation);
      chances[organisation]! += each;
      matter[organisation]! += near;
    }
  }
  let most = 0;
  for (const organisation of reached) if (chances[organisation]! > most) most = chances[organisation]!;
  const clearly = reached.filter((organisation) => chances[organisation]! >= LEAST_PART * most);
  return { seeds, reached: Int32Array.from(clearly), chances, matter };
}

/**
 * Whether the organisation works with those whose documents resemble the ask, and is of their kind and country.
 */
export function circleSignal(situation: Situation, votes: Votes, walk: Walk): Signal {
  const { corpus, eligible } = situation;
  const { chances, matter, reached, seeds } = walk;
  let [mostChance, mostMatter] = [0, 0];
  for (const organisation of reached) {
    if (!eligible(organisation)) continue;
    mostChance = Math.max(mostChance, chances[organisation]!);
    mostMatter = Math.max(mostMatter, matter[organisation]!);
  }
  const kind = expectation(situation, votes, corpus.kinds);
  const country = expectation(situation, votes, corpus.countries);
  let behind: Map<number, Seed[]> | undefined;
  const seedsBehind = () => {
    behind ??= seedsByDocument(situation, seeds);
    return behind;
  };
  return {
    name: "circle",
    parts: (organisation) => [
      compressed(chances[organisation]!, mostChance),
      compressed(matter[organisation]!, mostMatter),
      kind(organisation),
      country(organisation),
    ],
    reason(organisation, share) {
      const sums = new Map<number, number>();
      for (const document of seen(situation, organisation)) {
        for (const { seed, chance } of seedsBehind().get(document) ?? []) {
          if (seed !== organisation) sums.set(seed, (sums.get(seed) ?? 0) + chance);
        }
      }
      const through = [...sums]
        .map(([seed, chance]) => ({ id: corpus.organisations[seed]!.id, share: chance }))
        .sort((x, y) => y.share - x.share || (x.id < y.id ? -1 : 1));
      const total = through.reduce((sum, { share: part }) => sum + part, 0);
      return {
        signal: "circle",
        share,
        organisations: through.slice(0, SHOWN).map(({ id, share: part }) => ({ id, share: part / total })),
      };
    },
  };
}

/** Which seeds stand behind each document, with the chance of going there from them. */
function seedsByDocument(situation: Situation, seeds: readonly Seed[]): Map<number, Seed[]> {
  const behind = new Map<number, Seed[]>();
  for (const { seed, chance } of seeds) {
    const way = { seed, chance: chance / situation.count(seed) };
    for (const document of seen(situation, seed)) {
      const list = behind.get(document);
      if (list) list.push(way);
      else behind.set(document, [way]);
    }
  }
  return behind;
}

/** 0..1, rising steeply at first: ln(1 + x/(most/20)) / ln(1 + 20). */
export const compressed = (value: number, most: number) =>
  most > 0 ? Math.min(1, Math.log1p(value / (SMALL * most)) / Math.log1p(1 / SMALL)) : 0;

/**
 * How much more often organisations of a class stand behind near documents than behind all: the logarithm of the
 * ratio, smoothed by the frequency over all, 0 at or below expectation and 1 from e² times on.
 */
function expectation(situation: Situation, { voted, votes }: Votes, classes: Classes) {
  const { of } = classes;
  const all = situation.seesEverything ? classes.documents : countSeen(situation, classes);
  const allTotal = all.reduce((sum, documents) => sum + documents, 0);
  const near = new Float64Array(all.length);
  let nearTotal = 0;
  for (const organisation of voted) {
    if (of[organisation]! < 0) continue;
    near[of[organisation]!]! += votes[organisation]!;
    nearTotal += votes[organisation]!;
  }
  const values = all.map((documents, i) => {
    if (documents === 0 || nearTotal === 0) return 0;
    const usual = documents / allTotal;
    const ratio = (near[i]! / nearTotal + SMOOTHING * usual) / (usual * (1 + SMOOTHING));
    return Math.min(1, Math.max(0, Math.log(ratio) / FAR_ABOVE));
  });
  return (organisation: number) => (of[organisation]! < 0 ? 0 : values[of[organisation]!]!);
}

function countSeen({ corpus, count }: Situation, { of, documents }: Classes): Float64Array {
  const seen = new Float64Array(documents.length);
  for (let organisation = 0; organisation < corpus.organisations.length; organisation++) {
    if (of[organisation]! >= 0) seen[of[organisation]!]! += count(organisation);
  }
  return seen;
}

const SMOOTHING = 0.01;

function votedSeeds({ seesOrganisation }: Situation, { voted, votes }: Votes): Seed[] {
  const top = [...voted]
    .filter(seesOrganisation)
    .sort((a, b) => votes[b]! - votes[a]! || a - b)
    .slice(0, SEEDS);
  const total = top.reduce((sum, at) => sum + votes[at]!, 0);
  return top.map((seed) => ({ seed, chance: votes[seed]! / total }));
}

function namedSeeds({ corpus, seesOrganisation }: Situation, named: readonly string[]): Seed[] {
  const seeds: number[] = [];
  for (const id of named) {
    const at = corpus.organisationAt.get(id);
    if (at !== undefined && seesOrganisation(at)) seeds.push(at);
  }
  return seeds.map((seed) => ({ seed, chance: 1 / seeds.length }));
}

function seen({ corpus: { documentsOf }, seesDocument }: Situation, organisation: number): number[] {
  const own: number[] = [];
  for (let i = documentsOf.start[organisation]!; i < documentsOf.start[organisation + 1]!; i++) {
    const document = documentsOf.items[i]!;
    if (seesDocument(document)) own.push(document);
  }
  return own;
}
