import { amounts, type Matrix, type Table } from "../core/matrix.ts";
import { pairwise, type ShareLists, shareLists } from "./share-lists.ts";

/**
 * Export similarity of each two regions: the part of their mixes of activities that they have in common. 1 means the same
 * mix, 0 nothing in common; 1 - half of Krugman's index between the two.
 *
 *     S(r, q) = Σ_c min(s(r, c), s(q, c)),   s(r, c) = x(r, c) / x(r, ·)
 *
 * Takes amounts (regions × activities), returns a symmetric matrix regions × regions with 1 on its diagonal; `NaN` in the
 * row and the column of a region without anything. An activity unknown in one of the two adds nothing.
 * O(regions × cells that are not 0).
 *
 * J. M. Finger, M. E. Kreinin, "A Measure of 'Export Similarity' and Its Possible Uses", The Economic Journal 89 (1979),
 * 905–912.
 *
 * @example
 * exportSimilarity([[3, 1], [1, 3], [1, 1]]).toRows(); // [[1, 0.5, 0.75], [0.5, 1, 0.75], [0.75, 0.75, 1]]
 */
export function exportSimilarity(table: Table): Matrix {
  return pairwise(shareLists(amounts(table)), common);
}

function common(open: Float64Array, _known: number, { starts, indices, values }: ShareLists, q: number) {
  let both = 0;
  for (let k = starts[q]!; k < starts[q + 1]!; k++) {
    const here = open[indices[k]!]!;
    const there = values[k]!;
    if (here <= there) both += here;
    else if (there < here) both += there;
  }
  return both;
}
