import { AnalyticsError } from "../core/error.ts";
import type { Matrix, Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { square } from "./square.ts";

/** A relation of two activities, by position, `from` being the smaller. */
export type RelatednessEdge = { from: number; to: number; weight: number };

export type ProductSpaceOptions = {
  /** Edges per activity, counted at both ends: 4 unless given. */
  averageDegree?: number;
};

export type ProductSpace = {
  /** Those of the tree first, then the strongest others; each part by falling weight. */
  edges: (RelatednessEdge & { tree: boolean })[];
  /** What came out: more than asked for where the tree alone has more, less where there are too few relations. */
  averageDegree: number;
  notes: Note[];
};

/**
 * The product space as a picture shows it: the maximum spanning tree, so that every activity has its place, and on top of it
 * the strongest other relations until each activity has so many edges on average.
 *
 * Takes a relatedness (activities × activities; where it is not symmetric the larger of the two directions counts) and
 * returns edges. Zeros and unknown relations make no edge; activities that cannot be reached leave a forest instead of a
 * tree, which is said in a note. Of equally strong relations the first by position are taken.
 *
 * O(activities² log activities).
 *
 * C. Hidalgo, B. Klinger, A.-L. Barabási and R. Hausmann, Science 317 (2007), 482–487, supporting material. The tree:
 * R. C. Prim, "Shortest connection networks and some generalizations", Bell System Technical Journal 36 (1957), 1389–1401.
 *
 * @example
 * const related = [[0, 0.9, 0.5], [0.9, 0, 0.4], [0.5, 0.4, 0]];
 * productSpace(related, { averageDegree: 1 }).edges.length; // 2
 */
export function productSpace(relatedness: Table, options: ProductSpaceOptions = {}): ProductSpace {
  const { averageDegree = 4 } = options;
  if (!(averageDegree >= 0))
    throw new AnalyticsError(
      "option",
      `An average degree of ${averageDegree} cannot be`,
      "Give a number from 0.",
    );
  const weights = undirected(square(relatedness, "A relatedness"));
  const n = weights.rows;
  const tree = spanningForest(weights);
  const inTree = new Set(tree.map(({ from, to }) => from * n + to));
  const wanted = Math.max(0, Math.floor((averageDegree * n) / 2) - tree.length);
  const others = strongest(weights, wanted, (from, to) => !inTree.has(from * n + to));
  const edges = [
    ...tree.sort(byWeight).map((edge) => ({ ...edge, tree: true })),
    ...others.map((edge) => ({ ...edge, tree: false })),
  ];
  return { edges, averageDegree: n > 0 ? (2 * edges.length) / n : 0, notes: say(n - tree.length) };
}

/**
 * Relations from a threshold on, as edges by falling weight: the simplest picture of a relatedness.
 *
 * Takes a relatedness (activities × activities; where it is not symmetric the larger of the two directions counts). Zeros and
 * unknown relations make no edge, whatever the threshold. O(activities² log activities).
 *
 * @example
 * thresholdNetwork([[0, 0.6, 0.5], [0.6, 0, 0.4], [0.5, 0.4, 0]], 0.6); // [{ from: 0, to: 1, weight: 0.6 }]
 */
export function thresholdNetwork(relatedness: Table, threshold: number): RelatednessEdge[] {
  const weights = undirected(square(relatedness, "A relatedness"));
  return strongest(weights, Number.POSITIVE_INFINITY, (from, to) => weights.at(from, to) >= threshold);
}

const byWeight = (a: RelatednessEdge, b: RelatednessEdge) =>
  b.weight - a.weight || a.from - b.from || a.to - b.to;

const undirected = (given: Matrix): Matrix =>
  given.map((x, i, j) => {
    const back = given.values[j * given.columns + i]!;
    const weight = Number.isNaN(x) || back > x ? back : x;
    return Number.isNaN(weight) ? 0 : Math.max(weight, 0);
  });

/** Prim's algorithm, started again in each part: one edge less than activities in every part. */
function spanningForest(weights: Matrix): RelatednessEdge[] {
  const n = weights.rows;
  const best = new Float64Array(n);
  const via = new Int32Array(n).fill(-1);
  const isIn = new Uint8Array(n);
  const edges: RelatednessEdge[] = [];
  for (let step = 0; step < n; step++) {
    let next = -1;
    for (let i = 0; i < n; i++) if (isIn[i] === 0 && (next < 0 || best[i]! > best[next]!)) next = i;
    isIn[next] = 1;
    const from = via[next]!;
    if (from >= 0) edges.push({ from: Math.min(from, next), to: Math.max(from, next), weight: best[next]! });
    for (let i = 0, k = next * n; i < n; i++, k++)
      if (isIn[i] === 0 && weights.values[k]! > best[i]!) {
        best[i] = weights.values[k]!;
        via[i] = next;
      }
  }
  return edges;
}

/** The strongest of the edges that are allowed, so many of them. */
function strongest(
  weights: Matrix,
  wanted: number,
  isAllowed: (from: number, to: number) => boolean,
): RelatednessEdge[] {
  const n = weights.rows;
  const least = wanted < (n * (n - 1)) / 2 ? leastOf(weights, wanted, isAllowed) : 0;
  const edges: RelatednessEdge[] = [];
  for (let from = 0; from < n; from++)
    for (let to = from + 1; to < n; to++) {
      const weight = weights.values[from * n + to]!;
      if (weight > 0 && weight >= least && isAllowed(from, to)) edges.push({ from, to, weight });
    }
  return edges.sort(byWeight).slice(0, wanted);
}

/** The weight of the edge that comes last among so many. */
function leastOf(weights: Matrix, wanted: number, isAllowed: (from: number, to: number) => boolean): number {
  if (wanted === 0) return Number.POSITIVE_INFINITY;
  const n = weights.rows;
  const found = new Float64Array((n * (n - 1)) / 2);
  let count = 0;
  for (let from = 0; from < n; from++)
    for (let to = from + 1; to < n; to++) {
      const weight = weights.values[from * n + to]!;
      if (weight > 0 && isAllowed(from, to)) found[count++] = weight;
    }
  return count <= wanted ? 0 : found.subarray(0, count).sort()[count - wanted]!;
}

const say = (parts: number): Note[] =>
  parts > 1
    ? [{ code: "disconnected", text: `The relations fall into ${parts} parts; the tree is a forest.` }]
    : [];
