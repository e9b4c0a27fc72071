import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Matrix } from "../core/matrix.ts";
import { alike, amountsTable, permuted, reversed, without } from "../specialisation/arbitrary.ts";
import { totals } from "../specialisation/totals.ts";
import {
  type ConcentrationCurve,
  entropy,
  gini,
  herfindahl,
  hooverCurve,
  hooverGini,
  hooverIndex,
  kullbackLeibler,
  locationalCurve,
  locationalGini,
  lorenzCurve,
  theil,
  theilDecomposition,
} from "./index.ts";
import { sortTogether } from "./sort.ts";

const nan = Number.NaN;
const sizesOf = (matrix: Matrix) => Float64Array.from({ length: matrix.rows }, (_, r) => 1 + ((r * 7) % 5));

/** Mean absolute difference over twice the mean: the Gini coefficient by its definition, with weights. */
function bruteGini(values: ArrayLike<number>, sizes: ArrayLike<number>): number {
  const known = Array.from({ length: values.length }, (_, i) => i).filter(
    (i) => !Number.isNaN(values[i]!) && sizes[i]! > 0,
  );
  const size = known.reduce((sum, i) => sum + sizes[i]!, 0);
  const whole = known.reduce((sum, i) => sum + values[i]!, 0);
  let apart = 0;
  for (const i of known)
    for (const j of known) apart += Math.abs(values[i]! * sizes[j]! - values[j]! * sizes[i]!);
  return apart / (2 * size * whole);
}

/** Twice the area between a curve and the diagonal. */
function above({ size, share }: ConcentrationCurve): number {
  let under = 0;
  for (let i = 1; i < size.length; i++) under += (size[i]! - size[i - 1]!) * (share[i]! + share[i - 1]!);
  return 1 - under;
}

describe("the Herfindahl index", () => {
  const table = [
    [2, 2, 0],
    [5, 0, 0],
    [0, 0, 0],
  ];

  it("is the sum of squared shares, of regions or of activities", () => {
    expect(herfindahl(table)).toEqual(Float64Array.of(0.5, 1, nan));
    expect(herfindahl(table, { empty: "zero" })).toEqual(Float64Array.of(0.5, 1, 0));
    expect(alike(herfindahl(table, { of: "activities" }), [29 / 49, 1, nan])).toBe(true);
    expect(alike(herfindahl(table, { normalised: true }), [0.25, 1, nan])).toBe(true);
    expect(herfindahl([[7]], { normalised: true })).toEqual(Float64Array.of(nan));
  });

  it("is that of the known cells, of which there are fewer", () => {
    expect(alike(herfindahl([[2, 2, nan]], { normalised: true }), [0])).toBe(true);
  });

  it("lies between 1/n and 1", () => {
    fc.assert(
      fc.property(amountsTable(), (matrix) => {
        for (const x of herfindahl(matrix))
          expect(x < 1 / matrix.columns - 1e-12 || x > 1 + 1e-12).toBe(false);
        expect(alike(herfindahl(matrix, { of: "activities" }), herfindahl(matrix.transpose()))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe("entropy and divergence", () => {
  it("entropy: 0 for one, log n for evenly over n, in the base asked for", () => {
    const table = [
      [1, 1, 1, 1],
      [9, 0, 0, 0],
      [0, 0, 0, 0],
    ];
    expect(entropy(table)).toEqual(Float64Array.of(2, 0, nan));
    expect(Object.is(entropy(table)[1], 0)).toBe(true);
    expect(entropy(table, { empty: "zero" })[2]).toBe(0);
    expect(entropy(table, { base: Math.E })[0]).toBeCloseTo(Math.log(4), 14);
    expect(entropy(table, { of: "activities" })[0]).toBeCloseTo(
      -(0.1 * Math.log2(0.1) + 0.9 * Math.log2(0.9)),
      12,
    );
    expect(entropy(table, { convention: "econgeo" })).toEqual(Float64Array.of(2, 0, nan));
    expect(() => entropy(table, { base: 1 })).toThrow(/1 cannot be the base/);
  });

  it("entropy and Theil's T add up to ln n", () => {
    fc.assert(
      fc.property(amountsTable(), (matrix) => {
        const spread = entropy(matrix, { base: Math.E });
        const uneven = theil(matrix, { of: "regions" });
        spread.forEach((x, r) => {
          if (Number.isNaN(x)) expect(uneven[r]).toBeNaN();
          else expect(x + uneven[r]!).toBeCloseTo(Math.log(matrix.columns), 10);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("divergence: 0 only from itself; infinite, so not defined, where the reference has nothing", () => {
    const table = [
      [2, 2],
      [4, 0],
      [0, 0],
    ];
    const expected = [0.5 * Math.log2(0.5 / 0.75) + 0.5 * Math.log2(2), Math.log2(4 / 3), nan];
    expect(alike(kullbackLeibler(table, { reference: [3, 1] }), expected)).toBe(true);
    expect(kullbackLeibler([[2, 2]], { reference: [1, 0] })).toEqual(Float64Array.of(nan));
    expect(
      kullbackLeibler([
        [2, 2],
        [2, 2],
      ]),
    ).toEqual(Float64Array.of(0, 0));
    expect(
      kullbackLeibler(
        [
          [6, 1],
          [2, 3],
        ],
        { of: "activities" },
      )[0],
    ).toBeCloseTo((6 / 8) * Math.log2(6 / 8 / (7 / 12)) + (2 / 8) * Math.log2(2 / 8 / (5 / 12)), 12);
  });

  it("divergence: leaves what is unknown out of both", () => {
    expect(kullbackLeibler([[2, 2, nan]], { reference: [3, 1, 8] })[0]).toBeCloseTo(
      kullbackLeibler([[2, 2]], { reference: [3, 1] })[0]!,
      14,
    );
    expect(kullbackLeibler([[2, 2, 9]], { reference: [3, 1, nan] })[0]).toBeCloseTo(
      kullbackLeibler([[2, 2]], { reference: [3, 1] })[0]!,
      14,
    );
  });

  it("divergence of everyone from the whole, weighted by size, is what they have in common with it", () => {
    fc.assert(
      fc.property(amountsTable(), (matrix) => {
        // Mutual information: Σ_r w_r D(r) = H(activities) - Σ_r w_r H(r).
        const sums = totals(matrix);
        if (sums.all === 0) return;
        const mean = (values: Float64Array) =>
          values.reduce((sum, x, r) => (sums.rows[r]! > 0 ? sum + (sums.rows[r]! / sums.all) * x : sum), 0);
        const whole = entropy(new Matrix(1, matrix.columns, sums.columns))[0]!;
        expect(mean(kullbackLeibler(matrix))).toBeCloseTo(whole - mean(entropy(matrix)), 9);
      }),
      { numRuns: 40 },
    );
  });
});

describe("Theil's index", () => {
  it("T, L and S by their definitions", () => {
    const x = [1, 3, 2];
    const mean = 2;
    const t = x.reduce((sum, v) => sum + (v / mean) * Math.log(v / mean), 0) / 3;
    const l = x.reduce((sum, v) => sum + Math.log(mean / v), 0) / 3;
    const column = x.map((v) => [v]);
    expect(theil(column)[0]).toBeCloseTo(t, 14);
    expect(theil(column, { index: "L" })[0]).toBeCloseTo(l, 14);
    expect(theil(column, { index: "S" })[0]).toBeCloseTo((t + l) / 2, 14);
    expect(theil([[1], [0]], { index: "L" })).toEqual(Float64Array.of(nan));
    expect(theil([[0], [0]])).toEqual(Float64Array.of(nan));
    expect(theil([[2], [2], [nan]])).toEqual(Float64Array.of(0));
  });

  it("per head is 0 where all have as much, and not defined where nobody has something", () => {
    expect(theil([[2], [6], [1]], { weights: [100, 300, nan] })[0]).toBeCloseTo(0, 14);
    expect(theil([[2], [6]], { weights: [100, 0] })).toEqual(Float64Array.of(nan));
    expect(theil([[2], [0]], { weights: [100, 0] })).toEqual(Float64Array.of(0));
  });

  const units = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom("a", "b", "c"),
    ),
    { minLength: 1, maxLength: 20 },
  );

  it("splits without remainder into between and within", () => {
    fc.assert(
      fc.property(units, fc.constantFrom("T" as const, "L" as const, "S" as const), (list, index) => {
        const values = list.map(([x]) => (index === "T" ? x : x + 1));
        const weights = list.map(([, w]) => w);
        const classes = list.map(([, , label]) => label);
        const { total, between, within } = theilDecomposition(values, classes, { index, weights });
        const direct = theil(
          values.map((x) => [x]),
          { index, weights },
        )[0]!;
        expect(alike([total], [direct])).toBe(true);
        expect(alike([between + within], [total], 1e-10)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it("names the classes with their shares and inequality", () => {
    const found = theilDecomposition([1, 3, 4, nan, 0], ["x", "x", "y", "y", "z"]);
    expect(found.classes.map(({ label, share, sizeShare }) => [label, share, sizeShare])).toEqual([
      ["x", 0.5, 0.5],
      ["y", 0.5, 0.25],
      ["z", 0, 0.25],
    ]);
    expect(found.classes[1]!.inequality).toBe(0);
    expect(found.classes[2]!.inequality).toBeNaN();
    expect(theilDecomposition([0, 0], ["x", "y"])).toMatchObject({ total: nan, between: nan, within: nan });
    expect(theilDecomposition([1, 0], ["x", "y"], { index: "L" }).between).toBeNaN();
    expect(() => theilDecomposition([1, 2], ["x"])).toThrow(/1 classes for 2 units/);
  });
});

describe("Gini coefficients", () => {
  it("are the mean absolute difference over twice the mean", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          amountsTable(),
          amountsTable(2).map((m) => without(m, 1, 0)),
        ),
        (matrix) => {
          const sizes = sizesOf(matrix);
          const regions = totals(matrix).rows;
          const plain = gini(matrix);
          const weighted = gini(matrix, { weights: sizes });
          const locational = locationalGini(matrix);
          for (let c = 0; c < matrix.columns; c++) {
            const column = matrix.column(c);
            expect(
              alike(
                [plain[c]!],
                [
                  bruteGini(
                    column,
                    sizes.map(() => 1),
                  ),
                ],
              ),
            ).toBe(true);
            expect(alike([weighted[c]!], [bruteGini(column, sizes)])).toBe(true);
            expect(alike([locational[c]!], [bruteGini(column, regions) / 2])).toBe(true);
          }
          expect(hooverGini(matrix, sizes)).toEqual(weighted);
          expect(alike(gini(matrix, { of: "regions" }), gini(matrix.transpose()))).toBe(true);
        },
      ),
      { numRuns: 80 },
    );
  });

  it("do not depend on the unit or the order, and stay in their range", () => {
    fc.assert(
      fc.property(amountsTable(), (matrix) => {
        for (const measure of [gini, locationalGini]) {
          const found = measure(matrix);
          expect(alike(measure(matrix.map((x) => x * 16)), found)).toBe(true);
          const turned = measure(permuted(matrix, reversed(matrix.rows), reversed(matrix.columns)));
          expect(alike(turned.reverse(), found)).toBe(true);
          for (const x of found) expect(x < 0 || x > (measure === gini ? 1 : 0.5)).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("count zeros, and not what is unknown", () => {
    expect(gini([[0], [0], [0], [5]])).toEqual(Float64Array.of(0.75));
    expect(gini([[nan], [0], [0], [5]])[0]).toBeCloseTo(2 / 3, 14);
    expect(gini([[0], [0]])).toEqual(Float64Array.of(nan));
    expect(gini([[7]])).toEqual(Float64Array.of(0));
    expect(gini([])).toEqual(new Float64Array(0));
  });

  it("leave out whose size is unknown, and put whoever has no size last", () => {
    expect(hooverGini([[1], [3], [9]], [100, 300, nan])[0]).toBeCloseTo(0, 14);
    expect(hooverGini([[1], [3]], [4, 0])[0]).toBeCloseTo(0.75, 14);
  });

  it("have the other range, and EconGeo's decimals, when asked", () => {
    const table = [
      [3, 1],
      [1, 3],
    ];
    expect(locationalGini(table, { range: "unit" })).toEqual(Float64Array.of(0.25, 0.25));
    expect(gini([[1], [0], [0]], { convention: "econgeo" })).toEqual(Float64Array.of(0.667));
    expect(() => locationalGini(table, { range: "full" as "unit" })).toThrow(
      /range cannot be "full"\. Give "half" or "unit"/,
    );
  });

  it("are twice the area between curve and diagonal", () => {
    fc.assert(
      fc.property(amountsTable(), (matrix) => {
        const sizes = sizesOf(matrix);
        const column = matrix.column(0);
        if (totals(matrix).columns[0] === 0) {
          expect(lorenzCurve(column).share.length).toBe(0);
          return;
        }
        expect(above(lorenzCurve(column))).toBeCloseTo(gini(matrix)[0]!, 10);
        expect(above(hooverCurve(column, sizes))).toBeCloseTo(hooverGini(matrix, sizes)[0]!, 10);
        expect(above(locationalCurve(matrix, 0)) / 2).toBeCloseTo(locationalGini(matrix)[0]!, 10);
      }),
      { numRuns: 50 },
    );
    expect(() => locationalCurve([[1]], 1)).toThrow(/no activity at 1/);
  });

  it("curves tell whose step each is", () => {
    expect(Array.from(lorenzCurve([3, nan, 0, 1]).order)).toEqual([2, 3, 0]);
    expect(lorenzCurve([3, 1]).size).toEqual(Float64Array.of(0, 0.5, 1));
  });
});

describe("the Hoover index", () => {
  it("is the percentage that would have to move", () => {
    const table = [
      [4, 0, 1],
      [0, 0, 1],
      [0, 0, nan],
      [0, 0, 1],
    ];
    expect(alike(hooverIndex(table), [75, nan, 0])).toBe(true);
    expect(alike(hooverIndex(table, { empty: "zero" }), [75, 50, 0])).toBe(true);
    expect(alike(hooverIndex(table, { population: [2, 1, 5, 1] }), [700 / 9, nan, 100 / 6])).toBe(true);
    expect(hooverIndex(table, { population: [2, 1, 5, 1], convention: "econgeo" })[0]).toBe(77.78);
  });

  it("lies between 0 and 100", () => {
    fc.assert(
      fc.property(amountsTable(), (matrix) => {
        for (const x of hooverIndex(matrix, { population: sizesOf(matrix) }))
          expect(x < 0 || x > 100 + 1e-9).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

describe("sorting with a payload", () => {
  it("sorts any number of keys and keeps each payload with its key, equal keys in order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 70 }), (list) => {
        const n = list.length;
        const keys = Float64Array.from(list);
        const payload = Float64Array.from(list.keys());
        sortTogether(keys, payload, n, { keys: new Float64Array(n), payload: new Float64Array(n) });
        const expected = Array.from(list.keys()).sort((a, b) => list[a]! - list[b]! || a - b);
        expect(Array.from(payload)).toEqual(expected);
        expect(Array.from(keys)).toEqual(expected.map((i) => list[i]!));
      }),
      { numRuns: 80 },
    );
  });
});
