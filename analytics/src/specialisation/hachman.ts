import type { Table } from "../core/matrix.ts";
import { amounts } from "../core/matrix.ts";
import { totals } from "./totals.ts";

/**
 * Average location quotient of a region, weighted by its own shares: 1 where it is like the whole economy, the larger the
 * more it is concentrated on what others have little of.
 *
 *     average(r) = Σ_c s(r, c) LQ(r, c) = Σ_c s(r, c)² / s(c),   s(r, c) = x(r, c) / x(r, ·),   s(c) = x(·, c) / x(·, ·)
 *
 * Takes amounts (regions × activities), returns one number from 1 per region; `NaN` for a region without anything.
 * Unknown cells are left out. O(regions × activities).
 *
 * A. Hoen, J. Oosterhaven, "On the Measure of Comparative Advantage", The Annals of Regional Science 40 (2006), 677–691,
 * on the mean of the quotients; weighted as in `location_quotient_avg` of P.-A. Balland's EconGeo.
 *
 * @example
 * averageLocationQuotient([[3, 1], [1, 3]]); // Float64Array [1.25, 1.25]
 */
export function averageLocationQuotient(table: Table): Float64Array {
  const matrix = amounts(table);
  const { rows, columns, values } = matrix;
  const sums = totals(matrix);
  const whole = sums.columns.map((x) => x / sums.all);
  const result = new Float64Array(rows);
  for (let r = 0, k = 0; r < rows; r++) {
    const size = sums.rows[r]!;
    let average = 0;
    for (let c = 0; c < columns; c++, k++) {
      const x = values[k]!;
      if (!(x > 0)) continue;
      const share = x / size;
      average += (share / whole[c]!) * share;
    }
    result[r] = size > 0 ? average : Number.NaN;
  }
  return result;
}

/**
 * Hachman index: how much a region's mix of activities resembles that of the whole economy, from near 0 (quite its own)
 * to 1 (the same). The reciprocal of the average location quotient.
 *
 *     H(r) = 1 / Σ_c s(r, c) LQ(r, c)
 *
 * Takes amounts (regions × activities), returns one number per region; `NaN` for a region without anything. Unknown cells
 * are left out. O(regions × activities).
 *
 * F. Hachman, Bureau of Economic and Business Research, University of Utah (1995).
 *
 * @example
 * hachman([[3, 1], [1, 3]]); // Float64Array [0.8, 0.8]
 */
export function hachman(table: Table): Float64Array {
  return averageLocationQuotient(table).map((average) => 1 / average);
}
