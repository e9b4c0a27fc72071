import { quantile } from "../core/statistics.ts";

/** A band of curves: its lower and its upper edge at each point. */
export type Band = { lower: Float64Array; upper: Float64Array };

/** At each point by itself: the quantiles 1 - level and level of all curves. `NaN` without curves. */
export function localBand(curves: readonly Float64Array[], points: number, level: number): Band {
  const at = (d: number) => Float64Array.from(curves, (curve) => curve[d]!);
  return {
    lower: Float64Array.from({ length: points }, (_, d) => quantile(at(d), 1 - level)),
    upper: Float64Array.from({ length: points }, (_, d) => quantile(at(d), level)),
  };
}

/**
 * Over all points together: the upper edge is at each point the curve of the same rank, the lowest rank of which the share
 * `level` of the curves stays at or below everywhere; the lower edge is its mirror image. `NaN` without curves.
 */
export function globalBand(curves: readonly Float64Array[], points: number, level: number): Band {
  const count = curves.length;
  const lower = new Float64Array(points).fill(Number.NaN);
  const upper = new Float64Array(points).fill(Number.NaN);
  if (count === 0) return { lower, upper };
  const highest = new Int32Array(count);
  const lowest = new Int32Array(count).fill(count);
  const sorted = Array.from({ length: points }, (_, d) => {
    const order = Int32Array.from({ length: count }, (_, s) => s);
    order.sort((a, b) => curves[a]![d]! - curves[b]![d]!);
    order.forEach((s, rank) => {
      highest[s] = Math.max(highest[s]!, rank);
      lowest[s] = Math.min(lowest[s]!, rank);
    });
    return order;
  });
  const inside = Math.ceil(level * count);
  const top = highest.sort()[inside - 1]!;
  const bottom = lowest.sort()[count - inside]!;
  for (let d = 0; d < points; d++) {
    upper[d] = curves[sorted[d]![top]!]![d]!;
    lower[d] = curves[sorted[d]![bottom]!]![d]!;
  }
  return { lower, upper };
}
