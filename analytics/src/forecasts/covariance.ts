import { Matrix } from "../core/matrix.ts";

export const diagonal = (values: Float64Array): Matrix =>
  new Matrix(values.length, values.length).map((_, r, c) => (r === c ? values[r]! : 0));

export const scaledIdentity = (n: number, scale = 1): Matrix => diagonal(new Float64Array(n).fill(scale));

export type Shrunk = {
  covariance: Matrix;
  /** 1 leaves the variances alone, 0 the covariance as it is. */
  shrinkage: number;
  /** Series that were never wrong. */
  exact: number[];
  /** Series of whose errors none is known. */
  unknown: number[];
};

/** The variance of series that were never wrong, as a share of the least of the others. */
const EXACT = 1e-6;

/**
 * Covariance of errors around 0 (series × time), the correlations shrunk towards 0 by the intensity that has the least
 * expected squared error, so that it can be inverted however few periods there are. Periods in which an error is unknown
 * are left out of the covariance, and out of a variance only where it is that series' own; a series of whose errors none is
 * known has the median variance.
 *
 * J. Schäfer and K. Strimmer, "A Shrinkage Approach to Large-Scale Covariance Matrix Estimation and Implications for
 * Functional Genomics", Statistical Applications in Genetics and Molecular Biology 4 (2005), article 32.
 */
export function shrunkCovariance(errors: Matrix, given?: number): Shrunk {
  const variances = Float64Array.from({ length: errors.rows }, (_, s) => meanSquare(errors.row(s)));
  const where = (is: (variance: number) => boolean) =>
    Array.from(variances.keys()).filter((s) => is(variances[s]!));
  const exact = where((variance) => variance === 0);
  const unknown = where(Number.isNaN);
  const known = variances.filter((variance) => variance > 0).sort();
  if (known.length === 0) return { covariance: scaledIdentity(errors.rows), shrinkage: 1, exact, unknown };
  for (const s of exact) variances[s] = known[0]! * EXACT;
  for (const s of unknown) variances[s] = known[Math.floor(known.length / 2)]!;

  const scaled = complete(errors).map((x, s) => x / Math.sqrt(variances[s]!));
  const shrinkage = given ?? intensity(scaled);
  const covariance = diagonal(variances);
  if (shrinkage === 1) return { covariance, shrinkage, exact, unknown };
  const n = scaled.columns;
  for (let i = 0; i < errors.rows; i++)
    for (let j = 0; j < i; j++) {
      const correlation = product(scaled.row(i), scaled.row(j)) / n;
      const shared = (1 - shrinkage) * correlation * Math.sqrt(variances[i]! * variances[j]!);
      covariance.values[i * errors.rows + j] = shared;
      covariance.values[j * errors.rows + i] = shared;
    }
  return { covariance, shrinkage, exact, unknown };
}

function meanSquare(row: Float64Array): number {
  const known = row.filter((x) => !Number.isNaN(x));
  return product(known, known) / known.length;
}

/** The periods in which all errors are known. */
function complete(errors: Matrix): Matrix {
  const kept = Array.from({ length: errors.columns }, (_, t) => t).filter((t) =>
    Array.from({ length: errors.rows }, (_, s) => errors.at(s, t)).every((x) => !Number.isNaN(x)),
  );
  return new Matrix(errors.rows, kept.length).map((_, s, k) => errors.at(s, kept[k]!));
}

/** The sum of the variances of the correlations, over the sum of their squares. */
function intensity(scaled: Matrix): number {
  const n = scaled.columns;
  if (n < 2) return 1;
  let uncertain = 0;
  let strong = 0;
  for (let i = 0; i < scaled.rows; i++)
    for (let j = 0; j < i; j++) {
      const a = scaled.row(i);
      const b = scaled.row(j);
      const cross = product(a, b);
      let squares = 0;
      for (let t = 0; t < n; t++) squares += (a[t]! * b[t]!) ** 2;
      uncertain += (squares - cross ** 2 / n) / (n * (n - 1));
      strong += (cross / n) ** 2;
    }
  return strong > 0 ? Math.min(1, Math.max(0, uncertain / strong)) : 1;
}

function product(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let t = 0; t < a.length; t++) total += a[t]! * b[t]!;
  return total;
}
