import { symmetricEigen } from "../core/eigen.ts";
import { Matrix } from "../core/matrix.ts";
import type { Presence } from "../core/presence.ts";
import { seeded } from "../core/random.ts";

/**
 * The leading eigenvalues of N Nᵀ with N = D^-½ M U^-½ (the largest is 1), and for the second one the unit vectors of both
 * sides, N v = √λ u and Nᵀ u = √λ v. `u` is `NaN` where the second eigenvalue is 0 or there is none.
 */
export type Pair = {
  u: Float64Array;
  v: Float64Array;
  eigenvalues: Float64Array;
  iterations: number;
  converged: boolean;
};

/** Up to here the whole matrix is decomposed, which also finds eigenvalues that occur twice. */
const SMALL = 48;
/** Where a residual counts as nothing: the last digits of a vector of length 1. */
const SETTLED = 1e-14;
const NOTHING = 1e-12;

/**
 * Decomposes a presence without empty rows and columns, on its smaller side, by Lanczos' method with full
 * reorthogonalisation, the known leading vector (the square root of the diversities) taken out beforehand.
 *
 * C. Lanczos, Journal of Research of the National Bureau of Standards 45 (1950), 255–282.
 */
export function secondPair(presence: Presence, count = 3): Pair {
  const turned = presence.rows > presence.columns;
  const smaller = turned ? presence.transpose() : presence;
  const found = decompose(smaller, count);
  const second = found.eigenvalues[1] ?? 0;
  const across = new Float64Array(smaller.columns).fill(Number.NaN);
  if (second > NOTHING) {
    across.fill(0);
    const down = rootsOfInverse(smaller.columnCounts());
    const over = rootsOfInverse(smaller.rowCounts());
    for (let r = 0; r < smaller.rows; r++) {
      const x = found.vector[r]! * over[r]!;
      for (const c of smaller.of(r)) across[c]! += x;
    }
    for (let c = 0; c < across.length; c++) across[c]! *= down[c]! / Math.sqrt(second);
  } else found.vector.fill(Number.NaN);
  const { vector, ...rest } = found;
  return turned ? { u: across, v: vector, ...rest } : { u: vector, v: across, ...rest };
}

type Found = Omit<Pair, "u" | "v"> & { vector: Float64Array };

function decompose(presence: Presence, count: number): Found {
  const n = presence.rows;
  if (n <= SMALL) return whole(presence, count);
  const wanted = Math.min(count, n) - 1;
  const multiply = product(presence);
  const basis: Float64Array[] = [leading(presence)];
  const alpha: number[] = [];
  const beta: number[] = [];
  let next = fresh(basis, n);
  // Looking costs more with every step, so it is done after ever more of them.
  let look = 8;
  for (;;) {
    const q = next;
    basis.push(q);
    const image = multiply(q);
    alpha.push(dot(image, q));
    clear(image, basis);
    const length = Math.sqrt(dot(image, image));
    const steps = alpha.length;
    const isExhausted = steps === n - 1;
    if (isExhausted || steps >= look || length < SETTLED) {
      look = Math.ceil(1.3 * steps);
      const { values, vectors } = symmetricEigen(tridiagonal(alpha, beta));
      const settled = Math.min(wanted, steps);
      let worst = 0;
      for (let k = 0; k < settled; k++) worst = Math.max(worst, length * Math.abs(vectors.at(steps - 1, k)));
      const isDone = isExhausted || (steps >= wanted && worst < SETTLED);
      if (isDone || steps >= MOST_STEPS)
        return {
          vector: combine(basis, vectors.column(0), n),
          eigenvalues: Float64Array.of(1, ...values.subarray(0, wanted)),
          iterations: steps,
          converged: isDone,
        };
    }
    // An invariant part is used up: what is left of the space is orthogonal to it.
    const isBroken = length < SETTLED;
    beta.push(isBroken ? 0 : length);
    next = isBroken ? fresh(basis, n) : scaled(image, 1 / length);
  }
}

const MOST_STEPS = 400;

function whole(presence: Presence, count: number): Found {
  const n = presence.rows;
  const multiply = product(presence);
  const matrix = new Matrix(n, n);
  const first = leading(presence);
  for (let i = 0; i < n; i++) {
    const unit = new Float64Array(n);
    unit[i] = 1;
    matrix.row(i).set(multiply(unit));
    // The leading pair is known: taken out, so that another eigenvalue of 1 cannot mix with it.
    for (let j = 0; j < n; j++) matrix.values[i * n + j]! -= TAKEN_OUT * first[i]! * first[j]!;
  }
  const { values, vectors } = symmetricEigen(matrix);
  return {
    vector: n > 0 ? vectors.column(0) : new Float64Array(0),
    eigenvalues:
      n > 0 ? Float64Array.of(1, ...values.subarray(0, Math.min(count, n) - 1)) : new Float64Array(0),
    iterations: 0,
    converged: true,
  };
}

/** Moves the known eigenvalue from 1 to -1, below all others. */
const TAKEN_OUT = 2;

/** x ↦ N Nᵀ x. */
function product(presence: Presence): (x: Float64Array) => Float64Array {
  const over = rootsOfInverse(presence.rowCounts());
  const down = rootsOfInverse(presence.columnCounts());
  const { rows, columns, starts, indices } = presence;
  const across = new Float64Array(columns);
  return (x) => {
    across.fill(0);
    for (let r = 0; r < rows; r++) {
      const value = x[r]! * over[r]!;
      for (let k = starts[r]!; k < starts[r + 1]!; k++) across[indices[k]!]! += value;
    }
    for (let c = 0; c < columns; c++) across[c]! *= down[c]! * down[c]!;
    const result = new Float64Array(rows);
    for (let r = 0; r < rows; r++) {
      let total = 0;
      for (let k = starts[r]!; k < starts[r + 1]!; k++) total += across[indices[k]!]!;
      result[r] = total * over[r]!;
    }
    return result;
  };
}

const rootsOfInverse = (counts: Int32Array): Float64Array =>
  Float64Array.from(counts, (n) => 1 / Math.sqrt(n));

function leading(presence: Presence): Float64Array {
  return Float64Array.from(presence.rowCounts(), (count) => Math.sqrt(count / presence.size));
}

/** A vector of length 1 that is orthogonal to all of the basis. */
function fresh(basis: readonly Float64Array[], n: number): Float64Array {
  const random = seeded(basis.length);
  const vector = Float64Array.from({ length: n }, () => random() - 0.5);
  clear(vector, basis);
  return scaled(vector, 1 / Math.sqrt(dot(vector, vector)));
}

/** Takes out of a vector, in place, what it has in common with the basis; twice, because once leaves rounding behind. */
function clear(vector: Float64Array, basis: readonly Float64Array[]) {
  for (let pass = 0; pass < 2; pass++)
    for (const q of basis) {
      const part = dot(vector, q);
      for (let i = 0; i < vector.length; i++) vector[i]! -= part * q[i]!;
    }
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

const scaled = (vector: Float64Array, factor: number): Float64Array => vector.map((x) => x * factor);

function tridiagonal(alpha: readonly number[], beta: readonly number[]): Matrix {
  const n = alpha.length;
  const matrix = new Matrix(n, n);
  alpha.forEach((value, i) => {
    matrix.values[i * n + i] = value;
    if (i + 1 < n) {
      matrix.values[i * n + i + 1] = beta[i]!;
      matrix.values[(i + 1) * n + i] = beta[i]!;
    }
  });
  return matrix;
}

/** The vector of the large space; the basis begins with the known leading vector, which has no part in it. */
function combine(basis: readonly Float64Array[], parts: Float64Array, n: number): Float64Array {
  const vector = new Float64Array(n);
  parts.forEach((part, k) => {
    const q = basis[k + 1]!;
    for (let i = 0; i < n; i++) vector[i]! += part * q[i]!;
  });
  return vector;
}
