import type { Matrix } from "../core/matrix.ts";
import { round } from "../core/round.ts";
import type { distributions } from "../specialisation/totals.ts";

/** EconGeo 2.1 adds 1e-9 to a share before the logarithm, always to base 2, and prints three decimals. */
export function econgeoEntropy(matrix: Matrix, { sums, ofRow, ofColumn }: ReturnType<typeof distributions>) {
  const { rows, columns, values } = matrix;
  const result = new Float64Array(sums.length);
  for (let r = 0, k = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, k++) {
      const at = r * ofRow + c * ofColumn;
      const share = values[k]! / sums[at]!;
      if (share > 0) result[at]! -= share * Math.log2(share + 1e-9);
    }
  }
  // A sum just below 0, of a single activity, rounds to -0; + 0 makes it a plain one.
  return result.map((x, i) => (sums[i]! > 0 ? round(x, 3) + 0 : Number.NaN));
}

/** EconGeo 2.1 prints its Ginis with three decimals, its Hoover index with two. */
export const econgeoDigits = (values: Float64Array, digits: number): Float64Array =>
  values.map((x) => round(x, digits));
