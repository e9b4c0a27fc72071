import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sum } from "../core/statistics.ts";
import { shiftShareForecast } from "./index.ts";

const none = Number.NaN;
const before = [
  [100, 50],
  [100, 150],
];
const now = [
  [121, 50],
  [99, 150],
];
const table = fc.array(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 3 }), {
  minLength: 4,
  maxLength: 4,
});

describe("the shift-share forecast", () => {
  it("lets an activity grow alike everywhere with constant shares", () => {
    const { periods } = shiftShareForecast(before, now, { variant: "constant-share", horizon: 2 });
    // The first activity grew by 10 %, the second not.
    expect(periods[1]!.at(0, 0)).toBeCloseTo(121 * 1.21, 9);
    expect(periods[1]!.at(1, 0)).toBeCloseTo(99 * 1.21, 9);
    expect(periods[1]!.at(1, 1)).toBeCloseTo(150, 9);
  });

  it("lets each region go on as before with constant shift", () => {
    const { periods } = shiftShareForecast(before, now, { balanced: false, horizon: 2 });
    expect(periods[1]!.at(0, 0)).toBeCloseTo(121 * 1.21 ** 2, 9);
    expect(periods[1]!.at(1, 0)).toBeCloseTo(99 * 0.99 ** 2, 9);
  });

  it("takes rates per period where the tables lie further apart", () => {
    const { periods } = shiftShareForecast(before, now, { balanced: false, apart: 2 });
    expect(periods[0]!.at(0, 0)).toBeCloseTo(121 * 1.1, 9);
  });

  it("adds up to what is expected of the whole, and its parts to the change", () => {
    fc.assert(
      fc.property(table, table, fc.boolean(), (one, two, shifts) => {
        const national = [
          [500, 600],
          [700, 650],
          [100, 300],
        ];
        const variant = shifts ? "constant-shift" : "constant-share";
        const { periods, regions, change } = shiftShareForecast(one, two, { national, variant });
        for (let c = 0; c < 3; c++)
          for (const h of [0, 1]) expect(sum(periods[h]!.column(c))).toBeCloseTo(national[c]![h]!, 8);
        two.forEach((row, r) => {
          const grown = regions.at(r, 1) - sum(row);
          expect(change.national[r]! + change.industryMix[r]! + change.share[r]!).toBeCloseTo(grown, 8);
          if (!shifts) expect(change.share[r]).toBeCloseTo(0, 8);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("lets what vanished stay away, and what is new grow as the whole", () => {
    const { periods, notes } = shiftShareForecast(
      [
        [10, 0],
        [10, 0],
      ],
      [
        [0, 3],
        [20, 0],
      ],
      { balanced: false },
    );
    expect([...periods[0]!.values]).toEqual([0, 3, 40, 0]);
    expect(notes).toMatchObject([{ code: "degenerate", positions: [1] }]);
  });

  it("keeps what is unknown to its cell", () => {
    const { periods, regions } = shiftShareForecast(
      [
        [none, 50],
        [100, 150],
      ],
      now,
      { variant: "constant-share" },
    );
    expect(periods[0]!.at(0, 0)).toBeNaN();
    expect(periods[0]!.at(1, 0)).toBeCloseTo(99 * 0.99, 9);
    expect(regions.at(0, 0)).toBeCloseTo(50, 9);
  });

  it("refuses what cannot be", () => {
    expect(() => shiftShareForecast(before, [[1]])).toThrow("2 × 2 and 1 × 1 cells");
    expect(() => shiftShareForecast(before, now, { national: [[1]] })).toThrow(
      "1 × 1 cells where 2 activities",
    );
    expect(() => shiftShareForecast(before, now, { national: [[1], [-1]] })).toThrow(
      "-1 is no amount (row 1, column 0).",
    );
    expect(() => shiftShareForecast(before, now, { horizon: 0 })).toThrow(
      "A horizon of 0 periods cannot be.",
    );
    expect(() => shiftShareForecast(before, now, { apart: 0 })).toThrow("0 periods apart cannot be.");
  });

  it("is defined for nothing at all", () => {
    expect(shiftShareForecast([], []).regions.rows).toBe(0);
    expect([...shiftShareForecast([[0]], [[0]]).periods[0]!.values]).toEqual([0]);
  });
});
