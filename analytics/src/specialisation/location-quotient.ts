import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { AnalyticsError } from "../core/error.ts";
import { amounts, Matrix, type Table } from "../core/matrix.ts";
import { checkWords, oneOf } from "../core/one-of.ts";
import { econgeoQuotient } from "./econgeo.ts";
import { rest } from "./rest.ts";
import { totals } from "./totals.ts";

export type LocationQuotientOptions = {
  /** "total" (the default) compares with all regions, the region itself included; "rest" with all the others. */
  benchmark?: "total" | "rest";
  /** "econgeo": 0 where nothing is expected. All others, like ours: `NaN` there. */
  convention?: Convention;
  /** With "econgeo" only: two decimals, as its `rca()` prints them (its `location_quotient()` does not round). */
  rounded?: boolean;
};

/**
 * Location quotient, also called revealed comparative advantage or Balassa index: how over-represented an activity is in
 * a region, compared with its weight in the whole economy. 1 means "as expected", 2 "twice as much as expected".
 *
 *     LQ(r, c) = (x(r, c) / x(r, ·)) / (x(·, c) / x(·, ·))
 *
 * With `benchmark: "rest"` the right-hand share is that of all other regions, x(·, c) - x(r, c) over x(·, ·) - x(r, ·),
 * which matters where one region is a large part of the whole.
 *
 * Takes amounts (regions × activities, any unit, from 0) and returns a matrix of the same shape. Where a region or an
 * activity has nothing at all, nothing is expected and the quotient is `NaN`; a zero would read as "none of it here", a
 * different fact. The same where only this region has the activity and the benchmark is the rest. Unknown cells are left
 * out of the totals and stay `NaN`. Weighted by the regions' shares of the whole, the quotients of an activity average 1.
 * Two divisions, in this order: equal shares of whole amounts (up to 2⁵³) then give exactly 1, so that "at least 1" does not
 * hang on a last digit. Decimal fractions such as 0.1 have no such promise: count in the smallest unit where it matters.
 *
 * O(regions × activities).
 *
 * B. Balassa, "Trade Liberalisation and 'Revealed' Comparative Advantage", The Manchester School 33 (1965), 99–123.
 *
 * @example
 * locationQuotient([[8, 2], [2, 8]]).toRows(); // [[1.6, 0.4], [0.4, 1.6]]
 * locationQuotient([[8, 2], [2, 8]], { benchmark: "rest" }).at(0, 0); // 4
 */
export function locationQuotient(table: Table, options: LocationQuotientOptions = {}): Matrix {
  checkWords(options, { convention: CONVENTIONS });
  const { convention = "kontor", rounded = false } = options;
  const benchmark = oneOf(options.benchmark ?? "total", ["total", "rest"], "benchmark");
  if (rounded && convention !== "econgeo")
    throw new AnalyticsError(
      "option",
      "A rounded quotient exists only as EconGeo prints it",
      'Add convention: "econgeo", or round what you show.',
    );
  const matrix = amounts(table);
  const quotients = benchmark === "rest" ? againstTheRest(matrix) : againstAll(matrix);
  return convention === "econgeo" ? econgeoQuotient(quotients, rounded) : quotients;
}

function againstAll(matrix: Matrix): Matrix {
  const { rows, columns, values } = matrix;
  const sums = totals(matrix);
  const expected = sums.columns.map((x) => (x > 0 ? x / sums.all : Number.NaN));
  const result = new Float64Array(values.length);
  for (let r = 0, k = 0; r < rows; r++) {
    const whole = sums.rows[r]! > 0 ? sums.rows[r]! : Number.NaN;
    for (let c = 0; c < columns; c++, k++) result[k] = values[k]! / whole / expected[c]!;
  }
  return new Matrix(rows, columns, result);
}

function againstTheRest(matrix: Matrix): Matrix {
  const { rows, columns, values } = matrix;
  const others = rest(matrix);
  const sums = totals(matrix);
  const result = others.cells;
  for (let r = 0, k = 0; r < rows; r++) {
    const whole = sums.rows[r]! > 0 ? sums.rows[r]! : Number.NaN;
    const outside = others.regions[r]!;
    for (let c = 0; c < columns; c++, k++) {
      const expected = result[k]! / outside;
      result[k] = expected > 0 ? values[k]! / whole / expected : Number.NaN;
    }
  }
  return new Matrix(rows, columns, result);
}
