import { AnalyticsError } from "../../core/error.ts";
import type { Note } from "../../core/note.ts";
import { seeded } from "../../core/random.ts";
import { mean } from "../../core/statistics.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import { type LinkScoreOptions, scorerOf } from "./link-prediction.ts";

export type LinkEvaluation = {
  /** Of each period but the last, how well it foretells the next; `NaN` where no tie, or every possible one, is new. */
  auc: Float64Array;
  /** How many ties were new in the next period, among pairs without one. */
  newLinks: Int32Array;
  /** Over the periods for which it is known. */
  mean: number;
  notes: Note[];
};

/**
 * How well scores foretell new ties, period by period: each graph is only scored with what it knows itself, and compared with
 * the next. The area under the ROC curve is the probability that a pair that became tied had a higher score than one that
 * did not (equal scores count half): 0.5 is guessing, 1 is perfect.
 *
 * Pairs already tied are left out. All graphs need the same nodes in the same order. Above `mostPairs` pairs without a new
 * tie, a share of these is drawn at random, which a note says. O(periods × (nodes² + Σ degree²)).
 *
 * J. A. Hanley, B. J. McNeil, "The meaning and use of the area under a receiver operating characteristic curve", Radiology
 * 143 (1982), 29–36.
 *
 * @example
 * const before = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2]] });
 * const after = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [0, 2]] });
 * evaluateLinks([before, after], { by: "commonNeighbours" }).mean; // 1
 */
export function evaluateLinks(
  periods: readonly Graph[],
  options: LinkScoreOptions & { mostPairs?: number; seed?: number } = {},
): LinkEvaluation {
  const { mostPairs = 2_000_000, seed = 1 } = options;
  if (!Array.isArray(periods)) checkGraph(periods);
  periods.forEach((graph, t) => {
    checkGraph(graph);
    if (t > 0) refuseOthers(periods[0]!, graph, t);
  });
  const random = seeded(seed);
  const steps = Math.max(0, periods.length - 1);
  const auc = new Float64Array(steps);
  const newLinks = new Int32Array(steps);
  const notes: Note[] = [];
  for (let t = 0; t < steps; t++) {
    const now = periods[t]!;
    const next = periods[t + 1]!.undirected();
    const n = now.size;
    const share = Math.min(1, mostPairs / Math.max(1, (n * (n - 1)) / 2));
    if (share < 1)
      notes.push({
        code: "sampled",
        text: `Period ${t}: ${(100 * share).toPrecision(2)} % of the pairs without a new tie were drawn at random.`,
      });
    const tied: number[] = [];
    const others: number[] = [];
    const scorer = scorerOf(now, options);
    const soon = new Int32Array(n).fill(-1);
    for (let a = 0; a < n; a++) {
      const scores = scorer.from(a);
      for (const b of next.neighbours(a)) soon[b] = a;
      for (let b = a + 1; b < n; b++) {
        if (scorer.tied(b)) continue;
        if (soon[b] === a) tied.push(scores[b]!);
        else if (share === 1 || random() < share) others.push(scores[b]!);
      }
    }
    newLinks[t] = tied.length;
    auc[t] = areaUnderCurve(tied, Float64Array.from(others).sort());
  }
  return { auc, newLinks, mean: mean(auc), notes };
}

function areaUnderCurve(positive: readonly number[], negative: Float64Array): number {
  if (positive.length === 0 || negative.length === 0) return Number.NaN;
  let won = 0;
  for (const score of positive) {
    const below = countBelow(negative, score, false);
    won += below + (countBelow(negative, score, true) - below) / 2;
  }
  return won / (positive.length * negative.length);
}

/** How many of a sorted list are below a value, or, `orEqual`, not above it. */
function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function refuseOthers(first: Graph, graph: Graph, t: number) {
  const same =
    first.size === graph.size && first.names?.every((name, v) => graph.names?.[v] === name) !== false;
  if (same) return;
  throw new AnalyticsError(
    "shape",
    `The graph of period ${t} has other nodes than that of period 0`,
    "Give every period the same nodes in the same order; one without ties yet may be isolated.",
  );
}
