import { AnalyticsError } from "../core/error.ts";
import { amounts, Matrix, type Table } from "../core/matrix.ts";

/**
 * Coherence: how related the activities of a region are to each other. High where it does what goes together, low where it
 * does many unconnected things.
 *
 *     WAR(r, c) = Σ_(k≠c) p(r, k) τ(c, k) / Σ_(k≠c) p(r, k),   coherence(r) = Σ_c p(r, c) WAR(r, c)
 *
 * WAR is the weighted average relatedness of an activity to the others of its region, p an activity's share of the
 * region, τ any relatedness of two activities (survivor index, cosine, proximity …). Takes amounts (regions × activities)
 * and the relatedness (activities × activities; its diagonal is not used); returns one number per region, in the unit of
 * τ. `NaN` for a region with fewer than two activities. Unknown cells are left out; unknown relatedness of two activities
 * that a region has makes its coherence `NaN`. O(Σ over regions of its activities²).
 *
 * D. J. Teece, R. Rumelt, G. Dosi, S. Winter, "Understanding Corporate Coherence", Journal of Economic Behavior and
 * Organization 23 (1994), 1–30; F. Quatraro, "Knowledge Coherence, Variety and Economic Growth", Research Policy 39
 * (2010), 1289–1302.
 *
 * @example
 * const relatedness = [[0, 1, 0.2], [1, 0, 0.2], [0.2, 0.2, 0]];
 * coherence([[1, 1, 0], [1, 0, 1], [5, 0, 0]], relatedness); // Float64Array [1, 0.2, NaN]
 */
export function coherence(table: Table, relatedness: Table): Float64Array {
  const matrix = amounts(table);
  const tau = Matrix.from(relatedness);
  if (tau.rows !== matrix.columns || tau.columns !== matrix.columns)
    throw new AnalyticsError(
      "shape",
      `The relatedness has ${tau.rows} × ${tau.columns} values for ${matrix.columns} activities`,
      "Give one row and one column for each activity.",
    );
  const present = new Int32Array(matrix.columns);
  return Float64Array.from({ length: matrix.rows }, (_, r) => {
    const row = matrix.row(r);
    let count = 0;
    for (let c = 0; c < row.length; c++) if (row[c]! > 0) present[count++] = c;
    return count > 1 ? ofRegion(row, present, count, tau) : Number.NaN;
  });
}

function ofRegion(row: Float64Array, present: Int32Array, count: number, tau: Matrix): number {
  let whole = 0;
  for (let i = 0; i < count; i++) whole += row[present[i]!]!;
  let result = 0;
  for (let i = 0; i < count; i++) {
    const c = present[i]!;
    const from = c * tau.columns;
    let related = 0;
    let others = 0;
    for (let j = 0; j < count; j++) {
      if (j === i) continue;
      const x = row[present[j]!]!;
      related += x * tau.values[from + present[j]!]!;
      others += x;
    }
    result += (row[c]! / whole) * (related / others);
  }
  return result;
}
