import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Matrix } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { alike } from "../specialisation/arbitrary.ts";
import {
  arcelus,
  dynamicShiftShare,
  entry,
  entrySurvival,
  estebanMarquillas,
  exit,
  growth,
  growthByActivity,
  growthByRegion,
  shiftShare,
  spells,
  turnover,
} from "./index.ts";

const nan = Number.NaN;
const amount = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 1000 }),
  fc.double({ min: 0.001, max: 1e15, noNaN: true }),
);

/** Periods of tables of the same shape. */
const periods = (count: number, cell: fc.Arbitrary<number> = amount) =>
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
    fc.array(
      fc
        .array(cell, { minLength: rows * columns, maxLength: rows * columns })
        .map((values) => new Matrix(rows, columns, Float64Array.from(values))),
      { minLength: count, maxLength: count },
    ),
  );

/** Whether the parts add up to the change, measured by the largest number that went into them. */
function addUp(before: Matrix, after: Matrix, parts: readonly Matrix[]) {
  after.values.forEach((x2, k) => {
    const x1 = before.values[k]!;
    const terms = parts.map((part) => part.values[k]!);
    const sum = terms.reduce((all, x) => all + x, 0);
    if (Number.isNaN(x1 + x2)) expect(sum).toBeNaN();
    else
      expect(Math.abs(sum - (x2 - x1))).toBeLessThanOrEqual(1e-14 * Math.max(x1, x2, ...terms.map(Math.abs)));
  });
}

describe("growth", () => {
  it("is in percent, with entries apart", () => {
    const { rates, entries } = growth([[10, 0, 0, 8, nan]], [[15, 2, 0, 0, 1]]);
    expect(rates.toRows()).toEqual([[50, nan, nan, -100, nan]]);
    expect(Array.from(entries.of(0))).toEqual([1]);
  });

  it("of totals leaves out what is unknown in one period", () => {
    const before = [
      [10, 0],
      [nan, 4],
    ];
    const after = [
      [15, 3],
      [90, 2],
    ];
    expect(growthByActivity(before, after)).toEqual(Float64Array.of(50, 25));
    expect(growthByRegion(before, after)).toEqual(Float64Array.of(80, -50));
    expect(growthByActivity([[0]], [[1]])).toEqual(Float64Array.of(nan));
  });

  it("as EconGeo prints it", () => {
    const econgeo = { convention: "econgeo" } as const;
    const { rates } = growth([[3, 0, 0]], [[4, 2, 0]], econgeo);
    expect(rates.toRows()).toEqual([[33.33, Number.POSITIVE_INFINITY, 0]]);
    expect(growthByRegion([[3, 0]], [[4, 0]], econgeo)).toEqual(Float64Array.of(33.33));
    expect(() => growth([[1]], [[1, 2]])).toThrow(/1 × 1 and 1 × 2 cells/);
  });
});

describe("entry and exit", () => {
  const before = [
    [1, 1, 0, 0],
    [1, 1, 1, 1],
    [0, 0, 0, 0],
  ];
  const after = [
    [1, 0, 1, 0],
    [1, 1, 1, 1],
    [1, 1, 1, 0],
  ];

  it("say 1 for what happened, 0 for what could have, nothing for what could not", () => {
    expect(entry(before, after).toRows()).toEqual([
      [nan, nan, 1, 0],
      [nan, nan, nan, nan],
      [1, 1, 1, 0],
    ]);
    expect(exit(before, after).toRows()).toEqual([
      [0, 1, nan, nan],
      [0, 0, 0, 0],
      [nan, nan, nan, nan],
    ]);
    expect(() => entry(before, [[1]])).toThrow(/3 × 4 and 1 × 1/);
  });

  it("are counted by region, by activity and in all", () => {
    const { regions, activities, all } = turnover(before, after);
    expect(regions.entries).toEqual(Float64Array.of(1, 0, 3));
    expect(regions.entryRate).toEqual(Float64Array.of(0.5, nan, 0.75));
    expect(regions.exitRate).toEqual(Float64Array.of(0.5, 0, nan));
    expect(activities.entryRate).toEqual(Float64Array.of(1, 1, 1, 0));
    expect(activities.stays).toEqual(Float64Array.of(2, 1, 1, 1));
    expect([all.entries[0], all.exits[0], all.entryRate[0], all.exitRate[0]]).toEqual([4, 1, 4 / 6, 1 / 6]);
  });

  it("agree with the presences", () => {
    fc.assert(
      fc.property(periods(2, fc.constantFrom(0, 1)), ([first, second]) => {
        const was = Presence.from(first!);
        const is = Presence.from(second!);
        const { all } = turnover(was, is);
        expect(all.stays[0]! + all.exits[0]!).toBe(was.size);
        expect(all.stays[0]! + all.entries[0]!).toBe(is.size);
        const back = exit(is, was);
        entry(was, is).values.forEach((x, k) => {
          if (x === 1) expect(back.values[k]).toBe(1);
          else expect(back.values[k]).not.toBe(1);
        });
      }),
      { numRuns: 50 },
    );
  });

  it("are followed over many periods", () => {
    const time = [[[1, 0, 1]], [[0, 1, 1]], [[1, 1, 1]], [[1, 0, 1]]];
    const spell = (activity: number, from: number, to: number, entered: boolean, left: boolean) => ({
      region: 0,
      activity,
      from,
      to,
      entered,
      left,
    });
    expect(spells(time)).toEqual([
      spell(0, 0, 0, false, true),
      spell(0, 2, 3, true, false),
      spell(1, 1, 2, true, true),
      spell(2, 0, 3, false, false),
    ]);
    // Entries: activity 1 in period 1 (watched for two more), activity 0 in period 2 (for one more).
    expect(entrySurvival(time)).toEqual({
      entries: Float64Array.of(2, 2, 1),
      survived: Float64Array.of(2, 2, 0),
      rate: Float64Array.of(1, 1, 0),
    });
    expect(spells([])).toEqual([]);
    expect(entrySurvival([[[1]]]).rate.length).toBe(0);
    expect(entrySurvival([[[1]], [[1]]]).rate).toEqual(Float64Array.of(nan));
  });
});

describe("shift-share analysis", () => {
  it("splits the change by hand", () => {
    const { national, industryMix, regional, regions } = shiftShare(
      [
        [10, 20],
        [10, 0],
      ],
      [
        [15, 20],
        [5, 4],
      ],
    );
    // All grows by 10 %, the activities by 0 and 20 %.
    expect(alike(national.values, [1, 2, 1, 0])).toBe(true);
    expect(alike(industryMix.values, [-1, 2, -1, 0])).toBe(true);
    expect(alike(regional.values, [5, -4, -5, 4])).toBe(true);
    expect(alike(regions.regional, [1, -1])).toBe(true);
  });

  it("adds up to the change in every cell, in each of its forms", () => {
    fc.assert(
      fc.property(
        periods(4, fc.oneof({ weight: 9, arbitrary: amount }, { weight: 1, arbitrary: fc.constant(nan) })),
        (time) => {
          const [first, second] = time as [Matrix, Matrix];
          const classic = shiftShare(first, second);
          addUp(first, second, [classic.national, classic.industryMix, classic.regional]);
          const split = estebanMarquillas(first, second);
          addUp(first, second, [split.national, split.industryMix, split.competitive, split.allocation]);
          const { regions: _, ...eight } = arcelus(first, second);
          expect(Object.keys(eight).length).toBe(8);
          addUp(first, second, Object.values(eight));
          const dynamic = dynamicShiftShare(time);
          const steps = time.slice(1).map((table, t) => shiftShare(time[t]!, table));
          dynamic.national.values.forEach((x, k) => {
            const parts = [x, dynamic.industryMix.values[k]!, dynamic.regional.values[k]!];
            const off =
              parts.reduce((sum, part) => sum + part, 0) - (time[3]!.values[k]! - time[0]!.values[k]!);
            if (time.some((table) => Number.isNaN(table.values[k]!))) expect(off).toBeNaN();
            else {
              const terms = steps.flatMap((step) => [step.national, step.industryMix, step.regional]);
              const largest = Math.max(...[...time, ...terms].map((term) => Math.abs(term.values[k]!)));
              expect(Math.abs(off)).toBeLessThanOrEqual(1e-14 * largest);
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has the regional parts of all regions cancel out in each activity", () => {
    fc.assert(
      fc.property(periods(2, fc.integer({ min: 1, max: 1000 })), ([first, second]) => {
        const { regional, industryMix } = shiftShare(first!, second!);
        for (let c = 0; c < regional.columns; c++)
          expect(regional.column(c).reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 8);
        expect(industryMix.values.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 8);
      }),
      { numRuns: 40 },
    );
  });

  it("of Esteban-Marquillas applies the lead to the homothetic amount", () => {
    const { competitive, allocation } = estebanMarquillas(
      [
        [30, 10],
        [10, 30],
      ],
      [
        [36, 10],
        [10, 30],
      ],
    );
    // x' = 20; the activity grows by 15 %, in the region by 20 %.
    expect(competitive.at(0, 0)).toBeCloseTo(20 * 0.05, 12);
    expect(allocation.at(0, 0)).toBeCloseTo(10 * 0.05, 12);
    const fromNothing = estebanMarquillas(
      [
        [0, 5],
        [4, 1],
      ],
      [
        [3, 5],
        [4, 1],
      ],
    );
    expect([fromNothing.competitive.at(0, 0), fromNothing.allocation.at(0, 0)]).toEqual([3, 0]);
  });

  it("of Arcelus tells the region's growth from what its activities do within it", () => {
    const first = [
      [30, 10],
      [10, 30],
    ];
    const second = [
      [40, 20],
      [10, 30],
    ];
    const parts = arcelus(first, second);
    // g = 25 %, g_c = 25 % and 25 %, g_r = 50 %, g_rc = 1/3; x' = 20, x - x' = 10.
    expect(parts.national.at(0, 0)).toBeCloseTo(5, 12);
    expect(parts.nationalDifferential.at(0, 0)).toBeCloseTo(2.5, 12);
    expect(parts.industryMix.at(0, 0)).toBeCloseTo(0, 12);
    expect(parts.regionalGrowth.at(0, 0)).toBeCloseTo(5, 12);
    expect(parts.regionalGrowthDifferential.at(0, 0)).toBeCloseTo(2.5, 12);
    expect(parts.regionalIndustryMix.at(0, 0)).toBeCloseTo(20 * (1 / 3 - 0.5), 12);
    expect(parts.regionalIndustryMixDifferential.at(0, 0)).toBeCloseTo(10 * (1 / 3 - 0.5), 12);
    expect(parts.regions.regionalGrowth[0]).toBeCloseTo(10, 12);
  });

  it("has nothing to split where nothing was, or nothing changed", () => {
    const fromNothing = shiftShare([[0, 0]], [[3, 0]]);
    expect(fromNothing.regional.toRows()).toEqual([[3, 0]]);
    expect(fromNothing.national.toRows()).toEqual([[0, 0]]);
    expect(dynamicShiftShare([[[3, 4]]]).regional.toRows()).toEqual([[0, 0]]);
    expect(dynamicShiftShare([]).regional.rows).toBe(0);
    expect(shiftShare([], []).regions.national.length).toBe(0);
    expect(() => shiftShare([[1]], [[-1]])).toThrow(/-1 is below zero/);
  });
});
