import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "./forecast.ts";
import * as forecasts from "./index.ts";
import { interpolated, line } from "./series.ts";

const none = Number.NaN;

const methods = {
  naive: forecasts.naive,
  seasonalNaive: forecasts.seasonalNaive,
  drift: forecasts.drift,
  dampedDrift: forecasts.dampedDrift,
  simple: forecasts.simpleExponentialSmoothing,
  fromTheFirst: (y: number[], o: forecasts.ForecastOptions) => forecasts.holt(y, { ...o, initial: "simple" }),
  holt: forecasts.holt,
  dampedHolt: (y: number[], o: forecasts.ForecastOptions) => forecasts.holt(y, { ...o, damped: true }),
  exponentialSmoothing: forecasts.exponentialSmoothing,
  theta: forecasts.theta,
  twoLines: (y: number[], o: forecasts.ForecastOptions) => forecasts.theta(y, { ...o, variant: "two-lines" }),
};
const events = {
  croston: forecasts.croston,
  syntetosBoylan: forecasts.syntetosBoylan,
  teunterSyntetosBabai: forecasts.teunterSyntetosBabai,
};

const unknown = fc.constant(none);
const value = (least: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: least, max: 60 }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1e12, 1e-9) },
    { weight: 1, arbitrary: unknown },
  );
const series = (least: number) =>
  fc.record({ values: fc.array(value(least), { maxLength: 20 }), period: fc.constantFrom(1, 1, 4) });

type Method = (values: number[], options: forecasts.ForecastOptions) => forecasts.Forecast;

function isWhole(method: Method, { values, period }: { values: number[]; period: number }): void {
  const before = [...values];
  const { mean, lower, upper, fitted, residuals, notes, levels } = method(values, { period, horizon: 3 });
  const hasKnown = values.some((y) => !Number.isNaN(y));
  expect(values).toEqual(before);
  expect([mean.length, fitted.length, residuals.length]).toEqual([3, values.length, values.length]);
  expect([...levels]).toEqual([0.8, 0.95]);
  const isGap = notes.some(({ text }) => text.startsWith("There are seasons of which no value is known"));
  expect(mean.every(Number.isFinite)).toBe(hasKnown && !isGap);
  for (let h = 0; h < 3; h++)
    for (const level of [0, 1]) {
      const low = lower.at(h, level);
      const high = upper.at(h, level);
      expect(Number.isNaN(low)).toBe(Number.isNaN(high));
      if (Number.isNaN(low)) expect(notes.length).toBeGreaterThan(0);
      else expect(low).toBeLessThanOrEqual(high);
    }
  residuals.forEach((e, t) => {
    if (!Number.isNaN(e)) expect(e).toBe(values[t]! - fitted[t]!);
  });
}

describe("every method", () => {
  it.each(Object.entries(methods))("is defined wherever anything is known: %s", (_, method) => {
    fc.assert(
      fc.property(series(-60), (given) => isWhole(method, given)),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(events))("is defined wherever anything is known: %s", (_, method) => {
    fc.assert(
      fc.property(series(0), (given) => isWhole((y, o) => method(y, { ...o, draws: 20 }), given)),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(methods))(
    "moves with the series, without seasons to multiply: %s",
    (name, method) => {
      if (name === "exponentialSmoothing") return;
      const values = [3, 5, 4, 8, 6, 9, 7, 12, 10, 13, 15, 12];
      const { mean } = method(values, { horizon: 2 });
      const other = method(
        values.map((y) => y + 8),
        { horizon: 2 },
      );
      mean.forEach((x, h) => {
        expect(Math.abs(other.mean[h]! - 8 - x)).toBeLessThan(0.5);
      });
    },
  );
});

describe("normal quantiles", () => {
  it("have the digits of the tables", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 14);
    expect(normalQuantile(1e-12)).toBeCloseTo(-7.034483825301132, 9);
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([
      Number.NEGATIVE_INFINITY,
      normalQuantile(0.5),
      Number.POSITIVE_INFINITY,
    ]);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
    expect(normalQuantile(none)).toBeNaN();
  });
});

describe("unknown values", () => {
  it("lie on the line between their neighbours", () => {
    expect([...interpolated(Float64Array.from([none, 2, none, none, 8, none]))]).toEqual([2, 2, 4, 6, 8, 8]);
    expect([...interpolated(Float64Array.from([none]))]).toEqual([none]);
  });

  it("have no part in a line", () => {
    expect(line(Float64Array.from([1, none, 5]))).toEqual({ intercept: 1, slope: 2 });
    expect(line(Float64Array.from([none, 4]))).toEqual({ intercept: 4, slope: 0 });
  });
});
