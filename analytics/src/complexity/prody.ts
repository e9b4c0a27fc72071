import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { amounts, type Table, type Vector, vector } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import { EMPTIES, type Empty, totals } from "../specialisation/totals.ts";

export type SophisticationOptions = {
  /** An activity or region with nothing at all: "undefined" (`NaN`, the default) or "zero". */
  empty?: Empty;
  /**
   * "econgeo": weights of quotients rounded to two decimals. "econgeo" and "economiccomplexity": one `NaN` makes everything it
   * meets `NaN`, be its weight 0.
   */
  convention?: Convention;
};

/**
 * PRODY: the income an activity goes with, the mean income of the regions that have it, each weighed by its location quotient.
 *
 *     PRODY(c) = Σ_r y(r) LQ(r, c) / Σ_r LQ(r, c)
 *
 * Takes amounts (regions × activities) and one income for each region (gross domestic product per head, in any unit); returns
 * one value for each activity in that unit. An activity that nobody has is `NaN`; regions of unknown income, unknown cells and
 * empty regions are left out. O(regions × activities).
 *
 * R. Hausmann, J. Hwang and D. Rodrik, "What you export matters", Journal of Economic Growth 12 (2007), 1–25.
 *
 * @example
 * prody([[8, 2], [2, 8]], [100, 200]); // [120, 180]
 */
export function prody(table: Table, incomes: Vector, options: SophisticationOptions = {}): Float64Array {
  checkWords(options, { empty: EMPTIES, convention: CONVENTIONS });
  const { convention, empty = "undefined" } = options;
  const quotients =
    convention === "econgeo"
      ? locationQuotient(table, { convention, rounded: true })
      : locationQuotient(table);
  const income = vector(incomes, quotients.rows, "The list of incomes");
  const isSpoilt = convention === "economiccomplexity";
  const weighted = new Float64Array(quotients.columns);
  const weights = new Float64Array(quotients.columns);
  const { values } = quotients;
  for (let r = 0, k = 0; r < quotients.rows; r++)
    for (let c = 0; c < quotients.columns; c++, k++) {
      const quotient = values[k]!;
      const part = quotient * income[r]!;
      if (!isSpoilt && Number.isNaN(part)) continue;
      weighted[c]! += part;
      weights[c]! += quotient;
    }
  const nothing = empty === "zero" ? 0 : Number.NaN;
  return weighted.map((total, c) => (weights[c] === 0 ? nothing : total / weights[c]!));
}

/**
 * EXPY: the income a region's activities go with, the mean PRODY of what it has, each weighed by its part in the region.
 *
 *     EXPY(r) = Σ_c x(r, c) / x(r, ·) PRODY(c)
 *
 * Takes amounts (regions × activities) and the `prody` of each activity; returns one value for each region, in the unit of
 * incomes. A region with nothing is `NaN`. Activities of unknown PRODY are left out, and so are unknown cells; the weights of
 * the others then add up to 1 again. O(regions × activities).
 *
 * R. Hausmann, J. Hwang and D. Rodrik, Journal of Economic Growth 12 (2007), 1–25.
 *
 * @example
 * expy([[8, 2], [2, 8]], [120, 180]); // [132, 168]
 */
export function expy(table: Table, prodys: Vector, options: SophisticationOptions = {}): Float64Array {
  checkWords(options, { empty: EMPTIES, convention: CONVENTIONS });
  const { convention, empty = "undefined" } = options;
  const matrix = amounts(table);
  const worth = vector(prodys, matrix.columns, "The list of PRODY");
  const isSpoilt = convention === "econgeo" || convention === "economiccomplexity";
  const nothing = empty === "zero" ? 0 : Number.NaN;
  const whole = totals(matrix).rows;
  return Float64Array.from({ length: matrix.rows }, (_, r) => {
    let total = 0;
    let weights = 0;
    const row = matrix.row(r);
    for (let c = 0; c < row.length; c++) {
      if (!isSpoilt && (Number.isNaN(row[c]!) || Number.isNaN(worth[c]!))) continue;
      total += (row[c]! / whole[r]!) * worth[c]!;
      weights += row[c]! / whole[r]!;
    }
    if (!(whole[r]! > 0) || weights === 0) return nothing;
    return isSpoilt ? total : total / weights;
  });
}
