import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Matrix } from "../core/matrix.ts";
import { seeded } from "../core/random.ts";
import { presence } from "../presence/presence.ts";
import { relatednessDensity } from "../relatedness/density.ts";
import { proximity } from "../relatedness/proximity.ts";
import { relativeRelatedness } from "../relatedness/relative.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import * as strategy from "./index.ts";
import { leadOf, sorted, weighted } from "./lead.ts";

/** Amounts that grow where the density is high. */
function history(regions: number, activities: number, periods: number, seed = 1): Matrix[] {
  const random = seeded(seed);
  const all = [new Matrix(regions, activities).map(() => Math.exp(3 * random()))];
  while (all.length < periods) {
    const last = all.at(-1)!;
    const has = presence(last);
    const density = relatednessDensity(has, proximity(has));
    all.push(last.map((x, r, c) => x * Math.exp(0.8 * (density.at(r, c) - 0.4) + 0.3 * (random() - 0.5))));
  }
  return all;
}

describe("the features of entry", () => {
  it("are those of the measures they are named after", () => {
    const [amounts] = history(8, 6, 1);
    const has = presence(amounts!);
    const [quotient, density, relative, ubiquity, diversity, size] = strategy.entryFeatures(amounts!, {
      features: ["quotient", "density", "relative", "ubiquity", "diversity", "regionSize"],
    });
    expect(quotient).toEqual(locationQuotient(amounts!).map(Math.log1p));
    const near = relatednessDensity(has, proximity(has));
    expect(density).toEqual(near);
    expect(relative).toEqual(relativeRelatedness(has, near));
    expect(ubiquity!.at(3, 2)).toBe(has.columnCounts()[2]! / 8);
    expect(diversity!.at(3, 2)).toBe(has.rowCounts()[3]! / 6);
    expect(size!.at(3, 2)).toBeCloseTo(Math.log1p(amounts!.row(3).reduce((a, b) => a + b)), 12);
    expect(() => strategy.entryFeatures(amounts!, { features: ["luck" as never] })).toThrow(
      "The option features",
    );
  });
});

describe("the entry model", () => {
  const years = history(30, 20, 4, 2);
  const pair = (before: number, after: number) => ({ before: years[before]!, after: years[after]! });

  it("judges model and baseline on the same cells, counted by hand", () => {
    const model = strategy.entryModel([pair(0, 1)]);
    const judged = strategy.evaluateEntryModel(model, [pair(2, 3)]);
    const before = locationQuotient(years[2]!).values;
    const after = locationQuotient(years[3]!).values;
    const cells = Array.from(before.keys()).filter((k) => before[k]! < 1);
    expect(judged.cells).toBe(cells.length);
    expect(judged.entries).toBe(cells.filter((k) => after[k]! >= 1).length);
    expect(judged.k).toBe(judged.entries);
    const outcomes = cells.map((k) => (after[k]! >= 1 ? 1 : 0));
    // The quotient alone orders the cells whatever its slope, as long as that is above 0.
    expect(model.baseline.coefficients[1]).toBeGreaterThan(0);
    const alone = strategy.areaUnderCurve(
      cells.map((k) => before[k]!),
      outcomes,
    );
    expect(judged.baseline.areaUnderCurve).toBeCloseTo(alone, 12);
    const chances = strategy.entryProbabilities(model, years[2]!).values;
    const told = strategy.areaUnderCurve(
      cells.map((k) => chances[k]!),
      outcomes,
    );
    expect(judged.model.areaUnderCurve).toBeCloseTo(told, 12);
    const { areaUnderCurve, averagePrecision } = judged.lead;
    expect(areaUnderCurve.value).toBeCloseTo(told - alone, 12);
    const precisions = judged.model.averagePrecision - judged.baseline.averagePrecision;
    expect(averagePrecision.value).toBeCloseTo(precisions, 12);
    expect(areaUnderCurve.low).toBeLessThan(areaUnderCurve.value);
    expect(areaUnderCurve.high).toBeGreaterThan(areaUnderCurve.value);
    expect(strategy.evaluateEntryModel(model, [pair(2, 3)])).toEqual(judged);
    expect(Array.from(chances.keys()).filter((k) => !Number.isNaN(chances[k]!))).toEqual(cells);
  });

  it("finds that density helps where it does", () => {
    const model = strategy.entryModel([pair(0, 1), pair(1, 2)], { features: ["quotient", "density"] });
    const { model: told, baseline } = strategy.evaluateEntryModel(model, [pair(2, 3)]);
    expect(model.regression.coefficients[2]).toBeGreaterThan(0);
    expect(told.areaUnderCurve).toBeGreaterThan(baseline.areaUnderCurve);
  });

  it("expects as many entries as there were, over what it learned from", () => {
    const model = strategy.entryModel([pair(0, 1)]);
    const chances = strategy.entryProbabilities(model, years[0]!).values.filter((p) => !Number.isNaN(p));
    expect(chances.reduce((total, p) => total + p, 0)).toBeCloseTo(model.regression.events, 6);
  });

  it("leaves out what was nearly there, if told, and unknown cells always", () => {
    const far = strategy.entryModel([pair(0, 1)], { absentBelow: 0.5 });
    const before = locationQuotient(years[0]!).values;
    expect(far.regression.observations).toBe(before.filter((lq) => lq < 0.5).length);
    const hole = years[1]!.map((x, r, c) => (r === 0 && c < 3 ? Number.NaN : x));
    const open = before.subarray(0, 3).filter((lq) => lq < 1).length;
    const whole = strategy.entryModel([pair(0, 1)]).regression.observations;
    const { regression } = strategy.entryModel([{ before: years[0]!, after: hole }]);
    expect(regression.observations).toBe(whole - open);
    expect(() => strategy.entryModel([pair(0, 1)], { absentBelow: 2 })).toThrow(/absent/);
    expect(() => strategy.entryModel([{ before: [[1]], after: [[1, 2]] }])).toThrow(/periods/);
  });

  it("says nothing of nothing", () => {
    const model = strategy.entryModel([{ before: [[0, 0]], after: [[0, 0]] }]);
    expect([...model.regression.coefficients].every(Number.isNaN)).toBe(true);
    expect(strategy.evaluateEntryModel(model, []).cells).toBe(0);
  });
});

describe("a lead", () => {
  it("counts each cell as often as its region was drawn", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(0, 1), fc.integer({ min: 0, max: 2 })),
          {
            minLength: 1,
            maxLength: 10,
          },
        ),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
        (cells, weights) => {
          const scores = Float64Array.from(cells, ([score]) => score);
          const outcomes = Float64Array.from(cells, ([, outcome]) => outcome);
          const groups = Int32Array.from(cells, ([, , group]) => group);
          const order = sorted(scores, Int32Array.from(scores.keys()), outcomes, groups);
          const found = weighted(order, Float64Array.from(weights));
          const often = cells.flatMap((cell) => Array.from({ length: weights[cell[2]]! }, () => cell));
          const again = often.map(([score]) => score);
          const happened = often.map(([, outcome]) => outcome);
          same(found.areaUnderCurve, strategy.areaUnderCurve(again, happened));
          same(found.averagePrecision, strategy.averagePrecision(again, happened));
        },
      ),
    );
  });

  it("leaves out what has no probability, and draws whole regions", () => {
    const nothing = Float64Array.of(Number.NaN, Number.NaN);
    const options = { draws: 3, seed: 1 };
    const none = leadOf(nothing, nothing, Float64Array.of(0, 1), Int32Array.of(0, 1), options);
    expect([none.areaUnderCurve.value, none.areaUnderCurve.low]).toEqual([Number.NaN, Number.NaN]);
    // One region: every resample is the whole.
    const [one, other] = [Float64Array.of(0.1, 0.2, 0.9), Float64Array.of(0.1, 0.5, 0.2)];
    const lead = leadOf(one, other, Float64Array.of(0, 0, 1), new Int32Array(3), options);
    expect(lead.areaUnderCurve).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  });
});

const same = (found: number, expected: number) => {
  if (Number.isNaN(expected)) expect(found).toBeNaN();
  else expect(found).toBeCloseTo(expected, 12);
};

describe("the stepping stone", () => {
  const years = history(25, 15, 5, 7);

  it("is least squares on the cells of entry and of exit", () => {
    const model = strategy.steppingStone(years);
    expect(model.entry.starts).toHaveLength(3);
    const quotients = years.map((year) => locationQuotient(year));
    const has = presence(years[1]!);
    const density = relatednessDensity(has, proximity(has));
    const relative = relativeRelatedness(has, density);
    const cells = Array.from(quotients[1]!.values.keys()).filter((k) => quotients[1]!.values[k]! < 1);
    const byHand = strategy.leastSquares(
      cells.map((k) => [
        Math.log1p(quotients[2]!.values[k]!),
        Math.log1p(quotients[1]!.values[k]!),
        density.values[k]!,
        relative.values[k]!,
      ]),
      cells.map((k) => Math.log1p(quotients[3]!.values[k]!)),
    );
    expect(model.entry.starts[1]!.coefficients).toEqual(byHand.coefficients);
    expect(model.entry.starts[1]!.observations + model.exit.starts[1]!.observations).toBe(25 * 15);
    const slopes = model.entry.starts.map(({ coefficients }) => coefficients[1]!);
    const middle = (slopes[0]! + slopes[1]! + slopes[2]!) / 3;
    expect(model.entry.coefficients.stone).toBeCloseTo(middle, 12);
    const squares = slopes.reduce((total, b) => total + (b - middle) ** 2, 0);
    expect(model.entry.standardErrors.stone).toBeCloseTo(Math.sqrt(squares / 2 / 3), 12);
  });

  it("has the errors of its one start period", () => {
    const { entry } = strategy.steppingStone(years.slice(0, 3));
    expect(entry.standardErrors.density).toBe(entry.starts[0]!.standardErrors[3]);
  });

  it("refuses too few periods and a stone beyond the end", () => {
    expect(() => strategy.steppingStone(years.slice(0, 2))).toThrow(/too few/);
    expect(() => strategy.steppingStone(years, { step: 2, horizon: 2 })).toThrow(/stepping stone/);
  });

  it("notes what it cannot tell", () => {
    const still = [0, 1, 2].map(() => [
      [2, 1],
      [1, 2],
    ]);
    expect(strategy.steppingStone(still).notes.map(({ code }) => code)).toEqual(["degenerate", "degenerate"]);
  });

  it("says with which effort the outcome is 1", () => {
    const { entry } = strategy.steppingStone(years);
    const { constant, stone, start, density, relativeDensity } = entry.coefficients;
    const last = years.at(-1)!;
    const effort = strategy.effortMatrix(last, entry.coefficients);
    const quotients = locationQuotient(last);
    const has = presence(last);
    const near = relatednessDensity(has, proximity(has));
    const relative = relativeRelatedness(has, near);
    effort.values.forEach((w, k) => {
      const lq = quotients.values[k]!;
      if (lq >= 1) {
        expect(w).toBeNaN();
        return;
      }
      const outcome =
        constant +
        stone * Math.log1p(lq + w) +
        start * Math.log1p(lq) +
        density * near.values[k]! +
        relativeDensity * relative.values[k]!;
      expect(Math.expm1(outcome)).toBeCloseTo(1, 9);
    });
    const none = strategy.effortMatrix(last, { ...entry.coefficients, stone: 0 });
    expect(none.values.every(Number.isNaN)).toBe(true);
  });
});

describe("growth", () => {
  it("follows complexity and income, and can be turned round", () => {
    const eci = [-1, 0, 1, 2, 0.5, -0.5];
    const income = [10, 20, 5, 40, 15, 8];
    const growth = eci.map(
      (x, r) => 2 + 0.5 * x - 0.3 * Math.log(income[r]!) + 0.1 * x * Math.log(income[r]!),
    );
    const model = strategy.growthModel(growth, eci, income, { interaction: true });
    expect(model.complexity).toBeCloseTo(0.5, 10);
    expect(model.interaction).toBeCloseTo(0.1, 10);
    const eciNeeded = strategy.complexityForGrowth(model, 3, 12);
    expect(2 + 0.5 * eciNeeded - 0.3 * Math.log(12) + 0.1 * eciNeeded * Math.log(12)).toBeCloseTo(3, 9);
    const simple = strategy.growthModel([1, 2, 3, 9], [3, 2, 1, 5], [1, 1, 2, 0]);
    expect(simple.regression.observations).toBe(3);
    expect(strategy.complexityForGrowth(simple, 3, 1)).toBeNaN();
    expect(strategy.complexityForGrowth(model, 3, 0)).toBeNaN();
  });
});
