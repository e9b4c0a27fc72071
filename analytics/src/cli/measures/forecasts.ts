import * as kontor from "../../index.ts";
import type { Measure, Option, Said, Series } from "../measure.ts";

const METHODS = {
  naive: kontor.naive,
  "seasonal-naive": kontor.seasonalNaive,
  drift: kontor.drift,
  "damped-drift": kontor.dampedDrift,
  ses: kontor.simpleExponentialSmoothing,
  holt: kontor.holt,
  ets: kontor.exponentialSmoothing,
  theta: kontor.theta,
  croston: kontor.croston,
  tsb: kontor.teunterSyntetosBabai,
} satisfies Record<string, (values: Float64Array, options: kontor.ForecastOptions) => kontor.Forecast>;

const options: Record<string, Option> = {
  method: { type: "text", summary: "how (ets, chosen by AICc)", choices: Object.keys(METHODS) },
  horizon: { type: "number", summary: "how many periods ahead" },
  season: {
    type: "number",
    summary: "values that make a season's round (4 where periods look like 2020Q1, 12 like 2020-01, else 1)",
  },
};

export const forecasts: Record<string, Measure> = {
  forecast: {
    takes: "series",
    summary: "Forecast of a series with intervals of 80 and 95 percent",
    options,
    run: (series, said) => {
      const { values } = series;
      const { mean, lower, upper, notes, method } = methodOf(said)(values, optionsOf(series, said));
      return {
        columns: ["ahead", "mean", "lower 80", "upper 80", "lower 95", "upper 95", "method"],
        records: Array.from(mean, (value, h) => [
          h + 1,
          value,
          lower.at(h, 0),
          upper.at(h, 0),
          lower.at(h, 1),
          upper.at(h, 1),
          method,
        ]),
        notes,
      };
    },
  },
  "back-test": {
    takes: "series",
    summary:
      "How good each way to forecast would have been in the past: errors and coverage from a rolling origin",
    options: { horizon: options.horizon!, season: options.season! },
    run: (series, said) => {
      const { values } = series;
      const horizon = typeof said.horizon === "number" ? said.horizon : 1;
      const { period = 1 } = optionsOf(series, said);
      const methods = Object.entries(METHODS).filter(([name]) => period > 1 || name !== "seasonal-naive");
      const tested = kontor.backTest(
        values,
        Object.fromEntries(
          methods.map(([name, of]) => [
            name,
            (past: Float64Array, ahead: number) => of(past, { horizon: ahead, period }),
          ]),
        ),
        { horizon, period },
      );
      return {
        columns: ["method", "mase", "wape", "rmse", "mae", "bias", "coverage 80", "coverage 95", "best"],
        records: Object.entries(tested.methods).map(([name, { accuracy }]) => [
          name,
          accuracy.mase,
          accuracy.wape,
          accuracy.rmse,
          accuracy.mae,
          accuracy.bias,
          accuracy.coverage[0] ?? Number.NaN,
          accuracy.coverage[1] ?? Number.NaN,
          name === tested.best ? "best" : "",
        ]),
        notes: tested.notes,
      };
    },
  },
};

const methodOf = ({ method = "ets" }: Said) =>
  METHODS[method as keyof typeof METHODS] as (
    values: Float64Array,
    options: kontor.ForecastOptions,
  ) => kontor.Forecast;

function optionsOf({ periods }: Series, { horizon, season }: Said): kontor.ForecastOptions {
  const period = typeof season === "number" ? season : seasonOf(periods);
  return { period, ...(typeof horizon === "number" ? { horizon } : {}) };
}

/** Quarters and months show in how periods are written. */
function seasonOf(periods: readonly string[]): number {
  if (periods.every((name) => /^\d{4}[-\s]?Q[1-4]$/i.test(name))) return 4;
  return periods.every((name) => /^\d{4}[-/M](0[1-9]|1[0-2])$/i.test(name)) ? 12 : 1;
}
