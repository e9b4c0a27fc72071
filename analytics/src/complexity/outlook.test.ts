import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviation, mean } from "../core/statistics.ts";
import { proximity, relatednessDensity } from "../relatedness/index.ts";
import { binaryTable, expectClose } from "../relatedness/testing.ts";
import {
  averageModularComplexity,
  complexityOutlookGain,
  complexityOutlookIndex,
  easeOfRecombination,
  economicComplexity,
  expy,
  modularComplexity,
  opportunityGain,
  productEmissionIntensityIndex,
  productGiniIndex,
  prody,
} from "./index.ts";

const nan = Number.NaN;

describe("the complexity outlook", () => {
  it("adds up what a region could have", () => {
    const found = complexityOutlookIndex(
      [
        [1, 0, 0],
        [0, 0, 0],
      ],
      [
        [9, 0.5, 0.25],
        [0.1, nan, 0.2],
      ],
      [5, 2, -1],
    );
    expect(Array.from(found)).toEqual([0.75, 0.3].map((x) => expect.closeTo(x, 14)));
  });

  it("can be standardised, and leaves out in the Atlas who has nothing", () => {
    const density = [
      [0, 0.5],
      [0.2, 0],
      [0.3, 0.3],
    ];
    const table = [
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    expect(deviation(complexityOutlookIndex(table, density, [1, 2], { scaling: "z" }))).toBeCloseTo(1, 12);
    const atlas = complexityOutlookIndex(table, density, [1, 2], { convention: "atlas" });
    expectClose(atlas, [1, -1, nan]);
  });

  it("gain adds up what an activity would bring nearer", () => {
    // Row sums of φ: 1, 1.5, 1.5, 1. Region 0 lacks 1, 2, 3.
    const phi = [
      [0, 0.5, 0.5, 0],
      [0.5, 0, 0.5, 0.5],
      [0.5, 0.5, 0, 0.5],
      [0, 0.5, 0.5, 0],
    ];
    const found = complexityOutlookGain([[1, 0, 0, 0]], phi, [9, 3, 6, 1]);
    expect(Array.from(found.row(0))).toEqual([0, 2 + 0.5, 1 + 0.5, 1 + 2].map((x) => expect.closeTo(x, 14)));
  });

  it("gain is what adding up one by one gives", () => {
    fc.assert(
      fc.property(binaryTable(), (table) => {
        const phi = proximity(table, { convention: "atlas" });
        const pci = economicComplexity(table).pci;
        const found = complexityOutlookGain(table, phi, pci);
        const known = (x: number) => (Number.isNaN(x) ? 0 : x);
        table.forEach((row, r) => {
          row.forEach((own, j) => {
            let gain = 0;
            row.forEach((other, i) => {
              const whole = row.reduce((total, _, k) => total + known(phi.at(i, k)), 0);
              if (whole > 0) gain += ((1 - own) * (1 - other) * known(pci[i]!) * known(phi.at(i, j))) / whole;
            });
            expect(found.at(r, j)).toBeCloseTo(gain, 10);
          });
        });
      }),
    );
  });

  it("gain of the Atlas is in deviations of the regions' mean PCI", () => {
    const table = [
      [1, 1, 0, 0],
      [1, 0, 1, 0],
      [0, 0, 0, 0],
    ];
    const phi = proximity(table, { convention: "atlas" });
    const own = complexityOutlookGain(table, phi, [1, 2, 4, 0]);
    const atlas = complexityOutlookGain(table, phi, [1, 2, 4, 0], { convention: "atlas" });
    // Means of what the regions have: 1.5 and 2.5, deviation 0.5.
    expect(atlas.at(0, 2)).toBeCloseTo(own.at(0, 2) / 0.5, 12);
    expect([atlas.at(2, 0), atlas.at(0, 3)]).toEqual([nan, nan]);
  });

  it("opportunity gain is shared out the other way round", () => {
    fc.assert(
      fc.property(binaryTable(), (table) => {
        const phi = proximity(table);
        const density = relatednessDensity(table, phi);
        const found = opportunityGain(
          table,
          phi,
          table[0]!.map((_, c) => c - 1),
        );
        table.forEach((row, r) => {
          row.forEach((_, j) => {
            const near = row.map((_has, i) => phi.at(i, j)).map((x) => (Number.isNaN(x) ? 0 : x));
            const whole = near.reduce((a, b) => a + b);
            const gain = near.reduce((total, x, i) => total + ((1 - row[i]!) * (i - 1) * x) / whole, 0);
            const expected = gain - density.at(r, j) * (j - 1);
            if (Number.isNaN(expected)) expect(found.at(r, j)).toBeNaN();
            else expect(found.at(r, j)).toBeCloseTo(expected, 10);
          });
        });
      }),
    );
  });

  it.each([
    ["another density", () => complexityOutlookIndex([[1, 0]], [[1]], [1, 2])],
    ["another proximity", () => complexityOutlookGain([[1, 0]], [[1]], [1, 2])],
    ["another list of PCI", () => opportunityGain([[1]], [[1]], [1, 2])],
  ])("refuses %s", (_, act) => {
    expect(act).toThrow();
  });
});

describe("PRODY and EXPY", () => {
  it("weigh incomes by quotients and by parts", () => {
    // Quotients 1.6, 0.4 / 0.4, 1.6.
    expect(
      Array.from(
        prody(
          [
            [8, 2],
            [2, 8],
          ],
          [100, 200],
        ),
      ),
    ).toEqual([120, 180].map((x) => expect.closeTo(x, 10)));
    expect(
      Array.from(
        expy(
          [
            [8, 2],
            [2, 8],
          ],
          [120, 180],
        ),
      ),
    ).toEqual([132, 168].map((x) => expect.closeTo(x, 10)));
  });

  it("lie between the incomes they come from", () => {
    const incomes = prody(
      [
        [5, 1, 0],
        [2, 2, 9],
        [1, 8, 3],
      ],
      [10, 20, 40],
    );
    for (const income of incomes) expect(income >= 10 && income <= 40).toBe(true);
  });

  it("leave out what is not known or not there", () => {
    const table = [
      [8, 2, 0],
      [2, 8, 0],
      [0, 0, 0],
    ];
    expectClose(prody(table, [100, 200, 7]), [120, 180, nan]);
    expect(prody(table, [100, 200, 7], { empty: "zero" })[2]).toBe(0);
    expect(prody(table, [nan, 200, 7])[0]).toBeCloseTo(200, 10);
    expectClose(expy(table, [120, 180, nan]), [132, 168, nan]);
    expect(expy(table, [120, 180, nan], { empty: "zero" })[2]).toBe(0);
    expect(expy([[8, 2]], [120, nan])[0]).toBeCloseTo(120, 10);
  });

  it("spread what is not defined where packages do", () => {
    const table = [
      [8, 2, 0],
      [2, 8, 0],
      [0, 0, 0],
    ];
    expect(prody(table, [1, 2, 3], { convention: "economiccomplexity" })).toEqual(
      Float64Array.of(nan, nan, nan),
    );
    expect(expy(table, [1, 2, nan], { convention: "econgeo" })).toEqual(Float64Array.of(nan, nan, nan));
  });

  it("round the quotients in EconGeo", () => {
    // 3/4 over 5/9 is 1.35, 1/4 over 4/9 is 0.5625, 0.56 there; 2/5 over 5/9 is 0.72, 3/5 over 4/9 is 1.35.
    const [, second] = prody(
      [
        [3, 1],
        [2, 3],
      ],
      [100, 200],
      { convention: "econgeo" },
    );
    expect(second).toBeCloseTo((0.56 * 100 + 1.35 * 200) / (0.56 + 1.35), 10);
  });
});

describe("what activities go with", () => {
  // Parts of the regions: 0.6, 0.4 / 0.5, 0.5.
  it("is the mean over those who have it, weighed by its part in them", () => {
    const amounts = [
      [6, 4],
      [5, 5],
    ];
    const found = productGiniIndex(
      amounts,
      [
        [1, 0],
        [1, 1],
      ],
      [0.5, 0.3],
    );
    expect(Array.from(found)).toEqual([(0.3 + 0.15) / 1.1, 0.3].map((x) => expect.closeTo(x, 14)));
    expectClose(
      productEmissionIntensityIndex(
        amounts,
        [
          [1, 0],
          [1, 0],
        ],
        [20, nan],
      ),
      [20, nan],
    );
  });

  it("refuses tables that do not belong together", () => {
    expect(() => productGiniIndex([[1]], [[1, 1]], [1])).toThrow("does not fit a presence of 1 × 2");
  });
});

describe("recombination", () => {
  // Patents × technologies; technology 2 is always alone, technology 3 has no patent.
  const patents = [
    [1, 1, 0, 0],
    [1, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 0],
  ];

  it("is easy for what had many partners in few patents", () => {
    expect(easeOfRecombination(patents)).toEqual(Float64Array.of(1 / 3, 1 / 2, 0, nan));
    expect(easeOfRecombination(patents, { convention: "econgeo" })[0]).toBe(0.33333);
  });

  it("makes a patent complex where it is not easy", () => {
    expectClose(modularComplexity(patents), [2 / (5 / 6), 2 / (5 / 6), 3, 0, 0]);
    const average = averageModularComplexity(patents);
    expect(average[0]).toBeCloseTo(mean([2.4, 2.4, 3]), 12);
    expect(average[3]).toBeNaN();
    expect(averageModularComplexity(patents, { convention: "econgeo" })[0]).toBe(2.6);
    expect(modularComplexity(patents, { convention: "econgeo" })[0]).toBe(2.4);
  });
});
