import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normal, seeded } from "../core/random.ts";
import { dampedDrift, drift, naive, seasonalNaive } from "./index.ts";

const none = Number.NaN;
const series = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 30 });

describe("the naive forecast", () => {
  it("carries the last value on, with intervals that grow as the root of time", () => {
    const { mean, lower, upper } = naive([1, 3, 2, 4], { horizon: 4 });
    expect([...mean]).toEqual([4, 4, 4, 4]);
    // Changes 2, -1, 2: σ² = 3.
    expect(upper.at(0, 1) - 4).toBeCloseTo(1.959963984540054 * Math.sqrt(3), 12);
    expect((upper.at(3, 0) - 4) / (upper.at(0, 0) - 4)).toBeCloseTo(2, 12);
    expect(4 - lower.at(2, 1)).toBeCloseTo(upper.at(2, 1) - 4, 12);
  });

  it("takes an unknown value to be as the one before, without counting its change", () => {
    const { mean, parameters, notes } = naive([1, 3, none, 4, none]);
    expect(mean[0]).toBe(4);
    expect(parameters.variance).toBe((4 + 1) / 2);
    expect(notes).toMatchObject([{ code: "missing", positions: [2, 4] }]);
  });

  it("says of one value that it does not tell how sure it is", () => {
    const { mean, lower, notes } = naive([7], { horizon: 1 });
    expect([mean[0], lower.at(0, 0)]).toEqual([7, none]);
    expect(notes[0]?.code).toBe("degenerate");
  });
});

describe("the seasonal naive forecast", () => {
  it("repeats the last round, and is as sure of all of one round", () => {
    const { mean, upper } = seasonalNaive([1, 5, 3, 9, 2, 7, 4, 8], { period: 4, horizon: 6 });
    expect([...mean]).toEqual([2, 7, 4, 8, 2, 7]);
    // Changes from round to round 1, 2, 1, -1.
    expect(upper.at(3, 0) - 8).toBeCloseTo(1.2815515655446004 * Math.sqrt(7 / 4), 12);
    expect(upper.at(4, 0) - 2).toBeCloseTo(1.2815515655446004 * Math.sqrt(14 / 4), 12);
  });

  it("does not forecast a season of which it knows nothing", () => {
    const { mean, notes } = seasonalNaive([1, none, 3, none], { period: 2, horizon: 2 });
    expect([...mean]).toEqual([3, none]);
    expect(notes.map(({ code }) => code)).toEqual(["missing", "degenerate"]);
  });

  it("falls back to the last value where there is less than a round", () => {
    const { mean, notes } = seasonalNaive([1, 5], { period: 4, horizon: 2 });
    expect([...mean]).toEqual([5, 5]);
    expect(notes.map(({ code }) => code)).toContain("fallback");
  });
});

describe("the drift", () => {
  it("goes on along the line from the first to the last value, however the series went", () => {
    fc.assert(
      fc.property(series, (values) => {
        const slope = (values.at(-1)! - values[0]!) / (values.length - 1);
        const { mean } = drift(values, { horizon: 3 });
        mean.forEach((x, h) => {
          expect(x).toBeCloseTo(values.at(-1)! + (h + 1) * slope, 9);
        });
      }),
      { numRuns: 50 },
    );
  });

  it("counts how unsure the slope is", () => {
    // Changes 1 and 3: mean 2, variance 2, standard error 1.
    const { parameters, upper, mean } = drift([2, 3, 6], { horizon: 3 });
    expect(parameters).toMatchObject({ drift: 2, variance: 2, driftError: 1 });
    expect(upper.at(2, 1) - mean[2]!).toBeCloseTo(1.959963984540054 * Math.sqrt(2 * 3 + 9), 12);
  });

  it("levels off at b φ / (1 - φ) above the last value where it is damped", () => {
    expect(dampedDrift([2, 3, 6], { horizon: 200, phi: 0.8 }).mean[199]).toBeCloseTo(6 + (2 * 0.8) / 0.2, 9);
    expect([...dampedDrift([2, 3, 6], { phi: 1 }).mean]).toEqual([...drift([2, 3, 6]).mean]);
    expect(() => dampedDrift([1, 2], { phi: 2 })).toThrow("A damping of 2 cannot be");
  });

  it("has intervals that hold what they say", () => {
    const random = seeded(5);
    const inside = [0, 0];
    for (let run = 0; run < 600; run++) {
      let y = 0;
      const walk = Array.from({ length: 44 }, () => {
        y += 0.5 + normal(random);
        return y;
      });
      const { lower, upper } = drift(walk.slice(0, 40), { horizon: 4 });
      for (const level of [0, 1])
        if (walk[43]! >= lower.at(3, level) && walk[43]! <= upper.at(3, level)) inside[level]!++;
    }
    expect(inside[0]! / 600).toBeCloseTo(0.8, 1);
    expect(inside[1]! / 600).toBeCloseTo(0.95, 1);
  });
});

describe("any forecast", () => {
  it("refuses what it cannot take, and says why", () => {
    expect(() => naive([1, Number.POSITIVE_INFINITY])).toThrow("Infinity is not a finite number (row 1).");
    expect(() => naive(["a"] as unknown as number[])).toThrow('"a" is not a finite number (row 0).');
    expect(() => naive([1], { horizon: 0 })).toThrow("A horizon of 0 periods cannot be.");
    expect(() => naive([1], { period: 1.5 })).toThrow("A period of 1.5 values cannot be.");
    expect(() => naive([1], { levels: [95] })).toThrow("A level of 95 cannot be.");
  });

  it("knows nothing where nothing is known", () => {
    const { mean, notes } = naive([none, none], { horizon: 2 });
    expect([...mean]).toEqual([none, none]);
    expect(notes).toMatchObject([{ code: "degenerate" }]);
  });
});
