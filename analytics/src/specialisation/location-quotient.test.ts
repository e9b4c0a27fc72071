import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnalyticsError } from "../core/error.ts";
import type { Matrix } from "../core/matrix.ts";
import { alike, amountsTable, permuted, reversed, without } from "./arbitrary.ts";
import {
  bootstrapCutOff,
  locationQuotient,
  normalisedLocationQuotient,
  perCapitaLocationQuotient,
  standardisedLocationQuotient,
  symmetricLocationQuotient,
} from "./index.ts";
import { totals } from "./totals.ts";

const nan = Number.NaN;
const table = [
  [30, 10, 0],
  [10, 30, 0],
  [0, 20, 0],
];

describe("the location quotient", () => {
  it("compares a region's share with that of all regions", () => {
    expect(locationQuotient(table).toRows()).toEqual([
      [0.75 / 0.4, 0.25 / 0.6, nan],
      [0.25 / 0.4, 0.75 / 0.6, nan],
      [0, 1 / 0.6, nan],
    ]);
  });

  it("compares with the rest, and is not defined where nobody else has anything", () => {
    const rest = locationQuotient(table, { benchmark: "rest" });
    expect(rest.at(0, 0)).toBeCloseTo(0.75 / (10 / 60), 12);
    expect(rest.at(2, 1)).toBeCloseTo(1 / (40 / 80), 12);
    expect(
      locationQuotient(
        [
          [5, 1],
          [0, 1],
        ],
        { benchmark: "rest" },
      ).at(0, 0),
    ).toBeNaN();
  });

  it("leaves no rounding noise where a region has nearly all", () => {
    const rest = locationQuotient(
      [
        [1e15, 1e15 + 2],
        [0, 0.1],
        [0, 0.2],
      ],
      { benchmark: "rest" },
    );
    expect(rest.at(0, 0)).toBeNaN();
    expect(rest.at(0, 1)).toBeCloseTo(0.5, 12);
  });

  it("is exactly 1 where shares are equal", () => {
    for (const n of [3, 7, 11, 49, 97]) {
      const equal = Array.from({ length: n }, () => [1, 2, 3 * n]);
      expect(locationQuotient(equal).values.every((x) => x === 1)).toBe(true);
    }
  });

  it("averages 1 over the regions, each weighted by its size", () => {
    fc.assert(
      fc.property(amountsTable(), (matrix) => {
        const quotients = locationQuotient(matrix);
        const sums = totals(matrix);
        for (let c = 0; c < matrix.columns; c++) {
          let mean = 0;
          for (let r = 0; r < matrix.rows; r++)
            if (sums.rows[r]! > 0) mean += (sums.rows[r]! / sums.all) * quotients.at(r, c);
          if (sums.columns[c]! > 0) expect(mean).toBeCloseTo(1, 10);
          else if (sums.all > 0) expect(mean).toBeNaN();
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the unit or on the order", () => {
    fc.assert(
      fc.property(amountsTable(), fc.constantFrom(2 ** -20, 4, 1024), (matrix, unit) => {
        for (const benchmark of ["total", "rest"] as const) {
          const quotients = locationQuotient(matrix, { benchmark });
          const scaled = locationQuotient(
            matrix.map((x) => x * unit),
            { benchmark },
          );
          expect(scaled.values).toEqual(quotients.values);
          const rows = reversed(matrix.rows);
          const columns = reversed(matrix.columns);
          const turned = locationQuotient(permuted(matrix, rows, columns), { benchmark });
          expect(alike(turned.values, permuted(quotients, rows, columns).values)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("keeps an unknown cell to itself", () => {
    fc.assert(
      fc.property(amountsTable(2), (matrix) => {
        const unknown = without(matrix, 0, 1);
        const zero = matrix.map((x, r, c) => (r === 0 && c === 1 ? 0 : x));
        const measures = [
          locationQuotient,
          (x: Matrix) => locationQuotient(x, { benchmark: "rest" }),
          normalisedLocationQuotient,
          (x: Matrix) => perCapitaLocationQuotient(x, new Float64Array(x.rows).fill(1)),
        ];
        for (const measure of measures) {
          const found = measure(unknown);
          const other = measure(zero);
          expect(found.at(0, 1)).toBeNaN();
          other.values[1] = nan;
          expect(found.values).toEqual(other.values);
        }
        expect(unknown.at(0, 1)).toBeNaN();
      }),
      { numRuns: 40 },
    );
  });

  it("reproduces EconGeo's zeros and decimals", () => {
    const econgeo = { convention: "econgeo" } as const;
    expect(locationQuotient(table, econgeo).column(2)).toEqual(Float64Array.of(0, 0, 0));
    expect(locationQuotient(table, { ...econgeo, rounded: true }).at(0, 1)).toBe(0.42);
    expect(locationQuotient(table, { convention: "atlas" }).at(0, 2)).toBeNaN();
    expect(() => locationQuotient(table, { rounded: true })).toThrow(/exists only as EconGeo prints it/);
  });

  it("refuses what cannot be an amount, naming the cell", () => {
    expect(() =>
      locationQuotient([
        [1, 2],
        [3, -4],
      ]),
    ).toThrow(/-4 is below zero \(row 1, column 1\)/);
    expect(() => locationQuotient([[1, 2], [3]])).toThrow(AnalyticsError);
  });

  it("has nothing to say about nothing", () => {
    expect(locationQuotient([]).values.length).toBe(0);
    expect(locationQuotient([[0, 0]]).values).toEqual(Float64Array.of(nan, nan));
    expect(locationQuotient([[3, 0]]).values).toEqual(Float64Array.of(1, nan));
  });
});

describe("forms of the quotient", () => {
  it("symmetric: twice and half as much are equally far from the middle", () => {
    const folded = symmetricLocationQuotient(table);
    const quotients = locationQuotient(table);
    folded.values.forEach((x, k) => {
      const quotient = quotients.values[k]!;
      if (Number.isNaN(quotient)) expect(x).toBeNaN();
      else expect(x).toBeCloseTo((quotient - 1) / (quotient + 1), 14);
    });
  });

  it("normalised: adds up to 0 over every region and every activity, and stays within a quarter", () => {
    fc.assert(
      fc.property(amountsTable(), (matrix) => {
        const normalised = normalisedLocationQuotient(matrix);
        const sums = totals(normalised);
        if (totals(matrix).all === 0) return;
        expect(Math.max(...sums.rows.map(Math.abs), ...sums.columns.map(Math.abs))).toBeLessThan(1e-14);
        expect(Math.max(...normalised.values.map(Math.abs))).toBeLessThanOrEqual(0.25 + 1e-15);
      }),
      { numRuns: 60 },
    );
    expect(normalisedLocationQuotient([[0, 0]]).at(0, 0)).toBeNaN();
  });

  it("per head: compares with the people, not with the region's other activities", () => {
    expect(
      perCapitaLocationQuotient(
        [
          [6, 1, 0],
          [2, 3, 0],
          [1, 1, 0],
          [9, 9, 9],
        ],
        [100, 300, 0, nan],
      ).toRows(),
    ).toEqual([
      [6 / 100 / (9 / 400), 1 / 100 / (5 / 400), nan],
      [2 / 300 / (9 / 400), 3 / 300 / (5 / 400), nan],
      [nan, nan, nan],
      [nan, nan, nan],
    ]);
    expect(() => perCapitaLocationQuotient([[1]], [-1])).toThrow(/-1 in the population is below zero/);
    expect(() => perCapitaLocationQuotient([[1]], [1, 2])).toThrow(/2 values where 1/);
  });

  it("standardised: mean 0 and deviation 1 over the regions; undefined without variation", () => {
    const scores = standardisedLocationQuotient([
      [9, 1, 4],
      [5, 5, 4],
      [2, 8, 4],
      [1, 9, 4],
    ]);
    for (const c of [0, 1]) {
      const column = scores.column(c);
      expect(column.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 12);
      expect(column.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(4, 12);
    }
    expect(
      standardisedLocationQuotient([
        [1, 2],
        [1, 2],
        [1, 2],
      ]).values.every(Number.isNaN),
    ).toBe(true);
  });

  it("standardised: of logarithms, which zeros do not have, and with n - 1", () => {
    const given = [
      [8, 2],
      [2, 8],
      [4, 0],
    ];
    const quotients = locationQuotient(given);
    const logarithms = [0, 1].map((r) => Math.log(quotients.at(r, 1)));
    const half = (logarithms[1]! - logarithms[0]!) / 2;
    const scores = standardisedLocationQuotient(given, { logarithm: true, spread: "sample" });
    expect(scores.at(2, 1)).toBeNaN();
    expect(scores.at(1, 1)).toBeCloseTo(half / (half * Math.SQRT2), 12);
  });
});

describe("the bootstrap cut-off", () => {
  const scores = Array.from({ length: 60 }, (_, i) => [i / 59, 7, nan]);

  it("lies about the quantile asked for, within its interval, the same for the same seed", () => {
    const found = bootstrapCutOff(scores, { level: 0.9, draws: 400, seed: 5 });
    expect(found.cutOff[0]).toBeGreaterThan(0.86);
    expect(found.cutOff[0]).toBeLessThan(0.94);
    expect(found.lower[0]).toBeLessThan(found.cutOff[0]!);
    expect(found.upper[0]).toBeGreaterThan(found.cutOff[0]!);
    expect(found.cutOff[1]).toBe(7);
    expect(found.cutOff[2]).toBeNaN();
    expect(bootstrapCutOff(scores, { level: 0.9, draws: 400, seed: 5 })).toEqual(found);
    expect(bootstrapCutOff(scores, { level: 0.9, draws: 400, seed: 6 })).not.toEqual(found);
  });

  it("is the only value there is", () => {
    expect(bootstrapCutOff([[3]], { draws: 3 })).toEqual({
      cutOff: Float64Array.of(3),
      lower: Float64Array.of(3),
      upper: Float64Array.of(3),
    });
  });

  it("refuses a level that is no share, and no samples", () => {
    expect(() => bootstrapCutOff(scores, { level: 95 })).toThrow(/level of 95/);
    expect(() => bootstrapCutOff(scores, { draws: 0 })).toThrow(/0 draws/);
  });
});
