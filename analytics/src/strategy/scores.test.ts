import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve, averagePrecision, calibration, precisionAt } from "./index.ts";

const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(0, 1)), {
  minLength: 1,
  maxLength: 12,
});

describe("scores of a ranking", () => {
  it("count pairs", () => {
    fc.assert(
      fc.property(cases, (list) => {
        let won = 0;
        let pairs = 0;
        for (const [one, happened] of list)
          for (const [other, also] of list)
            if (happened === 1 && also === 0) {
              pairs++;
              won += one > other ? 1 : one === other ? 0.5 : 0;
            }
        const found = areaUnderCurve(
          list.map(([score]) => score),
          list.map(([, happened]) => happened),
        );
        if (pairs === 0) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(won / pairs, 12);
      }),
    );
  });

  it("average the precision at every threshold", () => {
    fc.assert(
      fc.property(cases, (list) => {
        const events = list.filter(([, happened]) => happened === 1).length;
        let expected = 0;
        for (const threshold of new Set(list.map(([score]) => score))) {
          const above = list.filter(([score]) => score >= threshold);
          const hits = above.filter(([, happened]) => happened === 1).length;
          const here = list.filter(([score, happened]) => score === threshold && happened === 1).length;
          expected += ((here / events) * hits) / above.length;
        }
        const found = averagePrecision(
          list.map(([score]) => score),
          list.map(([, happened]) => happened),
        );
        if (events === 0) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(expected, 12);
      }),
    );
  });

  it("share out ties at the edge of the first k", () => {
    // The first is an event; two of the three equal ones are taken, of which one in three is an event.
    expect(precisionAt([3, 2, 2, 2], [1, 1, 0, 0], 3)).toBeCloseTo((1 + 2 / 3) / 3, 14);
    expect(precisionAt([3, 2], [1, 0], 10)).toBe(0.5);
    expect(precisionAt([Number.NaN], [1], 1)).toBeNaN();
    expect(() => precisionAt([1], [1], 0)).toThrow(/first 0/);
  });

  it("leave out what is unknown and refuse other outcomes", () => {
    expect(areaUnderCurve([1, 2, Number.NaN, 9], [0, 1, 0, Number.NaN])).toBe(1);
    expect(() => averagePrecision([1], [0.5])).toThrow(/neither 0 nor 1/);
  });
});

describe("calibration", () => {
  it("compares what was said with what happened", () => {
    const { bins, error, brier } = calibration([0.1, 0.3, 0.6, 0.8], [0, 0, 1, 0], { bins: 2 });
    expect(bins.map(({ count }) => count)).toEqual([2, 2]);
    expect(bins[0]!.expected).toBeCloseTo(0.2, 14);
    expect(bins[1]!.observed).toBe(0.5);
    expect(error).toBeCloseTo((0.2 + 0.2) / 2, 14);
    expect(brier).toBeCloseTo((0.01 + 0.09 + 0.16 + 0.64) / 4, 14);
  });

  it("keeps equal probabilities together and puts every case into a bin", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 5 }), (list, bins) => {
        const found = calibration(
          list.map(([score]) => score / 6),
          list.map(([, happened]) => happened),
          { bins },
        );
        expect(found.bins.reduce((total, { count }) => total + count, 0)).toBe(list.length);
        expect(found.bins.length).toBeLessThanOrEqual(bins);
        found.bins.slice(1).forEach(({ expected }, k) => {
          expect(expected).toBeGreaterThan(found.bins[k]!.expected);
        });
      }),
    );
    expect(calibration([], []).brier).toBeNaN();
    expect(calibration([], []).error).toBeNaN();
    expect(() => calibration([], [], { bins: 0 })).toThrow(/bins/);
  });
});
