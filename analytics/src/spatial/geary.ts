import type { Vector } from "../core/matrix.ts";
import { knownRegions } from "./known.ts";
import { assumptionOf, type SpatialTest, type SpatialTestOptions, spatialTest } from "./significance.ts";
import { centred, weightSums } from "./sums.ts";
import type { SpatialWeights } from "./weights.ts";

/**
 * Geary's C: whether regions resemble their neighbours, judged by the differences between them. Below 1 neighbours are
 * similar, above 1 they differ more than any two regions. More sensitive than Moran's I to single contrasts.
 *
 *     C = (n - 1) Σ_ij w_ij (x_i - x_j)² / (2 Σ w_ij · Σ_i (x_i - mean)²)
 *
 * Takes and returns what `moran` does, with the same edges; the expectation is 1. O(draws × neighbours).
 *
 * R. C. Geary, "The Contiguity Ratio and Statistical Mapping", The Incorporated Statistician 5 (1954), 115–146; moments:
 * A. D. Cliff, J. K. Ord, Spatial Processes, Pion (1981), pp. 42–46.
 *
 * @example
 * const line = contiguityWeights([[0, 1], [1, 2], [2, 3]], 4);
 * geary([1, 2, 3, 4], line).value; // 0.3
 */
export function geary(
  values: Vector,
  weights: SpatialWeights,
  options: SpatialTestOptions = {},
): SpatialTest {
  const assumption = assumptionOf(options);
  const known = knownRegions(values, weights);
  const { off, m2, kurtosis: k } = centred(known.values);
  const n = off.length;
  const { s0, s1, s2 } = weightSums(known.weights);
  const scale = m2 > 0 && s0 > 0 ? (2 * s0 * m2 * n) / (n - 1) : Number.NaN;
  const statistic = (x: Float64Array) => squaredDifferences(x, known.weights) / scale;
  const given =
    assumption === "normality"
      ? ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0)
      : ((n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * k) -
          ((n - 1) / 4) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * k) +
          s0 * s0 * (n * n - 3 - (n - 1) ** 2 * k)) /
        (n * (n - 2) * (n - 3) * s0 * s0);
  const variance = n > 3 ? given : Number.NaN;
  return spatialTest(off, { value: statistic(off), expected: 1, variance }, statistic, known.notes, options);
}

function squaredDifferences(x: Float64Array, { starts, indices, weights }: SpatialWeights): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++)
    for (let k = starts[i]!; k < starts[i + 1]!; k++) sum += weights[k]! * (x[i]! - x[indices[k]!]!) ** 2;
  return sum;
}
