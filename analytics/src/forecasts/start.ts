import { decompose } from "./decompose.ts";
import { line } from "./series.ts";
import type { SmoothingModel, State } from "./state-space.ts";

/** Seasonal indices do not start below this: a multiplicative one has to stay above 0. */
const LEAST_INDEX = 0.01;

/**
 * The state from which the search for the best first state sets out: seasons from a classical decomposition (from one
 * harmonic where there are fewer than three rounds), level and trend from the mean or the line through the first ten
 * values (two rounds at least) without their seasons.
 *
 * R. J. Hyndman, A. B. Koehler, R. D. Snyder and S. Grose, "A State Space Framework for Automatic Forecasting Using
 * Exponential Smoothing Methods", International Journal of Forecasting 18 (2002), 439–454, section 3.1.
 */
export function firstState(values: Float64Array, model: SmoothingModel, period: number): State {
  const m = model.season === "N" ? 1 : period;
  const { turns, seasons } = model.season === "N" ? noSeasons(values) : firstSeasons(values, model.season, m);
  const adjusted = values.map((y, t) => {
    if (model.season === "N") return y;
    return model.season === "A" ? y - turns[t]! : y / Math.max(turns[t]!, LEAST_INDEX);
  });
  const early = adjusted.subarray(0, Math.min(Math.max(10, 2 * m), adjusted.length));
  if (model.trend === "N") {
    const known = early.filter((y) => !Number.isNaN(y));
    return { level: known.reduce((sum, y) => sum + y, 0) / known.length, trend: 0, seasons };
  }
  const { intercept, slope } = line(early);
  // The line starts at period 1; the state is that of period 0.
  const level = intercept - slope;
  // A first forecast of 0 would divide the first relative error by 0.
  const isZero = Math.abs(level + slope) < 1e-8;
  return { level: isZero ? level * 1.001 : level, trend: isZero ? slope * 0.999 : slope, seasons };
}

type Seasons = { turns: Float64Array; seasons: Float64Array };

const noSeasons = (values: Float64Array): Seasons => ({
  turns: new Float64Array(values.length),
  seasons: new Float64Array(1),
});

function firstSeasons(values: Float64Array, season: "A" | "M", m: number): Seasons {
  const turns = values.length < 3 * m ? harmonicTurns(values, season, m) : decomposedTurns(values, season, m);
  // The first season follows from the others: they add up to 0, or to m.
  const others = turns.slice(1, m);
  if (season === "M") {
    others.forEach((x, k) => {
      others[k] = Math.max(Number.isNaN(x) ? 1 : x, LEAST_INDEX);
    });
    const total = others.reduce((sum, x) => sum + x, 0);
    if (total > m) {
      const shrunk = others.reduce((sum, x) => sum + x + LEAST_INDEX, 0);
      others.forEach((x, k) => {
        others[k] = x / shrunk;
      });
    }
  } else
    others.forEach((x, k) => {
      others[k] = Number.isNaN(x) ? 0 : x;
    });
  return { turns, seasons: completed(others, season) };
}

/** All seasons of a round from those after the first. */
function completed(others: Float64Array, season: "A" | "M"): Float64Array {
  const seasons = new Float64Array(others.length + 1);
  seasons.set(others, 1);
  seasons[0] = (season === "M" ? seasons.length : 0) - others.reduceRight((sum, x) => sum + x, 0);
  return seasons;
}

function decomposedTurns(values: Float64Array, season: "A" | "M", m: number): Float64Array {
  const { figure } = decompose(values, m, season === "A" ? "additive" : "multiplicative");
  return values.map((_, t) => figure[t % m]!);
}

/** Too few rounds to average over: what is left beside a line that was fitted together with one sine and cosine. */
function harmonicTurns(values: Float64Array, season: "A" | "M", m: number): Float64Array {
  const known = Array.from(values.keys()).filter((t) => !Number.isNaN(values[t]!));
  const angle = (t: number) => (2 * Math.PI * (t + 1)) / m;
  const rows = known.map((t) =>
    // With two seasons the sine is 0 throughout.
    m === 2 ? [1, t + 1, Math.cos(angle(t))] : [1, t + 1, Math.sin(angle(t)), Math.cos(angle(t))],
  );
  const [intercept = 0, slope = 0] = leastSquares(
    rows,
    known.map((t) => values[t]!),
  );
  return values.map((y, t) => {
    const trend = intercept + slope * (t + 1);
    return season === "A" ? y - trend : y / trend;
  });
}

/** Coefficients of the least-squares fit on a few columns, by Gram and Schmidt; a column that adds nothing gets 0. */
function leastSquares(rows: readonly number[][], y: readonly number[]): number[] {
  const p = rows[0]?.length ?? 0;
  const columns = Array.from({ length: p }, (_, c) => rows.map((row) => row[c]!));
  const r = Array.from({ length: p }, () => new Float64Array(p));
  const used: boolean[] = [];
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
  columns.forEach((column, c) => {
    const before = dot(column, column);
    for (let k = 0; k < c; k++) {
      if (!used[k]) continue;
      const part = dot(columns[k]!, column);
      r[k]![c] = part;
      for (let i = 0; i < column.length; i++) column[i]! -= part * columns[k]![i]!;
    }
    const norm = Math.sqrt(dot(column, column));
    used[c] = norm > 1e-9 * Math.sqrt(before);
    r[c]![c] = norm;
    if (used[c]) for (let i = 0; i < column.length; i++) column[i]! /= norm;
  });
  const coefficients = new Array<number>(p).fill(0);
  for (let c = p - 1; c >= 0; c--) {
    if (!used[c]) continue;
    let left = dot(columns[c]!, y as number[]);
    for (let k = c + 1; k < p; k++) left -= r[c]![k]! * coefficients[k]!;
    coefficients[c] = left / r[c]![c]!;
  }
  return coefficients;
}
