import { AnalyticsError } from "../../core/error.ts";
import { type Vector, vector } from "../../core/matrix.ts";
import { oneOf } from "../../core/one-of.ts";
import type { Graph } from "../graph/graph.ts";

/**
 * How long an edge is: "hops" (each 1), "inverse" (1 / weight: strong ties are short), "weight" (the weight is a length
 * already, as of roads), or a list with the length of each edge in the order of the graph's edges.
 */
export type EdgeLength = "hops" | "inverse" | "weight" | Vector;

/**
 * Lengths this near to each other, relative to their size, are equal: 1/3 + 1/6 and 1/2 differ in the last bit of a float,
 * and with them would the number of shortest paths.
 */
export const LENGTH_EPSILON = 1e-10;

/**
 * The length of every edge, or `null` for hops. An edge of weight 0 is infinitely long under "inverse". Refuses negative
 * and unknown lengths, naming the edge.
 */
export function edgeLengths(graph: Graph, length: EdgeLength = "hops"): Float64Array | null {
  if (typeof length === "string") {
    if (oneOf(length, ["hops", "inverse", "weight"], "length") === "hops") return null;
    return length === "weight" ? graph.weights : graph.weights.map((weight) => 1 / weight);
  }
  const lengths = vector(length, graph.edgeCount, "The list of edge lengths");
  lengths.forEach((value, row) => {
    if (value >= 0) return;
    const what = `The length ${value} of edge ${row} from ${graph.from[row]} to ${graph.to[row]}`;
    throw value < 0
      ? new AnalyticsError("negative", `${what} is below zero`, "Lengths start at 0.", { row })
      : new AnalyticsError("not-a-number", `${what} is no length`, "Write Infinity where there is no way.", {
          row,
        });
  });
  return lengths;
}

/** Refuses lengths of 0, with which walks to and fro are as short as the path and shortest paths cannot be counted. */
export function refuseZeroLengths(graph: Graph, lengths: Float64Array) {
  const row = lengths.indexOf(0);
  if (row >= 0)
    throw new AnalyticsError(
      "option",
      `Edge ${row} from ${graph.from[row]} to ${graph.to[row]} has length 0, so that shortest paths cannot be counted`,
      "Join its two nodes into one, or give it a small length.",
      { row },
    );
}
