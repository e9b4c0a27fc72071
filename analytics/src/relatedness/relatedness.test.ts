import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Matrix } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { correlation } from "../core/statistics.ts";
import {
  associationStrength,
  conditionalProximity,
  coOccurrence,
  correlationProximity,
  cosineProximity,
  cosineRelatedness,
  jaccardRelatedness,
  linkSizes,
  occurrenceSizes,
  probabilityRelatedness,
  proximity,
  regionProximity,
  relatednessZScore,
} from "./index.ts";
import { amountTable, binaryTable } from "./testing.ts";

const nan = Number.NaN;
const close = (found: Matrix, expected: number[][]) => {
  expect([found.rows, found.columns]).toEqual([expected.length, expected[0]?.length ?? 0]);
  found.toRows().forEach((row, i) => {
    row.forEach((value, j) => {
      if (Number.isNaN(expected[i]![j]!)) expect(value).toBeNaN();
      else expect(value).toBeCloseTo(expected[i]![j]!, 12);
    });
  });
};
const both = (table: number[][], i: number, j: number) =>
  table.filter((row) => row[i] === 1 && row[j] === 1).length;
const pairs = (table: number[][], value: (i: number, j: number) => number) =>
  table[0]!.map((_, i) => table[0]!.map((_, j) => value(i, j)));

// Activity 3 is nowhere.
const has = [
  [1, 1, 0, 0],
  [1, 1, 1, 0],
  [1, 0, 0, 0],
  [0, 0, 1, 0],
];
const counts = [
  [0, 2, 1, 0],
  [2, 0, 1, 0],
  [1, 1, 0, 0],
  [0, 0, 0, 0],
];

describe("co-occurrence", () => {
  it("counts the regions that have both", () => {
    expect(coOccurrence(has).toRows()).toEqual(counts);
    expect(coOccurrence(has, { diagonal: "ubiquity" }).row(0)).toEqual(Float64Array.of(3, 2, 1, 0));
  });

  it("is what counting one pair after the other gives", () => {
    fc.assert(
      fc.property(binaryTable(), (table) => {
        expect(coOccurrence(table).toRows()).toEqual(
          pairs(table, (i, j) => (i === j ? 0 : both(table, i, j))),
        );
      }),
    );
  });
});

describe("normalised co-occurrence", () => {
  // Links: S = 3, 3, 2, 0 and T = 8.
  it.each([
    ["association strength", associationStrength, (2 * 8) / 9, 8 / 6],
    ["cosine", cosineRelatedness, 2 / 3, 1 / Math.sqrt(6)],
    ["Jaccard", jaccardRelatedness, 2 / 4, 1 / 4],
    [
      "probability",
      probabilityRelatedness,
      2 / (((3 / 8) * (3 / 5) * 2 * 8) / 2),
      1 / ((3 / 8) * (2 / 5) * 4 + (2 / 8) * (3 / 6) * 4),
    ],
  ] as const)("as %s, by links", (_, measure, first, second) => {
    close(measure(counts), [
      [0, first, second, nan],
      [first, 0, second, nan],
      [second, second, 0, nan],
      [nan, nan, nan, 0],
    ]);
    expect(measure(counts, { empty: "zero" }).at(0, 3)).toBe(0);
    expect(measure(counts, { convention: "econgeo" }).at(3, 1)).toBe(0);
  });

  // Occurrences: S = 3, 2, 2, 0 and T = 4 regions.
  it.each([
    ["association strength", associationStrength, (2 * 4) / 6],
    ["cosine", cosineRelatedness, 2 / Math.sqrt(6)],
    ["Jaccard", jaccardRelatedness, 2 / 3],
    ["probability", probabilityRelatedness, 2 / ((3 / 4) * (2 / 1) * 2 + (2 / 4) * (3 / 2) * 2)],
  ] as const)("as %s, by occurrences", (_, measure, expected) => {
    expect(measure(counts, { sizes: occurrenceSizes(has) }).at(0, 1)).toBeCloseTo(expected, 12);
  });

  it("has no probability for an activity that is everywhere", () => {
    const everywhere = [
      [1, 1],
      [1, 0],
    ];
    expect(
      probabilityRelatedness(coOccurrence(everywhere), { sizes: occurrenceSizes(everywhere) }).at(0, 1),
    ).toBeNaN();
  });

  it("keeps an unknown count in its cell", () => {
    const unknown = [
      [0, nan, 1],
      [nan, 0, 2],
      [1, 2, 0],
    ];
    expect(linkSizes(unknown)).toEqual({ occurrences: Float64Array.of(1, 2, 3), total: 6 });
    const found = associationStrength(unknown);
    expect(found.at(0, 1)).toBeNaN();
    expect(found.at(1, 2)).toBe(2);
  });

  it("does not look at the diagonal", () => {
    const withDiagonal = coOccurrence(has, { diagonal: "ubiquity" });
    expect(cosineRelatedness(withDiagonal)).toEqual(cosineRelatedness(counts));
  });

  it("is 1 on average where everything is independent", () => {
    // All pairs equally frequent: S = 2 n - 2 … each, so C T / S² = n / (n - 1).
    const n = 5;
    const even = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 0 : 2)));
    expect(associationStrength(even).at(0, 1)).toBeCloseTo(n / (n - 1), 12);
    expect(probabilityRelatedness(even).at(0, 1)).toBeCloseTo(1, 12);
  });

  it.each([
    ["a table that is not square", () => associationStrength([[1, 2]]), "does not fit"],
    [
      "negative counts",
      () =>
        cosineRelatedness([
          [0, -1],
          [-1, 0],
        ]),
      "below zero",
    ],
    [
      "too few sizes",
      () => jaccardRelatedness(counts, { sizes: { occurrences: [1], total: 2 } }),
      "1 values where 4",
    ],
    [
      "a total that is none",
      () => jaccardRelatedness(counts, { sizes: { occurrences: [1, 1, 1, 1], total: nan } }),
      "A total of NaN",
    ],
  ])("refuses %s", (_, act, message) => {
    expect(act).toThrow(message);
  });
});

describe("the z-score", () => {
  // N = 4, n = 3, 2: μ = 1.5, σ² = 1.5 (1 - 3/4) (2/3) = 0.25.
  it("measures co-occurrence in deviations from chance", () => {
    const found = relatednessZScore(has);
    expect(found.at(0, 1)).toBeCloseTo((2 - 1.5) / 0.5, 12);
    expect(found.at(1, 0)).toBeCloseTo(1, 12);
    expect(found.at(0, 0)).toBe(0);
    expect(found.at(0, 3)).toBeNaN();
  });

  it("has EconGeo's diagonal in its convention", () => {
    // μ = 9/4, σ² = 9/4 · 1/4 · 1/3.
    expect(relatednessZScore(has, { convention: "econgeo" }).at(0, 0)).toBeCloseTo(
      -2.25 / Math.sqrt(0.1875),
      12,
    );
  });

  it("has mean and variance of the hypergeometric distribution", () => {
    // Every way to place 2 of 4 regions, against an activity in regions 0 and 1.
    const places = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ];
    const scores = places.map((place) =>
      relatednessZScore([0, 1, 2, 3].map((r) => [r < 2 ? 1 : 0, place.includes(r) ? 1 : 0])).at(0, 1),
    );
    expect(scores.reduce((a, b) => a + b)).toBeCloseTo(0, 12);
    expect(scores.reduce((a, b) => a + b * b, 0) / scores.length).toBeCloseTo(1, 12);
  });

  it("says nothing with one region", () => {
    expect(relatednessZScore([[1, 1]]).at(0, 1)).toBeNaN();
  });
});

describe("proximity", () => {
  it.each([
    ["max", 2 / 3, 1 / 3],
    ["min", 1, 1 / 2],
    ["sqrt", 2 / Math.sqrt(6), 1 / Math.sqrt(6)],
  ] as const)("by %s", (measure, near, far) => {
    close(proximity(has, { measure }), [
      [0, near, far, nan],
      [near, 0, 1 / 2, nan],
      [far, 1 / 2, 0, nan],
      [nan, nan, nan, 0],
    ]);
  });

  it("can put zeros where nobody is, and 1 on the diagonal", () => {
    expect(proximity(has, { empty: "zero" }).row(3)).toEqual(new Float64Array(4));
    expect(proximity(has, { convention: "atlas" }).at(0, 0)).toBe(1);
    expect(proximity(has, { convention: "economiccomplexity" }).at(0, 0)).toBe(1);
    expect(proximity(has, { convention: "oec" }).at(0, 0)).toBe(0);
    expect(proximity(has, { convention: "atlas", diagonal: 0.5 }).at(0, 0)).toBe(0.5);
  });

  it("is the smaller of the two conditional proximities", () => {
    fc.assert(
      fc.property(binaryTable(), (table) => {
        const given = conditionalProximity(table);
        close(
          proximity(table),
          pairs(table, (i, j) => Math.min(given.at(i, j), given.at(j, i))),
        );
      }),
    );
  });

  it("says of who has one how many have the other", () => {
    close(conditionalProximity(has), [
      [0, 2 / 3, 1 / 3, nan],
      [1, 0, 1 / 2, nan],
      [1 / 2, 1 / 2, 0, nan],
      [nan, nan, nan, 0],
    ]);
  });

  it("of regions is that of activities with the parts exchanged", () => {
    const turned = new Matrix(4, 4, Float64Array.from(has.flat())).transpose();
    expect(regionProximity(has)).toEqual(proximity(turned));
    expect(regionProximity(has).at(0, 1)).toBeCloseTo(2 / 3, 12);
  });

  it("does not depend on the order of regions, and follows that of activities", () => {
    fc.assert(
      fc.property(binaryTable(), (table) => {
        const found = proximity(table);
        expect(proximity([...table].reverse())).toEqual(found);
        const mirrored = proximity(table.map((row) => [...row].reverse())).toRows();
        expect(mirrored.reverse().map((row) => row.reverse())).toEqual(found.toRows());
      }),
    );
  });

  it("of nothing is nothing", () => {
    expect(proximity([]).toRows()).toEqual([]);
    expect(proximity(new Presence(0, 2, new Int32Array(1), new Int32Array(0))).toRows()).toEqual([
      [0, nan],
      [nan, 0],
    ]);
  });
});

describe("continuous proximity", () => {
  const strengths = [
    [1, 2, 5, 3],
    [2, 4, 3, 3],
    [4, 8, 1, 3],
    [nan, nan, nan, nan],
  ];

  it("is the correlation, moved to 0 … 1", () => {
    // corr(1 2 4, 5 3 1) = -9/3 / … by hand: deviations (-4, -1, 5)/3 and (2, 0, -2).
    const r = (-8 - 10) / 3 / Math.sqrt((42 / 9) * 8);
    close(correlationProximity(strengths), [
      [0, 1, (1 + r) / 2, nan],
      [1, 0, (1 + r) / 2, nan],
      [(1 + r) / 2, (1 + r) / 2, 0, nan],
      [nan, nan, nan, 0],
    ]);
  });

  it("is the cosine, without taking means off", () => {
    const found = cosineProximity(strengths, { convention: "atlas" });
    expect(found.at(0, 1)).toBeCloseTo(1, 12);
    expect(found.at(0, 3)).toBeCloseTo(21 / (Math.sqrt(21) * Math.sqrt(27)), 12);
    expect(found.at(0, 0)).toBe(1);
  });

  it("leaves unknown cells out pair by pair", () => {
    const holes = [
      [1, 2, 7],
      [2, nan, 1],
      [3, 6, 2],
      [4, 8, 9],
    ];
    expect(correlationProximity(holes).at(0, 1)).toBeCloseTo(1, 12);
    expect(cosineProximity(holes).at(0, 1)).toBeCloseTo(1, 12);
    const whole = [
      [1, 2, 7],
      [3, 6, 2],
      [4, 8, 9],
    ];
    expect(correlationProximity(holes).at(1, 2)).toBeCloseTo(correlationProximity(whole).at(1, 2), 12);
    expect(cosineProximity(holes).at(1, 2)).toBeCloseTo(cosineProximity(whole).at(1, 2), 12);
  });

  it("does not know what does not vary or is not there", () => {
    expect(
      cosineProximity([
        [0, 1],
        [0, 2],
      ]).at(0, 1),
    ).toBeNaN();
    expect(
      correlationProximity([
        [nan, 1],
        [nan, 2],
      ]).at(0, 1),
    ).toBeNaN();
  });

  it("does not take rounding for variation", () => {
    const tenths = Array.from({ length: 7 }, (_, r) => [0.1 + 0.2, r]);
    expect(correlationProximity(tenths).at(0, 1)).toBeNaN();
  });

  it("is the same computed together and one by one", () => {
    fc.assert(
      fc.property(amountTable(9), (table) => {
        const columns = table[0]!.map((_, c) => table.map((row) => row[c]!));
        close(
          correlationProximity(table),
          columns.map((one, i) =>
            columns.map((other, j) => (i === j ? 0 : (1 + correlation(one, other)) / 2)),
          ),
        );
      }),
    );
  });

  it("leaves what it was given as it was", () => {
    const given = new Matrix(2, 2, Float64Array.of(1, 2, 3, 5));
    correlationProximity(given);
    expect(given.values).toEqual(Float64Array.of(1, 2, 3, 5));
  });
});
