import { symmetricEigen } from "../../core/eigen.ts";
import { Matrix } from "../../core/matrix.ts";
import { normal, seeded } from "../../core/random.ts";

const STEPS = 48;
const MOST_RESTARTS = 200;

/**
 * The greatest eigenvalue (by sign, not by size) of a symmetric operator and its eigenvector of norm 1, among the vectors at
 * right angles to `away` (each of norm 1, itself an eigenvector). Restarted Lanczos with full reorthogonalisation; `converged` says
 * whether the residual is below 10⁻¹⁰ of the operator's size. Only for what is not empty: n > number of `away`.
 *
 * O(restarts × 48 × (cost of the operator + 48 n)). Golub and Van Loan, Matrix Computations (4th ed., 2013), section 10.1.
 */
export function leadingEigen(
  n: number,
  multiply: (x: Float64Array, into: Float64Array) => void,
  away: readonly Float64Array[] = [],
): { value: number; vector: Float64Array; converged: boolean } {
  const random = seeded(1);
  let start = Float64Array.from({ length: n }, () => normal(random));
  const steps = Math.min(STEPS, n - away.length);
  let value = 0;
  for (let restart = 0; ; restart++) {
    const found = project(n, multiply, away, start, steps);
    value = found.value;
    start = found.vector;
    if (found.residual <= 1e-10 * found.size) return { value, vector: start, converged: true };
    if (restart === MOST_RESTARTS) return { value, vector: start, converged: false };
  }
}

function project(
  n: number,
  multiply: (x: Float64Array, into: Float64Array) => void,
  away: readonly Float64Array[],
  start: Float64Array,
  steps: number,
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
  }
  const k = basis.length;
  const small = new Matrix(k, k);
  for (let i = 0; i < k; i++) {
    small.values[i * k + i] = diagonal[i]!;
    if (i > 0) small.values[i * k + i - 1] = beside[i - 1]!;
  }
  const { values, vectors } = symmetricEigen(small);
  const vector = new Float64Array(n);
  basis.forEach((q, i) => {
    const share = vectors.at(i, 0);
    for (let v = 0; v < n; v++) vector[v]! += share * q[v]!;
  });
  scaleBy(vector, 1 / norm(vector));
  const residual = Math.abs(beside[k - 1]! * vectors.at(k - 1, 0));
  const size = Math.max(Math.abs(values[0]!), Math.abs(values[k - 1]!), Number.MIN_VALUE);
  return { value: values[0]!, vector, residual, size };
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
