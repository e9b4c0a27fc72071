import type { SpatialWeights } from "./weights.ts";

/** The three sums of weights in the moments of Moran's, Geary's and Getis and Ord's statistics. */
export type WeightSums = { s0: number; s1: number; s2: number };

/** S0 = Σ w_ij, S1 = ½ Σ (w_ij + w_ji)², S2 = Σ_i (Σ_j w_ij + Σ_j w_ji)² (Cliff and Ord, Spatial Processes, 1981, p. 19). */
export function weightSums({ regions, starts, indices, weights }: SpatialWeights): WeightSums {
  const both = new Float64Array(regions);
  let s0 = 0;
  let s1 = 0;
  for (let i = 0; i < regions; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const j = indices[k]!;
      const weight = weights[k]!;
      s0 += weight;
      s1 += weight * (weight + weightOf(starts, indices, weights, j, i));
      both[i]! += weight;
      both[j]! += weight;
    }
  }
  let s2 = 0;
  for (const sum of both) s2 += sum * sum;
  return { s0, s1, s2 };
}

function weightOf(starts: Int32Array, indices: Int32Array, weights: Float64Array, from: number, to: number) {
  let low = starts[from]!;
  let high = starts[from + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (indices[middle]! === to) return weights[middle]!;
    if (indices[middle]! < to) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** Values less their mean, and their mean square and kurtosis (m4 / m2²). Without variation the mean square is 0. */
export function centred(values: Float64Array) {
  const n = values.length;
  let mean = 0;
  for (const x of values) mean += x / n;
  const off = values.map((x) => x - mean);
  let m2 = 0;
  let m4 = 0;
  let largest = Math.abs(mean);
  for (const z of off) {
    m2 += (z * z) / n;
    largest = Math.max(largest, Math.abs(z));
  }
  // What is left of equal numbers after rounding is no variation.
  if (!(m2 > (1e-14 * largest) ** 2)) return { mean, off, m2: 0, kurtosis: Number.NaN };
  for (const z of off) m4 += (z * z * z * z) / n;
  return { mean, off, m2, kurtosis: m4 / m2 / m2 };
}
