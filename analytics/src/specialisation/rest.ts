import type { Matrix } from "../core/matrix.ts";

/**
 * What all other regions have: for each cell the total of its column without it, and for each region the total of all
 * the other regions. Added up from both ends instead of subtracted, so that a region with nearly everything does not
 * leave rounding noise behind, and "nobody else" is exactly 0. Unknown cells (`NaN`) count as left out.
 */
export function rest({ rows, columns, values }: Matrix): { cells: Float64Array; regions: Float64Array } {
  const cells = new Float64Array(rows * columns);
  const below = new Float64Array(columns);
  for (let r = rows - 1; r >= 0; r--) take(r, below);
  const above = new Float64Array(columns);
  for (let r = 0; r < rows; r++) take(r, above);
  const regions = new Float64Array(rows);
  for (let r = 0, k = 0; r < rows; r++) {
    let sum = 0;
    for (let c = 0; c < columns; c++, k++) sum += cells[k]!;
    regions[r] = sum;
  }
  return { cells, regions };

  function take(r: number, passed: Float64Array) {
    for (let c = 0, k = r * columns; c < columns; c++, k++) {
      cells[k]! += passed[c]!;
      const x = values[k]!;
      if (!Number.isNaN(x)) passed[c]! += x;
    }
  }
}
