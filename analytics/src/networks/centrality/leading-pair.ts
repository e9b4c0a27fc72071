import { symmetricEigen } from "../../core/eigen.ts";
import { Matrix } from "../../core/matrix.ts";
import { addScaled, dot, norm, type Operator, scale } from "./operator.ts";

/** The greatest eigenvalue, its eigenvector of norm 1, and the next eigenvalue as far as it was seen. */
export type LeadingPair = { value: number; next: number; vector: Float64Array; converged: boolean };

const STEPS = 48;
const CHECKED = 12;
const MOST_RESTARTS = 100;
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
  for (;;) {
    basis.push(next);
    const q = next;
    next = new Float64Array(size);
    multiply(q, next);
    diagonal.push(dot(q, next));
    for (let pass = 0; pass < 2; pass++) for (const other of basis) addScaled(next, -dot(next, other), other);
    const length = norm(next);
    beside.push(length);
    const isClosed = length <= 1e-14 * Math.max(...diagonal.map(Math.abs), ...beside);
    if (isClosed || basis.length % CHECKED === 0 || basis.length === size) {
      const pair = ritz(basis, diagonal, beside);
      if (isClosed || pair.converged || basis.length >= STEPS || basis.length === size)
        return isClosed ? { ...pair, converged: true } : pair;
    }
    scale(next, 1 / length);
  }
}

function ritz(basis: Float64Array[], diagonal: number[], beside: number[]): LeadingPair {
  const k = basis.length;
  const small = new Matrix(k, k);
  for (let i = 0; i < k; i++) {
    small.values[i * k + i] = diagonal[i]!;
    if (i > 0) small.values[i * k + i - 1] = beside[i - 1]!;
  }
  const { values, vectors } = symmetricEigen(small);
  const vector = new Float64Array(basis[0]!.length);
  basis.forEach((q, i) => {
    addScaled(vector, vectors.at(i, 0), q);
  });
  const sign = vector.reduce((a, b) => a + b, 0) < 0 ? -1 : 1;
  scale(vector, sign / norm(vector));
  // Rounding leaves some zeros a little below.
  for (let v = 0; v < vector.length; v++) vector[v] = Math.max(0, vector[v]!);
  const residual = Math.abs(beside[k - 1]! * vectors.at(k - 1, 0));
  return {
    value: values[0]!,
    next: k > 1 ? values[1]! : Number.NEGATIVE_INFINITY,
    vector,
    converged: residual <= TOLERANCE * Math.abs(values[0]!),
  };
}
