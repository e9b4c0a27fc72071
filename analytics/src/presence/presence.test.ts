import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Matrix } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import { trimToCore } from "./core.ts";
import { presence } from "./presence.ts";

const rows = (found: Presence) => found.toMatrix().toRows();
const amounts = [
  [8, 2],
  [2, 8],
];

describe("presence", () => {
  it("takes a quotient of exactly 1 as present", () => {
    expect(
      rows(
        presence([
          [1, 3],
          [2, 6],
          [5, 15],
        ]),
      ),
    ).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it("asks for more with a higher threshold", () => {
    expect(presence(amounts, { threshold: 1.6 }).size).toBe(2);
    expect(presence(amounts, { threshold: 1.61 }).size).toBe(0);
  });

  // Per head: region 0 has 10 people, region 1 has 90, so everything is dense in region 0.
  it.each([
    [
      "rca",
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      "rpop",
      [
        [1, 1],
        [0, 0],
      ],
    ],
    [
      "both",
      [
        [1, 0],
        [0, 0],
      ],
    ],
    [
      "either",
      [
        [1, 1],
        [0, 1],
      ],
    ],
  ] as const)("by %s", (test, expected) => {
    expect(rows(presence(amounts, { test, population: [10, 90] }))).toEqual(expected);
  });

  it("has a threshold of its own for heads", () => {
    const found = presence(amounts, { test: "rpop", population: [10, 90], populationThreshold: 3 });
    expect(rows(found)).toEqual([
      [1, 0],
      [0, 0],
    ]);
  });

  it("takes the numbers as they are by hand", () => {
    expect(
      rows(
        presence(
          [
            [0.2, -3],
            [1, 7],
          ],
          { test: "manual" },
        ),
      ),
    ).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("finds nothing where there is nothing, except where a package reads it as everything", () => {
    const withEmpty = [
      [8, 2, 0],
      [2, 8, 0],
      [0, 0, 0],
    ];
    expect(rows(presence(withEmpty))).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ]);
    expect(rows(presence(withEmpty, { convention: "economiccomplexity" }))).toEqual([
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 1],
    ]);
  });

  it("does not take an unknown cell as present", () => {
    expect(
      rows(
        presence([
          [Number.NaN, 2],
          [2, 8],
        ]),
      ),
    ).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it("asks for the population it needs", () => {
    expect(() => presence(amounts, { test: "both" })).toThrow('"both" needs the population');
  });

  it("is where the location quotient says so, in tables of any shape and size of numbers", () => {
    const cell = fc.oneof(
      fc.constant(0),
      fc.constant(Number.NaN),
      fc.constant(1e15),
      fc.double({ min: 0, max: 10, noNaN: true }),
    );
    const table = fc
      .tuple(fc.nat(9), fc.nat(140))
      .chain(([r, c]) =>
        fc.array(fc.array(cell, { minLength: c, maxLength: c }), { minLength: r, maxLength: r }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(0.5, 1, 2), (table, threshold) => {
        const expected = Presence.where(locationQuotient(table), (lq) => lq >= threshold);
        expect(presence(table, { threshold })).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it("is the same in any unit", () => {
    fc.assert(
      fc.property(matrix(), fc.integer({ min: -3, max: 3 }), (table, power) => {
        const scaled = table.map((row) => row.map((x) => x * 2 ** power));
        expect(rows(presence(scaled))).toEqual(rows(presence(table)));
      }),
    );
  });
});

describe("the core", () => {
  it("goes on until nothing is too poor or too rare", () => {
    // Region 2 has one activity; without it activity 2 is in one region; without that region 1 has only one.
    const core = trimToCore(
      [
        [1, 1, 0],
        [1, 0, 1],
        [0, 0, 1],
      ],
      { diversity: 2, ubiquity: 2 },
    );
    expect(core.presence.size).toBe(0);
    expect(core.notes.map((note) => note.code)).toEqual(["trimmed", "trimmed", "degenerate"]);
  });

  it("lists what went and where the rest stood", () => {
    const core = trimToCore(
      [
        [0, 0, 0, 0],
        [1, 0, 1, 1],
        [1, 0, 1, 0],
      ],
      { ubiquity: 2 },
    );
    expect(rows(core.presence)).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(core.regions).toEqual(Int32Array.of(1, 2));
    expect(core.activities).toEqual(Int32Array.of(0, 2));
    expect(core.trimmed).toEqual({ regions: Int32Array.of(0), activities: Int32Array.of(1, 3) });
    expect(core.notes.map((note) => note.positions)).toEqual([[0], [1, 3]]);
  });

  it("says nothing where nothing went", () => {
    expect(
      trimToCore([
        [1, 1],
        [0, 1],
      ]).notes,
    ).toEqual([]);
  });

  it("refuses a bound that is no number", () => {
    expect(() => trimToCore([[1]], { ubiquity: Number.NaN })).toThrow("A least ubiquity of NaN");
  });

  it("leaves enough in every row and column, and is the largest such part", () => {
    fc.assert(
      fc.property(matrix(), fc.nat(3), fc.nat(3), (table, diversity, ubiquity) => {
        const whole = Presence.where(Matrix.from(table), (x) => x > 1);
        const core = trimToCore(whole, { diversity, ubiquity });
        expect(core.presence.rowCounts().every((count) => count >= diversity)).toBe(true);
        expect(core.presence.columnCounts().every((count) => count >= ubiquity)).toBe(true);
        expect(slowCore(whole, diversity, ubiquity)).toEqual([
          Array.from(core.regions),
          Array.from(core.activities),
        ]);
      }),
      { numRuns: 100 },
    );
  });
});

const matrix = () =>
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([r, c]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: c, maxLength: c }), {
      minLength: r,
      maxLength: r,
    }),
  );

/** Trims everything that is too small at once, again and again. */
function slowCore(presence: Presence, diversity: number, ubiquity: number): number[][] {
  const table = presence.toMatrix();
  let regions = Array.from({ length: table.rows }, (_, r) => r);
  let activities = Array.from({ length: table.columns }, (_, c) => c);
  for (;;) {
    const keptRegions = regions.filter(
      (r) => activities.filter((c) => table.at(r, c) === 1).length >= diversity,
    );
    const keptActivities = activities.filter(
      (c) => regions.filter((r) => table.at(r, c) === 1).length >= ubiquity,
    );
    if (keptRegions.length === regions.length && keptActivities.length === activities.length)
      return [regions, activities];
    regions = keptRegions;
    activities = keptActivities;
  }
}
