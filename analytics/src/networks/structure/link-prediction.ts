import { AnalyticsError } from "../../core/error.ts";
import { checkWords } from "../../core/one-of.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";

/**
 * How alike two nodes are by their neighbours. With N(a) the neighbours of a and k(a) their number, z over N(a) ∩ N(b):
 *
 *     commonNeighbours        |N(a) ∩ N(b)|
 *     jaccard                 |N(a) ∩ N(b)| / |N(a) ∪ N(b)|      0 where neither has any
 *     adamicAdar              Σ 1 / ln k(z)
 *     resourceAllocation      Σ 1 / k(z)
 *     preferentialAttachment  k(a) k(b)
 *     katz                    Σ_l β^l (walks of length l from a to b), l = 2 … longest
 */
export type LinkScore =
  | "commonNeighbours"
  | "jaccard"
  | "adamicAdar"
  | "resourceAllocation"
  | "preferentialAttachment"
  | "katz";

export type LinkScoreOptions = {
  /** Default "resourceAllocation". */
  by?: LinkScore;
  /** Of "katz": what a longer walk counts for less; default 0.05. */
  beta?: number;
  /** Of "katz": where walks end; default 3. */
  longest?: number;
};

export type LikelyLink = { from: number; to: number; score: number };

/**
 * Scores of given pairs of nodes, for guessing which will be tied next: the higher, the likelier. Directions, weights and
 * self-loops do not count. O(Σ over the first nodes of the degrees of their neighbours).
 *
 * D. Liben-Nowell, J. Kleinberg, "The link-prediction problem for social networks", Journal of the American Society for
 * Information Science and Technology 58 (2007), 1019–1031. T. Zhou, L. Lü, Y.-C. Zhang, "Predicting missing links via local
 * information", European Physical Journal B 71 (2009), 623–630 (resource allocation).
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [0, 3], [3, 2]] });
 * linkScores(graph, [[0, 2]], { by: "resourceAllocation" }); // Float64Array [1]
 */
export function linkScores(
  given: Graph,
  pairs: readonly (readonly [number, number])[],
  options: LinkScoreOptions = {},
): Float64Array {
  checkGraph(given);
  const scorer = scorerOf(given, options);
  const result = new Float64Array(pairs.length);
  const order = Array.from(pairs.keys()).sort((i, j) => pairs[i]![0] - pairs[j]![0]);
  let source = -1;
  let scores: Float64Array = new Float64Array(0);
  for (const i of order) {
    const [a, b] = pairs[i]!;
    given.node(b);
    if (a !== source) scores = scorer.from(given.node(a));
    source = a;
    result[i] = scores[b]!;
  }
  return result;
}

/**
 * The pairs without a tie that score highest, likeliest first; of equal ones the lower nodes first. Pairs that score 0 are
 * not listed. O(nodes² + Σ degree²). See `linkScores`.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 3]] });
 * likelyLinks(graph, { by: "commonNeighbours", most: 1 }); // [{ from: 0, to: 2, score: 1 }]
 */
export function likelyLinks(given: Graph, options: LinkScoreOptions & { most?: number } = {}): LikelyLink[] {
  checkGraph(given);
  const { most = 100 } = options;
  const scorer = scorerOf(given, options);
  let found: LikelyLink[] = [];
  const best = () => found.sort((x, y) => y.score - x.score || x.from - y.from || x.to - y.to).slice(0, most);
  for (let a = 0; a < given.size; a++) {
    const scores = scorer.from(a);
    for (let b = a + 1; b < given.size; b++)
      if (scores[b]! > 0 && !scorer.tied(b)) found.push({ from: a, to: b, score: scores[b]! });
    if (found.length > 4 * most + 1000) found = best();
  }
  return best();
}

/**
 * Scores of one node with all others: `from(a)` gives them in a list that the next call overwrites, `tied(b)` says whether
 * b is a itself or has a tie to it.
 */
export function scorerOf(given: Graph, options: LinkScoreOptions) {
  checkWords(options, {
    by: ["commonNeighbours", "jaccard", "adamicAdar", "resourceAllocation", "preferentialAttachment", "katz"],
  });
  const { by = "resourceAllocation", beta = 0.05, longest = 3 } = options;
  if (!(Number.isInteger(longest) && longest >= 2))
    throw new AnalyticsError(
      "option",
      `Walks of at most ${longest} steps find no new link`,
      "Give a whole number from 2.",
    );
  const { size, out } = given.undirected();
  const { starts, nodes } = out;
  const degree = new Int32Array(size);
  for (let v = 0; v < size; v++)
    for (let k = starts[v]!; k < starts[v + 1]!; k++) if (nodes[k] !== v) degree[v]!++;
  const scores = new Float64Array(size);
  const mark = new Int32Array(size).fill(-1);
  let current = -1;
  const share = Float64Array.from(degree, (k) =>
    by === "adamicAdar" ? 1 / Math.log(k) : by === "resourceAllocation" ? 1 / k : 1,
  );

  function shared(a: number) {
    for (let k = starts[a]!; k < starts[a + 1]!; k++) {
      const z = nodes[k]!;
      if (z === a) continue;
      for (let i = starts[z]!; i < starts[z + 1]!; i++) {
        const b = nodes[i]!;
        if (b !== z && b !== a) scores[b]! += share[z]!;
      }
    }
    if (by === "jaccard")
      for (let b = 0; b < size; b++) if (scores[b]! > 0) scores[b]! /= degree[a]! + degree[b]! - scores[b]!;
  }

  function walks(a: number) {
    let at = new Float64Array(size);
    at[a] = 1;
    for (let l = 1; l <= longest; l++) {
      const next = new Float64Array(size);
      for (let v = 0; v < size; v++) {
        if (at[v] === 0) continue;
        for (let k = starts[v]!; k < starts[v + 1]!; k++)
          if (nodes[k] !== v) next[nodes[k]!]! += beta * at[v]!;
      }
      at = next;
      if (l > 1) for (let v = 0; v < size; v++) scores[v]! += at[v]!;
    }
  }

  return {
    from(a: number): Float64Array {
      scores.fill(0);
      current = a;
      for (let k = starts[a]!; k < starts[a + 1]!; k++) mark[nodes[k]!] = a;
      mark[a] = a;
      if (by === "preferentialAttachment") for (let b = 0; b < size; b++) scores[b] = degree[a]! * degree[b]!;
      else if (by === "katz") walks(a);
      else shared(a);
      return scores;
    },
    tied: (b: number) => mark[b] === current,
  };
}
