import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { symmetricEigen } from "./eigen.ts";
import { amounts, Matrix, vector } from "./matrix.ts";
import { Presence } from "./presence.ts";
import { below, normal, seeded, shuffle } from "./random.ts";
import { round } from "./round.ts";
import {
  correlation,
  deviation,
  mean,
  quantile,
  rankCorrelation,
  ranks,
  standardise,
  sum,
} from "./statistics.ts";
import { refusal } from "./testing.ts";

describe("a table", () => {
  it("holds rows, also none", () => {
    const matrix = Matrix.from([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect([matrix.rows, matrix.columns, matrix.at(2, 0), [...matrix.column(1)]]).toEqual([
      3,
      2,
      5,
      [2, 4, 6],
    ]);
    expect(matrix.transpose().toRows()).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
    expect(Matrix.from([]).toRows()).toEqual([]);
    expect(Matrix.from([[], []]).toRows()).toEqual([[], []]);
  });

  it("gives a view of a row and a copy of a column", () => {
    const matrix = Matrix.from([
      [1, 2],
      [3, 4],
    ]);
    matrix.row(1)[0] = 9;
    matrix.column(0)[0] = 9;
    expect(matrix.toRows()).toEqual([
      [1, 2],
      [9, 4],
    ]);
  });

  it("turns, of any shape", () => {
    for (const [rows, columns] of [
      [1, 70],
      [33, 64],
      [65, 31],
    ] as const) {
      const matrix = new Matrix(rows, columns).map((_, r, c) => 1000 * r + c);
      expect(
        matrix
          .transpose()
          .map((value, c, r) => value - 1000 * r - c)
          .values.every((x) => x === 0),
      ).toBe(true);
      expect(matrix.transpose().row(columns - 1)).toEqual(matrix.column(columns - 1));
    }
  });

  it("maps with row and column", () => {
    expect(new Matrix(2, 3).map((_, r, c) => 10 * r + c).toRows()).toEqual([
      [0, 1, 2],
      [10, 11, 12],
    ]);
  });

  it.each([
    ["ragged rows", () => Matrix.from([[1, 2], [3]]), "ragged", { row: 1 }],
    ["text", () => Matrix.from([[1, "2" as never]]), "not-a-number", { row: 0, column: 1 }],
    ["an amount below zero", () => amounts([[1], [-2]]), "negative", { row: 1, column: 0 }],
    [
      "an infinite amount",
      () => amounts([[1, Number.POSITIVE_INFINITY]]),
      "not-a-number",
      { row: 0, column: 1 },
    ],
    ["2^31 cells", () => new Matrix(2 ** 16, 2 ** 15), "too-large", {}],
    ["half a row", () => new Matrix(1.5, 2), "shape", {}],
    ["values that do not fill it", () => new Matrix(2, 2, new Float64Array(3)), "shape", {}],
    ["a list too short", () => vector([1], 2, "population"), "shape", {}],
    ["a list with text", () => vector([1, "a" as never], 2, "population"), "not-a-number", { row: 1 }],
  ])("refuses %s, saying where and what to do", (_, act, code, place) => {
    const error = refusal(act);
    expect([error.code, error.place]).toEqual([code, place]);
    expect(error.message).toContain(error.remedy);
    for (const [what, at] of Object.entries(place)) expect(error.message).toContain(`${what} ${at}`);
  });

  it("takes unknown amounts", () => {
    expect(amounts([[Number.NaN, 0]]).toRows()).toEqual([[Number.NaN, 0]]);
  });
});

describe("a presence", () => {
  const table = fc.tuple(fc.nat(6), fc.nat(6)).chain(([rows, columns]) =>
    fc.array(fc.array(fc.constantFrom(0, 1), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

  it("is the table it was made of, turned and turned back", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const presence = Presence.from(rows);
        expect(presence.toMatrix().toRows()).toEqual(rows);
        expect(presence.transpose().transpose()).toEqual(presence);
        expect(presence.transpose().toMatrix().toRows()).toEqual(Matrix.from(rows).transpose().toRows());
        expect([...presence.columnCounts()]).toEqual([...presence.transpose().rowCounts()]);
        expect(presence.size).toBe(rows.flat().filter(Boolean).length);
      }),
    );
  });

  it("refuses what is neither 0 nor 1", () => {
    for (const value of [2, 0.5, Number.NaN])
      expect(refusal(() => Presence.from([[0], [value]])).place).toEqual({ row: 1, column: 0 });
  });
});

describe("statistics", () => {
  it("sum without losing what is small beside what is large", () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum([Number.NaN, 2, 3])).toBe(5);
    expect(sum([])).toBe(0);
  });

  it("mean and deviation of what is known", () => {
    expect(mean([1, Number.NaN, 3])).toBe(2);
    expect(mean([Number.NaN])).toBeNaN();
    expect(deviation([1, Number.NaN, 3])).toBe(1);
    expect(deviation([1, 3], "sample")).toBeCloseTo(Math.SQRT2, 15);
    expect(deviation([1], "sample")).toBeNaN();
    expect(deviation([1e9 + 1, 1e9 + 3])).toBe(1);
  });

  it("standardise, and say nothing without spread", () => {
    expect([...standardise([1, Number.NaN, 3])]).toEqual([-1, Number.NaN, 1]);
    expect([...standardise([2, 2])]).toEqual([Number.NaN, Number.NaN]);
  });

  it("correlate over known pairs", () => {
    expect(correlation([1, 2, Number.NaN, 3], [2, 4, 9, 6])).toBeCloseTo(1, 14);
    expect(correlation([1, 2, 3], [1, 1, 1])).toBeNaN();
    expect(correlation([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 15);
    expect(rankCorrelation([1, 10, 100], [3, 2, 1])).toBeCloseTo(-1, 14);
  });

  it("rank with ties shared", () => {
    expect([...ranks([30, 10, 10, Number.NaN, 20])]).toEqual([4, 1.5, 1.5, Number.NaN, 3]);
  });

  it("interpolate quantiles as R's default does", () => {
    expect([0, 0.25, 0.5, 1].map((p) => quantile([4, 1, 3, 2], p))).toEqual([1, 1.75, 2.5, 4]);
    expect(quantile([Number.NaN], 0.5)).toBeNaN();
  });
});

describe("eigenvalues of a symmetric matrix", () => {
  it("solve the equation, in descending order, with orthonormal vectors", () => {
    const square = fc.integer({ min: 1, max: 7 }).chain((n) =>
      fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
    );
    fc.assert(
      fc.property(square, (rows) => {
        const n = rows.length;
        const symmetric = rows.map((row, r) => row.map((_, c) => (rows[r]![c]! + rows[c]![r]!) / 2));
        const { values, vectors } = symmetricEigen(symmetric);
        for (let k = 0; k < n; k++) {
          if (k > 0) expect(values[k]!).toBeLessThanOrEqual(values[k - 1]!);
          const v = vectors.column(k);
          for (let other = 0; other <= k; other++) {
            const product = sum(v.map((x, i) => x * vectors.at(i, other)));
            expect(product).toBeCloseTo(other === k ? 1 : 0, 12);
          }
          for (let r = 0; r < n; r++)
            expect(sum(v.map((x, c) => x * symmetric[r]![c]!))).toBeCloseTo(values[k]! * v[r]!, 11);
        }
      }),
    );
  });

  it("are those of a known case", () => {
    const { values } = symmetricEigen([
      [2, 1],
      [1, 2],
    ]);
    expect(values[0]).toBeCloseTo(3, 14);
    expect(values[1]).toBeCloseTo(1, 14);
  });
});

describe("chance", () => {
  it("repeats itself with the same seed and not with another", () => {
    const ten = (seed: number) => {
      const random = seeded(seed);
      return Array.from({ length: 10 }, random);
    };
    expect(ten(7)).toEqual(ten(7));
    expect(ten(7)).not.toEqual(ten(8));
  });

  it("is even, and normal where asked", () => {
    const random = seeded(1);
    const even = Array.from({ length: 20_000 }, random);
    expect(Math.min(...even)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...even)).toBeLessThan(1);
    expect(mean(even)).toBeCloseTo(0.5, 1);
    const bells = Array.from({ length: 20_000 }, () => normal(random));
    expect(mean(bells)).toBeCloseTo(0, 1);
    expect(deviation(bells)).toBeCloseTo(1, 1);
    const sides = [0, 0, 0];
    for (let i = 0; i < 3000; i++) sides[below(random, 3)]!++;
    expect(Math.min(...sides)).toBeGreaterThan(900);
  });

  it("mixes without losing", () => {
    const mixed = shuffle([1, 2, 3, 4, 5, 6], seeded(3));
    expect(mixed).not.toEqual([1, 2, 3, 4, 5, 6]);
    expect([...mixed].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("rounding for conventions", () => {
  it("goes to the even digit at a tie", () => {
    expect([0.5, 1.5, 2.5, -0.5].map((x) => round(x, 0))).toEqual([0, 2, 2, -0]);
    expect(round(0.125, 2)).toBe(0.12);
    expect(round(2.675, 2)).toBe(2.67);
    expect(round(1234.5678, 2)).toBe(1234.57);
    expect(round(Number.NaN, 2)).toBeNaN();
  });
});

describe("what is no table", () => {
  it.each([
    ["x", '"x" is no table'],
    [undefined, "undefined is no table"],
    [null, "null is no table"],
    [3, "3 is no table"],
    [{ rows: 2 }, "An object is no table"],
    [[1, 2, 3], "1 is no row (row 0)"],
    [[[1], undefined], "undefined is no row (row 1)"],
    [[[1], "2"], '"2" is no row (row 1)'],
  ])("%j is refused with what to give", (table, what) => {
    const error = refusal(() => Matrix.from(table as never));
    expect(error).toMatchObject({ code: "shape", message: expect.stringContaining(what) });
    expect(error.remedy).toContain("a list of rows");
    expect(refusal(() => Presence.from(table as never)).message).toBe(error.message);
  });

  it("is a list where a list is asked for", () => {
    expect(refusal(() => vector(undefined as never, 2, "The list")).message).toBe(
      "undefined is no list; The list is missing. Give 2 numbers.",
    );
  });
});

describe("sums of a matrix", () => {
  const matrix = Matrix.from([
    [1, 2, Number.NaN],
    [4, Number.NaN, Number.NaN],
  ]);

  it("leave out what is unknown", () => {
    expect([...matrix.rowSums()]).toEqual([3, 4]);
    expect([...matrix.columnSums()]).toEqual([5, 2, 0]);
  });

  it("of nothing are none", () => {
    expect([...new Matrix(0, 2).columnSums()]).toEqual([0, 0]);
    expect([...new Matrix(0, 2).rowSums()]).toEqual([]);
  });
});
