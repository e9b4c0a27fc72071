import type { Vector } from "../core/matrix.ts";
import { population } from "../specialisation/population.ts";
import { knownRegions } from "./known.ts";
import { crossProduct } from "./moran.ts";
import { type SpatialTest, type SpatialTestOptions, spatialTest } from "./significance.ts";
import { centred, weightSums } from "./sums.ts";
import type { SpatialWeights } from "./weights.ts";

/**
 * Getis and Ord's general G: whether high values lie beside high values (above expectation) or low beside low (below), which
 * Moran's I does not tell apart. For amounts with a natural zero.
 *
 *     G = Σ_ij w_ij x_i x_j / Σ_(i≠j) x_i x_j
 *
 * Takes one amount from 0 per region and spatial weights, best binary ones (`standardise: "none"`); returns the statistic
 * with its moments under randomisation and its significance. Regions of unknown amount are left out and noted. `NaN`
 * where fewer than two regions have anything, or amounts do not vary. O(draws × neighbours).
 *
 * A. Getis, J. K. Ord, "The Analysis of Spatial Association by Use of Distance Statistics", Geographical Analysis 24
 * (1992), 189–206.
 *
 * @example
 * const line = contiguityWeights([[0, 1], [1, 2], [2, 3]], 4, { standardise: "none" });
 * const { value, expected } = getisOrd([1, 2, 3, 4], line);
 * value > expected; // true
 */
export function getisOrd(
  values: Vector,
  weights: SpatialWeights,
  options: Omit<SpatialTestOptions, "assumption"> = {},
): SpatialTest {
  const known = knownRegions(population(values, weights.regions, "The list of amounts"), weights);
  const x = known.values;
  const n = x.length;
  const scale = Math.max(...x, 0) || 1;
  // In units of the largest: fourth powers of 1e100 would not be numbers any more.
  const scaled = x.map((value) => value / scale);
  const [m1, m2, m3, m4] = [1, 2, 3, 4].map((power) => scaled.reduce((sum, v) => sum + v ** power, 0));
  const sums = weightSums(known.weights);
  const pairs = centred(x).m2 > 0 && sums.s0 > 0 ? m1! * m1! - m2! : Number.NaN;
  const statistic = (v: Float64Array) => (pairs > 0 ? crossProduct(v, known.weights) / pairs : Number.NaN);
  const expected = sums.s0 / (n * (n - 1));
  const variance = n > 3 ? squared(n, sums, m1!, m2!, m3!, m4!) / pairs ** 2 - expected ** 2 : Number.NaN;
  const found = { value: statistic(scaled), expected, variance };
  return spatialTest(scaled, found, statistic, known.notes, options);
}

/** E(G²) Σ²: formula (8) of Getis and Ord, with their B0 … B4. */
function squared(
  n: number,
  { s0, s1, s2 }: { s0: number; s1: number; s2: number },
  m1: number,
  m2: number,
  m3: number,
  m4: number,
): number {
  const b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0;
  const b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
  const b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0 * s0);
  const b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0 * s0;
  const b4 = s1 - s2 + s0 * s0;
  const moments = b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 ** 4;
  return moments / (n * (n - 1) * (n - 2) * (n - 3));
}
