import type { Presence } from "../core/presence.ts";

/** A presence as it acts on vectors. What comes back may be written over by the next call of the same function. */
export type Products = {
  /** For each region the sum over its activities. */
  overActivities: (x: Float64Array) => Float64Array;
  /** For each activity the sum over its regions. */
  overRegions: (x: Float64Array) => Float64Array;
};

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
