import { tridiagonalEigen } from "../../engine/tridiagonal.ts";
import { addScaled, dot, norm, type Operator, scale } from "./operator.ts";

/** The greatest eigenvalue, its eigenvector of norm 1, and the next eigenvalue as far as it was seen. */
export type LeadingPair = { value: number; next: number; vector: Float64Array; converged: boolean };

/** So many vectors are kept at once; then the search begins anew from the best there is. */
const STEPS = 80;
const MOST_RESTARTS = 10;
const TOLERANCE = 1e-13;

/**
 * The leading eigenpair of a symmetric operator without negative entries, by restarted Lanczos with full
 * reorthogonalisation from the vector of ones. The eigenvector has no negative entry either (Perron and Frobenius); where the
 * greatest eigenvalue is there several times, it is the part of the ones in its space.
 *
 * Golub and Van Loan, Matrix Computations (4th ed., 2013), section 10.1.
 */
export function leadingPair(size: number, multiply: Operator): LeadingPair {
  let start: Float64Array = new Float64Array(size).fill(1);
  for (let restart = 0; ; restart++) {
    const found = lanczos(size, multiply, start);
    if (found.converged || restart === MOST_RESTARTS) return found;
    start = found.vector;
  }
}

function lanczos(size: number, multiply: Operator, start: Float64Array): LeadingPair {
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let next = start.slice();
  scale(next, 1 / norm(next));
  for (let check = 6; ; ) {
    basis.push(next);
    const q = next;
    next = new Float64Array(size);
    multiply(q, next);
    diagonal.push(dot(q, next));
    for (let pass = 0; pass < 2; pass++) for (const other of basis) addScaled(next, -dot(next, other), other);
    const length = norm(next);
    beside.push(length);
    const isClosed = length <= 1e-14 * Math.max(...diagonal.map(Math.abs), ...beside);
    const isLast = isClosed || basis.length === STEPS || basis.length === size;
    if (isLast || basis.length === check) {
      const { values, vectors } = tridiagonalEigen(diagonal, beside);
      const residual = length * Math.abs(vectors[0]!.at(-1)!);
      const converged = isClosed || residual <= TOLERANCE * Math.abs(values[0]!);
      if (isLast || converged)
        return {
          value: values[0]!,
          next: values[1] ?? Number.NEGATIVE_INFINITY,
          vector: combine(basis, vectors[0]!),
          converged,
        };
      check += Math.max(2, check >> 3);
    }
    scale(next, 1 / length);
  }
}

function combine(basis: Float64Array[], shares: Float64Array): Float64Array {
  const vector = new Float64Array(basis[0]!.length);
  basis.forEach((q, i) => {
    addScaled(vector, shares[i]!, q);
  });
  const sign = vector.reduce((a, b) => a + b, 0) < 0 ? -1 : 1;
  scale(vector, sign / norm(vector));
  // Rounding leaves some zeros a little below.
  for (let v = 0; v < vector.length; v++) vector[v] = Math.max(0, vector[v]!);
  return vector;
}
