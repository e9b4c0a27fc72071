import { AnalyticsError } from "../../core/error.ts";
import type { Note } from "../../core/note.ts";
import { seeded } from "../../core/random.ts";
import { deviation, mean } from "../../core/statistics.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import { rewired } from "./rewire.ts";

export type NullModelOptions = {
  /** How many random graphs; default 100. */
  draws?: number;
  swapsPerEdge?: number;
  seed?: number;
};

/** One entry per value of the measure (one only, where it gives a number). */
export type NullModel = {
  observed: Float64Array;
  mean: Float64Array;
  deviation: Float64Array;
  /** (observed - mean) / deviation; `NaN` where the measure is the same in all random graphs. */
  z: Float64Array;
  /** The share of graphs, the observed one counted in, with a value as low, and as high, as the observed one. */
  asLow: Float64Array;
  asHigh: Float64Array;
  notes: Note[];
};

/**
 * How far any measure of a graph is from what degrees alone explain: compares it with the same measure in random graphs of the
 * same degrees (see `rewire`). The measure may give one number or one per node. Each random graph is drawn afresh from the
 * observed one; the standard deviation divides by n - 1.
 *
 * O(draws × (edges × swapsPerEdge + the measure)).
 *
 * Maslov and Sneppen (2002), see `rewire`.
 *
 * @example
 * const graph = Graph.from({ nodes: 6, edges: [[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]] });
 * const { z } = nullModel(graph, (g) => modularity(g, [0, 0, 0, 1, 1, 1]), { draws: 50 });
 * z[0] > 1; // true
 */
export function nullModel(
  graph: Graph,
  measure: (graph: Graph) => number | ArrayLike<number>,
  { draws = 100, swapsPerEdge = 10, seed = 1 }: NullModelOptions = {},
): NullModel {
  checkGraph(graph);
  if (!(Number.isInteger(draws) && draws > 1))
    throw new AnalyticsError("option", `${draws} random graphs have no spread`, "Take 2 draws or more.");
  const observed = values(measure(graph));
  const random = seeded(seed);
  const drawn = Array.from({ length: observed.length }, () => new Float64Array(draws));
  for (let s = 0; s < draws; s++) {
    const found = values(measure(rewired(graph, swapsPerEdge, random)));
    for (let i = 0; i < observed.length; i++) drawn[i]![s] = found[i] ?? Number.NaN;
  }
  const means = Float64Array.from(drawn, (list) => mean(list));
  const deviations = Float64Array.from(drawn, (list) => deviation(list, "sample"));
  const same = (i: number) => !(deviations[i]! > 1e-12 * Math.abs(means[i]!));
  const share = (counts: (value: number, seen: number) => boolean) =>
    observed.map((seen, i) =>
      Number.isNaN(seen)
        ? Number.NaN
        : (1 + drawn[i]!.filter((value) => counts(value, seen)).length) / (draws + 1),
    );
  const slack = (seen: number) => 1e-12 * Math.abs(seen);
  const fixed = Array.from(observed.keys()).filter(same);
  return {
    observed,
    mean: means,
    deviation: deviations,
    z: observed.map((seen, i) => (same(i) ? Number.NaN : (seen - means[i]!) / deviations[i]!)),
    asLow: share((value, seen) => value <= seen + slack(seen)),
    asHigh: share((value, seen) => value >= seen - slack(seen)),
    notes:
      fixed.length === 0
        ? []
        : [
            {
              code: "degenerate",
              text: `${fixed.length} of ${observed.length} values are the same in all random graphs and have no z.`,
              positions: fixed,
            },
          ],
  };
}

const values = (found: number | ArrayLike<number>): Float64Array =>
  typeof found === "number" ? Float64Array.of(found) : Float64Array.from(found);
