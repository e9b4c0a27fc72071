import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { type Accuracy, naiveError, Tally } from "./accuracy.ts";
import type { Forecast } from "./forecast.ts";
import { seriesOf } from "./series.ts";

/** A method of forecasting, its options already chosen: it is given the past and how far to look ahead. */
export type ForecastMethod = (past: Float64Array, horizon: number) => Forecast;

export type BackTestOptions = {
  /** How far ahead each test looks: 1 period unless told. */
  horizon?: number;
  /** How many values the first test is made from: half of the series unless told, and two rounds of seasons at least. */
  first?: number;
  /** How many periods from one test to the next: 1 unless told. */
  step?: number;
  /** Of the naive forecast behind the scale of MASE: 1 for years, 4 for quarters. */
  period?: number;
  /** Takes only so many of the latest values as past, instead of all. */
  window?: number;
};

/** What the tests of one method say. */
export type Tested = {
  accuracy: Accuracy;
  /** Accuracy one, two, … periods ahead. */
  byStep: Accuracy[];
  /** Forecast less actual, tests × horizon; `NaN` beyond the end of the series. */
  errors: Matrix;
};

export type BackTest<Name extends string> = {
  methods: Record<Name, Tested>;
  /** The method with the least MASE (the least MAE where the past never changed); undefined where no error is known. */
  best: Name | undefined;
  /** How many values each test was made from. */
  origins: Int32Array;
  notes: Note[];
};

/**
 * Back-test with a rolling origin: each method forecasts the past from the past before it, again and again, as if nothing
 * later were known. Only this tells how good a method is; how well it fits what it has seen does not.
 *
 * Takes a series in the order of time and methods by name, each a function of the past and the horizon; each test hands
 * every method a copy of the values up to its origin. Returns errors (forecast less actual) and their summary by method,
 * over all steps and for each step ahead, with the share of outcomes inside the intervals, which should be near their levels.
 * MASE is scaled by the mean naive error of the past of each test. A series too short for one test gives `NaN` with a note.
 * O(tests × methods × the method).
 *
 * L. J. Tashman, "Out-of-sample Tests of Forecasting Accuracy: An Analysis and Review", International Journal of Forecasting
 * 16 (2000), 437–450.
 *
 * @example
 * const series = [1, 2, 3, 4, 5, 6, 7, 8];
 * const test = backTest(series, {
 *   naive: (past, horizon) => naive(past, { horizon }),
 *   drift: (past, horizon) => drift(past, { horizon }),
 * });
 * test.best; // "drift"
 * test.methods.naive.accuracy.mae; // 1
 */
export function backTest<Name extends string>(
  series: Vector,
  methods: Readonly<Record<Name, ForecastMethod>>,
  options: BackTestOptions = {},
): BackTest<Name> {
  const { values } = seriesOf(series);
  const { horizon = 1, step = 1, period = 1, window = values.length } = options;
  const { first = Math.max(Math.ceil(values.length / 2), period > 1 ? 2 * period : 2) } = options;
  for (const [name, value] of Object.entries({ horizon, step, period, first, window: Math.max(1, window) }))
    if (!(Number.isInteger(value) && value >= 1))
      throw new AnalyticsError("option", `${name} is ${value}`, "Give a whole number from 1.");
  const origins: number[] = [];
  for (let origin = first; origin < values.length; origin += step) origins.push(origin);
  const notes: Note[] = [];
  if (origins.length === 0)
    notes.push({
      code: "degenerate",
      text: `${values.length} values leave nothing to test after the first ${first}.`,
    });

  const names = Object.keys(methods) as Name[];
  const tested = Object.fromEntries(
    names.map((name) => [name, test(values, methods[name], origins, { horizon, period, window })]),
  ) as Record<Name, Tested>;
  return { methods: tested, best: leastOff(names, tested), origins: Int32Array.from(origins), notes };
}

function test(
  values: Float64Array,
  method: ForecastMethod,
  origins: readonly number[],
  { horizon, period, window }: { horizon: number; period: number; window: number },
): Tested {
  const all = new Tally();
  const steps = Array.from({ length: horizon }, () => new Tally());
  const errors = new Matrix(origins.length, horizon).map(() => Number.NaN);
  origins.forEach((origin, k) => {
    const past = values.slice(Math.max(0, origin - window), origin);
    const scale = naiveError(past, period);
    const ahead = Math.min(horizon, values.length - origin);
    const { mean, lower, upper } = method(past.slice(), horizon);
    if (mean.length !== horizon)
      throw new AnalyticsError(
        "shape",
        `A method gave ${mean.length} periods where it was asked for ${horizon}`,
        "Hand the horizon on to the forecast.",
      );
    for (let h = 0; h < ahead; h++) {
      const one = <T extends Float64Array>(of: T) => of.subarray(h, h + 1) as Float64Array;
      const row = (of: Matrix) => new Matrix(1, of.columns, of.row(h));
      const actual = values.subarray(origin + h, origin + h + 1);
      errors.values[k * horizon + h] = mean[h]! - actual[0]!;
      for (const tally of [all, steps[h]!]) tally.add(actual, one(mean), scale, row(lower), row(upper));
    }
  });
  return { accuracy: all.accuracy(), byStep: steps.map((tally) => tally.accuracy()), errors };
}

function leastOff<Name extends string>(
  names: readonly Name[],
  tested: Record<Name, Tested>,
): Name | undefined {
  const isScaled = names.every((name) => Number.isFinite(tested[name].accuracy.mase));
  const off = (name: Name): number => tested[name].accuracy[isScaled ? "mase" : "mae"];
  let best: Name | undefined;
  for (const name of names)
    if (Number.isFinite(off(name)) && (best === undefined || off(name) < off(best))) best = name;
  return best;
}

/**
 * The forecast of the method that did best in the back-test of this series: methods compete for each series anew.
 *
 * Takes a series, methods by name and the horizon wanted; the tests look as far ahead, unless told otherwise. Returns the
 * forecast from the whole series, the name of the method and the test. Where nothing can be tested (the series is too short)
 * the first method is taken, with a note. O(tests × methods × the method).
 *
 * L. J. Tashman, "Out-of-sample Tests of Forecasting Accuracy: An Analysis and Review", International Journal of Forecasting
 * 16 (2000), 437–450.
 *
 * @example
 * const { chosen, forecast } = bestForecast([1, 2, 3, 4, 5, 6, 7, 8], 2, {
 *   naive: (past, horizon) => naive(past, { horizon }),
 *   drift: (past, horizon) => drift(past, { horizon }),
 * });
 * chosen; // "drift"
 * forecast.mean; // [9, 10]
 */
export function bestForecast<Name extends string>(
  series: Vector,
  horizon: number,
  methods: Readonly<Record<Name, ForecastMethod>>,
  options: BackTestOptions = {},
): { chosen: Name; forecast: Forecast; test: BackTest<Name> } {
  const [first] = Object.keys(methods) as Name[];
  if (first === undefined)
    throw new AnalyticsError("option", "There is no method to choose from", "Give one at least.");
  const outcome = backTest(series, methods, { horizon, ...options });
  const chosen = outcome.best ?? first;
  const forecast = methods[chosen](Float64Array.from(series), horizon);
  const notes: Note[] = outcome.best
    ? forecast.notes
    : [
        ...forecast.notes,
        { code: "fallback", text: `Nothing could be tested; "${first}" is the first method given.` },
      ];
  return { chosen, forecast: { ...forecast, notes }, test: outcome };
}
