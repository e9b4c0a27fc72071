import { normal, type Random } from "../core/random.ts";
import { tridiagonalEigen } from "./tridiagonal.ts";

/** Multiplies a vector by a symmetric matrix; what it returns may be written over by the next call. */
export type Operator = (x: Float64Array) => Float64Array;

/** The largest eigenvalue apart from the known ones with its vector (of norm 1), and the one after it. */
export type Leading = {
  values: number[];
  vector: Float64Array;
  steps: number;
  /** ‖A v - λ v‖ of the first pair, as it follows from the recurrence. */
  residual: number;
};

export type LanczosOptions = {
  /** Orthonormal eigenvectors that are known already: the search stays orthogonal to them. */
  known: readonly Float64Array[];
  /** Entries outside the support of the matrix are zero here. */
  start: Float64Array;
  /** Dimensions of the support, without the known vectors. */
  dimensions: number;
  tolerance?: number;
  mostSteps?: number;
};

/** The second eigenvalue is only reported, not its vector: its error is the square of this over the gap. */
const LOOSE = 1e-6;
const NOTHING = 1e-14;

/**
 * The leading eigenpair of a symmetric matrix of norm at most 1 beside known ones, by Lanczos' method with full reorthogonalisation:
 * no copies of eigenvalues turn up, and the residual can be trusted to the last digits. `undefined` where nothing is left to search.
 *
 * O(steps · cost of one product + steps² · length).
 *
 * B. N. Parlett, The Symmetric Eigenvalue Problem (1998), chapter 13.
 */
export function lanczos(apply: Operator, options: LanczosOptions): Leading | undefined {
  const { known, start, dimensions, tolerance = 1e-13, mostSteps = 300 } = options;
  const most = Math.min(dimensions, mostSteps);
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let next = start.slice();
  const before = Math.sqrt(dot(next, next));
  clear(next, known);
  let length = normalise(next);
  if (most < 1 || !(length > 1e-10 * before)) return undefined;
  for (let check = 4; ; ) {
    const v = next;
    basis.push(v);
    next = apply(v).slice();
    diagonal.push(dot(next, v));
    // Twice is enough: the second time takes away what rounding left of the first.
    for (let again = 0; again < 2; again++) {
      clear(next, known);
      clear(next, basis);
    }
    length = normalise(next);
    const steps = basis.length;
    const last = steps >= most || length < NOTHING;
    if (last || steps >= check) {
      const { values, vectors } = tridiagonalEigen(diagonal, beside, "last");
      const residual = length * Math.abs(vectors[0]![0]!);
      const loose = steps > 1 ? length * Math.abs(vectors[1]![0]!) : 0;
      if (last || (residual <= tolerance && loose <= LOOSE)) {
        const vector = combine(basis, tridiagonalEigen(diagonal, beside).vectors[0]!);
        return { values: Array.from(values.subarray(0, 2)), vector, steps, residual };
      }
      check = steps + Math.max(2, steps >> 3);
    }
    beside.push(length);
  }
}

/** A vector in all directions of the support, the same for the same seed. */
export const scattered = (support: ArrayLike<number>, random: Random): Float64Array =>
  Float64Array.from(support, (weight) => (weight > 0 ? normal(random) : 0));

export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

/** Takes the directions of orthonormal vectors out of `x`. */
function clear(x: Float64Array, vectors: readonly Float64Array[]) {
  for (const v of vectors) {
    const part = dot(x, v);
    for (let i = 0; i < x.length; i++) x[i]! -= part * v[i]!;
  }
}

/** Makes the norm 1 where there is one; returns what it was. */
export function normalise(x: Float64Array): number {
  const length = Math.sqrt(dot(x, x));
  if (length > 0) for (let i = 0; i < x.length; i++) x[i]! /= length;
  return length;
}

function combine(basis: readonly Float64Array[], weights: Float64Array): Float64Array {
  const x = new Float64Array(basis[0]!.length);
  basis.forEach((v, k) => {
    for (let i = 0; i < x.length; i++) x[i]! += weights[k]! * v[i]!;
  });
  normalise(x);
  return x;
}
