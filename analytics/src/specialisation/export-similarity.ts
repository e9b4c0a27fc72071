import { amounts, type Matrix, type Table } from "../core/matrix.ts";
import { overlap } from "./overlap.ts";

/**
 * Export similarity of each two regions: the part of their mixes of activities that they have in common. 1 means the same
 * mix, 0 nothing in common; 1 - half of Krugman's index between the two.
 *
 *     S(r, q) = Σ_c min(s(r, c), s(q, c)),   s(r, c) = x(r, c) / x(r, ·)
 *
 * Takes amounts (regions × activities), returns a symmetric matrix regions × regions with 1 on its diagonal; `NaN` in the
 * row and the column of a region without anything. An activity unknown in one of the two adds nothing.
 * O(regions² + Σ over activities of their regions²).
 *
 * J. M. Finger, M. E. Kreinin, "A Measure of 'Export Similarity' and Its Possible Uses", The Economic Journal 89 (1979),
 * 905–912.
 *
 * @example
 * exportSimilarity([[3, 1], [1, 3], [1, 1]]).toRows(); // [[1, 0.5, 0.75], [0.5, 1, 0.75], [0.75, 0.75, 1]]
 */
export function exportSimilarity(table: Table): Matrix {
  return overlap(amounts(table)).common;
}
