import { Matrix, type Table } from "./matrix.ts";

/** Eigenvalues descending; `vectors` has the eigenvector of the k-th one as its k-th column, of Euclidean norm 1. */
export type Eigen = { values: Float64Array; vectors: Matrix };

const MOST_SWEEPS = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations: slow for large ones (about 10 n³ steps),
 * but each pair is exact to the last digits. For n up to a few hundred. Only the lower triangle decides.
 *
 * Golub and Van Loan, Matrix Computations (4th ed., 2013), section 8.5.
 */
export function symmetricEigen(table: Table): Eigen {
  const given = Matrix.from(table);
  const n = given.rows;
  const a = Float64Array.from({ length: n * n }, (_, k) => {
    const r = Math.floor(k / n);
    const c = k % n;
    return r >= c ? given.at(r, c) : given.at(c, r);
  });
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    if (offDiagonal(a, n) === 0) break;
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j]! - a[i * n + i]!);
  const vectors = new Matrix(n, n);
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) vectors.values[i * n + to] = v[i * n + from]!;
  });
  return { values: Float64Array.from(order, (i) => a[i * n + i]!), vectors };
}

function offDiagonal(a: Float64Array, n: number): number {
  let total = 0;
  for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) total += Math.abs(a[p * n + q]!);
  return total;
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number) {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const app = a[p * n + p]!;
  const aqq = a[q * n + q]!;
  // Too small to change either neighbour on the diagonal: as good as zero.
  if (Math.abs(apq) <= 1e-18 * Math.min(Math.abs(app), Math.abs(aqq))) {
    a[p * n + q] = 0;
    a[q * n + p] = 0;
    return;
  }
  const theta = (aqq - app) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  a[p * n + p] = app - t * apq;
  a[q * n + q] = aqq + t * apq;
  a[p * n + q] = 0;
  a[q * n + p] = 0;
  for (let k = 0; k < n; k++) {
    if (k !== p && k !== q) {
      const akp = a[k * n + p]!;
      const akq = a[k * n + q]!;
      const kp = c * akp - s * akq;
      const kq = s * akp + c * akq;
      a[k * n + p] = kp;
      a[p * n + k] = kp;
      a[k * n + q] = kq;
      a[q * n + k] = kq;
    }
    const vkp = v[k * n + p]!;
    const vkq = v[k * n + q]!;
    v[k * n + p] = c * vkp - s * vkq;
    v[k * n + q] = s * vkp + c * vkq;
  }
}
