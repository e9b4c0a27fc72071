import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Matrix } from "../core/matrix.ts";
import { correlation } from "../core/statistics.ts";
import { alike, amountsTable, permuted, reversed } from "./arbitrary.ts";
import {
  averageLocationQuotient,
  diversity,
  exportSimilarity,
  hachman,
  inverseNormalisedUbiquity,
  krugman,
  krugmanMatrix,
  locationQuotient,
  normalisedUbiquity,
  quotientSimilarity,
  specialisationCoefficient,
  ubiquity,
  weightedAverage,
} from "./index.ts";
import { totals } from "./totals.ts";

const nan = Number.NaN;

/** Shares of a row over the columns known in both, by the formula. */
const bruteKrugman = (a: Float64Array, b: Float64Array) => {
  const whole = (row: Float64Array) => row.reduce((sum, x) => sum + (Number.isNaN(x) ? 0 : x), 0);
  let apart = 0;
  for (let c = 0; c < a.length; c++) {
    const off = Math.abs(a[c]! / whole(a) - b[c]! / whole(b));
    if (!Number.isNaN(a[c]! + b[c]!)) apart += off;
  }
  return whole(a) > 0 && whole(b) > 0 ? apart : nan;
};

/** How far the values known of both are apart, in the list where they are less so. */
function leastSpread(a: Float64Array, b: Float64Array): number {
  const known = Array.from(a.keys()).filter((i) => !Number.isNaN(a[i]! + b[i]!));
  const spread = (list: Float64Array) =>
    Math.max(...known.map((i) => list[i]!)) - Math.min(...known.map((i) => list[i]!));
  return known.length > 0 ? Math.min(spread(a), spread(b)) : 0;
}

const withUnknown = amountsTable(2, 6).map((matrix) =>
  matrix.map((x, r, c) => ((r * 5 + c * 3) % 7 === 0 ? nan : x)),
);

describe("Krugman's index", () => {
  it("is the distance of the mixes of activities", () => {
    const table = [
      [3, 1],
      [1, 3],
      [0, 0],
    ];
    expect(krugman(table)).toEqual(Float64Array.of(0.5, 0.5, nan));
    expect(krugman(table, { benchmark: "rest" })).toEqual(Float64Array.of(1, 1, nan));
    expect(krugman(table, { empty: "zero" })).toEqual(Float64Array.of(0.5, 0.5, 1));
    expect(specialisationCoefficient(table)).toEqual(Float64Array.of(0.25, 0.25, nan));
    expect(krugman([[4, 2]])).toEqual(Float64Array.of(0));
    expect(krugman([[4, 2]], { benchmark: "rest" })).toEqual(Float64Array.of(nan));
    expect(krugman([[4, 2]], { benchmark: "rest", empty: "zero" })).toEqual(Float64Array.of(1));
  });

  it("lies between 0 and 2, whatever the unit and the order", () => {
    fc.assert(
      fc.property(amountsTable(), (matrix) => {
        for (const benchmark of ["total", "rest"] as const) {
          const found = krugman(matrix, { benchmark });
          for (const x of found) expect(x < 0 || x > 2 + 1e-12).toBe(false);
          expect(
            alike(
              krugman(
                matrix.map((x) => x * 8),
                { benchmark },
              ),
              found,
            ),
          ).toBe(true);
          const rows = reversed(matrix.rows);
          const turned = krugman(permuted(matrix, rows, reversed(matrix.columns)), { benchmark });
          expect(alike(turned.reverse(), found)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("between two regions is what the formula says, also with unknown cells", () => {
    fc.assert(
      fc.property(fc.oneof(amountsTable(), withUnknown), (matrix) => {
        const found = krugmanMatrix(matrix);
        for (let r = 0; r < matrix.rows; r++)
          for (let q = 0; q < matrix.rows; q++)
            expect(alike([found.at(r, q)], [bruteKrugman(matrix.row(r), matrix.row(q))])).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("is exactly 0 between a region and itself, and its double", () => {
    const row = [0.1, 0.7, 1e15, 3, 1 / 3];
    const found = krugmanMatrix([row, row.map((x) => x * 2), [1, 0, 0, 0, 0]]);
    expect([found.at(0, 0), found.at(0, 1), found.at(1, 1)]).toEqual([0, 0, 0]);
  });
});

describe("export similarity", () => {
  it("is 1 less half of Krugman's distance", () => {
    fc.assert(
      fc.property(amountsTable(), (matrix) => {
        const similar = exportSimilarity(matrix);
        const apart = krugmanMatrix(matrix);
        expect(alike(similar.values, apart.map((x) => 1 - x / 2).values)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("is the correlation of logarithms of quotients, over what is defined of both", () => {
    fc.assert(
      fc.property(fc.oneof(amountsTable(2, 7), withUnknown), (matrix) => {
        const logarithms = locationQuotient(matrix).map((x) => Math.log1p(x / 0.1));
        const found = quotientSimilarity(matrix);
        for (let r = 0; r < matrix.rows; r++)
          for (let q = 0; q < matrix.rows; q++) {
            const expected = correlation(logarithms.row(r), logarithms.row(q));
            // Where quotients are nearly equal, the plain correlation is of rounding noise.
            const spread = leastSpread(logarithms.row(r), logarithms.row(q));
            if (Number.isNaN(found.at(r, q))) expect(spread).toBeLessThan(1e-12);
            else if (spread > 1e-6) expect(found.at(r, q)).toBeCloseTo(expected, 7);
            expect(Math.abs(found.at(r, q))).not.toBeGreaterThan(1);
          }
      }),
      { numRuns: 60 },
    );
  });

  it("is not defined without variation, and spreads that only as OEC does", () => {
    const table = [
      [3, 1, 2, 0],
      [6, 2, 5, 0],
      [0, 0, 0, 0],
    ];
    const ours = quotientSimilarity(table);
    expect(ours.at(0, 0)).toBeCloseTo(1, 12);
    expect(ours.at(0, 2)).toBeNaN();
    expect(quotientSimilarity(table, { convention: "oec" }).values.every(Number.isNaN)).toBe(true);
    expect(
      quotientSimilarity([
        [1, 2],
        [1, 2],
      ]).values.every(Number.isNaN),
    ).toBe(true);
  });

  it("keeps precise where nearly everything is equal", () => {
    const x = [1, 2, 3, 4, 5].map((k) => 1e6 + k);
    const y = [5, 1, 4, 2, 3].map((k) => 1e6 + k);
    const z = [2, 2, 9, 1, 3].map((k) => 1e6 + k);
    const logarithms = locationQuotient([x, y, z]).map((value) => Math.log(value + 0.1));
    expect(quotientSimilarity([x, y, z]).at(0, 1)).toBeCloseTo(
      correlation(logarithms.row(0), logarithms.row(1)),
      6,
    );
  });
});

describe("averages of a region", () => {
  it("of its quotients, and Hachman's reciprocal", () => {
    fc.assert(
      fc.property(amountsTable(), (matrix) => {
        const average = averageLocationQuotient(matrix);
        const quotients = locationQuotient(matrix);
        const sums = totals(matrix).rows;
        for (let r = 0; r < matrix.rows; r++) {
          let expected = 0;
          for (let c = 0; c < matrix.columns; c++)
            if (matrix.at(r, c) > 0) expected += (matrix.at(r, c) / sums[r]!) * quotients.at(r, c);
          expect(alike([average[r]!], [sums[r]! > 0 ? expected : nan])).toBe(true);
          expect(hachman(matrix)[r]).toBe(1 / average[r]!);
          expect(average[r]! < 1 - 1e-12).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("of a property of its activities, leaving out what is unknown", () => {
    const table = [
      [3, 1, nan],
      [0, 0, 0],
      [1, 1, 2],
    ];
    expect(weightedAverage(table, [10, 20, 40])).toEqual(Float64Array.of(12.5, nan, 27.5));
    expect(weightedAverage(table, [10, nan, 70])).toEqual(Float64Array.of(10, nan, 50));
    expect(() => weightedAverage(table, [1])).toThrow(/1 values where 3/);
  });
});

describe("diversity and ubiquity", () => {
  it("count presences", () => {
    const table = [
      [1, 1, 0],
      [0, 1, 0],
    ];
    expect(diversity(table)).toEqual(Float64Array.of(2, 1));
    expect(ubiquity(table)).toEqual(Float64Array.of(1, 2, 0));
    expect(() => diversity([[2]])).toThrow(/neither 0 nor 1/);
  });

  it("normalised compare an activity's size with how many have it", () => {
    const table = [
      [9, 1, 0],
      [5, 5, 0],
    ];
    // Quotients ≥ 1: region 0 in activity 0, region 1 in activity 1. Sizes 14 and 6 of 20, links 1 and 1 of 2.
    expect(Array.from(normalisedUbiquity(table))).toEqual([1.4, 0.6, nan]);
    expect(inverseNormalisedUbiquity(table)[1]).toBeCloseTo(100 * Math.log(6), 12);
    expect(inverseNormalisedUbiquity(table)[2]).toBeNaN();
    expect(inverseNormalisedUbiquity(table, { convention: "econgeo" })[1]).toBe(179.19);
    expect(normalisedUbiquity(table, { threshold: 1.5 })).toEqual(Float64Array.of(nan, 0.3, nan));
  });

  it("are not defined for nothing", () => {
    expect(normalisedUbiquity(new Matrix(0, 0))).toEqual(new Float64Array(0));
    expect(normalisedUbiquity([[0, 0]])).toEqual(Float64Array.of(nan, nan));
  });
});
