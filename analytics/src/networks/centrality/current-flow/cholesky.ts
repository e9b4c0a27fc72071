import type { Graph } from "../../graph/graph.ts";

/**
 * Potentials of a small circuit, its first node grounded: row s has what each node is at when one unit of current enters at s
 * and leaves at the ground. By Cholesky's decomposition of the grounded Laplacian; k³ / 2 steps and 2 k² numbers for k nodes.
 */
export function groundedInverse(graph: Graph): Float64Array[] {
  const size = graph.size - 1;
  const lower = decompose(laplacian(graph), size);
  const columns = invert(lower, size);
  const rows = Array.from({ length: graph.size }, () => new Float64Array(graph.size));
  for (let a = 0; a < size; a++)
    for (let b = a; b < size; b++) {
      const value = along(columns[a]!, columns[b]!, b, size);
      rows[a + 1]![b + 1] = value;
      rows[b + 1]![a + 1] = value;
    }
  return rows;
}

/** Rows of degrees minus adjacency, without the first node. */
function laplacian(graph: Graph): Float64Array[] {
  const { starts, nodes, weights } = graph.out;
  return Array.from({ length: graph.size - 1 }, (_, r) => {
    const row = new Float64Array(graph.size - 1);
    for (let k = starts[r + 1]!; k < starts[r + 2]!; k++) {
      row[r]! += weights[k]!;
      if (nodes[k]! > 0) row[nodes[k]! - 1]! -= weights[k]!;
    }
    return row;
  });
}

/** In place: A becomes its lower factor L, A = L Lᵀ. */
function decompose(a: Float64Array[], size: number): Float64Array[] {
  for (let i = 0; i < size; i++) {
    const row = a[i]!;
    for (let j = 0; j < i; j++) row[j] = (row[j]! - along(row, a[j]!, 0, j)) / a[j]![j]!;
    row[i] = Math.sqrt(row[i]! - along(row, row, 0, i));
  }
  return a;
}

/** The inverse of a lower factor, by columns: list j holds column j, from place j on. */
function invert(lower: Float64Array[], size: number): Float64Array[] {
  return Array.from({ length: size }, (_, j) => {
    const column = new Float64Array(size);
    column[j] = 1 / lower[j]![j]!;
    for (let i = j + 1; i < size; i++) column[i] = -along(lower[i]!, column, j, i) / lower[i]![i]!;
    return column;
  });
}

function along(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let even = 0;
  let odd = 0;
  let k = from;
  for (; k + 1 < to; k += 2) {
    even += a[k]! * b[k]!;
    odd += a[k + 1]! * b[k + 1]!;
  }
  return k < to ? even + odd + a[k]! * b[k]! : even + odd;
}
