import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Matrix } from "../core/matrix.ts";
import { normal, seeded } from "../core/random.ts";
import { choleskyFactor, leastSquares, logisticRegression } from "./index.ts";
import { choleskySolve } from "./least-squares.ts";

describe("least squares", () => {
  it("gives the line, errors and fit of a known case", () => {
    // Anscombe's first data set: y = 3.0001 + 0.5001 x, errors 1.1247 and 0.1179, R² 0.6665.
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const found = leastSquares(
      x.map((value) => [value]),
      y,
    );
    expect(found.coefficients[0]).toBeCloseTo(3.0000909, 6);
    expect(found.coefficients[1]).toBeCloseTo(0.5000909, 6);
    expect(found.standardErrors[0]).toBeCloseTo(1.1247468, 6);
    expect(found.standardErrors[1]).toBeCloseTo(0.1179055, 6);
    expect(found.rSquared).toBeCloseTo(0.6665425, 6);
    expect(found.residualDeviation).toBeCloseTo(1.2366033, 6);
    expect([found.observations, found.degreesOfFreedom, found.notes]).toEqual([11, 9, []]);
  });

  it("leaves residuals that no column can explain further", () => {
    const design = fc
      .tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 3 }), fc.integer())
      .map(([n, p, seed]) => {
        const random = seeded(seed);
        const row = () => Array.from({ length: p }, () => normal(random));
        return { rows: Array.from({ length: n }, row), y: Array.from({ length: n }, () => normal(random)) };
      });
    fc.assert(
      fc.property(design, ({ rows, y }) => {
        fc.pre(rows.length > rows[0]!.length + 1);
        const { coefficients } = leastSquares(rows, y);
        const residuals = y.map(
          (value, r) =>
            value - coefficients[0]! - rows[r]!.reduce((total, x, c) => total + x * coefficients[c + 1]!, 0),
        );
        for (let c = -1; c < rows[0]!.length; c++) {
          const along = residuals.reduce((total, value, r) => total + value * (c < 0 ? 1 : rows[r]![c]!), 0);
          expect(along).toBeCloseTo(0, 9);
        }
      }),
    );
  });

  it("keeps its digits where the columns are nearly alike", () => {
    const rows = Array.from({ length: 20 }, (_, r) => [1e6 + r, 1e6 + r + 1e-3 * (r % 3)]);
    const { coefficients } = leastSquares(
      rows,
      rows.map(([a, b]) => 2 * a! - b!),
    );
    expect(coefficients[1]).toBeCloseTo(2, 4);
    expect(coefficients[2]).toBeCloseTo(-1, 4);
  });

  it("says which coefficients cannot be told, and leaves out what is unknown", () => {
    const found = leastSquares(
      [
        [1, 2],
        [2, 4],
        [3, 6],
        [Number.NaN, 1],
      ],
      [1, 2, 4, 9],
    );
    expect(found.coefficients[1]).toBeCloseTo(1.5, 12);
    expect(found.coefficients[2]).toBeNaN();
    expect(found.observations).toBe(3);
    expect(found.notes.map(({ code, positions }) => [code, positions])).toEqual([
      ["missing", undefined],
      ["degenerate", [2]],
    ]);
  });

  it("has no errors without observations to spare, and takes none at all", () => {
    expect([...leastSquares([[1], [2]], [1, 3]).standardErrors]).toEqual([Number.NaN, Number.NaN]);
    const nothing = leastSquares([], []);
    expect([...nothing.coefficients]).toEqual([Number.NaN]);
    expect(nothing.observations).toBe(0);
  });

  it("goes through the origin if told", () => {
    expect(leastSquares([[1], [2]], [2, 4], { intercept: false }).coefficients[0]).toBeCloseTo(2, 14);
    expect(leastSquares([[1], [1]], [1, 2], { intercept: false }).rSquared).toBeCloseTo(0.9, 12);
  });
});

describe("Cholesky", () => {
  it("factors and solves", () => {
    const a = [
      [4, 12, -16],
      [12, 37, -43],
      [-16, -43, 98],
    ];
    const factor = choleskyFactor(a);
    expect(factor.toRows()).toEqual([
      [2, 0, 0],
      [6, 1, 0],
      [-8, 5, 3],
    ]);
    const x = choleskySolve(factor, [1, 2, 3]);
    a.forEach((row, r) => {
      expect(row.reduce((total, value, c) => total + value * x[c]!, 0)).toBeCloseTo(r + 1, 10);
    });
  });

  it("has no factor of what is not positive definite", () => {
    expect(choleskyFactor([[0]]).at(0, 0)).toBeNaN();
    expect(() => choleskyFactor([[1, 2]])).toThrow(/not square/);
  });
});

describe("logistic regression", () => {
  it("gives the log odds of a table of two by two, and their errors", () => {
    // 30 of 100 without, 60 of 100 with: ln(3/7) and ln(6/4) - ln(3/7); errors by Woolf.
    const rows: number[][] = [];
    const outcomes: number[] = [];
    for (const [x, events] of [
      [0, 30],
      [1, 60],
    ] as const)
      for (let i = 0; i < 100; i++) {
        rows.push([x]);
        outcomes.push(i < events ? 1 : 0);
      }
    const found = logisticRegression(rows, outcomes);
    expect(found.coefficients[0]).toBeCloseTo(Math.log(3 / 7), 10);
    expect(found.coefficients[1]).toBeCloseTo(Math.log(6 / 4) - Math.log(3 / 7), 10);
    expect(found.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 70), 8);
    expect(found.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 70 + 1 / 60 + 1 / 40), 8);
    const likelihood = 30 * Math.log(0.3) + 70 * Math.log(0.7) + 60 * Math.log(0.6) + 40 * Math.log(0.4);
    expect(found.logLikelihood).toBeCloseTo(likelihood, 9);
    expect([found.converged, found.ridge, found.events]).toEqual([true, 0, 90]);
  });

  it("is where the slope of the likelihood is 0, and does not depend on units", () => {
    const random = seeded(4);
    const rows = Array.from({ length: 80 }, () => [normal(random), 5 + 100 * normal(random)]);
    const outcomes = rows.map(([a, b]) => (a! + b! / 100 + normal(random) > 0.4 ? 1 : 0));
    const { coefficients, standardErrors } = logisticRegression(rows, outcomes);
    const off = rows.map((row, r) => {
      const odds = coefficients[0]! + row[0]! * coefficients[1]! + row[1]! * coefficients[2]!;
      return outcomes[r]! - 1 / (1 + Math.exp(-odds));
    });
    for (const column of [() => 1, (r: number) => rows[r]![0]!, (r: number) => rows[r]![1]!])
      expect(off.reduce((total, x, r) => total + x * column(r), 0)).toBeCloseTo(0, 6);
    const scaled = logisticRegression(
      rows.map(([a, b]) => [1000 * a!, b! / 100 + 7]),
      outcomes,
    );
    expect(scaled.coefficients[1]! * 1000).toBeCloseTo(coefficients[1]!, 8);
    expect(scaled.coefficients[2]! / 100).toBeCloseTo(coefficients[2]!, 8);
    expect(scaled.standardErrors[2]! / 100).toBeCloseTo(standardErrors[2]!, 8);
  });

  it.each([
    ["wholly", [0, 0, 0, 1, 1, 1]],
    ["in part", [0, 0, 0, 0, 1, 1]],
  ])("notices that a variable separates the outcomes %s", (_, outcomes) => {
    const rows = [[0], [0], [0], [1], [1], [1]];
    const found = logisticRegression(rows, outcomes);
    expect(found.notes.map(({ code }) => code)).toEqual(["fallback"]);
    expect([found.ridge, found.converged]).toEqual([1, true]);
    expect(found.coefficients[1]).toBeGreaterThan(0);
    expect(found.coefficients[1]).toBeLessThan(5);
  });

  it("does not take rare outcomes for separation", () => {
    const rows = Array.from({ length: 20_000 }, (_, r) => [r % 2]);
    const outcomes = rows.map((_, r) => (r < 9 ? 1 : 0));
    const found = logisticRegression(rows, outcomes);
    expect([found.ridge, found.notes, found.events]).toEqual([0, [], 9]);
  });

  it("names variables that say nothing, and cases in which nothing can be told", () => {
    const found = logisticRegression(
      [
        [0, 7, 0],
        [1, 7, 2],
        [0, 7, 0],
        [1, 7, 2],
        [Number.NaN, 7, 1],
      ],
      [0, 1, 1, 0, 1],
    );
    expect([...found.coefficients].map(Number.isNaN)).toEqual([false, false, true, true]);
    expect(found.notes.map(({ code, positions }) => [code, positions])).toEqual([
      ["missing", undefined],
      ["degenerate", [1, 2]],
    ]);
    const same = logisticRegression([[1], [2]], [1, 1]);
    expect([...same.coefficients]).toEqual([Number.NaN, Number.NaN]);
    expect(same.notes[0]?.code).toBe("degenerate");
    expect(logisticRegression(new Matrix(0, 1), []).observations).toBe(0);
  });

  it("refuses outcomes that are neither 0 nor 1, and a ridge below 0", () => {
    expect(() => logisticRegression([[1]], [2])).toThrow(/row 0/);
    expect(() => logisticRegression([[1]], [1], { ridge: -1 })).toThrow(/ridge/);
  });
});
