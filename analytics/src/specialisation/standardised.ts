import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { below, type Random, seeded } from "../core/random.ts";
import { mean, quantile, SPREADS, type Spread } from "../core/statistics.ts";
import { type LocationQuotientOptions, locationQuotient } from "./location-quotient.ts";

export type StandardisedOptions = LocationQuotientOptions & {
  /** Standardise the natural logarithm instead, which is often nearer to a normal distribution; quotients of 0 drop out. */
  logarithm?: boolean;
  /** Divide the variance by n (default) or by n - 1. */
  spread?: Spread;
};

/**
 * Standardised location quotient: how many standard deviations a region's quotient lies from the mean of all regions, for
 * each activity. If they are normally distributed, above 1.96 is exceptional (5 %, two-sided), and a threshold that means
 * the same for every activity replaces the arbitrary "1.25 or more". Where they are not, use `bootstrapCutOff`.
 *
 *     SLQ(r, c) = (LQ(r, c) - mean over regions) / standard deviation over regions
 *
 * Takes amounts and returns regions × activities; `NaN` where the quotient is, and for an activity that does not vary.
 * O(regions × activities).
 *
 * D. O'Donoghue, B. Gleave, "A Note on Methods for Measuring Industrial Agglomeration", Regional Studies 38 (2004),
 * 419–427.
 *
 * @example
 * const quotients = standardisedLocationQuotient([[9, 1], [5, 5], [1, 9]]);
 * Array.from(quotients.column(0), (x) => x.toFixed(4)); // ["1.2247", "0.0000", "-1.2247"]
 */
export function standardisedLocationQuotient(table: Table, options: StandardisedOptions = {}): Matrix {
  checkWords(options, { spread: SPREADS });
  const { logarithm = false, spread = "population", ...rest } = options;
  const quotients = locationQuotient(table, rest);
  if (logarithm)
    quotients.values.forEach((x, k, all) => {
      all[k] = logarithmOf(x);
    });
  const { means, deviations } = ofColumns(quotients, spread);
  // What is left of equal numbers after rounding is no variation.
  const widths = deviations.map((width, c) =>
    width > 1e-14 * Math.max(Math.abs(means[c]!), logarithm ? 1 : 0) ? width : Number.NaN,
  );
  const { rows, columns, values } = quotients;
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, k++) values[k] = (values[k]! - means[c]!) / widths[c]!;
  return quotients;
}

/** Mean and standard deviation of what is known of each column, in two passes over the rows. */
function ofColumns({ rows, columns, values }: Matrix, spread: Spread) {
  const known = new Float64Array(columns);
  const means = new Float64Array(columns);
  const deviations = new Float64Array(columns);
  for (let r = 0, k = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, k++) {
      if (Number.isNaN(values[k]!)) continue;
      known[c]!++;
      means[c]! += values[k]!;
    }
  }
  for (let c = 0; c < columns; c++) means[c]! /= known[c]!;
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, k++)
      if (!Number.isNaN(values[k]!)) deviations[c]! += (values[k]! - means[c]!) ** 2;
  const free = spread === "population" ? 0 : 1;
  return { means, deviations: deviations.map((squares, c) => Math.sqrt(squares / (known[c]! - free))) };
}

const logarithmOf = (x: number) => (x > 0 ? Math.log(x) : Number.NaN);

export type BootstrapCutOffOptions = {
  /** Which quantile is the cut-off; 0.95 unless told. */
  level?: number;
  /** How many draws; 1,000 unless told. */
  draws?: number;
  seed?: number;
};

/** For each activity the cut-off, and between which values it lies in 95 of 100 draws. */
export type BootstrapCutOff = { cutOff: Float64Array; lower: Float64Array; upper: Float64Array };

/**
 * From which value on a region stands out, without assuming a normal distribution: for each activity, regions are drawn
 * with replacement, as many as there are, again and again; the cut-off is the mean of the draws' upper quantiles.
 *
 *     cut-off(c) = mean over draws b of quantile(level) { SLQ(r, c) : r drawn in b }
 *
 * Takes standardised (or any other) quotients, regions × activities; returns three vectors of one value per activity, with
 * the interval in which the middle 95 % of the draws' quantiles lie. Unknown values are left out; `NaN` where none is
 * known. The same seed gives the same result everywhere.
 * O(draws × regions × activities).
 *
 * Z. Tian, "Measuring Agglomeration Using the Standardized Location Quotient with a Bootstrap Method", Journal of Regional
 * Analysis and Policy 43 (2013), 186–197.
 *
 * @example
 * const quotients = standardisedLocationQuotient([[9, 1], [5, 5], [4, 6], [1, 9]]);
 * const { cutOff, lower, upper } = bootstrapCutOff(quotients, { seed: 1 });
 * lower[0] <= cutOff[0] && cutOff[0] <= upper[0]; // true
 */
export function bootstrapCutOff(quotients: Table, options: BootstrapCutOffOptions = {}): BootstrapCutOff {
  const { level = 0.95, draws = 1000, seed = 1 } = options;
  if (!(level > 0 && level < 1))
    throw new AnalyticsError("option", `A level of ${level} is no share`, "Give one between 0 and 1.");
  if (!(Number.isInteger(draws) && draws > 0))
    throw new AnalyticsError("option", `${draws} draws cannot be`, "Give a whole number from 1.");
  const byActivity = Matrix.from(quotients).transpose();
  const random = seeded(seed);
  const empty = () => new Float64Array(byActivity.rows).fill(Number.NaN);
  const result = { cutOff: empty(), lower: empty(), upper: empty() };
  for (let c = 0; c < byActivity.rows; c++) {
    const known = byActivity
      .row(c)
      .filter((x) => !Number.isNaN(x))
      .sort();
    if (known.length === 0) continue;
    const found = resampledQuantiles(known, level, draws, random);
    result.cutOff[c] = mean(found);
    result.lower[c] = quantile(found, 0.025);
    result.upper[c] = quantile(found, 0.975);
  }
  return result;
}

/** One quantile per sample. Of a sample it is enough to know how often each of the sorted values was drawn. */
function resampledQuantiles(sorted: Float64Array, level: number, draws: number, random: Random) {
  const n = sorted.length;
  const place = (n - 1) * level;
  const low = Math.floor(place);
  const found = new Float64Array(draws);
  const drawn = new Int32Array(n);
  for (let b = 0; b < draws; b++) {
    drawn.fill(0);
    for (let i = 0; i < n; i++) drawn[below(random, n)]!++;
    let at = 0;
    let passed = drawn[0]!;
    while (passed <= low) passed += drawn[++at]!;
    const first = sorted[at]!;
    while (passed <= Math.min(low + 1, n - 1)) passed += drawn[++at]!;
    found[b] = first + (place - low) * (sorted[at]! - first);
  }
  return found;
}
