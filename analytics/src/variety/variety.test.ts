import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entropy } from "../concentration/index.ts";
import type { Matrix } from "../core/matrix.ts";
import { alike, amountsTable, permuted, reversed, without } from "../specialisation/arbitrary.ts";
import { coherence, relatedVariety, unrelatedVariety, varietyDecomposition } from "./index.ts";

const nan = Number.NaN;
/** Three nested levels for any number of activities. */
const levelsOf = ({ columns }: Matrix) => [
  Array.from({ length: columns }, (_, c) => `${c % 2}`),
  Array.from({ length: columns }, (_, c) => `${c % 2}.${c % 4}`),
  Array.from({ length: columns }, (_, c) => c % 8),
];

describe("variety", () => {
  const table = [
    [1, 1, 2, 4],
    [0, 0, 0, 5],
    [0, 0, 0, 0],
  ];

  it("is split into between and within classes", () => {
    const classes = ["a", "a", "a", "b"];
    expect(alike(unrelatedVariety(table, classes), [1, 0, nan])).toBe(true);
    expect(alike(relatedVariety(table, classes), [0.75, 0, nan])).toBe(true);
    expect(relatedVariety(table, classes, { empty: "zero" })[2]).toBe(0);
    expect(unrelatedVariety(table, classes, { base: Math.E })[0]).toBeCloseTo(Math.LN2, 14);
    expect(unrelatedVariety(table, ["a", "a", "a", "a"])[0]).toBe(0);
    expect(relatedVariety(table, [1, 2, 3, 4])[0]).toBe(0);
  });

  it("adds up to the entropy at any depth, whatever the order", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          amountsTable(),
          amountsTable(2).map((m) => without(m, 1, 1)),
        ),
        (matrix) => {
          const whole = entropy(matrix);
          const levels = levelsOf(matrix);
          for (const depth of [1, 2, 3]) {
            const {
              unrelated,
              semiRelated,
              related,
              levels: parts,
            } = varietyDecomposition(matrix, levels.slice(0, depth));
            expect(
              alike(
                unrelated.map((x, r) => x + semiRelated[r]! + related[r]!),
                whole,
              ),
            ).toBe(true);
            expect(parts.columns).toBe(depth + 1);
            for (const x of parts.values) expect(x < 0).toBe(false);
            const columns = reversed(matrix.columns);
            const turned = varietyDecomposition(
              permuted(matrix, reversed(matrix.rows), columns),
              levels.slice(0, depth).map((classes) => columns.map((c) => classes[c]!)),
            );
            expect(alike(turned.related.reverse(), related)).toBe(true);
          }
          const [top] = levels;
          const two = unrelatedVariety(matrix, top!).map((x, r) => x + relatedVariety(matrix, top!)[r]!);
          expect(alike(two, whole)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("of the middle levels is the difference of the unrelated varieties", () => {
    const matrix = varietyDecomposition(table, [
      ["a", "a", "a", "b"],
      ["a1", "a1", "a2", "b1"],
    ]);
    const fine = unrelatedVariety(table, ["a1", "a1", "a2", "b1"]);
    expect(matrix.semiRelated[0]).toBeCloseTo(fine[0]! - matrix.unrelated[0]!, 14);
    expect(matrix.semiRelated[2]).toBeNaN();
  });

  it("refuses levels that are not nested, not there, or too short", () => {
    expect(() =>
      varietyDecomposition(table, [
        ["a", "b", "b", "b"],
        ["x", "x", "y", "z"],
      ]),
    ).toThrow(/"x" of level 1 lies in two classes of level 0 \(column 1\)/);
    expect(() => varietyDecomposition(table, [])).toThrow(/no level/);
    expect(() => relatedVariety(table, ["a"])).toThrow(/1 classes for 4 activities/);
    expect(unrelatedVariety([], [])).toEqual(new Float64Array(0));
  });
});

describe("coherence", () => {
  it("is the mean relatedness of each activity to the region's others", () => {
    const tau = [
      [9, 0.5, 0.2],
      [0.4, 9, 0.1],
      [0.2, 0.1, 9],
    ];
    const war = [(1 * 0.5 + 2 * 0.2) / 3, (1 * 0.4 + 2 * 0.1) / 3, (1 * 0.2 + 1 * 0.1) / 2];
    const expected = war[0]! / 4 + war[1]! / 4 + war[2]! / 2;
    expect(
      alike(
        coherence(
          [
            [1, 1, 2],
            [3, 0, 0],
            [0, 0, 0],
            [1, nan, 1],
          ],
          tau,
        ),
        [expected, nan, nan, 0.2],
      ),
    ).toBe(true);
  });

  it("is that number where all pairs are equally related, in any unit", () => {
    fc.assert(
      fc.property(amountsTable(2), (matrix) => {
        const tau = Array.from({ length: matrix.columns }, () => new Float64Array(matrix.columns).fill(0.3));
        const found = coherence(matrix, tau);
        found.forEach((x, r) => {
          const present = matrix.row(r).filter((amount) => amount > 0).length;
          if (present > 1) expect(x).toBeCloseTo(0.3, 12);
          else expect(x).toBeNaN();
        });
      }),
      { numRuns: 40 },
    );
    expect(() => coherence([[1, 2]], [[1]])).toThrow(/1 × 1 values for 2 activities/);
  });
});
