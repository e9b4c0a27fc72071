import type { Graph } from "../../graph/graph.ts";

const TOLERANCE = 1e-13;
const MOST_ITERATIONS = 20_000;

/** Finds potentials for currents that enter and leave (adding up to 0); says whether they settled. */
export type Solver = (currents: Float64Array, potentials: Float64Array) => boolean;

/**
 * Potentials of a large circuit, by conjugate gradients scaled by each node's conductance: O(iterations × edges) for each
 * pattern of currents, where iterations grow with how stretched the circuit is. They add up to 0.
 *
 * M. R. Hestenes and E. Stiefel, "Methods of Conjugate Gradients for Solving Linear Systems", Journal of Research of the
 * National Bureau of Standards 49 (1952), 409–436.
 */
export function solver(graph: Graph): Solver {
  const { starts, nodes, weights } = graph.out;
  const { size } = graph;
  const conductance = new Float64Array(size);
  for (let v = 0; v < size; v++)
    for (let k = starts[v]!; k < starts[v + 1]!; k++) conductance[v]! += weights[k]!;
  const rest = new Float64Array(size);
  const direction = new Float64Array(size);
  const image = new Float64Array(size);
  return (currents, potentials) => {
    potentials.fill(0);
    rest.set(currents);
    let scaled = 0;
    for (let v = 0; v < size; v++) {
      direction[v] = rest[v]! / conductance[v]!;
      scaled += rest[v]! * direction[v]!;
    }
    const goal = scaled * TOLERANCE * TOLERANCE;
    let k = 0;
    while (scaled > goal && k++ < MOST_ITERATIONS) {
      let curvature = 0;
      for (let v = 0; v < size; v++) {
        let total = conductance[v]! * direction[v]!;
        for (let i = starts[v]!; i < starts[v + 1]!; i++) total -= weights[i]! * direction[nodes[i]!]!;
        image[v] = total;
        curvature += total * direction[v]!;
      }
      const step = scaled / curvature;
      let next = 0;
      for (let v = 0; v < size; v++) {
        potentials[v]! += step * direction[v]!;
        rest[v]! -= step * image[v]!;
        next += (rest[v]! * rest[v]!) / conductance[v]!;
      }
      const kept = next / scaled;
      for (let v = 0; v < size; v++) direction[v] = rest[v]! / conductance[v]! + kept * direction[v]!;
      scaled = next;
    }
    let mean = 0;
    for (let v = 0; v < size; v++) mean += potentials[v]! / size;
    for (let v = 0; v < size; v++) potentials[v]! -= mean;
    return scaled <= goal;
  };
}
