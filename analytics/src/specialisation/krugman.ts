import { amounts, type Matrix, type Table } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { overlap } from "./overlap.ts";
import { rest } from "./rest.ts";
import { blank, type Empty, shares, totals } from "./totals.ts";

export type KrugmanOptions = {
  /** "total" (the default) compares with all regions, the region itself included; "rest" with all the others. */
  benchmark?: "total" | "rest";
  empty?: Empty;
};

/**
 * Krugman's specialisation index: how much a region's mix of activities differs from the benchmark's. 0 means the same
 * mix, 2 nothing in common.
 *
 *     K(r) = Σ_c | s(r, c) - s(c) |
 *
 * s(r, c) is the activity's share in the region, s(c) in all regions together or, with `benchmark: "rest"`, in all others.
 * Takes amounts (regions × activities), returns one number from 0 to 2 per region. `NaN` for a region without anything,
 * or without others to compare with (with `empty: "zero"` those shares are zeros). Unknown cells are left out of the
 * totals and of the sum. O(regions × activities).
 *
 * P. Krugman, Geography and Trade, MIT Press (1991), 75–76.
 *
 * @example
 * krugman([[3, 1], [1, 3]]); // Float64Array [0.5, 0.5]
 * krugman([[3, 1], [1, 3]], { benchmark: "rest" }); // Float64Array [1, 1]
 */
export function krugman(table: Table, options: KrugmanOptions = {}): Float64Array {
  const { empty = "undefined" } = options;
  const benchmark = oneOf(options.benchmark ?? "total", ["total", "rest"], "benchmark");
  const matrix = amounts(table);
  const { rows, columns, values } = matrix;
  const sums = totals(matrix);
  const others = benchmark === "rest" ? rest(matrix) : undefined;
  const whole = shares(sums.columns, empty);
  const result = new Float64Array(rows);
  for (let r = 0, k = 0; r < rows; r++) {
    const size = sums.rows[r]! || 1;
    const outside = others && (others.regions[r]! || (empty === "zero" ? 1 : Number.NaN));
    let distance = 0;
    for (let c = 0; c < columns; c++, k++) {
      const x = values[k]!;
      if (Number.isNaN(x)) continue;
      distance += Math.abs(x / size - (outside === undefined ? whole[c]! : others!.cells[k]! / outside));
    }
    result[r] = distance;
  }
  return blank(result, sums.rows, empty);
}

/**
 * Coefficient of specialisation: the part of a region's activity that would have to change to another activity for it to
 * have the mix of the benchmark. Half of Krugman's index, from 0 to 1. Options and edges as there.
 *
 *     S(r) = ½ Σ_c | s(r, c) - s(c) |
 *
 * O(regions × activities).
 *
 * E. M. Hoover, F. Giarratani, An Introduction to Regional Economics, 3rd ed., Knopf (1984), section 9.5.
 *
 * @example
 * specialisationCoefficient([[3, 1], [1, 3]]); // Float64Array [0.25, 0.25]
 */
export function specialisationCoefficient(table: Table, options: KrugmanOptions = {}): Float64Array {
  return krugman(table, options).map((distance) => distance / 2);
}

/**
 * Krugman's index between each two regions: how much their mixes of activities differ, from 0 to 2.
 *
 *     K(r, q) = Σ_c | s(r, c) - s(q, c) |
 *
 * Takes amounts (regions × activities), returns a symmetric matrix regions × regions with 0 on its diagonal; `NaN` in the
 * row and the column of a region without anything. An activity unknown in one of the two is left out of their sum.
 * O(regions² + Σ over activities of their regions²).
 *
 * P. Krugman, Geography and Trade, MIT Press (1991), 75–76.
 *
 * @example
 * krugmanMatrix([[3, 1], [1, 3], [1, 1]]).toRows(); // [[0, 1, 0.5], [1, 0, 0.5], [0.5, 0.5, 0]]
 */
export function krugmanMatrix(table: Table): Matrix {
  const { common, comparable } = overlap(amounts(table));
  // Σ|a - b| = Σ a + Σ b - 2 Σ min(a, b). All three run in the same order: equal regions are exactly 0 apart.
  return comparable.map((size, r, q) => Math.max(0, size - 2 * common.at(r, q)));
}
