import { AnalyticsError } from "../core/error.ts";
import { type Vector, vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import type { SpatialWeights } from "./weights.ts";

/** The regions whose value is known, renumbered; `positions` says who they were. */
export type Known = {
  values: Float64Array;
  weights: SpatialWeights;
  positions: Int32Array;
  notes: Note[];
};

/**
 * Leaves out the regions of unknown value, as neighbours too: row-standardised weights are standardised again, so that a
 * neighbourhood's average is that of the known ones.
 */
export function knownRegions(values: Vector, weights: SpatialWeights): Known {
  const given = vector(values, weights.regions, "The list of values");
  given.forEach((value, row) => {
    if (Math.abs(value) === Number.POSITIVE_INFINITY)
      throw new AnalyticsError(
        "not-a-number",
        `${value} is not a finite number`,
        "Write NaN where a value is unknown.",
        { row },
      );
  });
  const positions = Int32Array.from(given.keys()).filter((i) => !Number.isNaN(given[i]!));
  if (positions.length === given.length) return { values: given, weights, positions, notes: weights.notes };
  const place = new Int32Array(given.length).fill(-1);
  positions.forEach((old, now) => {
    place[old] = now;
  });
  const missing = Array.from(given.keys()).filter((i) => Number.isNaN(given[i]!));
  const left: Note = {
    code: "missing",
    text: `${missing.length === 1 ? "1 region is" : `${missing.length} regions are`} left out: the value is unknown.`,
    positions: missing,
  };
  return {
    values: Float64Array.from(positions, (i) => given[i]!),
    weights: restrict(weights, positions, place),
    positions,
    notes: [...weights.notes, left],
  };
}

function restrict(weights: SpatialWeights, positions: Int32Array, place: Int32Array): SpatialWeights {
  const starts = new Int32Array(positions.length + 1);
  const indices: number[] = [];
  const kept: number[] = [];
  positions.forEach((old, now) => {
    let sum = 0;
    for (let k = weights.starts[old]!; k < weights.starts[old + 1]!; k++)
      if (place[weights.indices[k]!]! >= 0) sum += weights.weights[k]!;
    for (let k = weights.starts[old]!; k < weights.starts[old + 1]!; k++) {
      const neighbour = place[weights.indices[k]!]!;
      if (neighbour < 0) continue;
      indices.push(neighbour);
      kept.push(weights.weights[k]! / (weights.standardised ? sum : 1));
    }
    starts[now + 1] = indices.length;
  });
  return {
    ...weights,
    regions: positions.length,
    starts,
    indices: Int32Array.from(indices),
    weights: Float64Array.from(kept),
  };
}

/** Results of the known regions put back to where they were; `NaN` elsewhere. */
export function putBack(results: Float64Array, positions: Int32Array, regions: number): Float64Array {
  const all = new Float64Array(regions).fill(Number.NaN);
  positions.forEach((old, now) => {
    all[old] = results[now]!;
  });
  return all;
}
