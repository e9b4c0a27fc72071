import { normal, seeded } from "../../core/random.ts";

const STEPS = 80;
const MOST_RESTARTS = 40;

/**
 * The greatest eigenvalue (by sign, not by size) of a symmetric operator and its eigenvector of norm 1, among the vectors at
 * right angles to `away` (each of norm 1, itself an eigenvector). Restarted Lanczos with full reorthogonalisation; `converged` says
 * whether the residual is below `tolerance` of the operator's size (the error of the value is then about the square of that). Only for what is not empty: n > number of `away`.
 *
 * O(restarts × 80 × (cost of the operator + 80 n)). Golub and Van Loan, Matrix Computations (4th ed., 2013), section 10.1.
 */
export function leadingEigen(
  n: number,
  multiply: (x: Float64Array, into: Float64Array) => void,
  { away = [], tolerance = 1e-9 }: { away?: readonly Float64Array[]; tolerance?: number } = {},
): { value: number; vector: Float64Array; converged: boolean } {
  const random = seeded(1);
  let start = Float64Array.from({ length: n }, () => normal(random));
  const steps = Math.min(STEPS, n - away.length);
  let value = 0;
  for (let restart = 0; ; restart++) {
    const found = project(n, multiply, away, start, steps, tolerance);
    value = found.value;
    start = found.vector;
    if (found.residual <= tolerance * found.size) return { value, vector: start, converged: true };
    if (restart === MOST_RESTARTS) return { value, vector: start, converged: false };
  }
}

function project(
  n: number,
  multiply: (x: Float64Array, into: Float64Array) => void,
  away: readonly Float64Array[],
  start: Float64Array,
  steps: number,
  tolerance: number,
) {
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let next = start.slice();
  clear(next, away, basis);
  scaleBy(next, 1 / norm(next));
  while (basis.length < steps) {
    const q = next;
    basis.push(q);
    next = new Float64Array(n);
    multiply(q, next);
    diagonal.push(dot(q, next));
    clear(next, away, basis);
    const length = norm(next);
    beside.push(length);
    // The operator maps what is found so far into itself: there is nothing more to find from here.
    if (length <= 1e-14 * (Math.abs(diagonal[0]!) + (beside[0] ?? 0))) break;
    scaleBy(next, 1 / length);
    if (basis.length % 8 === 0) {
      const soFar = topOfTridiagonal(diagonal, beside);
      if (Math.abs(length * soFar.vector.at(-1)!) <= tolerance * soFar.size) break;
    }
  }
  const top = topOfTridiagonal(diagonal, beside);
  const vector = new Float64Array(n);
  basis.forEach((q, i) => {
    const share = top.vector[i]!;
    for (let v = 0; v < n; v++) vector[v]! += share * q[v]!;
  });
  scaleBy(vector, 1 / norm(vector));
  const last = basis.length - 1;
  const residual = Math.abs(beside[last]! * top.vector[last]!);
  return { value: top.value, vector, residual, size: Math.max(top.size, Number.MIN_VALUE) };
}

/**
 * The greatest eigenvalue of a symmetric tridiagonal matrix, by bisection, and its eigenvector of norm 1, by the twisted
 * factorisation of the matrix less that value. O(k).
 *
 * I. S. Dhillon, B. N. Parlett, "Multiple representations to compute orthogonal eigenvectors of symmetric tridiagonal
 * matrices", Linear Algebra and its Applications 387 (2004), 1–28.
 */
export function topOfTridiagonal(diagonal: readonly number[], beside: readonly number[]) {
  const k = diagonal.length;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (let i = 0; i < k; i++) {
    const around = (i > 0 ? Math.abs(beside[i - 1]!) : 0) + (i < k - 1 ? Math.abs(beside[i]!) : 0);
    low = Math.max(low, diagonal[i]!);
    high = Math.max(high, diagonal[i]! + around);
    size = Math.max(size, Math.abs(diagonal[i]!) + around);
  }
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (allBelow(diagonal, beside, middle)) high = middle;
    else low = middle;
  }
  const value = high;
  // Pivots from the top and from the bottom; where they meet with the least remainder the vector is largest.
  const smallest = Number.EPSILON * size || Number.MIN_VALUE;
  const pivot = (x: number) => (Math.abs(x) < smallest ? -smallest : x);
  const down = new Float64Array(k);
  const up = new Float64Array(k);
  for (let i = 0; i < k; i++)
    down[i] = pivot(diagonal[i]! - value - (i > 0 ? beside[i - 1]! ** 2 / down[i - 1]! : 0));
  for (let i = k - 1; i >= 0; i--)
    up[i] = pivot(diagonal[i]! - value - (i < k - 1 ? beside[i]! ** 2 / up[i + 1]! : 0));
  let twist = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < k; i++) {
    const remainder = Math.abs(down[i]! + up[i]! - (diagonal[i]! - value));
    if (remainder < least) {
      least = remainder;
      twist = i;
    }
  }
  const vector = new Float64Array(k);
  vector[twist] = 1;
  for (let i = twist - 1; i >= 0; i--) vector[i] = (-beside[i]! / down[i]!) * vector[i + 1]!;
  for (let i = twist + 1; i < k; i++) vector[i] = (-beside[i - 1]! / up[i]!) * vector[i - 1]!;
  scaleBy(vector, 1 / norm(vector));
  return { value, vector, size };
}

/** Whether all eigenvalues are below a number: all pivots of the matrix less it are negative (Sturm). */
function allBelow(diagonal: readonly number[], beside: readonly number[], x: number): boolean {
  let pivot = diagonal[0]! - x;
  for (let i = 1; pivot < 0 && i < diagonal.length; i++)
    pivot = diagonal[i]! - x - beside[i - 1]! ** 2 / pivot;
  return pivot < 0;
}

/** Takes out of a vector its parts along others, twice, so that rounding leaves nothing. */
function clear(vector: Float64Array, ...others: readonly (readonly Float64Array[])[]) {
  for (let pass = 0; pass < 2; pass++)
    for (const list of others)
      for (const other of list) {
        const along = dot(vector, other);
        for (let v = 0; v < vector.length; v++) vector[v]! -= along * other[v]!;
      }
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

const norm = (a: Float64Array) => Math.sqrt(dot(a, a));

function scaleBy(a: Float64Array, factor: number) {
  for (let i = 0; i < a.length; i++) a[i]! *= factor;
}
