import type { Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { conditionalP, type LocalTestOptions } from "./conditional.ts";
import { knownRegions, putBack } from "./known.ts";
import { twoSided } from "./normal.ts";
import { centred } from "./sums.ts";
import type { SpatialWeights } from "./weights.ts";

/** What a region is among its neighbours: itself high or low, in high or low surroundings. */
export type Quadrant = "high-high" | "low-low" | "high-low" | "low-high";

/** For each region: statistic, moments, significance and quadrant (`undefined` where the statistic is not defined). */
export type LocalMoran = {
  value: Float64Array;
  expected: Float64Array;
  variance: Float64Array;
  z: Float64Array;
  p: Float64Array;
  permutationP: Float64Array;
  quadrant: (Quadrant | undefined)[];
  notes: Note[];
};

/**
 * Local Moran's I: which regions lie among similar ones (positive: part of a cluster, "high-high" or "low-low") and which
 * stand out from their surroundings (negative).
 *
 *     I_i = z_i / m2 · Σ_j w_ij z_j,   z = x - mean,   m2 = Σ z² / n
 *
 * Takes one value per region and spatial weights. Returns vectors of one number per region: moments under total
 * randomisation, `p` from them (the normal distribution fits badly with few neighbours), and `permutationP`, with the
 * region's own value held and the others' placed at random; both two-sided and not corrected for looking at many regions.
 * The mean of I_i over n is Moran's I for row-standardised weights. Unknown regions are left out and noted; `NaN` there,
 * and for regions without neighbours. O(draws × neighbours + regions²).
 *
 * L. Anselin, "Local Indicators of Spatial Association—LISA", Geographical Analysis 27 (1995), 93–115.
 *
 * @example
 * const line = contiguityWeights([[0, 1], [1, 2], [2, 3]], 4);
 * localMoran([9, 8, 2, 1], line).quadrant; // ["high-high", "high-high", "low-low", "low-low"]
 */
export function localMoran(
  values: Vector,
  weights: SpatialWeights,
  options: LocalTestOptions = {},
): LocalMoran {
  const known = knownRegions(values, weights);
  const { starts, indices, weights: w } = known.weights;
  const { off: z, m2, kurtosis: b2 } = centred(known.values);
  const n = z.length;
  const undefinedAll = () => new Float64Array(n).fill(Number.NaN);
  const value = undefinedAll();
  const expected = undefinedAll();
  const variance = undefinedAll();
  const quadrant: (Quadrant | undefined)[] = new Array(weights.regions).fill(undefined);
  for (let i = 0; i < n && m2 > 0; i++) {
    let sum = 0;
    let squares = 0;
    let lag = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      sum += w[k]!;
      squares += w[k]! * w[k]!;
      lag += w[k]! * z[indices[k]!]!;
    }
    if (!(sum > 0)) continue;
    value[i] = (z[i]! / m2) * lag;
    expected[i] = -sum / (n - 1);
    const others = ((sum * sum - squares) * (2 * b2 - n)) / ((n - 1) * (n - 2));
    if (n > 2) variance[i] = (squares * (n - b2)) / (n - 1) + others - expected[i]! ** 2;
    quadrant[known.positions[i]!] = `${z[i]! >= 0 ? "high" : "low"}-${lag >= 0 ? "high" : "low"}`;
  }
  const scores = value.map((x, i) =>
    variance[i]! > 0 ? (x - expected[i]!) / Math.sqrt(variance[i]!) : Number.NaN,
  );
  const permutationP = m2 > 0 ? conditionalP(z, known.weights, options) : undefinedAll();
  const back = (list: Float64Array) => putBack(list, known.positions, weights.regions);
  return {
    value: back(value),
    expected: back(expected),
    variance: back(variance),
    z: back(scores),
    p: back(scores.map(twoSided)),
    permutationP: back(permutationP),
    quadrant,
    notes: [...known.notes],
  };
}
