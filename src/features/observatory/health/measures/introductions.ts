import { distances, type Graph, leiden, linkScores } from "@kontor/analytics";
import { graphOf, type HealthNetwork } from "../graph.ts";
import { LEIDEN } from "./picture.ts";

/** What two who have no link could talk about, and why it matters that they do. */
export interface Proposal {
  from: string;
  to: string;
  /** How many steps they are apart today; `null` when no way leads from one to the other. */
  steps: number | null;
  /** Who has no link at all. */
  alone: string[];
  /** Sizes of the two parts that would become one; `null` when they are in the same part. */
  joins: [number, number] | null;
  /** Whether they belong to different communities. */
  across: boolean;
  /** Competences both have, the rarest in the cluster first. */
  competences: string[];
  /** Who is linked with both. */
  contacts: string[];
  /** Resource allocation: how likely their contacts make it that they will be linked anyway. */
  likely: number;
  /** By how much the mean closeness of all actors grows, after the proposals before it. */
  gain: number;
}

export interface Introductions {
  /** Mean of 1 / steps over all pairs of actors, 0 where no way leads: today, and when all proposals are taken. */
  efficiency: { before: number; after: number } | null;
  proposals: Proposal[];
}

export interface Grounds {
  /** By actor: the codes of its competences. */
  competences: readonly (readonly string[])[];
  /** Whether something one of the two keeps from the other speaks against bringing them together. */
  walled: (a: number, b: number) => boolean;
}

export const MOST_PROPOSALS = 20;
const MOST_EACH = 2;
/** Of what the first proposal gains. */
const LEAST_SHARE = 0.1;
const MOST_CANDIDATES = 4_000;

interface Candidate {
  from: number;
  to: number;
  fit: number;
  competences: string[];
}

/**
 * The introductions that would close most gaps: of all pairs without a link who have something to talk about (a competence few others
 * have, or a common contact), the one whose link would bring the actors nearest together; then, as if it were there, the next.
 *
 *     E = 1 / n(n - 1)  ·  sum over pairs of  1 / steps(s, t)
 *
 * V. Latora, M. Marchiori, "Efficient Behavior of Small-World Networks", Physical Review Letters 87 (2001), 198701. Nobody is in more
 * than two proposals: a facilitator has many members to look after.
 */
export function introductions(network: HealthNetwork, year: number, grounds: Grounds): Introductions {
  const graph = graphOf(network, year);
  const n = graph.size;
  if (n < 3) return { efficiency: null, proposals: [] };
  const steps = stepsBetween(graph);
  const now = efficiency(steps, n);
  const start = Float64Array.from(steps);
  const { communities } = leiden(graph, LEIDEN);
  const partSizes = sizesOfParts(start, n);
  const open = candidates(graph, grounds);
  const taken = new Map<number, number>();
  const proposals: Proposal[] = [];
  const chosen: Candidate[] = [];
  let reached = now;
  while (proposals.length < MOST_PROPOSALS) {
    const best = bestOf(
      open.filter(
        (pair) =>
          !chosen.includes(pair) &&
          (taken.get(pair.from) ?? 0) < MOST_EACH &&
          (taken.get(pair.to) ?? 0) < MOST_EACH,
      ),
      steps,
      n,
    );
    if (!best) break;
    link(steps, n, best.from, best.to);
    const after = efficiency(steps, n);
    // What closes hardly a gap is left to chance.
    if (after - reached < LEAST_SHARE * (proposals[0]?.gain ?? 0) + 1e-9) break;
    chosen.push(best);
    for (const one of [best.from, best.to]) taken.set(one, (taken.get(one) ?? 0) + 1);
    const apart = start[best.from * n + best.to]!;
    proposals.push({
      from: network.actors[best.from]!.id,
      to: network.actors[best.to]!.id,
      steps: Number.isFinite(apart) ? apart : null,
      alone: [best.from, best.to]
        .filter((one) => graph.neighbours(one).length === 0)
        .map((one) => network.actors[one]!.id),
      joins: Number.isFinite(apart) ? null : [partSizes[best.from]!, partSizes[best.to]!],
      across: communities[best.from] !== communities[best.to],
      competences: best.competences.slice(0, 3),
      contacts: commonOf(graph, best.from, best.to)
        .slice(0, 3)
        .map((one) => network.actors[one]!.id),
      likely: 0,
      gain: after - reached,
    });
    reached = after;
  }
  const likely = linkScores(
    graph,
    chosen.map(({ from, to }) => [from, to]),
  );
  return {
    efficiency: { before: now, after: reached },
    proposals: proposals.map((proposal, i) => ({ ...proposal, likely: likely[i]! })),
  };
}

function stepsBetween(graph: Graph): Float64Array {
  const rows = distances(graph);
  const all = new Float64Array(graph.size * graph.size);
  for (let i = 0; i < graph.size; i++) all.set(rows.row(i), i * graph.size);
  return all;
}

/** Of each actor the number of those it can reach, itself among them. */
const sizesOfParts = (steps: Float64Array, n: number) =>
  Array.from({ length: n }, (_, i) => steps.subarray(i * n, i * n + n).filter(Number.isFinite).length);

function efficiency(steps: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < steps.length; i++) if (steps[i]! > 0) sum += 1 / steps[i]!;
  return sum / (n * (n - 1));
}

/** Pairs without a link that have a ground, the fittest if there are too many. */
function candidates(graph: Graph, { competences, walled }: Grounds): Candidate[] {
  const n = graph.size;
  const holders = new Map<string, number[]>();
  competences.forEach((codes, actor) => {
    for (const code of codes) holders.set(code, [...(holders.get(code) ?? []), actor]);
  });
  // What every third has is no ground for two of them to meet.
  const rare = [...holders].filter(([, actors]) => actors.length > 1 && actors.length <= Math.max(3, n / 3));
  const pairs = new Map<number, Candidate>();
  const pairOf = (a: number, b: number) => {
    const [from, to] = a < b ? [a, b] : [b, a];
    const known = pairs.get(from * n + to) ?? { from, to, fit: 0, competences: [] };
    pairs.set(from * n + to, known);
    return known;
  };
  for (const [code, actors] of rare.sort((a, b) => a[1].length - b[1].length || (a[0] < b[0] ? -1 : 1))) {
    for (let i = 0; i < actors.length; i++)
      for (let j = i + 1; j < actors.length; j++) {
        const pair = pairOf(actors[i]!, actors[j]!);
        pair.fit += Math.log(n / actors.length);
        if (pair.competences.length < 3) pair.competences.push(code);
      }
  }
  for (let middle = 0; middle < n; middle++) {
    const around = graph.neighbours(middle);
    for (let i = 0; i < around.length; i++)
      for (let j = i + 1; j < around.length; j++) pairOf(around[i]!, around[j]!).fit += 1 / around.length;
  }
  return [...pairs.values()]
    .filter(({ from, to }) => !graph.leads(from, to) && !walled(from, to))
    .sort((a, b) => b.fit - a.fit || a.from - b.from || a.to - b.to)
    .slice(0, MOST_CANDIDATES);
}

/** So many steps a choice may take: in small networks every candidate is tried, in large ones those that promise most. */
const MOST_STEPS = 2e7;

/** The pair whose link brings all nearest together; of equal ones the fitter, which stands first. */
function bestOf(open: readonly Candidate[], steps: Float64Array, n: number): Candidate | null {
  const promising = open
    .map((pair) => ({
      pair,
      promise: nearer(steps, n, pair.from, pair.to) + nearer(steps, n, pair.to, pair.from),
    }))
    .filter(({ promise }) => promise > 0)
    .sort((a, b) => b.promise - a.promise)
    .slice(0, Math.max(5, Math.floor(MOST_STEPS / (n * n * MOST_PROPOSALS))));
  let best: Candidate | null = null;
  let most = 0;
  for (const { pair } of promising) {
    const value = gainOf(steps, n, pair.from, pair.to);
    if (value > most + 1e-9) {
      best = pair;
      most = value;
    }
  }
  return best;
}

/** By how much a link shortens the ways of all, as a sum over pairs. */
function gainOf(steps: Float64Array, n: number, a: number, b: number): number {
  let sum = 0;
  for (let s = 0; s < n; s++) {
    const [toA, toB] = [steps[s * n + a]!, steps[s * n + b]!];
    // Who is as near to both gains nothing.
    if (toA === toB) continue;
    for (let t = 0; t < n; t++) {
      const over = Math.min(toA + 1 + steps[b * n + t]!, toB + 1 + steps[a * n + t]!);
      const before = steps[s * n + t]!;
      if (over < before) sum += 1 / over - 1 / before;
    }
  }
  return sum;
}

/** What one gains by a link with the other: everybody the other reaches sooner is one step beyond it. */
function nearer(steps: Float64Array, n: number, one: number, other: number): number {
  let sum = 0;
  for (let t = 0; t < n; t++) {
    if (t === one) continue;
    const before = steps[one * n + t]!;
    const after = 1 + steps[other * n + t]!;
    if (after < before) sum += 1 / after - 1 / before;
  }
  return sum;
}

/** With a new link every way may be shorter that leads over it. */
function link(steps: Float64Array, n: number, a: number, b: number): void {
  const toA = Float64Array.from(steps.subarray(a * n, a * n + n));
  const toB = Float64Array.from(steps.subarray(b * n, b * n + n));
  for (let s = 0; s < n; s++)
    for (let t = 0; t < n; t++) {
      const over = Math.min(toA[s]! + 1 + toB[t]!, toB[s]! + 1 + toA[t]!);
      if (over < steps[s * n + t]!) steps[s * n + t] = over;
    }
}

const commonOf = (graph: Graph, a: number, b: number): number[] => {
  const near = new Set(graph.neighbours(a));
  return [...graph.neighbours(b)].filter((one) => near.has(one));
};
