import { AnalyticsError } from "../core/error.ts";
import type { Table } from "../core/matrix.ts";
import { distanceBetween, type Metric, places } from "./distance.ts";
import { compress, type SpatialWeights, type WeightStandard } from "./weights.ts";

export type DistanceWeightsOptions = {
  /** "plane" (the default) or "sphere" (latitude, longitude; kilometres). */
  metric?: Metric;
  /** Weight 1 / distance to this power; 0 (the default) weighs all neighbours alike. Places at distance 0 are refused. */
  decay?: number;
  standardise?: WeightStandard;
};

/**
 * Spatial weights of all regions that are not farther apart than a threshold.
 *
 * Takes places (n × 2, see `Metric`) and the threshold in the unit of the distance; returns weights, row-standardised
 * unless `standardise` is "none". Regions that have nobody so near get a note. O(n²).
 *
 * A. Getis, J. K. Ord, "The Analysis of Spatial Association by Use of Distance Statistics", Geographical Analysis 24
 * (1992), 189–206.
 *
 * @example
 * distanceBandWeights([[0, 0], [0, 1], [0, 3]], 2).indices; // Int32Array [1, 0, 2, 1]
 */
export function distanceBandWeights(
  points: Table,
  threshold: number,
  options: DistanceWeightsOptions = {},
): SpatialWeights {
  const { metric = "plane", decay = 0, standardise } = options;
  if (!(threshold > 0))
    throw new AnalyticsError("option", `A threshold of ${threshold} is no distance`, "Give one above 0.");
  const checked = places(points, metric);
  const neighbours = Array.from({ length: checked.rows }, () => new Map<number, number>());
  for (let a = 0; a < checked.rows; a++) {
    for (let b = a + 1; b < checked.rows; b++) {
      const apart = distanceBetween(checked, a, b, metric);
      if (apart > threshold) continue;
      const weight = weightAt(apart, decay, a, b);
      neighbours[a]!.set(b, weight);
      neighbours[b]!.set(a, weight);
    }
  }
  return compress(neighbours, standardise);
}

/**
 * Spatial weights of each region's k nearest ones. Not symmetric: a remote region's neighbours need not count it as theirs.
 * Of several equally far the earlier in the list is taken.
 *
 * Takes places (n × 2, see `Metric`) and k; returns weights, row-standardised unless `standardise` is "none".
 * O(n² k).
 *
 * L. Anselin, Spatial Econometrics: Methods and Models, Kluwer (1988), chapter 3.
 *
 * @example
 * nearestNeighbourWeights([[0, 0], [0, 1], [0, 3]], 1).indices; // Int32Array [1, 0, 1]
 */
export function nearestNeighbourWeights(
  points: Table,
  k: number,
  options: DistanceWeightsOptions = {},
): SpatialWeights {
  const { metric = "plane", decay = 0, standardise } = options;
  const checked = places(points, metric);
  if (!(Number.isInteger(k) && k > 0))
    throw new AnalyticsError(
      "option",
      `${k} nearest neighbours cannot be found`,
      "Give a whole number from 1.",
    );
  const neighbours = Array.from({ length: checked.rows }, (_, a) => {
    const nearest: { b: number; apart: number }[] = [];
    for (let b = 0; b < checked.rows; b++) {
      if (b === a) continue;
      const apart = distanceBetween(checked, a, b, metric);
      if (nearest.length === k && apart >= nearest[k - 1]!.apart) continue;
      if (nearest.length === k) nearest.pop();
      let at = nearest.length;
      while (at > 0 && nearest[at - 1]!.apart > apart) at--;
      nearest.splice(at, 0, { b, apart });
    }
    return new Map(nearest.map(({ b, apart }) => [b, weightAt(apart, decay, a, b)]));
  });
  return compress(neighbours, standardise);
}

function weightAt(apart: number, decay: number, a: number, b: number): number {
  if (decay === 0) return 1;
  if (!(decay > 0)) throw new AnalyticsError("option", `A decay of ${decay} is none`, "Give a power from 0.");
  if (apart === 0)
    throw new AnalyticsError(
      "degenerate",
      `The places ${a} and ${b} are the same, so that 1 / distance is not defined`,
      "Use decay: 0, or move one of them.",
      { row: b },
    );
  return apart ** -decay;
}
