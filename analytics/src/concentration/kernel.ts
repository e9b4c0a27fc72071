import { deviation, quantile } from "../core/statistics.ts";

/** Distances of pairs, and how much each pair counts. */
export type Pairs = { distances: Float64Array; weights: Float64Array };

/** From where on a Gaussian kernel adds nothing that a double would show. */
const REACH = 9;

/** Silverman's rule of thumb (Density Estimation, 1986, p. 48): 0.9 min(s, interquartile range / 1.34) n^(-1/5). */
export function bandwidthOf({ distances }: Pairs): number {
  const spread = deviation(distances, "sample");
  const quartiles = (quantile(distances, 0.75) - quantile(distances, 0.25)) / 1.34;
  const width = quartiles > 0 ? Math.min(spread, quartiles) : spread;
  return width > 0 ? 0.9 * width * distances.length ** -0.2 : Number.NaN;
}

/** Density of weighted distances at each point of a grid, with a Gaussian kernel reflected at 0. All `NaN` without any. */
export function smooth({ distances, weights }: Pairs, grid: Float64Array, bandwidth: number): Float64Array {
  const result = new Float64Array(grid.length);
  let whole = 0;
  for (const weight of weights) whole += weight;
  if (!(whole > 0 && bandwidth > 0)) return result.fill(Number.NaN);
  const step = evenStep(grid);
  for (let k = 0; k < distances.length; k++) {
    for (const centre of [distances[k]!, -distances[k]!]) {
      if (weights[k] === 0) continue;
      if (step > 0) addEvenly(result, grid[0]!, step, centre, bandwidth, weights[k]!);
      else add(result, grid, centre, bandwidth, weights[k]!);
    }
  }
  const scale = whole * bandwidth * Math.sqrt(2 * Math.PI);
  return result.map((x) => x / scale);
}

/** The distance between neighbouring points, or 0 where it is not the same everywhere. */
function evenStep(grid: Float64Array): number {
  const step = (grid[grid.length - 1]! - grid[0]!) / (grid.length - 1);
  const even = grid.every(
    (x, i) => Math.abs(x - (grid[0]! + i * step)) <= 1e-12 * Math.abs(grid[grid.length - 1]!),
  );
  return even && step > 0 ? step : 0;
}

function add(result: Float64Array, grid: Float64Array, centre: number, bandwidth: number, weight: number) {
  for (let i = 0; i < grid.length; i++) {
    const off = (grid[i]! - centre) / bandwidth;
    if (Math.abs(off) < REACH) result[i]! += weight * Math.exp(-0.5 * off * off);
  }
}

/**
 * From the nearest point outwards, each value from the one before: φ(u + a) = φ(u) · exp(-a u - a²/2), whose second
 * factor changes by exp(-a²) a step. Three exponentials for a whole grid.
 */
function addEvenly(
  result: Float64Array,
  first: number,
  step: number,
  centre: number,
  bandwidth: number,
  weight: number,
) {
  const n = result.length;
  const nearest = Math.min(n - 1, Math.max(0, Math.round((centre - first) / step)));
  const u = (first + nearest * step - centre) / bandwidth;
  if (Math.abs(u) >= REACH) return;
  const a = step / bandwidth;
  const top = weight * Math.exp(-0.5 * u * u);
  const turn = Math.exp(-a * a);
  const least = weight * 1e-18;
  result[nearest]! += top;
  let value = top;
  let factor = Math.exp(-a * u - 0.5 * a * a);
  for (let i = nearest + 1; i < n; i++) {
    value *= factor;
    if (value < least) break;
    factor *= turn;
    result[i]! += value;
  }
  value = top;
  factor = Math.exp(a * u - 0.5 * a * a);
  for (let i = nearest - 1; i >= 0; i--) {
    value *= factor;
    if (value < least) break;
    factor *= turn;
    result[i]! += value;
  }
}
