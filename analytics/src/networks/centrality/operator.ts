import type { Adjacency } from "../graph/adjacency.ts";

/** Multiplies a list by the adjacency of one side: into(v) = Σ weight · x(u) over the neighbours u of v. */
export type Operator = (x: Float64Array, into: Float64Array) => void;

/** @param weighted whether edges count by their weight or 1 each. */
export function adjacencyOperator({ starts, nodes, weights }: Adjacency, weighted: boolean): Operator {
  if (weighted)
    return (x, into) => {
      for (let v = 0; v < into.length; v++) {
        let total = 0;
        for (let k = starts[v]!; k < starts[v + 1]!; k++) total += weights[k]! * x[nodes[k]!]!;
        into[v] = total;
      }
    };
  return (x, into) => {
    for (let v = 0; v < into.length; v++) {
      let total = 0;
      for (let k = starts[v]!; k < starts[v + 1]!; k++) total += x[nodes[k]!]!;
      into[v] = total;
    }
  };
}

export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

export const norm = (a: Float64Array): number => Math.sqrt(dot(a, a));

/** a + factor · b, into a. */
export function addScaled(a: Float64Array, factor: number, b: Float64Array) {
  for (let i = 0; i < a.length; i++) a[i]! += factor * b[i]!;
}

export function scale(a: Float64Array, factor: number) {
  for (let i = 0; i < a.length; i++) a[i]! *= factor;
}
