import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Matrix } from "../core/matrix.ts";
import {
  averageExternalDensity,
  averageInternalDensity,
  complementarity,
  complementaryDensity,
  crossProximity,
  crossRelatedness,
  externalDensity,
  internalDensity,
  nearestDensity,
  proximity,
  relatednessDensity,
  relatednessDistance,
  relativeRelatedness,
} from "./index.ts";
import { binaryTable } from "./testing.ts";

const nan = Number.NaN;
// Activity 3 is related to nothing; region 2 has nothing.
const has = [
  [1, 1, 0, 0],
  [1, 0, 1, 0],
  [0, 0, 0, 0],
];
const related = [
  [0.9, 0.5, 0.25, 0],
  [0.5, 0.9, 0.5, 0],
  [0.25, 0.5, 0.9, 0],
  [0, 0, 0, 0],
];

describe("relatedness density", () => {
  it("is the part of an activity's relations that a region has", () => {
    expect(relatednessDensity(has, related).toRows()).toEqual([
      [0.5 / 0.75, 0.5, 1, nan],
      [0.25 / 0.75, 1, 0.25 / 0.75, nan],
      [0, 0, 0, nan],
    ]);
    expect(relatednessDensity(has, related, { empty: "zero" }).at(0, 3)).toBe(0);
  });

  it("counts the activity itself where that is wished", () => {
    const expected = (0.9 + 0.5) / (0.9 + 0.5 + 0.25);
    expect(relatednessDensity(has, related, { self: true }).at(0, 0)).toBeCloseTo(expected, 12);
    expect(relatednessDensity(has, related, { convention: "economiccomplexity" }).at(0, 0)).toBeCloseTo(
      expected,
      12,
    );
    const atlas = relatednessDensity(has, related, { convention: "atlas" });
    expect(atlas.at(0, 0)).toBeCloseTo(expected, 12);
    expect([atlas.at(2, 0), atlas.at(0, 3)]).toEqual([nan, nan]);
  });

  it("is a percentage with two decimals in EconGeo", () => {
    expect(relatednessDensity(has, related, { convention: "econgeo" }).row(1)).toEqual(
      Float64Array.of(33.33, 100, 33.33, nan),
    );
  });

  it("leaves an unknown relation out on both sides", () => {
    const unknown = [
      [0, nan, 0.2],
      [0.5, 0, 0.6],
      [0.5, 0.4, 0],
    ];
    expect(
      relatednessDensity(
        [
          [1, 0, 0],
          [0, 0, 1],
        ],
        unknown,
      ).toRows(),
    ).toEqual([
      [0, 0, 0.2 / 0.8],
      [0.5, 1, 0],
    ]);
  });

  it("reads a relatedness that is not symmetric by columns: from what a region has to what it may get", () => {
    expect(
      relatednessDensity(
        [[1, 0, 0]],
        [
          [0, 0.2, 0],
          [0.8, 0, 0.4],
          [0.1, 0.6, 0],
        ],
      ).row(0),
    ).toEqual(Float64Array.of(0, 0.2 / 0.8, 0));
  });

  it("and distance add up to 1", () => {
    expect(relatednessDistance(has, related).at(0, 1)).toBe(0.5);
    expect(relatednessDistance(has, related, { convention: "econgeo" }).at(1, 0)).toBeCloseTo(66.67, 12);
  });

  it("is what adding up one by one gives", () => {
    fc.assert(
      fc.property(binaryTable(), (table) => {
        const phi = proximity(table);
        const found = relatednessDensity(table, phi);
        table.forEach((row, r) => {
          row.forEach((_, j) => {
            let share = 0;
            let whole = 0;
            row.forEach((has, i) => {
              const relation = phi.at(i, j);
              if (i === j || Number.isNaN(relation)) return;
              share += has * relation;
              whole += relation;
            });
            if (whole === 0) expect(found.at(r, j)).toBeNaN();
            else expect(found.at(r, j)).toBeCloseTo(share / whole, 12);
          });
        });
      }),
    );
  });

  it("refuses a relatedness of other activities", () => {
    expect(() => relatednessDensity([[1, 0]], related)).toThrow("4 × 4 does not fit 2 activities");
  });

  it("of no region, and of no activity, is empty", () => {
    expect(relatednessDensity([], []).toRows()).toEqual([]);
    expect(relatednessDensity([[], []], []).toRows()).toEqual([[], []]);
  });
});

describe("inside and outside a region", () => {
  const density = [
    [0.504, 0.396, 0.7, nan],
    [0.2, 0.4, 0.6, nan],
    [0.1, 0.1, 0.1, nan],
  ];

  it("the density of the one is not that of the other", () => {
    expect(internalDensity(has, density).row(0)).toEqual(Float64Array.of(0.504, 0.396, nan, nan));
    expect(externalDensity(has, density).row(0)).toEqual(Float64Array.of(nan, nan, 0.7, nan));
  });

  it("averages leave out what is not defined", () => {
    expect(averageInternalDensity(has, density)).toEqual(Float64Array.of(0.45, 0.4, nan));
    expect(averageExternalDensity(has, density)[0]).toBeCloseTo(0.7, 12);
    expect(averageExternalDensity(has, density)[2]).toBeCloseTo(0.1, 12);
  });

  it("EconGeo rounds twice and counts what is related to nothing as 0", () => {
    expect(averageInternalDensity(has, density, { convention: "econgeo" })).toEqual(
      Float64Array.of(45, 40, nan),
    );
    expect(averageExternalDensity(has, density, { convention: "econgeo" })[0]).toBe(35);
  });

  it("refuses a density of other cells", () => {
    expect(() => internalDensity(has, [[1]])).toThrow("A density of 1 × 1 does not fit a presence of 3 × 4");
  });
});

describe("relative relatedness", () => {
  it("compares with the options a region has", () => {
    // Options 0.25 and 0.75: mean 0.5, deviation 0.25 with n, √0.125 with n - 1.
    const table = [[1, 0, 0]];
    const density = [[1, 0.25, 0.75]];
    expect(relativeRelatedness(table, density).row(0)).toEqual(Float64Array.of(2, -1, 1));
    expect(relativeRelatedness(table, density, { convention: "oec" }).at(0, 0)).toBeCloseTo(
      0.5 / Math.sqrt(0.125),
      12,
    );
  });

  it("leaves what is not known out of the comparison", () => {
    expect(relativeRelatedness([[1, 0, 0, 0]], [[1, 0.25, 0.75, nan]]).row(0)).toEqual(
      Float64Array.of(2, -1, 1, nan),
    );
  });

  it("says nothing where there are no options or all are alike", () => {
    expect(relativeRelatedness([[1, 1]], [[0.1, 0.2]]).row(0)).toEqual(Float64Array.of(nan, nan));
    expect(relativeRelatedness([[1, 0, 0]], [[0.1, 0.2, 0.2]]).row(0)).toEqual(
      Float64Array.of(nan, nan, nan),
    );
  });
});

describe("the density among the nearest", () => {
  it("counts only so many relations, the first of equal ones", () => {
    const phi = [
      [0, 0.5, 0.5, 0.2],
      [0.5, 0, 0.1, 0],
      [0.5, 0.1, 0, 0],
      [0.2, 0, 0, 0],
    ];
    expect(nearestDensity([[0, 1, 0, 1]], phi, 1).row(0)).toEqual(Float64Array.of(1, 0, 0, 0));
    expect(nearestDensity([[0, 1, 0, 1]], phi, 3).at(0, 0)).toBeCloseTo(0.7 / 1.2, 12);
  });

  it("is the density with all of them", () => {
    fc.assert(
      fc.property(binaryTable(), (table) => {
        const phi = proximity(table);
        const all = relatednessDensity(table, phi).values;
        nearestDensity(table, phi, 100).values.forEach((share, k) => {
          if (Number.isNaN(all[k]!)) expect(share).toBeNaN();
          else expect(share).toBeCloseTo(all[k]!, 12);
        });
      }),
    );
  });

  it.each([0, -1, 1.5, nan])("refuses %s neighbours", (k) => {
    expect(() => nearestDensity(has, related, k)).toThrow("neighbours cannot be");
  });
});

describe("complementary density", () => {
  it("counts what a partner has and the region lacks", () => {
    const found = complementaryDensity([[1, 0, 0, 0]], [[1, 1, 0, 0]], related);
    expect(found.row(0)).toEqual(Float64Array.of(0.5 / 0.75, 0, 0.5 / 0.75, nan));
  });

  it("is on average the complementarity of two regions", () => {
    fc.assert(
      fc.property(binaryTable(6), (table) => {
        const phi = proximity(table);
        const found = complementarity(table, phi);
        table.forEach((own, a) => {
          table.forEach((partner, b) => {
            const added = complementaryDensity([own], [partner], phi).row(0);
            const lacked = added.filter((share, j) => own[j] === 0 && !Number.isNaN(share));
            const mean = lacked.reduce((x, y) => x + y, 0) / lacked.length;
            if (Number.isNaN(mean)) expect(found.at(a, b)).toBeNaN();
            else expect(found.at(a, b)).toBeCloseTo(mean, 12);
          });
        });
      }),
    );
  });

  it("refuses partners of other regions", () => {
    expect(() => complementaryDensity([[1]], [[1], [0]], [[0]])).toThrow("does not fit");
  });
});

describe("the cross-space", () => {
  const science = [
    [1, 0, 0],
    [1, 1, 0],
    [0, 1, 0],
  ];
  const technology = [
    [1, 0],
    [1, 0],
    [0, 1],
  ];

  it("relates activities of two kinds by who has both", () => {
    expect(crossProximity(science, technology).toRows()).toEqual([
      [1, 0],
      [0.5, 0.5],
      [nan, nan],
    ]);
    expect(crossProximity(science, technology, { measure: "min" }).at(1, 1)).toBe(1);
    expect(crossProximity(science, technology, { measure: "sqrt" }).at(1, 1)).toBeCloseTo(
      1 / Math.sqrt(2),
      12,
    );
    expect(crossProximity(science, technology, { empty: "zero" }).at(2, 0)).toBe(0);
  });

  it("asks how much of what a technology needs a region knows", () => {
    const found = crossRelatedness(science, crossProximity(science, technology));
    expect(found.toRows()).toEqual([
      [1 / 1.5, 0],
      [1, 1],
      [0.5 / 1.5, 1],
    ]);
  });

  it("with one kind twice is the proximity without its diagonal", () => {
    fc.assert(
      fc.property(binaryTable(), (table) => {
        const found = crossProximity(table, table).map((x, i, j) => (i === j ? 0 : x));
        proximity(table).values.forEach((x, k) => {
          if (Number.isNaN(x)) expect(found.values[k]).toBeNaN();
          else expect(found.values[k]).toBeCloseTo(x, 12);
        });
      }),
    );
  });

  it("refuses presences of other regions", () => {
    expect(() => crossProximity([[1]], [[1], [1]])).toThrow("does not fit");
    expect(() => crossRelatedness([[1]], new Matrix(2, 1))).toThrow("does not fit");
  });
});
