import type { Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { conditionalP, type LocalTestOptions } from "./conditional.ts";
import { knownRegions, putBack } from "./known.ts";
import { twoSided } from "./normal.ts";
import { centred } from "./sums.ts";
import type { SpatialWeights } from "./weights.ts";

export type LocalGetisOrdOptions = LocalTestOptions & {
  /** Whether a region counts among its own surroundings: Gi* (true, the default) or Gi. */
  self?: boolean;
};

/** For each region the standardised statistic (a z-score) and its significance. */
export type LocalGetisOrd = { z: Float64Array; p: Float64Array; permutationP: Float64Array; notes: Note[] };

/**
 * Getis and Ord's local statistics Gi* and Gi: hot spots (z well above 0: high values around here) and cold spots (below).
 *
 *     Gi* = (Σ_j w_ij x_j - mean Σ_j w_ij) / (s √((n Σ_j w_ij² - (Σ_j w_ij)²) / (n - 1)))
 *
 * For Gi* the region itself is in the sums, with the weight of its strongest neighbour (with equal weights: like each of
 * them). For Gi it is not, and mean, s (divided by the number) and n are those of the others. z does not depend on whether
 * weights are row-standardised. Takes one value per region and spatial weights; returns one z per region, its two-sided p
 * by the normal distribution, and one by random placement of the others' values. Regions of unknown value are left out and
 * noted; `NaN` there, without neighbours, and where values do not vary. O(draws × neighbours + regions²).
 *
 * J. K. Ord, A. Getis, "Local Spatial Autocorrelation Statistics: Distributional Issues and an Application", Geographical
 * Analysis 27 (1995), 286–306.
 *
 * @example
 * const line = contiguityWeights([[0, 1], [1, 2], [2, 3]], 4);
 * localGetisOrd([9, 8, 2, 1], line).z[0].toFixed(4); // "1.7146"
 */
export function localGetisOrd(
  values: Vector,
  weights: SpatialWeights,
  options: LocalGetisOrdOptions = {},
): LocalGetisOrd {
  const { self = true } = options;
  const known = knownRegions(values, weights);
  const { starts, indices, weights: w } = known.weights;
  const { off, m2 } = centred(known.values);
  const n = off.length;
  const all = off.reduce((sum, x) => sum + x, 0);
  const z = off.map((own, i) => {
    if (starts[i] === starts[i + 1]) return Number.NaN;
    let sum = 0;
    let squares = 0;
    let lag = 0;
    let strongest = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      sum += w[k]!;
      squares += w[k]! * w[k]!;
      lag += w[k]! * off[indices[k]!]!;
      strongest = Math.max(strongest, w[k]!);
    }
    if (self) {
      const room = (n * (squares + strongest ** 2) - (sum + strongest) ** 2) / (n - 1);
      return standard(lag + strongest * own, m2, room, m2);
    }
    const mean = (all - own) / (n - 1);
    const variance = (n * m2 - own * own) / (n - 1) - mean * mean;
    return standard(lag - mean * sum, variance, ((n - 1) * squares - sum * sum) / (n - 2), m2);
  });
  const permutationP = m2 > 0 ? conditionalP(off, known.weights, options) : off.map(() => Number.NaN);
  const back = (list: Float64Array) => putBack(list, known.positions, weights.regions);
  return { z: back(z), p: back(z.map(twoSided)), permutationP: back(permutationP), notes: [...known.notes] };
}

/** A sum over its standard deviation; `NaN` where that is 0 but for rounding, as when all others are neighbours. */
function standard(sum: number, variance: number, room: number, scale: number): number {
  return variance > 1e-14 * scale && room > 1e-14 ? sum / Math.sqrt(variance * room) : Number.NaN;
}
