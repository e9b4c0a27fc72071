import { describe, expect, it } from "vitest";
import { normal, seeded } from "../core/random.ts";
import {
  backTest,
  bestForecast,
  combineForecasts,
  drift,
  forecastAccuracy,
  naive,
  seasonalNaive,
} from "./index.ts";

const none = Number.NaN;
const both = {
  naive: (past: Float64Array, horizon: number) => naive(past, { horizon }),
  drift: (past: Float64Array, horizon: number) => drift(past, { horizon }),
};

describe("the accuracy of a forecast", () => {
  it("follows its formulas", () => {
    const bounds = { lower: [[9], [9], [9]], upper: [[11], [11], [13]] };
    const accuracy = forecastAccuracy([10, 14, 12], [11, 11, 12], { history: [1, 4, 2, 6], ...bounds });
    expect(accuracy.mae).toBeCloseTo(4 / 3, 12);
    expect(accuracy.rmse).toBeCloseTo(Math.sqrt(10 / 3), 12);
    expect(accuracy.bias).toBeCloseTo(-2 / 3, 12);
    expect(accuracy.wape).toBeCloseTo(4 / 36, 12);
    // Changes 3, 2, 4.
    expect(accuracy.mase).toBeCloseTo(4 / 3 / 3, 12);
    expect([...accuracy.coverage]).toEqual([2 / 3]);
  });

  it("scales by the change from season to season where there is a period", () => {
    expect(forecastAccuracy([5], [7], { history: [1, 9, 2, 11], period: 2 }).mase).toBeCloseTo(2 / 1.5, 12);
  });

  it("leaves out what is unknown, and is undefined where nothing is left", () => {
    expect(forecastAccuracy([1, none, 3], [2, 5, none]).compared).toBe(1);
    expect(forecastAccuracy([none], [1])).toMatchObject({
      mae: none,
      rmse: none,
      wape: none,
      mase: none,
      compared: 0,
    });
    expect(forecastAccuracy([0], [1])).toMatchObject({ wape: none, mase: none, mae: 1 });
    expect(forecastAccuracy([4], [5], { history: [3, 3, 3] }).mase).toBeNaN();
    expect(() => forecastAccuracy([1, 2], [1])).toThrow("The forecast has 1 values where 2 are needed");
  });
});

describe("the back-test", () => {
  const series = [3, 5, 4, 8, 6, 9, 7, 12, 10, 13];

  it("never shows a method what comes after the origin", () => {
    const seen: number[][] = [];
    const spy = (past: Float64Array, horizon: number) => {
      seen.push([...past]);
      const forecast = naive(past, { horizon });
      // Nor can one method spoil the past for another.
      past.fill(none);
      return forecast;
    };
    const { origins, methods } = backTest(
      series,
      { spy, other: both.naive },
      { horizon: 3, first: 4, step: 2 },
    );
    expect([...origins]).toEqual([4, 6, 8]);
    expect(seen).toEqual([series.slice(0, 4), series.slice(0, 6), series.slice(0, 8)]);
    expect([...methods.spy.errors.values]).toEqual([...methods.other.errors.values]);
  });

  it("gives the same whatever comes after the last outcome it needs", () => {
    const changed = [...series.slice(0, 7), 1000, -1000, 0];
    const one = backTest(series, both, { first: 5 }).methods.drift.errors;
    const other = backTest(changed, both, { first: 5 }).methods.drift.errors;
    expect([...one.values.slice(0, 2)]).toEqual([...other.values.slice(0, 2)]);
  });

  it("has the errors of each test in its row, as far as the series goes", () => {
    const { methods } = backTest(series, both, { horizon: 2, first: 8 });
    // From 12: 10 and 13; from 10: 13 and nothing.
    expect(methods.naive.errors.toRows()).toEqual([
      [2, -1],
      [-3, none],
    ]);
    expect(methods.naive.accuracy.compared).toBe(3);
    expect(methods.naive.byStep.map(({ mae }) => mae)).toEqual([2.5, 1]);
  });

  it("takes a window of the past where told so", () => {
    const lengths: number[] = [];
    const spy = (past: Float64Array, horizon: number) => {
      lengths.push(past.length);
      return naive(past, { horizon });
    };
    backTest(series, { spy }, { first: 6, window: 4 });
    expect(lengths).toEqual([4, 4, 4, 4]);
  });

  it("finds intervals to hold what they say", () => {
    const random = seeded(3);
    let y = 0;
    const walk = Array.from({ length: 400 }, () => {
      y += normal(random);
      return y;
    });
    const { coverage } = backTest(walk, { naive: both.naive }, { first: 50 }).methods.naive.accuracy;
    expect(coverage[0]).toBeCloseTo(0.8, 1);
    expect(coverage[1]).toBeGreaterThan(0.92);
    expect(coverage[1]).toBeLessThan(0.98);
  });

  it("says when a series is too short to test", () => {
    const { best, methods, notes } = backTest([1, 2], both);
    expect(best).toBeUndefined();
    expect(methods.naive.accuracy.mae).toBeNaN();
    expect(notes).toMatchObject([{ code: "degenerate" }]);
    expect(() => backTest(series, both, { step: 0 })).toThrow("step is 0");
    expect(() => backTest(series, { short: (past) => naive(past, { horizon: 1 }) }, { horizon: 2 })).toThrow(
      "A method gave 1 periods where it was asked for 2",
    );
  });
});

describe("the best forecast", () => {
  it("is that of the method that did best on this series", () => {
    const line = Array.from({ length: 12 }, (_, t) => 5 + 3 * t);
    expect(bestForecast(line, 2, both).chosen).toBe("drift");
    const seasons = [1, 9, 4, 2, 1, 9, 4, 2, 1, 9, 4, 2, 1, 9, 4, 2];
    const seasonal = (past: Float64Array, horizon: number) => seasonalNaive(past, { period: 4, horizon });
    const { chosen, forecast } = bestForecast(seasons, 4, { ...both, seasonal }, { period: 4 });
    expect(chosen).toBe("seasonal");
    expect([...forecast.mean]).toEqual([1, 9, 4, 2]);
  });

  it("is that of the first method where nothing can be tested", () => {
    const { chosen, forecast } = bestForecast([4], 1, both);
    expect([chosen, forecast.mean[0]]).toEqual(["naive", 4]);
    expect(forecast.notes.map(({ code }) => code)).toContain("fallback");
    expect(() => bestForecast([4], 1, {})).toThrow("no method");
  });
});

describe("combined forecasts", () => {
  const one = naive([1, 2, 4], { horizon: 2 });
  const two = drift([1, 2, 4], { horizon: 2 });

  it("are means or medians of what the methods say", () => {
    expect([...combineForecasts([one, two]).mean]).toEqual([4.75, 5.5]);
    expect(combineForecasts([one, two], { weights: [3, 1] }).mean[0]).toBeCloseTo(4.375, 12);
    expect([...combineForecasts([one, two, two], { by: "median" }).mean]).toEqual([...two.mean]);
    const { upper } = combineForecasts([one, two]);
    expect(upper.at(1, 0)).toBeCloseTo((one.upper.at(1, 0) + two.upper.at(1, 0)) / 2, 12);
  });

  it("leave what one cannot say to the others", () => {
    const silent = { ...two, mean: two.mean.map(() => none) };
    expect([...combineForecasts([one, silent]).mean]).toEqual([...one.mean]);
  });

  it("are refused where they are not of the same kind", () => {
    expect(() => combineForecasts([])).toThrow("no forecast to combine");
    expect(() => combineForecasts([one, naive([1, 2, 4], { horizon: 3 })])).toThrow(
      'Forecast 1 ("Naive") has another',
    );
    expect(() => combineForecasts([one, two], { weights: [0, 0] })).toThrow("All weights are 0");
    expect(() => combineForecasts([one, two], { weights: [1, -1] })).toThrow("A weight is from 0, not -1");
    expect(() => combineForecasts([one, two], { weights: [1, 1], by: "median" })).toThrow("takes no weights");
  });
});
