import type { Presence } from "../core/presence.ts";
import type { SumsKernel } from "../wasm/sums.ts";
import type { Layout } from "./layout.ts";

/** A presence as it acts on vectors. What comes back may be written over by the next call of the same function. */
export type Products = {
  /** For each region the sum over its activities. */
  overActivities: (x: Float64Array) => Float64Array;
  /** For each activity the sum over its regions. */
  overRegions: (x: Float64Array) => Float64Array;
};

/** Where a kernel finds the lists of rows and of columns, and vectors for regions and for activities, given and found. */
export type Places = {
  rows: number;
  columns: number;
  starts: number;
  indices: number;
  byColumn: number;
  regions: number;
  vectors: [givenRegions: number, regions: number, givenActivities: number, activities: number];
};

export const planVectors = (rows: number, columns: number, layout: Layout): Places["vectors"] => [
  layout.take(8 * rows),
  layout.take(8 * rows),
  layout.take(8 * columns),
  layout.take(8 * columns),
];

/** By the kernel, on lists that stand in its memory. */
export function quickProducts(places: Places, run: SumsKernel, buffer: ArrayBufferLike): Products {
  const { rows, columns, starts, indices, byColumn, regions, vectors } = places;
  const [givenRegions, foundRegions, givenActivities, foundActivities] = vectors;
  const list = (at: number, length: number) => new Float64Array(buffer, at, length);
  const given = { regions: list(givenRegions, rows), activities: list(givenActivities, columns) };
  const found = { regions: list(foundRegions, rows), activities: list(foundActivities, columns) };
  return {
    overActivities(x) {
      given.activities.set(x);
      run.product(starts, indices, rows, givenActivities, foundRegions);
      return found.regions;
    },
    overRegions(x) {
      given.regions.set(x);
      run.product(byColumn, regions, columns, givenRegions, foundActivities);
      return found.activities;
    },
  };
}

/** In TypeScript. */
export function plainProducts(presence: Presence): Products {
  const byActivity = presence.transpose();
  const regions = new Float64Array(presence.rows);
  const activities = new Float64Array(presence.columns);
  return {
    overActivities: (x) => sums(presence, x, regions),
    overRegions: (x) => sums(byActivity, x, activities),
  };
}

/** In four strands, as the kernel adds. */
function sums({ rows, starts, indices }: Presence, x: Float64Array, out: Float64Array): Float64Array {
  for (let r = 0; r < rows; r++) {
    let p = starts[r]!;
    const end = starts[r + 1]!;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (; p + 3 < end; p += 4) {
      a += x[indices[p]!]!;
      b += x[indices[p + 1]!]!;
      c += x[indices[p + 2]!]!;
      d += x[indices[p + 3]!]!;
    }
    for (; p < end; p++) a += x[indices[p]!]!;
    out[r] = a + b + (c + d);
  }
  return out;
}
