import { AnalyticsError } from "../core/error.ts";
import { amounts, Matrix, type Table } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { crossProducts } from "../specialisation/row-pairs.ts";
import { shares, totals } from "../specialisation/totals.ts";
import { roomOf, squares } from "./ellison-glaeser.ts";

export type CoagglomerationOptions = {
  /** What a region's size is: the mean of its shares of all activities (the default, as in 2010), or its share of the total. */
  size?: "mean" | "total";
};

/**
 * Co-agglomeration of each two activities: whether they are over-represented in the same regions. 0 means that one says
 * nothing about where the other is; positive that they seek the same places.
 *
 *     γ(i, j) = Σ_r (s(r, i) - x(r)) (s(r, j) - x(r)) / (1 - Σ_r x(r)²)
 *
 * s(r, i) is the region's share of activity i, x(r) its size, by default the mean of s(r, ·) over the activities. Takes
 * amounts (regions × activities), returns a symmetric matrix activities × activities. Its diagonal is the same formula, a
 * raw concentration that still holds the lumpiness of plants. `NaN` for an activity without anything. A region where one
 * of the two is unknown is left out of their sum, and does not count for the mean of that activity.
 * O(activities × cells that are not 0); with unknown cells O(activities² × regions).
 *
 * G. Ellison, E. L. Glaeser, W. R. Kerr, "What Causes Industry Agglomeration? Evidence from Coagglomeration Patterns",
 * American Economic Review 100 (2010), 1195–1213.
 *
 * @example
 * coagglomeration([[2, 2, 0], [0, 0, 4]], { size: "total" }).toRows(); // [[1, 1, -1], [1, 1, -1], [-1, -1, 1]]
 */
export function coagglomeration(table: Table, options: CoagglomerationOptions = {}): Matrix {
  const matrix = amounts(table);
  const sums = totals(matrix);
  const parts = matrix.map((x, _r, c) => (sums.columns[c]! > 0 ? x / sums.columns[c]! : Number.NaN));
  const size =
    oneOf(options.size ?? "mean", ["mean", "total"], "size") === "total"
      ? shares(sums.rows)
      : meanShares(parts, sums.columns);
  const room = roomOf(size) || Number.NaN;
  const products = matrix.values.some(Number.isNaN)
    ? denseProducts(parts, size)
    : listedProducts(parts, size);
  return products.map((x, i, j) => (sums.columns[i]! > 0 && sums.columns[j]! > 0 ? x / room : Number.NaN));
}

function meanShares(parts: Matrix, sums: Float64Array): Float64Array {
  const size = new Float64Array(parts.rows);
  for (let r = 0, k = 0; r < parts.rows; r++)
    for (let c = 0; c < parts.columns; c++, k++)
      if (sums[c]! > 0 && !Number.isNaN(parts.values[k]!)) size[r]! += parts.values[k]!;
  return shares(size);
}

/** Σ (s_i - x)(s_j - x) = Σ s_i s_j - Σ s_i x - Σ s_j x + Σ x²: only what is not 0 is multiplied. */
function listedProducts(parts: Matrix, size: Float64Array): Matrix {
  const { rows, columns, values } = parts;
  const whole = squares(size);
  const withSize = new Float64Array(columns);
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, k++) withSize[c]! += values[k]! * size[r]!;
  return crossProducts(parts.transpose()).map((x, i, j) => x - withSize[i]! - withSize[j]! + whole);
}

function denseProducts(parts: Matrix, size: Float64Array): Matrix {
  const { rows, columns } = parts;
  const off = parts.map((x, r) => (Number.isNaN(x) ? 0 : x - size[r]!)).transpose().values;
  const result = new Matrix(columns, columns);
  for (let i = 0; i < columns; i++) {
    for (let j = i; j < columns; j++) {
      let together = 0;
      for (let r = 0; r < rows; r++) together += off[i * rows + r]! * off[j * rows + r]!;
      result.values[i * columns + j] = together;
      result.values[j * columns + i] = together;
    }
  }
  return result;
}

/**
 * Co-agglomeration of a group of activities: whether their plants lie together across the borders between the activities,
 * beyond what each activity's own concentration explains. 0 means not.
 *
 *     γᶜ = (G / (1 - Σ x²) - H - Σ_j γ(j) w(j)² (1 - H(j))) / (1 - Σ_j w(j)²),   H = Σ_j w(j)² H(j)
 *        = (G - Σ_j w(j)² G(j)) / (1 - Σ x²) / (1 - Σ_j w(j)²)
 *
 * w(j) is the activity's share of the group, G and G(j) the raw concentrations of the group and of each activity, x(r) the
 * region's share of all activity in the table. The Herfindahl indices of plant sizes H(j) cancel out, as the second line
 * shows, and so are not asked for. It is the mean of the pairs' co-agglomerations, weighted by w(i) w(j).
 * Takes amounts (regions × activities) and the positions of the group's activities; returns one number. `NaN` where fewer
 * than two of them have anything, or there is a single region. Unknown cells are left out. O(regions × activities).
 *
 * G. Ellison, E. L. Glaeser, "Geographic Concentration in U.S. Manufacturing Industries: A Dartboard Approach", Journal of
 * Political Economy 105 (1997), 889–927, section V.
 *
 * @example
 * groupCoagglomeration([[2, 2, 0], [0, 0, 4]], [0, 1]); // 1
 */
export function groupCoagglomeration(table: Table, members: readonly number[]): number {
  const matrix = amounts(table);
  for (const c of members)
    if (!(Number.isInteger(c) && c >= 0 && c < matrix.columns))
      throw new AnalyticsError(
        "unknown-name",
        `There is no activity at ${c}`,
        `Give positions from 0 to ${matrix.columns - 1}.`,
      );
  const sums = totals(matrix);
  const size = shares(sums.rows);
  const room = roomOf(size);
  const group = [...new Set(members)].filter((c) => sums.columns[c]! > 0);
  if (group.length < 2 || !(room > 0)) return Number.NaN;
  const weights = shares(Float64Array.from(group, (c) => sums.columns[c]!));
  const parts = group.map((c) => matrix.column(c).map((x) => (Number.isNaN(x) ? 0 : x / sums.columns[c]!)));
  const raw = (part: Float64Array) => squares(part.map((s, r) => s - size[r]!));
  const whole = new Float64Array(matrix.rows);
  let alone = 0;
  parts.forEach((part, j) => {
    for (let r = 0; r < part.length; r++) whole[r]! += weights[j]! * part[r]!;
    alone += weights[j]! ** 2 * raw(part);
  });
  return (raw(whole) - alone) / room / roomOf(weights);
}
