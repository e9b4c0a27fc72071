import type { Vector } from "../core/matrix.ts";
import { knownRegions } from "./known.ts";
import { assumptionOf, type SpatialTest, type SpatialTestOptions, spatialTest } from "./significance.ts";
import { centred, weightSums } from "./sums.ts";
import type { SpatialWeights } from "./weights.ts";

/**
 * Moran's I: whether regions resemble their neighbours. Above its expectation -1 / (n - 1) similar values lie together,
 * below it they alternate; with row-standardised weights 1 would be a perfect pattern.
 *
 *     I = n / Σ w_ij · Σ_ij w_ij z_i z_j / Σ_i z_i²,   z = x - mean
 *
 * Takes one value per region (any unit) and spatial weights; returns the statistic with its moments and its significance,
 * analytic and by seeded permutation. Regions of unknown value are left out and noted. All `NaN` where values do not vary
 * or nobody has neighbours; variance from 4 regions on. O(draws × neighbours).
 *
 * P. A. P. Moran, "Notes on Continuous Stochastic Phenomena", Biometrika 37 (1950), 17–23; moments: A. D. Cliff, J. K.
 * Ord, Spatial Processes, Pion (1981), pp. 42–46.
 *
 * @example
 * const line = contiguityWeights([[0, 1], [1, 2], [2, 3]], 4);
 * moran([1, 2, 3, 4], line).value; // 0.4
 */
export function moran(
  values: Vector,
  weights: SpatialWeights,
  options: SpatialTestOptions = {},
): SpatialTest {
  const assumption = assumptionOf(options);
  const known = knownRegions(values, weights);
  const { off, m2, kurtosis } = centred(known.values);
  const n = off.length;
  const { s0, s1, s2 } = weightSums(known.weights);
  const scale = m2 > 0 && s0 > 0 ? m2 * s0 : Number.NaN;
  const statistic = (z: Float64Array) => crossProduct(z, known.weights) / scale;
  const expected = -1 / (n - 1);
  const squared =
    assumption === "normality"
      ? (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0)
      : (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) -
          kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) /
        ((n - 1) * (n - 2) * (n - 3) * s0 * s0);
  const variance = n > 3 ? squared - expected * expected : Number.NaN;
  return spatialTest(off, { value: statistic(off), expected, variance }, statistic, known.notes, options);
}

/** Σ_ij w_ij z_i z_j */
export function crossProduct(z: Float64Array, { starts, indices, weights }: SpatialWeights): number {
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    let lag = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) lag += weights[k]! * z[indices[k]!]!;
    sum += z[i]! * lag;
  }
  return sum;
}
