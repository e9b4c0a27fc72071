import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Matrix } from "../core/matrix.ts";
import { normal, seeded } from "../core/random.ts";
import { shrunkCovariance } from "./covariance.ts";
import { historicalProportions, reconcile, summingMatrix } from "./index.ts";

const none = Number.NaN;
// Total, two groups, three finest series.
const summing = summingMatrix(3, [[0, 0, 1]]);
const base = [[100], [70], [25], [40], [35], [22]];
const random = seeded(6);
const residuals = Array.from({ length: 6 }, (_, s) =>
  Array.from({ length: 12 }, () => (s + 1) * normal(random)),
);

const methods = ["bottom-up", "ols", "structural", "variance", "mint"] as const;
const number = fc.integer({ min: -1000, max: 1000 });

describe("reconciliation", () => {
  it.each([...methods, "top-down"] as const)("makes every sum exactly that of its parts: %s", (method) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 6, maxLength: 6 }), (table) => {
        const { forecasts } = reconcile(table, summing, { method, residuals, proportions: [1, 2, 3] });
        for (const h of [0, 1]) {
          const [total, ab, c, x, y, z] = forecasts.column(h);
          expect(ab).toBe(x! + y!);
          expect(c).toBe(z);
          expect(total).toBe(x! + y! + z!);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(methods)("leaves alone what adds up already: %s", (method) => {
    const coherent = [[10], [7], [3], [5], [2], [3]];
    reconcile(coherent, summing, { method, residuals }).forecasts.values.forEach((x, s) => {
      expect(x).toBeCloseTo(coherent[s]![0]!, 10);
    });
  });

  it("takes the finest or the total as it is where told so", () => {
    expect([...reconcile(base, summing, { method: "bottom-up" }).forecasts.values]).toEqual([
      97, 75, 22, 40, 35, 22,
    ]);
    const down = reconcile(base, summing, { method: "top-down", proportions: [0.5, 0.3, 0.2] }).forecasts;
    expect([...down.values]).toEqual([100, 80, 20, 50, 30, 20]);
  });

  it("is a least-squares projection: what is taken off is at right angles to what can be", () => {
    const { forecasts } = reconcile(base, summing, { method: "ols" });
    const off = base.map(([y], s) => y! - forecasts.at(s, 0));
    for (let k = 0; k < 3; k++)
      expect(off.reduce((sum, e, s) => sum + e * summing.at(s, k), 0)).toBeCloseTo(0, 10);
    const structural = reconcile(base, summing, { method: "structural" }).forecasts;
    const weighed = base.map(
      ([y], s) => (y! - structural.at(s, 0)) / summing.row(s).reduce((a, x) => a + x, 0),
    );
    for (let k = 0; k < 3; k++)
      expect(weighed.reduce((sum, e, s) => sum + e * summing.at(s, k), 0)).toBeCloseTo(0, 10);
  });

  it("trusts those more that were less wrong", () => {
    // The total is 10 more than its parts; the first part has never been far off.
    const errors = [
      [3, -3, 3, -3],
      [0.1, -0.1, 0.1, -0.1],
      [3, 3, -3, -3],
    ];
    const { forecasts } = reconcile([[110], [40], [60]], summingMatrix(2), {
      method: "variance",
      residuals: errors,
    });
    expect(forecasts.at(1, 0)).toBeCloseTo(40, 1);
    expect(forecasts.at(2, 0)).toBeCloseTo(65, 1);
  });

  it("by the whole covariance has the least variance of the errors", () => {
    const draw = seeded(12);
    const parts = Array.from({ length: 400 }, () => {
      const common = normal(draw);
      return [common + normal(draw), 0.5 * common + normal(draw), 2 * normal(draw)];
    });
    // Base forecasts with errors of their own on every level.
    const own = parts.map(([x, y, z]) => [
      x! + y! + z! + normal(draw),
      x! + y! + normal(draw),
      z! + normal(draw),
      x!,
      y!,
      z!,
    ]);
    const errors = Array.from({ length: 6 }, (_, s) => own.map((row) => row[s]!));
    const spread = (method: "ols" | "bottom-up" | "mint") =>
      reconcile(errors, summing, { method, residuals: errors }).forecasts.values.reduce(
        (sum, e) => sum + e * e,
        0,
      );
    expect(spread("mint")).toBeLessThan(spread("ols"));
    expect(spread("mint")).toBeLessThan(spread("bottom-up"));
  });

  it("is defined where series have no errors, and says so", () => {
    const errors = residuals.map((row, s) => row.map((e) => (s === 1 ? 0 : e)));
    const { forecasts, notes } = reconcile(base, summing, { method: "mint", residuals: errors });
    expect(notes).toMatchObject([{ code: "degenerate", positions: [1] }]);
    expect(forecasts.at(1, 0)).toBeCloseTo(70, 2);
    const silent = residuals.map((row, s) => row.map((e) => (s === 2 ? none : e)));
    const median = reconcile(base, summing, { method: "variance", residuals: silent });
    expect(median.notes).toMatchObject([{ code: "missing", positions: [2] }]);
    expect(median.forecasts.values.every(Number.isFinite)).toBe(true);
    const exact = reconcile(base, summing, {
      method: "variance",
      residuals: residuals.map((row) => row.map(() => 0)),
    });
    expect(exact.notes[0]?.code).toBe("fallback");
    expect([...exact.forecasts.values]).toEqual([
      ...reconcile(base, summing, { method: "ols" }).forecasts.values,
    ]);
  });

  it("keeps unknown forecasts to their period", () => {
    const table = base.map(([y], s) => [y!, s === 0 ? none : y!]);
    const { forecasts } = reconcile(table, summing, { method: "ols" });
    expect(forecasts.column(0).every(Number.isFinite)).toBe(true);
    expect(forecasts.column(1).every(Number.isNaN)).toBe(true);
    expect(reconcile(table, summing, { method: "bottom-up" }).forecasts.at(0, 1)).toBe(97);
  });

  it("refuses what does not fit together", () => {
    expect(() => reconcile([[1]], summing)).toThrow(
      "There are 1 forecasts where the summing matrix has 6 series.",
    );
    expect(() => reconcile(base, summing, { method: "mint" })).toThrow("needs the errors");
    expect(() => reconcile(base, summing, { method: "top-down" })).toThrow("needs proportions");
    expect(() =>
      reconcile(
        [[1], [2]],
        [
          [1, 1],
          [1, 0],
        ],
      ),
    ).toThrow("no row of its own in the summing matrix (column 1).");
    expect(() => reconcile([[1]], [[2]])).toThrow("2 is neither 0 nor 1 (row 0, column 0).");
    expect(() => summingMatrix(3, [[0, 1]])).toThrow("A level has 2 groups where there are 3 series");
  });
});

describe("the shrunk covariance", () => {
  it("is the plain one of long series, and the variances alone of unrelated short ones", () => {
    const draw = seeded(1);
    const long = new Matrix(2, 5000);
    for (let t = 0; t < 5000; t++) {
      const x = normal(draw);
      long.values[t] = x;
      long.values[5000 + t] = 0.8 * x + 0.6 * normal(draw);
    }
    const { covariance, shrinkage } = shrunkCovariance(long);
    expect(shrinkage).toBeLessThan(0.01);
    expect(covariance.at(0, 1)).toBeCloseTo(0.8, 1);
    const short = shrunkCovariance(
      Matrix.from([
        [1, -1, 1, -1],
        [1, 1, -1, -1],
      ]),
    );
    expect([short.shrinkage, short.covariance.at(0, 1)]).toEqual([1, 0]);
  });

  it("shrinks by the intensity of the formula", () => {
    // Products of the errors of each period, both scaled to variance 1.
    const a = [1, 2, 2];
    const b = [1, 1, 2];
    const scale = Math.sqrt((9 / 3) * (6 / 3));
    const products = a.map((x, t) => (x * b[t]!) / scale);
    const sum = products.reduce((s, w) => s + w, 0);
    const squares = products.reduce((s, w) => s + w * w, 0);
    const intensity = (squares - sum ** 2 / 3) / (3 * 2) / (sum / 3) ** 2;
    expect(shrunkCovariance(Matrix.from([a, b])).shrinkage).toBeCloseTo(intensity, 12);
  });
});

describe("historical proportions", () => {
  it("average shares, or divide sums", () => {
    expect([
      ...historicalProportions([
        [1, 30],
        [1, 10],
      ]),
    ]).toEqual([0.625, 0.375]);
    expect([
      ...historicalProportions(
        [
          [1, 30],
          [1, 10],
        ],
        "total",
      ),
    ]).toEqual([31 / 42, 11 / 42]);
    expect([
      ...historicalProportions([
        [1, none, 0],
        [1, 5, 0],
      ]),
    ]).toEqual([0.5, 0.5]);
    expect([...historicalProportions([[0], [0]])]).toEqual([none, none]);
  });
});
