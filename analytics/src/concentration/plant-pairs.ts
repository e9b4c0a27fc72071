import { AnalyticsError } from "../core/error.ts";
import type { Matrix } from "../core/matrix.ts";
import { below, type Random } from "../core/random.ts";
import { distanceBetween, type Metric } from "../spatial/distance.ts";
import type { Pairs } from "./kernel.ts";

/** Distances of each two of some places, weighted by the product of their sizes. */
export function pairs(
  points: Matrix,
  members: ArrayLike<number>,
  sizes: Float64Array,
  metric: Metric,
): Pairs {
  const count = (members.length * (members.length - 1)) / 2;
  const found = { distances: new Float64Array(count), weights: new Float64Array(count) };
  for (let i = 0, k = 0; i < members.length; i++) {
    for (let j = i + 1; j < members.length; j++, k++) {
      found.distances[k] = distanceBetween(points, members[i]!, members[j]!, metric);
      found.weights[k] = sizes[members[i]!]! * sizes[members[j]!]!;
    }
  }
  return found;
}

/** Puts `count` random places first, each as likely as the others. */
export function draw(lot: Int32Array, count: number, random: Random): void {
  for (let i = 0; i < count; i++) {
    const j = i + below(random, lot.length - i);
    const kept = lot[i]!;
    lot[i] = lot[j]!;
    lot[j] = kept;
  }
}

/** Refuses plants that are not among the places, or twice. */
export function checkPlants(plants: readonly number[], places: number): void {
  plants.forEach((plant, row) => {
    if (!(Number.isInteger(plant) && plant >= 0 && plant < places))
      throw new AnalyticsError(
        "unknown-name",
        `There is no place at ${plant}`,
        `Give positions from 0 to ${places - 1}.`,
        { row },
      );
  });
  if (new Set(plants).size < plants.length)
    throw new AnalyticsError(
      "duplicate",
      "A place is named twice among the plants",
      "Name each once; two plants at one address are two places.",
    );
}
