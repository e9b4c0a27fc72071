import { below, seeded } from "../core/random.ts";
import { count, type SpatialTestOptions, Tally } from "./significance.ts";
import type { SpatialWeights } from "./weights.ts";

/** How often, and with which seed, other regions' values are put around each region. */
export type LocalTestOptions = Pick<SpatialTestOptions, "draws" | "seed">;

/**
 * For each region, how likely a neighbourhood sum Σ_j w_ij x_j so far from the middle is if the others' values are put in
 * random places while its own stays (two-sided). `NaN` for regions without neighbours, and without draws.
 * O(draws × neighbours + regions²).
 */
export function conditionalP(
  values: Float64Array,
  weights: SpatialWeights,
  options: LocalTestOptions,
): Float64Array {
  const { starts, indices, weights: w } = weights;
  const n = values.length;
  const draws = count(options.draws);
  const random = seeded(options.seed ?? 1);
  const others = Int32Array.from({ length: n }, (_, i) => i);
  const result = new Float64Array(n).fill(Number.NaN);
  for (let i = 0; i < n; i++) {
    const from = starts[i]!;
    const to = starts[i + 1]!;
    if (from === to) continue;
    // The region itself goes last, out of the way of the draw.
    swap(others, others.indexOf(i), n - 1);
    let lag = 0;
    let magnitude = 0;
    for (let k = from; k < to; k++) {
      lag += w[k]! * values[indices[k]!]!;
      magnitude += Math.abs(w[k]! * values[indices[k]!]!);
    }
    const tally = new Tally(lag, magnitude);
    for (let p = 0; p < draws; p++) {
      let drawn = 0;
      for (let k = from; k < to; k++) {
        const at = k - from;
        swap(others, at, at + below(random, n - 1 - at));
        drawn += w[k]! * values[others[at]!]!;
      }
      tally.add(drawn);
    }
    result[i] = tally.p();
  }
  return result;
}

function swap(list: Int32Array, a: number, b: number) {
  const kept = list[a]!;
  list[a] = list[b]!;
  list[b] = kept;
}
