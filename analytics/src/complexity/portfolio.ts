import type { Presence } from "../core/presence.ts";

/** For each row the mean of `values` over the columns it has and whose value is known; `NaN` where there is none. */
export function portfolioMean(presence: Presence, values: Float64Array): Float64Array {
  const { rows, starts, indices } = presence;
  const means = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    let total = 0;
    let known = 0;
    for (let k = starts[r]!; k < starts[r + 1]!; k++) {
      const value = values[indices[k]!]!;
      if (Number.isNaN(value)) continue;
      total += value;
      known++;
    }
    means[r] = known > 0 ? total / known : Number.NaN;
  }
  return means;
}

/** Values of a trimmed list back on their positions; `NaN` elsewhere. */
export function untrimmed(values: Float64Array, positions: Int32Array, length: number): Float64Array {
  const result = new Float64Array(length).fill(Number.NaN);
  positions.forEach((at, k) => {
    result[at] = values[k]!;
  });
  return result;
}
