import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Vector, vector } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { quantile, sum } from "../core/statistics.ts";
import type { Forecast } from "./forecast.ts";

export type CombineOptions = {
  /** "mean" (the default) or "median" of what the methods say. */
  by?: "mean" | "median";
  /** For the mean: one from 0 for each forecast, divided by their sum. Equal unless given. */
  weights?: Vector;
};

/**
 * Combined forecast: the mean (or median) of what several methods say. It is hard to beat by choosing one of them.
 *
 * Takes forecasts of the same series with the same horizon and levels; returns a forecast whose means, bounds and fitted
 * values are the means (medians) of theirs. Averaging the bounds, level by level, gives intervals somewhat wider than needed
 * where the methods err on different sides. What one method cannot say (`NaN`) is left to the others. `parameters` holds the
 * weights by the order of the forecasts. O(forecasts × (n + horizon)).
 *
 * J. M. Bates and C. W. J. Granger, "The Combination of Forecasts", Operational Research Quarterly 20 (1969), 451–468;
 * K. C. Lichtendahl, Y. Grushka-Cockayne and R. L. Winkler, "Is It Better to Average Probabilities or Quantiles?", Management
 * Science 59 (2013), 1594–1611, for the bounds.
 *
 * @example
 * const series = [2, 3, 6];
 * combineForecasts([naive(series, { horizon: 2 }), drift(series, { horizon: 2 })]).mean; // [7, 8]
 */
export function combineForecasts(forecasts: readonly Forecast[], options: CombineOptions = {}): Forecast {
  checkWords(options, { by: ["mean", "median"] });
  const [first] = forecasts;
  if (!first) throw new AnalyticsError("shape", "There is no forecast to combine", "Give one at least.");
  const weights = shares(options, forecasts.length);
  forecasts.forEach((other, k) => {
    const isAlike =
      other.mean.length === first.mean.length &&
      other.fitted.length === first.fitted.length &&
      other.levels.length === first.levels.length &&
      other.levels.every((level, l) => level === first.levels[l]);
    if (!isAlike)
      throw new AnalyticsError(
        "shape",
        `Forecast ${k} ("${other.method}") has another series, horizon or levels than the first`,
        "Make all of them from the same series with the same options.",
      );
  });
  const blend = (part: (forecast: Forecast) => Float64Array): Float64Array =>
    part(first).map((_, i) =>
      middle(
        forecasts.map((forecast) => part(forecast)[i]!),
        weights,
        options.by,
      ),
    );
  const bounds = (part: (forecast: Forecast) => Matrix): Matrix =>
    new Matrix(
      first.mean.length,
      first.levels.length,
      blend((forecast) => part(forecast).values),
    );
  return {
    method: `Combination of ${forecasts.map(({ method }) => method).join(", ")}`,
    mean: blend(({ mean }) => mean),
    lower: bounds(({ lower }) => lower),
    upper: bounds(({ upper }) => upper),
    levels: first.levels,
    fitted: blend(({ fitted }) => fitted),
    residuals: blend(({ residuals }) => residuals),
    parameters: Object.fromEntries(Array.from(weights, (weight, k) => [`weight${k + 1}`, weight])),
    notes: forecasts.flatMap(({ method, notes }) =>
      notes.map((note) => ({ ...note, text: `${method}: ${note.text}` })),
    ),
  };
}

function shares({ weights, by = "mean" }: CombineOptions, count: number): Float64Array {
  if (!weights) return new Float64Array(count).fill(1 / count);
  if (by === "median")
    throw new AnalyticsError(
      "option",
      "A median takes no weights",
      "Leave them out, or combine by the mean.",
    );
  const given = vector(weights, count, "The list of weights");
  given.forEach((weight, row) => {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new AnalyticsError(
        "negative",
        `A weight is from 0, not ${weight}`,
        "Leave a forecast out with 0.",
        { row },
      );
  });
  const total = sum(given);
  if (!(total > 0))
    throw new AnalyticsError("degenerate", "All weights are 0", "Give at least one forecast a weight.");
  return given.map((weight) => weight / total);
}

/** Of the values that are known, with the weights of these alone. */
function middle(values: readonly number[], weights: Float64Array, by: "mean" | "median" = "mean"): number {
  if (by === "median") return quantile(values, 0.5);
  let total = 0;
  let weight = 0;
  values.forEach((value, k) => {
    if (Number.isNaN(value)) return;
    total += weights[k]! * value;
    weight += weights[k]!;
  });
  return weight > 0 ? total / weight : Number.NaN;
}
