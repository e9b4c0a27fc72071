import type { Note } from "../../../core/note.ts";
import type { Graph } from "../../graph/graph.ts";
import { groundedInverse } from "./cholesky.ts";
import { solver } from "./conjugate-gradient.ts";

/** Up to here all potentials at once by Cholesky, above by conjugate gradients. */
export const DENSE_UP_TO = 2_000;

/**
 * Hands over, node after node, the potentials of all when one unit enters there and leaves somewhere else: at the ground, or
 * spread over all. Only differences along a row matter, and for them it is the same. Returns whether all settled.
 */
export function eachPotential(
  graph: Graph,
  use: (node: number, potentials: Float64Array) => void,
  denseUpTo = DENSE_UP_TO,
): boolean {
  if (graph.size <= denseUpTo) {
    groundedInverse(graph).forEach((row, v) => {
      use(v, row);
    });
    return true;
  }
  const solve = solver(graph);
  const currents = new Float64Array(graph.size);
  const potentials = new Float64Array(graph.size);
  let settled = true;
  for (let v = 0; v < graph.size; v++) {
    currents.fill(-1 / graph.size);
    currents[v]! += 1;
    settled = solve(currents, potentials) && settled;
    use(v, potentials);
  }
  return settled;
}

export const unsettled = (): Note => ({
  code: "not-converged",
  text: "Not all currents settled: conductances differ by too many orders of magnitude.",
});
