import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { AnalyticsError } from "../core/error.ts";
import { Matrix } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { seeded } from "../core/random.ts";
import { correlation } from "../core/statistics.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import { components } from "./components.ts";
import { cooccurrence, plainCooccurrence } from "./cooccurrence.ts";
import { gatherSum, plainGatherSum } from "./gather-sum.ts";
import { setEngine } from "./kernel.ts";
import { secondPair } from "./second-pair.ts";
import { plainSpecialised, specialised } from "./specialised.ts";
import { rowOf, strips } from "./triangle.ts";

afterEach(() => setEngine("wasm"));

const shape = fc.record({
  rows: fc.integer({ min: 0, max: 150 }),
  columns: fc.integer({ min: 0, max: 90 }),
  density: fc.constantFrom(0, 0.01, 0.05, 0.2, 0.6, 1),
  seed: fc.integer(),
});
type Shape = { rows: number; columns: number; density: number; seed: number };

function table({ rows, columns, density, seed }: Shape): Presence {
  const random = seeded(seed);
  const cells = Float64Array.from({ length: rows * columns }, random);
  return Presence.where(new Matrix(rows, columns, cells), (x) => x < density);
}

/** Zeros, unknown ones, whole numbers, and from tiny to huge. */
const amount = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) },
  fc.constantFrom(Number.NaN, 1e15, 1e-9, 0.1, 5e-324, 1e300),
);
const amountTable = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 70 }))
  .chain(([rows, columns]) =>
    fc
      .array(amount, { minLength: rows * columns, maxLength: rows * columns })
      .map((values) => new Matrix(rows, columns, Float64Array.from(values))),
  );

describe("who is specialised", () => {
  it("is the same by the kernel, in TypeScript and by the quotients themselves", () => {
    fc.assert(
      fc.property(amountTable, fc.constantFrom(1, 0.5, 2, 0), (matrix, threshold) => {
        const found = specialised(matrix, threshold);
        expect(found).toEqual(plainSpecialised(matrix, threshold));
        expect(found).toEqual(Presence.where(locationQuotient(matrix), (quotient) => quotient >= threshold));
      }),
      { numRuns: 100 },
    );
  });

  it("never hangs on a last digit where all shares are equal", () => {
    const even = new Matrix(7, 65, new Float64Array(7 * 65).fill(0.1));
    expect(specialised(even)).toEqual(plainSpecialised(even, 1));
    const growing = new Matrix(3, 4).map((_, r) => 3 * (r + 1));
    expect(specialised(growing).size).toBe(12);
  });

  it.each([
    [-1, "negative"],
    [Number.POSITIVE_INFINITY, "not-a-number"],
  ])("refuses %s and names its cell", (value, code) => {
    const matrix = new Matrix(6, 3);
    matrix.values[5 * 3 + 1] = value;
    expect(() => specialised(matrix)).toThrow(AnalyticsError);
    expect(() => specialised(matrix)).toThrow(
      expect.objectContaining({ code, place: { row: 5, column: 1 } }),
    );
  });
});

describe("co-occurrence", () => {
  it("is the same by bits, by lists and in TypeScript", () => {
    fc.assert(
      fc.property(shape, (one) => {
        const presence = table(one);
        expect(cooccurrence(presence)).toEqual(plainCooccurrence(presence));
      }),
      { numRuns: 60 },
    );
  });

  it("counts more than 65,535 regions", () => {
    const rows = 70_001;
    const dense = Presence.where(new Matrix(rows, 3), (_, r, c) => c < 2 || r === 0);
    expect(cooccurrence(dense).toRows()).toEqual([
      [rows, rows, 1],
      [rows, rows, 1],
      [1, 1, 1],
    ]);
    const sparse = Presence.where(new Matrix(rows, 40), (_, r, c) => c === 39 || (c === 0 && r < 5));
    expect(cooccurrence(sparse).at(39, 39)).toBe(rows);
    expect(cooccurrence(sparse).at(0, 39)).toBe(5);
  });

  it("splits a triangle into strips that leave nothing out", () => {
    for (const width of [0, 8, 16, 104, 1000]) {
      const bounds = strips(width, 16);
      expect(bounds[0]).toBe(0);
      expect(bounds.at(-1)).toBe(width);
      expect(bounds.every((bound, k) => bound % 2 === 0 && (k === 0 || bound > bounds[k - 1]!))).toBe(true);
    }
    expect(rowOf(4, 8) - rowOf(2, 8)).toBe(2 * 6);
  });
});

describe("gathering", () => {
  it("is the same by the kernel and in TypeScript, unknown values staying in their column", () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 0, max: 40 }), (one, columns) => {
        const presence = table(one);
        const random = seeded(one.seed + 1);
        const matrix = new Matrix(presence.columns, columns).map(() =>
          random() < 0.02 ? Number.NaN : (random() - 0.5) * 1e15,
        );
        expect(gatherSum(presence, matrix)).toEqual(plainGatherSum(presence, matrix));
      }),
      { numRuns: 60 },
    );
  });

  it("refuses a matrix of another height", () => {
    expect(() => gatherSum(Presence.from([[1, 0]]), new Matrix(3, 1))).toThrow(AnalyticsError);
  });
});

describe("the second eigenvectors", () => {
  const nested = (one: Shape) => {
    const random = seeded(one.seed);
    return Presence.where(
      new Matrix(one.rows, one.columns),
      (_, r, c) => random() < 1.6 * one.density * (1 - r / one.rows) * (1 - c / one.columns),
    );
  };

  it("solve both equations, with the region as the mean of what it has", () => {
    fc.assert(
      fc.property(shape, (one) => {
        const presence = nested(one);
        const { region, activity, eigenvalues } = secondPair(presence);
        const second = eigenvalues[1] ?? 0;
        const ubiquity = presence.columnCounts();
        expect(region.length).toBe(presence.rows);
        expect(activity.length).toBe(presence.columns);
        if (second === 0) return;
        const size = Math.max(...activity.filter((x) => !Number.isNaN(x)).map(Math.abs));
        const back = new Float64Array(presence.columns);
        for (let r = 0; r < presence.rows; r++) {
          const has = presence.of(r);
          if (has.length === 0) {
            expect(region[r]).toBeNaN();
            continue;
          }
          const mean = has.reduce((total, c) => total + activity[c]!, 0) / has.length;
          expect(Math.abs(region[r]! - mean)).toBeLessThan(1e-12 * size);
          for (const c of has) back[c]! += mean / ubiquity[c]!;
        }
        for (let c = 0; c < presence.columns; c++)
          if (ubiquity[c] === 0) expect(activity[c]).toBeNaN();
          else expect(Math.abs(back[c]! - second * activity[c]!)).toBeLessThan(1e-10 * size);
      }),
      { numRuns: 60 },
    );
  });

  it("are the same by the kernel and in TypeScript", () => {
    fc.assert(
      fc.property(shape, (one) => {
        const presence = nested(one);
        const quick = secondPair(presence);
        setEngine("plain");
        const plain = secondPair(presence);
        setEngine("wasm");
        expect(quick).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  it("find the eigenvalues of a staircase, known by hand", () => {
    const { eigenvalues, converged } = secondPair(
      Presence.from([
        [1, 1, 1],
        [1, 1, 0],
        [1, 0, 0],
      ]),
    );
    expect(eigenvalues).toHaveLength(3);
    [1, 1 / 4, 1 / 9].forEach((value, k) => {
      expect(eigenvalues[k]).toBeCloseTo(value, 14);
    });
    expect(converged).toBe(true);
  });

  it("point towards diversity", () => {
    const presence = Presence.where(new Matrix(12, 15), (_, r, c) => c / 15 < 1 - r / 12);
    expect(correlation(secondPair(presence).region, Array.from(presence.rowCounts()))).toBeGreaterThan(0.5);
  });

  it("say how many parts there are, and find an eigenvalue that occurs twice", () => {
    const parts = Presence.from([
      [1, 1, 0, 0, 0, 0],
      [1, 1, 0, 0, 0, 0],
      [0, 0, 1, 1, 0, 0],
      [0, 0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0, 0],
    ]);
    const found = secondPair(parts);
    expect(found.components).toBe(3);
    expect(found.eigenvalues.map((x) => Math.round(1e9 * x) / 1e9)).toEqual([1, 1, 1]);
  });

  it.each([
    [
      "nothing at all",
      [
        [0, 0],
        [0, 0],
      ],
      0,
    ],
    ["one region", [[1, 1, 0]], 1],
    [
      "regions that are all alike",
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      1,
    ],
  ] as const)("are not defined for %s", (_, rows, values) => {
    const { region, activity, eigenvalues, converged } = secondPair(Presence.from(rows));
    expect([...region, ...activity].every(Number.isNaN)).toBe(true);
    expect(eigenvalues).toHaveLength(values);
    expect(converged).toBe(true);
  });

  it("have no second value without rows or columns", () => {
    expect(secondPair(Presence.from([])).eigenvalues).toEqual([]);
    expect(secondPair(Presence.from([[], []])).region).toHaveLength(2);
  });
});

describe("components", () => {
  it("are counted as a walk through the graph counts them", () => {
    fc.assert(
      fc.property(shape, (one) => {
        const presence = table({ ...one, density: one.density / 4 });
        expect(components(presence)).toBe(walked(presence));
      }),
      { numRuns: 60 },
    );
  });
});

function walked(presence: Presence): number {
  const byColumn = presence.transpose();
  const seen = new Set<number>();
  let parts = 0;
  for (let r = 0; r < presence.rows; r++) {
    if (seen.has(r) || presence.of(r).length === 0) continue;
    parts++;
    const open = [r];
    seen.add(r);
    for (let row = open.pop(); row !== undefined; row = open.pop())
      for (const c of presence.of(row))
        for (const other of byColumn.of(c)) {
          if (seen.has(other)) continue;
          seen.add(other);
          open.push(other);
        }
  }
  return parts;
}
