import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { symmetricEigen } from "../core/eigen.ts";
import { Matrix } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { below, seeded } from "../core/random.ts";
import { correlation, deviation, mean } from "../core/statistics.ts";
import { binaryTable, expectClose } from "../relatedness/testing.ts";
import {
  complexityIntervals,
  complexitySpectrum,
  economicComplexity,
  knowledgeComplexity,
  orientTo,
  reflections,
  subnationalComplexity,
} from "./index.ts";

const nan = Number.NaN;
const nested = [
  [1, 1, 1, 1],
  [1, 1, 1, 0],
  [1, 1, 0, 0],
  [1, 0, 0, 0],
];
const codes = (found: { notes: { code: string }[] }) => found.notes.map((note) => note.code);
const means = (table: number[][], values: Float64Array) =>
  table.map((row) => mean(Array.from(values).filter((_, c) => row[c] === 1)));

/** A presence of so many regions and activities in which the first are in most things, and nobody in nothing. */
function triangle(rows: number, columns: number, seed: number): Presence {
  const random = seeded(seed);
  const table = new Matrix(rows, columns).map(() => random());
  return Presence.where(
    table,
    (x, r, c) => r === 0 || c === 0 || x < 1.1 - r / rows - (0.8 * c) / columns || x < 0.04,
  );
}

/** Twelve regions of two kinds, which nothing can confuse: each has most of its half of the activities. */
function halves(columns: number): Presence {
  const random = seeded(columns);
  const table = new Matrix(12, columns).map(() => random());
  return Presence.where(table, (x, r, c) => x < (r < 6 === c < columns / 2 ? 0.9 - r / 30 : 0.15));
}

describe("economic complexity", () => {
  it("of two regions and two activities is known by hand", () => {
    // D⁻¹ M U⁻¹ Mᵀ = [[3/4, 1/4], [1/2, 1/2]]: eigenvalues 1 and 1/4, second vector (1, -2); PCI likewise (-1, 2).
    const { eci, pci, eigenvalues, eigengap } = economicComplexity(
      [
        [1, 1],
        [1, 0],
      ],
      { scaling: "none" },
    );
    expect(Array.from(eigenvalues)).toEqual([expect.closeTo(1, 14), expect.closeTo(0.25, 14)]);
    expect(eigengap).toBeCloseTo(0.25, 14);
    expect(pci[1]! / pci[0]!).toBeCloseTo(-2, 12);
    expect(eci[0]! / eci[1]!).toBeCloseTo(-0.5, 12);
    expect(Math.hypot(...pci)).toBeCloseTo(1, 12);
    expect(pci[1]).toBeGreaterThan(0);
  });

  it("solves its equations, in every scaling", () => {
    const presence = triangle(30, 70, 3);
    const table = presence.toMatrix().toRows();
    const { eci, pci, eigenvalues } = economicComplexity(presence, { scaling: "none" });
    const back = means(presence.transpose().toMatrix().toRows(), eci);
    expectClose(
      back,
      pci.map((value) => value * eigenvalues[1]!),
      10,
    );
    expectClose(means(table, pci), eci);
    const z = economicComplexity(presence);
    expect([mean(z.eci), deviation(z.eci), mean(z.pci), deviation(z.pci)]).toEqual(
      [0, 1, 0, 1].map((x) => expect.closeTo(x, 12)),
    );
    expect(deviation(economicComplexity(presence, { spread: "sample" }).pci, "sample")).toBeCloseTo(1, 12);
    expect(correlation(z.eci, eci)).toBeCloseTo(1, 12);
  });

  it("on the scale of the Atlas, a region's is the mean of what it has", () => {
    fc.assert(
      fc.property(binaryTable(), (table) => {
        const { eci, pci } = economicComplexity(table, { convention: "atlas" });
        expectClose(means(table, pci), eci, 8);
      }),
    );
  });

  it("rises with diversity", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const presence = triangle(12, 15, seed);
        const { eci } = economicComplexity(presence);
        expect(correlation(eci, Array.from(presence.rowCounts()))).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });

  it("does not depend on the order of regions and activities", () => {
    const table = triangle(20, 25, 8).toMatrix().toRows();
    const { eci, pci } = economicComplexity(table);
    const turned = economicComplexity([...table].reverse().map((row) => [...row].reverse()));
    expectClose(turned.eci.reverse(), eci, 9);
    expectClose(turned.pci.reverse(), pci, 9);
  });

  it("trims what is empty, lists it, and computes the rest as if it were not there", () => {
    const withEmpty = [...nested.map((row) => [...row.slice(0, 2), 0, ...row.slice(2)]), [0, 0, 0, 0, 0]];
    const found = economicComplexity(withEmpty);
    const without = economicComplexity(nested);
    expectClose(found.eci, [...without.eci, nan]);
    expectClose(
      found.pci.filter((x) => !Number.isNaN(x)),
      without.pci,
    );
    expect(found.notes.map(({ code, positions }) => [code, positions])).toEqual([
      ["trimmed", [4]],
      ["trimmed", [2]],
    ]);
  });

  it("says where the presence falls apart", () => {
    const found = economicComplexity([
      [1, 1, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 1, 1],
      [0, 0, 0, 1],
    ]);
    expect(found.eigenvalues[1]).toBeCloseTo(1, 12);
    expect(codes(found)).toContain("disconnected");
  });

  it("says where two eigenvalues are too close", () => {
    // Three regions in a circle: the second and third are equal.
    const found = economicComplexity([
      [1, 1, 0],
      [0, 1, 1],
      [1, 0, 1],
    ]);
    expect(found.eigengap).toBeCloseTo(0, 12);
    expect(codes(found)).toEqual(["eigengap", "fallback"]);
  });

  it.each([
    ["no region", []],
    ["no activity", [[], []]],
    [
      "nothing",
      [
        [0, 0],
        [0, 0],
      ],
    ],
    ["one region", [[1, 1, 0]]],
    ["one activity", [[1], [1], [0]]],
    [
      "regions that are alike",
      [
        [1, 1, 0],
        [1, 1, 0],
      ],
    ],
  ])("is not defined for %s, and says so", (_, table) => {
    const { eci, pci, notes } = economicComplexity(table);
    expect([...eci, ...pci].every(Number.isNaN)).toBe(true);
    expect(notes.map((note) => note.code)).toContain("degenerate");
  });

  it("leaves what it was given as it was", () => {
    const presence = Presence.from(nested);
    economicComplexity(presence);
    expect(presence).toEqual(Presence.from(nested));
  });

  it("goes by other names for knowledge", () => {
    const { eci, pci } = economicComplexity(nested);
    expect(knowledgeComplexity(nested)).toMatchObject({ kci: eci, tci: pci });
  });
});

describe("published variants of economic complexity", () => {
  const presence = triangle(14, 18, 5);
  const own = economicComplexity(presence);

  it("economiccomplexity divides by n - 1 and signs both sides by reflections", () => {
    const found = economicComplexity(presence, { convention: "economiccomplexity" });
    const { regions, activities } = reflections(presence, { convention: "economiccomplexity" });
    expect(deviation(found.eci, "sample")).toBeCloseTo(1, 12);
    expect(correlation(found.eci, regions)).toBeGreaterThan(0.9);
    expect(correlation(found.pci, activities)).toBeGreaterThan(0.9);
  });

  it("EconGeo divides by sums", () => {
    const found = economicComplexity(presence, { convention: "econgeo" });
    expect(Math.abs(found.eci.reduce((a, b) => a + b))).toBeCloseTo(1, 9);
    expect(correlation(found.eci, own.eci)).toBeCloseTo(1, 12);
    expect(correlation(found.pci, Array.from(presence.columnCounts()))).toBeLessThan(0);
  });

  it("the OEC takes 18 and 19 reflections", () => {
    const found = economicComplexity(presence, { convention: "oec" });
    expect(correlation(found.eci, own.eci)).toBeGreaterThan(0.999);
    expect(found.eci).toEqual(reflections(presence, { scaling: "z", spread: "sample" }).regions);
  });
});

describe("an index of unknown sign", () => {
  it.each([
    ["is turned round where it falls with the reference", [3, 2, nan, 1], [1, 2, 9, 4], [-3, -2, nan, -1]],
    ["stays where it rises with it", [3, 2], [2, 1], [3, 2]],
    ["stays where nothing can be said", [3, 2], [1, 1], [3, 2]],
  ])("%s", (_, index, reference, expected) => {
    expect(orientTo(index, reference)).toEqual(Float64Array.from(expected));
  });

  it("needs a reference for the same things", () => {
    expect(() => orientTo([1, 2], [1])).toThrow("The reference has 1 values where 2");
  });
});

describe("the spectrum of complexity", () => {
  const whole = (presence: Presence) => {
    const table = presence.toMatrix();
    const [diversity, ubiquity] = [presence.rowCounts(), presence.columnCounts()];
    const scaled = table.map((x, r, c) => x / Math.sqrt(diversity[r]! * ubiquity[c]!));
    const product = new Matrix(table.rows, table.rows).map((_, i, j) =>
      scaled.row(i).reduce((total, x, c) => total + x * scaled.at(j, c), 0),
    );
    return symmetricEigen(product).values;
  };

  it.each([
    [triangle(20, 12, 1), 5],
    [triangle(90, 130, 2), 4],
  ])("is that of the whole matrix", (presence, count) => {
    const expected = whole(presence);
    expectClose(complexitySpectrum(presence, count), expected.subarray(0, count));
  });

  it("finds equal eigenvalues", () => {
    const pieces = [
      [1, 1, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 0, 1, 0],
      [0, 0, 0, 1, 1],
    ];
    expect(Array.from(complexitySpectrum(pieces, 9))).toEqual(
      [1, 1, 1, 0.25].map((x) => expect.closeTo(x, 12)),
    );
  });

  it("is as long as there are eigenvalues", () => {
    expect(complexitySpectrum([[0, 0]])).toEqual(new Float64Array(0));
    expect(complexitySpectrum([[1, 1]])).toEqual(Float64Array.of(1));
    // The matrix is regions × regions; of three alike nothing but the first is above 0.
    expect(complexitySpectrum([[1], [1], [1]], 4)).toEqual(Float64Array.of(1, 0, 0));
    expect(() => complexitySpectrum(nested, 0)).toThrow("0 eigenvalues cannot be");
  });
});

describe("sub-national complexity", () => {
  it("is the mean of what activities are worth elsewhere", () => {
    expect(
      subnationalComplexity(
        [
          [1, 1, 1],
          [0, 1, 0],
          [0, 0, 1],
          [0, 0, 0],
        ],
        [1, -2, nan],
      ),
    ).toEqual(Float64Array.of(-0.5, -2, nan, nan));
  });

  it("can be standardised", () => {
    const found = subnationalComplexity(nested, [4, 3, 2, 1], { scaling: "z", spread: "sample" });
    expect(deviation(found, "sample")).toBeCloseTo(1, 12);
  });

  it("refuses PCI for other activities", () => {
    expect(() => subnationalComplexity(nested, [1, 2])).toThrow("The list of PCI has 2 values where 4");
  });
});

describe("complexity intervals", () => {
  const presence = triangle(12, 40, 4);

  it("are the same for the same seed", () => {
    const options = { draws: 30, seed: 7 };
    expect(complexityIntervals(presence, options)).toEqual(complexityIntervals(presence, options));
    expect(complexityIntervals(presence, { ...options, seed: 8 }).lower).not.toEqual(
      complexityIntervals(presence, options).lower,
    );
  });

  it("hold the index, and are narrower for a lower level", () => {
    const wide = complexityIntervals(presence, { draws: 100 });
    const narrow = complexityIntervals(presence, { draws: 100, level: 0.5 });
    wide.eci.forEach((_, r) => {
      expect(wide.lower[r]!).toBeLessThanOrEqual(narrow.lower[r]!);
      expect(wide.upper[r]!).toBeGreaterThanOrEqual(narrow.upper[r]!);
    });
    const inside = wide.eci.filter((value, r) => wide.lower[r]! <= value && value <= wide.upper[r]!);
    expect(inside.length).toBeGreaterThanOrEqual(11);
    expect(wide.error.every((value) => value > 0)).toBe(true);
  });

  it("shrink with more activities", () => {
    const few = complexityIntervals(halves(20), { draws: 60 });
    const many = complexityIntervals(halves(320), { draws: 60 });
    expect(mean(many.error)).toBeLessThan(mean(few.error));
  });

  it("say how many samples had no index", () => {
    // Of two activities every other sample has the same one twice.
    const found = complexityIntervals(
      [
        [1, 1],
        [1, 0],
      ],
      { draws: 40 },
    );
    expect(codes(found)).toEqual(["missing"]);
    expect(found.notes[0]!.text).toMatch(/^\d+ of 40 samples/);
  });

  it.each([
    [{ draws: 0 }, "0 draws"],
    [{ level: 95 }, "A level of 95"],
  ])("refuse %j", (options, message) => {
    expect(() => complexityIntervals(nested, options)).toThrow(message);
  });
});

it("large presences are settled to the last digits", () => {
  const random = seeded(11);
  const table = new Matrix(300, 200).map((_, r, c) => (below(random, 300) > r + c / 2 ? 1 : 0));
  const { eci, pci, eigenvalues, converged } = economicComplexity(table, { scaling: "none" });
  const presence = Presence.from(table).transpose();
  const back = means(presence.toMatrix().toRows(), eci);
  expectClose(
    back,
    pci.map((value) => value * eigenvalues[1]!),
    11,
  );
  expect(converged).toBe(true);
});
