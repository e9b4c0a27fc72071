import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { correlation, mean } from "../core/statistics.ts";

export type ContinuousProximityOptions = {
  /** What stands on the diagonal: 0 unless given; 1 in the conventions "atlas" and "economiccomplexity". */
  diagonal?: number;
  convention?: Convention;
};

/**
 * Proximity from how strong activities are, not only whether they are there: Pearson's correlation of two activities over
 * the regions, moved from -1 … 1 to 0 … 1.
 *
 *     φ(i, j) = (1 + corr(LQ(·, i), LQ(·, j))) / 2
 *
 * Takes quotients or amounts (regions × activities) and returns activities × activities, symmetric. Unknown cells are left
 * out pair by pair. An activity that does not vary, or is known nowhere, has no correlation: `NaN`.
 *
 * O(regions × activities²).
 *
 * The "continuous" proximity of the Growth Lab's py-ecomplexity (https://github.com/cid-harvard/py-ecomplexity).
 *
 * @example
 * correlationProximity([[1, 2, 5], [2, 4, 3], [3, 6, 1]]).at(0, 1).toFixed(6); // "1.000000"
 */
export function correlationProximity(table: Table, options: ContinuousProximityOptions = {}): Matrix {
  const correlations = compare(table, correlation, options);
  return correlations.map((value, i, j) => (i === j ? value : (1 + value) / 2));
}

/**
 * Cosine of two activities' profiles over the regions: like `correlationProximity`, without taking the means off.
 *
 *     φ(i, j) = Σ_r x(r, i) x(r, j) / (√Σ x(r, i)² √Σ x(r, j)²)
 *
 * Takes quotients or amounts (regions × activities) and returns activities × activities, symmetric, from 0 to 1 where the
 * input is not negative. Unknown cells are left out pair by pair; an activity that is nowhere is `NaN`.
 *
 * O(regions × activities²).
 *
 * N. J. van Eck and L. Waltman, Journal of the American Society for Information Science and Technology 60 (2009), 1635–1651.
 *
 * @example
 * cosineProximity([[1, 2], [2, 4]]).at(0, 1).toFixed(6); // "1.000000"
 */
export function cosineProximity(table: Table, options: ContinuousProximityOptions = {}): Matrix {
  return compare(table, cosine, options);
}

/** How far a mean may be off, as a part of it. */
const ROUNDING = 4 * Number.EPSILON;

type Similarity = (one: Float64Array, other: Float64Array) => number;

/** Each pair of columns compared, those without unknown cells as a product of unit vectors. */
function compare(table: Table, ofKnown: Similarity, options: ContinuousProximityOptions): Matrix {
  checkWords(options, { convention: CONVENTIONS });
  const columns = withoutUnknownRows(Matrix.from(table)).transpose();
  const n = columns.rows;
  const isUnit = Array.from({ length: n }, (_, i) => toUnit(columns.row(i), ofKnown === correlation));
  const { convention } = options;
  const selfIsCounted = convention === "atlas" || convention === "economiccomplexity";
  const { diagonal = selfIsCounted ? 1 : 0 } = options;
  const result = products(columns);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const isKnown = isUnit[i] && isUnit[j];
      const raw = isKnown ? result.values[i * n + j]! : ofKnown(columns.row(i), columns.row(j));
      const value = i === j ? diagonal : Math.max(-1, Math.min(1, raw));
      result.values[i * n + j] = value;
      result.values[j * n + i] = value;
    }
  return result;
}

/** Inner products of all pairs of rows, below the diagonal, four at a time: each number read serves four. */
function products(rows: Matrix): Matrix {
  const { columns: length, values } = rows;
  const n = rows.rows;
  const result = new Matrix(n, n);
  for (let top = 0; top < n; top += 4) {
    const start = (k: number) => Math.min(top + k, n - 1) * length;
    const [a, b, c, d] = [start(0), start(1), start(2), start(3)];
    for (let j = 0; j < Math.min(top + 4, n); j++) {
      let wa = 0;
      let wb = 0;
      let wc = 0;
      let wd = 0;
      for (let r = 0, k = j * length; r < length; r++, k++) {
        const x = values[k]!;
        wa += x * values[a + r]!;
        wb += x * values[b + r]!;
        wc += x * values[c + r]!;
        wd += x * values[d + r]!;
      }
      result.values[top * n + j] = wa;
      if (top + 1 < n) result.values[(top + 1) * n + j] = wb;
      if (top + 2 < n) result.values[(top + 2) * n + j] = wc;
      if (top + 3 < n) result.values[(top + 3) * n + j] = wd;
    }
  }
  return result;
}

/** A region of which nothing is known, such as one without any activity, says nothing of any pair. */
function withoutUnknownRows(matrix: Matrix): Matrix {
  const kept = Array.from({ length: matrix.rows }, (_, r) => matrix.row(r)).filter((row) =>
    row.some((x) => !Number.isNaN(x)),
  );
  if (kept.length === matrix.rows) return matrix;
  const result = new Matrix(kept.length, matrix.columns);
  kept.forEach((row, r) => {
    result.row(r).set(row);
  });
  return result;
}

/**
 * Centres a list if wished and gives it length 1, in place. False, and nothing changed, where some of it is unknown; false and
 * all unknown where it does not vary, but for the rounding of its mean.
 */
function toUnit(values: Float64Array, centred: boolean): boolean {
  const middle = centred ? mean(values) : 0;
  let squares = 0;
  for (const x of values) squares += (x - middle) * (x - middle);
  if (Number.isNaN(squares)) return false;
  if (squares <= values.length * (ROUNDING * middle) ** 2) {
    values.fill(Number.NaN);
    return false;
  }
  const length = Math.sqrt(squares);
  for (let r = 0; r < values.length; r++) values[r] = (values[r]! - middle) / length;
  return true;
}

/** Of the regions where both are known. */
function cosine(one: Float64Array, other: Float64Array): number {
  let both = 0;
  let ones = 0;
  let others = 0;
  for (let r = 0; r < one.length; r++) {
    const x = one[r]!;
    const y = other[r]!;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    both += x * y;
    ones += x * x;
    others += y * y;
  }
  return ones > 0 && others > 0 ? both / Math.sqrt(ones) / Math.sqrt(others) : Number.NaN;
}
