/** A series taken apart: `figure` has one number for each season of the round, that of the first period first. */
export type Decomposition = { trend: Float64Array; figure: Float64Array };

/**
 * Classical decomposition by moving averages: the trend is the centred mean over one round, the figure the mean of what is
 * left for each season, brought to mean 0 ("additive") or 1 ("multiplicative"). Unknown values leave gaps in the trend; a
 * season that is never seen beside a trend is neutral. Half a round at either end has no trend. O(n m).
 *
 * M. Kendall and A. Stuart, The Advanced Theory of Statistics, volume 3 (1983), pages 410–414.
 */
export function decompose(
  values: Float64Array,
  period: number,
  type: "additive" | "multiplicative",
): Decomposition {
  const n = values.length;
  const half = Math.floor(period / 2);
  const trend = new Float64Array(n).fill(Number.NaN);
  for (let t = half; t < n - half; t++) {
    let total = 0;
    for (let k = -half; k <= half; k++) {
      const atEdge = period % 2 === 0 && Math.abs(k) === half;
      total += atEdge ? values[t + k]! / 2 : values[t + k]!;
    }
    trend[t] = total / period;
  }
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (let t = 0; t < n; t++) {
    const left = type === "additive" ? values[t]! - trend[t]! : values[t]! / trend[t]!;
    if (!Number.isFinite(left)) continue;
    sums[t % period]! += left;
    counts[t % period]!++;
  }
  const seen = sums.map((sum, k) => sum / counts[k]!);
  const known = seen.filter((x) => !Number.isNaN(x));
  const middle = known.length > 0 ? known.reduce((sum, x) => sum + x, 0) / known.length : Number.NaN;
  const figure = seen.map((x) => {
    if (Number.isNaN(x)) return type === "additive" ? 0 : 1;
    return type === "additive" ? x - middle : x / middle;
  });
  return { trend, figure };
}
