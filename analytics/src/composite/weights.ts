import { symmetricEigen } from "../core/eigen.ts";
import { AnalyticsError } from "../core/error.ts";
import type { Matrix, Table } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { correlation, deviation, sum } from "../core/statistics.ts";
import { minMaxScores, type Polarity, standardScores } from "./normalise.ts";

/**
 * Equal weights: 1 / n each, the choice that claims least.
 *
 * @example
 * equalWeights(4); // [0.25, 0.25, 0.25, 0.25]
 */
export function equalWeights(indicators: number): Float64Array {
  if (!(Number.isInteger(indicators) && indicators >= 0))
    throw new AnalyticsError("option", `${indicators} indicators cannot be`, "Give a whole number from 0.");
  return new Float64Array(indicators).fill(1 / indicators);
}

/**
 * Entropy weights: an indicator that tells units apart weighs more. On the min-max scores, with the shares
 * p(u) = score(u) / Σ score of an indicator:
 *
 *     e = - Σ p ln p / ln n,   w = (1 - e) / Σ (1 - e)
 *
 * Units × indicators in, one weight an indicator out, summing to 1; 0 ln 0 counts as 0. An indicator without spread weighs
 * 0; where none has any, or there is one unit, the weights are `NaN`. Unknown cells are left out. O(units × indicators).
 *
 * C. L. Hwang and K. Yoon, Multiple Attribute Decision Making (1981), section 3.2.
 *
 * @example
 * entropyWeights([[0, 0], [1, 9], [2, 10]]); // [0.532, 0.468]
 */
export function entropyWeights(table: Table, polarity?: Polarity): Float64Array {
  const scores = minMaxScores(table, polarity);
  return shares(
    eachColumn(scores, (column) => {
      const known = column.filter((x) => !Number.isNaN(x));
      const total = sum(known);
      if (known.length < 2 || !(total > 0)) return 0;
      const entropy = -sum(known.map((x) => (x > 0 ? (x / total) * Math.log(x / total) : 0)));
      return 1 - entropy / Math.log(known.length);
    }),
  );
}

/**
 * CRITIC weights: an indicator weighs more the more it varies and the less the others repeat it. On the min-max scores:
 *
 *     w(c) ∝ deviation(c) × Σ over the others (1 - correlation(c, other))
 *
 * Units × indicators in, one weight an indicator out, summing to 1; deviations with n - 1. An indicator without spread weighs
 * 0. O(units × indicators²).
 *
 * D. Diakoulaki, G. Mavrotas and L. Papayannakis, "Determining Objective Weights in Multiple Criteria Problems: the CRITIC
 * Method", Computers & Operations Research 22 (1995), 763–770.
 *
 * @example
 * criticWeights([[1, 2, 9], [2, 4, 1], [3, 6, 5]]); // [0.25, 0.25, 0.5]
 */
export function criticWeights(table: Table, polarity?: Polarity): Float64Array {
  const scores = minMaxScores(table, polarity);
  const columns = eachColumn(scores, (column) => column);
  return shares(
    columns.map((column) => {
      const spread = deviation(column, "sample");
      if (!(spread > 0)) return 0;
      return spread * sum(columns.map((other) => 1 - correlation(column, other)));
    }),
  );
}

/** Principal components of the indicators; the k-th column of `loadings` belongs to the k-th eigenvalue. */
export type PrincipalComponents = { eigenvalues: Float64Array; loadings: Matrix };

/**
 * Principal components of the correlation matrix of the standardised, polarity-adjusted indicators. Eigenvalues descend;
 * loadings have Euclidean norm 1 and the sign that makes their sum positive.
 *
 * Units × indicators in; an indicator without spread correlates with nothing. O(units × indicators² + indicators³).
 *
 * OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 4.2.
 *
 * @example
 * principalComponents([[1, 2], [2, 4], [3, 6]]).eigenvalues; // [2, 0]
 */
export function principalComponents(table: Table, polarity?: Polarity): PrincipalComponents {
  const scores = standardScores(table, polarity);
  const columns = eachColumn(scores, (column) => column);
  const correlations = columns.map((a, i) =>
    columns.map((b, j) => {
      const r = i === j ? 1 : correlation(a, b);
      return Number.isNaN(r) ? 0 : r;
    }),
  );
  const { values, vectors } = symmetricEigen(correlations);
  const facing = eachColumn(vectors, (vector) => (sum(vector) < 0 ? -1 : 1));
  return { eigenvalues: values, loadings: vectors.map((value, _, k) => value * facing[k]!) };
}

/**
 * Weights from principal components. "first" takes the squared loadings of the first component, which sum to 1; "kaiser" those
 * of all components with an eigenvalue above 1, each by its share of their variance, unrotated.
 *
 * Units × indicators in, one weight an indicator out, summing to 1. Indicators without spread weigh 0; where no component
 * passes 1 the first is taken. O(units × indicators² + indicators³).
 *
 * G. Nicoletti, S. Scarpetta and O. Boylaud, OECD Economics Department Working Paper 226 (2000); OECD and JRC, Handbook on
 * Constructing Composite Indicators (2008), section 6.1.
 *
 * @example
 * componentWeights([[1, 2], [2, 4], [3, 6]]); // [0.5, 0.5]
 */
export function componentWeights(
  table: Table,
  { polarity, components = "first" }: { polarity?: Polarity; components?: "first" | "kaiser" } = {},
): Float64Array {
  oneOf(components, ["first", "kaiser"], "components");
  const { eigenvalues, loadings } = principalComponents(table, polarity);
  const spreads = eachColumn(standardScores(table, polarity), (column) => !column.every(Number.isNaN));
  const above = Array.from(eigenvalues.keys()).filter((k) => eigenvalues[k]! > 1);
  const taken = components === "first" || above.length === 0 ? [0] : above;
  const variance = sum(taken.map((k) => eigenvalues[k]!));
  return shares(
    Array.from({ length: loadings.rows }, (_, c) =>
      spreads[c] ? sum(taken.map((k) => (loadings.at(c, k) ** 2 * eigenvalues[k]!) / variance)) : 0,
    ),
  );
}

/** One value a column. */
export function eachColumn<T>(matrix: Matrix, of: (column: Float64Array, c: number) => T): T[] {
  return Array.from({ length: matrix.columns }, (_, c) => of(matrix.column(c), c));
}

/** Divided by their sum. */
export function shares(values: readonly number[]): Float64Array {
  const total = sum(values);
  return Float64Array.from(values, (value) => (total > 0 ? value / total : Number.NaN));
}
