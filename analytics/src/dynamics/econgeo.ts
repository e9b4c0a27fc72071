import { Matrix } from "../core/matrix.ts";
import { round } from "../core/round.ts";

/** EconGeo 2.1 has 0/0 grow by 0 and x/0 by infinity, and prints two decimals. */
export function econgeoGrowth(before: Matrix, after: Matrix): Matrix {
  const values = before.values.map((x1, k) => {
    const x2 = after.values[k]!;
    if (x1 === 0 && x2 === 0) return 0;
    return round((100 * (x2 - x1)) / x1, 2);
  });
  return new Matrix(before.rows, before.columns, values);
}
