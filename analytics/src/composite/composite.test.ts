import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sum } from "../core/statistics.ts";
import { refusal } from "../core/testing.ts";
import * as composite from "./index.ts";

const NaNs = Number.NaN;
/** Units × indicators of whole numbers, with a polarity. */
const table = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }))
  .chain(([units, indicators]) =>
    fc.record({
      rows: fc.array(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: indicators, maxLength: indicators }),
        {
          minLength: units,
          maxLength: units,
        },
      ),
      polarity: fc.array(fc.constantFrom(1, -1), { minLength: indicators, maxLength: indicators }),
    }),
  );

describe("scores", () => {
  it("do not depend on the unit of measure, and turn round with the polarity", () => {
    fc.assert(
      fc.property(table, ({ rows, polarity }) => {
        const scaled = rows.map((row) => row.map((x) => 4 * x + 100));
        for (const score of [composite.minMaxScores, composite.standardScores, composite.rankScores]) {
          const one = score(rows, polarity).values;
          const other = score(scaled, polarity).values;
          one.forEach((x, k) => {
            if (Number.isNaN(x)) expect(other[k]).toBeNaN();
            else expect(other[k]).toBeCloseTo(x, 9);
          });
        }
        const up = composite.minMaxScores(rows).values;
        const down = composite.minMaxScores(
          rows,
          polarity.map(() => -1),
        ).values;
        up.forEach((x, k) => {
          if (!Number.isNaN(x)) expect(x + down[k]!).toBeCloseTo(1, 12);
        });
      }),
    );
  });

  it("say nothing of an indicator without spread, and keep an unknown cell to itself", () => {
    const rows = [
      [1, 7, 5],
      [2, 7, NaNs],
      [3, 7, 9],
    ];
    expect(composite.minMaxScores(rows).toRows()).toEqual([
      [0, NaNs, 0],
      [0.5, NaNs, NaNs],
      [1, NaNs, 1],
    ]);
    expect([...composite.standardScores(rows).column(1)]).toEqual([NaNs, NaNs, NaNs]);
    expect([...composite.rankScores(rows).column(2)]).toEqual([1, NaNs, 2]);
  });

  it("are those of the formulas, worked by hand", () => {
    const rows = [[2], [4], [9]];
    const [low, middle, high] = [-3, -1, 4];
    expect([...composite.standardScores(rows).column(0)].map((z) => z * Math.sqrt(26 / 3))).toEqual(
      [low, middle, high].map((x) => expect.closeTo(x, 12)),
    );
    expect(
      [...composite.standardScores(rows, [-1], "sample").column(0)].map((z) => z * Math.sqrt(13)),
    ).toEqual([-low, -middle, -high].map((x) => expect.closeTo(x, 12)));
    expect([...composite.minMaxScores(rows, [-1]).column(0)]).toEqual([1, expect.closeTo(5 / 7, 14), 0]);
    expect([...composite.referenceScores(rows).column(0)]).toEqual([2 / 9, 4 / 9, 1]);
    expect([...composite.referenceScores(rows, [-1]).column(0)]).toEqual([1, 0.5, 2 / 9]);
    expect([...composite.rankScores(rows, [-1]).column(0)]).toEqual([3, 2, 1]);
  });

  it("are for a whole number of indicators", () => {
    expect([...composite.equalWeights(4)]).toEqual([0.25, 0.25, 0.25, 0.25]);
    for (const indicators of [-1, 1.5, Number.POSITIVE_INFINITY])
      expect(() => composite.equalWeights(indicators)).toThrow(`${indicators} indicators cannot be`);
  });

  it("have no share of a best that is nothing", () => {
    expect(composite.referenceScores([[0], [-1]]).toRows()).toEqual([[NaNs], [NaNs]]);
    expect(composite.referenceScores([[0], [4]], [-1]).toRows()).toEqual([[NaNs], [0]]);
  });

  it("refuse a polarity or a value that means nothing", () => {
    expect(refusal(() => composite.minMaxScores([[1, 2]], [1])).code).toBe("shape");
    expect(refusal(() => composite.minMaxScores([[1, 2]], [1, 0])).place).toEqual({ column: 1 });
    expect(refusal(() => composite.minMaxScores([[1, Number.POSITIVE_INFINITY]])).place).toEqual({
      row: 0,
      column: 1,
    });
  });
});

describe("weights", () => {
  const all = {
    entropy: (rows: number[][], polarity: number[]) => composite.entropyWeights(rows, polarity),
    critic: (rows: number[][], polarity: number[]) => composite.criticWeights(rows, polarity),
    first: (rows: number[][], polarity: number[]) => composite.componentWeights(rows, { polarity }),
    kaiser: (rows: number[][], polarity: number[]) =>
      composite.componentWeights(rows, { polarity, components: "kaiser" }),
  };

  it.each(Object.entries(all))("by %s sum to 1 where there is anything to weigh", (_, weigh) => {
    fc.assert(
      fc.property(table, ({ rows, polarity }) => {
        const weights = weigh(rows, polarity);
        if (weights.every(Number.isNaN)) return;
        expect(sum(weights)).toBeCloseTo(1, 12);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(-1e-15);
      }),
    );
  });

  it.each(Object.entries(all))("by %s give nothing to an indicator without spread", (_, weigh) => {
    const rows = [
      [1, 5, 2],
      [2, 5, 9],
      [4, 5, 3],
    ];
    expect(weigh(rows, [1, 1, 1])[1]).toBe(0);
  });

  it("by entropy are those of the formula, worked by hand", () => {
    // Min-max scores 0, 1/2, 1 and 0, 9/10, 1; their shares 0, 1/3, 2/3 and 0, 9/19, 10/19.
    const information = (shares: number[]) => 1 + sum(shares.map((p) => p * Math.log(p))) / Math.log(3);
    const parts = [information([1 / 3, 2 / 3]), information([9 / 19, 10 / 19])];
    const weights = composite.entropyWeights([
      [0, 0],
      [1, 9],
      [2, 10],
    ]);
    weights.forEach((weight, c) => {
      expect(weight).toBeCloseTo(parts[c]! / sum(parts), 14);
    });
    const gap = composite.entropyWeights([
      [0, 0],
      [1, 9],
      [2, 10],
      [NaNs, 5],
    ]);
    const shares = [9 / 24, 10 / 24, 5 / 24];
    const second = 1 + sum(shares.map((p) => p * Math.log(p))) / Math.log(4);
    expect(gap[0]).toBeCloseTo(parts[0]! / (parts[0]! + second), 14);
  });

  it("by CRITIC are those of the formula, worked by hand", () => {
    // Scores 0, 1/2, 1 twice and 1, 0, 1/2: all deviate by 1/2; correlations 1, -1/2 and -1/2.
    const weights = composite.criticWeights([
      [1, 2, 9],
      [2, 4, 1],
      [3, 6, 5],
    ]);
    [1.5 / 6, 1.5 / 6, 3 / 6].forEach((weight, c) => {
      expect(weights[c]).toBeCloseTo(weight, 14);
    });
  });

  it("by components are the squared loadings, of the first or of all above 1", () => {
    const rows = [
      [1, 2, 5, 6],
      [2, 1, 9, 7],
      [3, 4, 5, 5],
      [4, 3, 9, 8],
      [5, 6, 7, 6],
    ];
    const polarity = [1, 1, -1, -1];
    const { eigenvalues, loadings } = composite.principalComponents(rows, polarity);
    expect(sum(eigenvalues)).toBeCloseTo(4, 12);
    for (let k = 0; k < 4; k++) expect(sum(loadings.column(k))).toBeGreaterThanOrEqual(0);
    // The variance of the units along a component is its eigenvalue.
    const scores = composite.standardScores(rows, polarity);
    const along = Array.from({ length: 5 }, (_, u) =>
      sum(scores.row(u).map((z, c) => z * loadings.at(c, 0))),
    );
    expect(sum(along.map((x) => x * x)) / 5).toBeCloseTo(eigenvalues[0]!, 12);
    const above = eigenvalues.filter((value) => value > 1);
    expect(above.length).toBe(2);
    composite.componentWeights(rows, { polarity }).forEach((weight, c) => {
      expect(weight).toBeCloseTo(loadings.at(c, 0) ** 2, 12);
    });
    composite.componentWeights(rows, { polarity, components: "kaiser" }).forEach((weight, c) => {
      const parts = [0, 1].map((k) => loadings.at(c, k) ** 2 * eigenvalues[k]!);
      expect(weight).toBeCloseTo(sum(parts) / sum(above), 12);
    });
  });

  it("are not there where nothing varies", () => {
    expect([...composite.entropyWeights([[1, 2]])]).toEqual([NaNs, NaNs]);
    expect([...composite.criticWeights([[3, 3]])]).toEqual([NaNs, NaNs]);
    expect(composite.entropyWeights([]).length).toBe(0);
  });
});

describe("the analytic hierarchy process", () => {
  it("finds the weights that consistent judgements were made of, both ways", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(weights, (parts) => {
        const judgements = parts.map((a) => parts.map((b) => a / b));
        for (const method of ["eigenvector", "geometric"] as const) {
          const found = composite.analyticHierarchy(judgements, method);
          found.weights.forEach((weight, i) => {
            expect(weight).toBeCloseTo(parts[i]! / sum(parts), 12);
          });
          expect(found.consistencyRatio).toBeCloseTo(0, 10);
        }
      }),
    );
  });

  it("tells judgements that contradict one another", () => {
    const circle = [
      [1, 5, 1 / 5],
      [1 / 5, 1, 5],
      [5, 1 / 5, 1],
    ];
    const found = composite.analyticHierarchy(circle);
    expect(found.principal).toBeCloseTo(6.2, 12);
    expect(found.consistencyIndex).toBeCloseTo(1.6, 12);
    expect(found.consistencyRatio).toBeCloseTo(1.6 / 0.58, 12);
    expect([...found.weights].map((weight) => weight.toFixed(12))).toEqual(
      Array(3).fill((1 / 3).toFixed(12)),
    );
  });

  it("gives the principal eigenvector, which is not the geometric mean where judgements contradict", () => {
    const judgements = [
      [1, 3, 5, 2],
      [1 / 3, 1, 4, 1 / 5],
      [1 / 5, 1 / 4, 1, 6],
      [1 / 2, 5, 1 / 6, 1],
    ];
    const { weights, principal } = composite.analyticHierarchy(judgements);
    judgements.forEach((row, i) => {
      expect(sum(row.map((x, j) => x * weights[j]!))).toBeCloseTo(principal * weights[i]!, 12);
    });
    expect(sum(weights)).toBeCloseTo(1, 12);
    const means = composite.analyticHierarchy(judgements, "geometric").weights;
    const product = (row: number[]) => row.reduce((a, b) => a * b) ** (1 / 4);
    means.forEach((weight, i) => {
      expect(weight).toBeCloseTo(product(judgements[i]!) / sum(judgements.map(product)), 12);
    });
    expect(Math.abs(means[0]! - weights[0]!)).toBeGreaterThan(0.01);
  });

  it("knows no random index beyond 15, and none is needed below 3", () => {
    const all = (n: number) => Array.from({ length: n }, () => Array<number>(n).fill(1));
    expect(composite.analyticHierarchy(all(16)).consistencyRatio).toBeNaN();
    expect(composite.analyticHierarchy(all(15)).consistencyRatio).toBeCloseTo(0, 12);
    expect(composite.analyticHierarchy(all(2)).consistencyRatio).toBe(0);
    expect(composite.analyticHierarchy([]).weights.length).toBe(0);
  });

  it("refuses judgements that do not mirror each other, are not positive or no square", () => {
    expect(
      refusal(() =>
        composite.analyticHierarchy([
          [1, 2],
          [2, 1],
        ]),
      ).place,
    ).toEqual({ row: 0, column: 1 });
    expect(
      refusal(() =>
        composite.analyticHierarchy([
          [1, -2],
          [-0.5, 1],
        ]),
      ).code,
    ).toBe("negative");
    expect(refusal(() => composite.analyticHierarchy([[1, 2]])).code).toBe("shape");
    expect(
      refusal(() =>
        composite.analyticHierarchy([
          [1, 0],
          [1, 1],
        ]),
      ).place,
    ).toEqual({ row: 0, column: 1 });
    expect(
      refusal(() =>
        composite.analyticHierarchy([
          [1, Number.POSITIVE_INFINITY],
          [0, 1],
        ]),
      ).code,
    ).toBe("negative");
  });
});

describe("an index", () => {
  const known = [
    [0.2, 0.8],
    [0.5, 0.5],
    [0.9, NaNs],
  ];

  it("is not there where an indicator is unknown, unless one asks to reweight", () => {
    expect([...composite.arithmeticIndex(known)]).toEqual([0.5, 0.5, NaNs]);
    expect([...composite.arithmeticIndex(known, { unknown: "reweight" })]).toEqual([0.5, 0.5, 0.9]);
    expect([...composite.arithmeticIndex(known, { weights: [1, 0] })]).toEqual([0.2, 0.5, 0.9]);
  });

  it("is lower by the geometric mean than by the arithmetic one", () => {
    const scores = fc.array(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(scores, (rows) => {
        const arithmetic = composite.arithmeticIndex(rows);
        composite.geometricIndex(rows, { floor: 0 }).forEach((value, u) => {
          expect(value).toBeLessThanOrEqual(arithmetic[u]! + 1e-12);
        });
      }),
    );
  });

  it("is that of the formulas, worked by hand", () => {
    const scores = [
      [0.25, 1],
      [0, 0.5],
    ];
    expect([...composite.geometricIndex(scores, { floor: 0, weights: [1, 3] })]).toEqual([
      expect.closeTo(0.25 ** 0.25, 14),
      0,
    ]);
    expect(composite.geometricIndex(scores)[1]).toBeCloseTo(Math.sqrt(0.1 * 0.55), 14);
    expect([...composite.geometricIndex(scores, { floor: 0, weights: [0, 2] })]).toEqual([
      1,
      expect.closeTo(0.5, 14),
    ]);
    // Columns over their norms 5 and 13, weighed 1 : 3; ideal (4/5, 5/13), anti-ideal (3/5, 12/13).
    const [first] = composite.topsis(
      [
        [3, 5],
        [4, 12],
      ],
      { polarity: [1, -1], weights: [1, 3] },
    );
    const toBest = 0.25 * (1 / 5);
    const toWorst = 0.75 * (7 / 13);
    expect(first).toBeCloseTo(toWorst / (toBest + toWorst), 14);
    // Standard scores (n - 1) of 1, 2, 3 are -1, 0, 1: 90, 100 and 110 before the penalty.
    const mpi = composite.mazziottaParetoIndex([
      [1, 3],
      [2, 2],
      [3, 1],
    ]);
    expect([...mpi]).toEqual([100 - 100 / 100, 100, 100 - 100 / 100]);
    expect(
      [
        ...composite.mazziottaParetoIndex([
          [1, 1],
          [2, 2],
          [NaNs, 3],
        ]),
      ][2],
    ).toBeNaN();
  });

  it("reweighs what is known, and says nothing where nothing is", () => {
    const rows = [
      [0.2, NaNs, 0.6],
      [NaNs, NaNs, NaNs],
    ];
    const weights = [1, 2, 3];
    expect([...composite.arithmeticIndex(rows, { weights, unknown: "reweight" })]).toEqual([
      expect.closeTo(0.2 * 0.25 + 0.6 * 0.75, 14),
      NaNs,
    ]);
  });

  it("punishes the uneven, for better or worse", () => {
    const rows = [
      [1, 9],
      [5, 5],
      [9, 1],
    ];
    const low = composite.mazziottaParetoIndex(rows);
    const high = composite.mazziottaParetoIndex(rows, { penalty: "high" });
    expect([low[0]! < 100, low[1], high[0]! > 100]).toEqual([true, 100, true]);
    expect(low[0]).toBeCloseTo(low[2]!, 12);
  });

  it("is 1 for a unit that is best in all and 0 for one that is worst in all (TOPSIS)", () => {
    expect(
      [
        ...composite.topsis(
          [
            [1, 9],
            [3, 2],
            [2, 5],
          ],
          { polarity: [1, -1] },
        ),
      ].slice(0, 2),
    ).toEqual([0, 1]);
    expect([
      ...composite.topsis([
        [1, 2],
        [1, 2],
      ]),
    ]).toEqual([NaNs, NaNs]);
    expect(
      [
        ...composite.topsis([
          [1, NaNs],
          [2, 2],
          [3, 1],
        ]),
      ][0],
    ).toBeNaN();
  });

  it("refuses weights and scores that mean nothing", () => {
    expect(refusal(() => composite.arithmeticIndex(known, { weights: [1, -1] })).place).toEqual({
      column: 1,
    });
    expect(refusal(() => composite.arithmeticIndex(known, { weights: [0, 0] })).code).toBe("degenerate");
    expect(refusal(() => composite.arithmeticIndex(known, { weights: [1] })).code).toBe("shape");
    expect(refusal(() => composite.geometricIndex([[2]])).place).toEqual({ row: 0, column: 0 });
    expect(refusal(() => composite.geometricIndex([[0.5]], { floor: 1 })).code).toBe("option");
  });
});

describe("reliability", () => {
  it("is that of the textbook formula", () => {
    // Two indicators with correlation r: alpha = 2r / (1 + r).
    const rows = [
      [1, 1],
      [2, 3],
      [3, 2],
      [4, 4],
    ];
    expect(composite.cronbachAlpha(rows)).toBeCloseTo((2 * 0.8) / 1.8, 14);
    expect(composite.cronbachAlpha(rows, [1, -1])).toBeLessThan(0);
    expect(composite.cronbachAlpha([[1], [2]])).toBeNaN();
    expect(composite.cronbachAlpha([...rows, [9, NaNs]])).not.toBeNaN();
  });
});

describe("robustness", () => {
  const rows = [
    [9, 9, 9],
    [1, 8, 3],
    [5, 2, 4],
    [0, 0, 0],
  ];

  it("leaves the best and the worst their ranks whatever one chooses", () => {
    const { low, high, median, frequency, reference } = composite.rankIntervals(rows, { draws: 200 });
    expect([low[0], high[0], low[3], high[3]]).toEqual([1, 1, 4, 4]);
    expect(frequency.at(0, 0)).toBeCloseTo(1, 12);
    for (let u = 0; u < 4; u++) {
      expect(low[u]).toBeLessThanOrEqual(median[u]!);
      expect(median[u]).toBeLessThanOrEqual(high[u]!);
      expect(sum(frequency.row(u))).toBeCloseTo(1, 12);
    }
    expect([...reference].sort()).toEqual([1, 2, 3, 4]);
  });

  it("repeats itself with the same seed", () => {
    expect(composite.rankIntervals(rows, { draws: 50, seed: 3 })).toEqual(
      composite.rankIntervals(rows, { draws: 50, seed: 3 }),
    );
  });

  it("shows which indicator a rank hangs on", () => {
    const { ranks, reference, meanShift } = composite.leaveOneOut([
      [10, 0],
      [0, 6],
      [5, 5],
    ]);
    // Min-max: [1, 0], [0, 1], [0.5, 0.833…]: the third leads.
    expect([...reference]).toEqual([2.5, 2.5, 1]);
    expect(ranks.toRows()).toEqual([
      [3, 1],
      [1, 3],
      [2, 2],
    ]);
    expect([...meanShift]).toEqual([1, 1]);
    expect([...composite.leaveOneOut([[1], [2]]).ranks.values]).toEqual([NaNs, NaNs]);
  });

  it("finds the one choice that matters", () => {
    // With one aggregation and one normalisation only weights can move a rank.
    const fixed = {
      normalisations: ["min-max"],
      aggregations: ["arithmetic"],
      weightSpread: 1,
      draws: 256,
    } as const;
    const { first, total, factors } = composite.sensitivity(
      [
        [10, 0],
        [0, 10],
        [6, 6.1],
      ],
      fixed,
    );
    expect(factors).toEqual(["normalisation", "aggregation", "weight 0", "weight 1"]);
    expect([total[0], total[1]]).toEqual([0, 0]);
    expect(total[2]! + total[3]!).toBeGreaterThan(0.9);
    expect(first[2]!).toBeLessThanOrEqual(total[2]! + 0.2);
    expect([...composite.sensitivity(rows.slice(3), { draws: 8 }).total]).toEqual([
      NaNs,
      NaNs,
      NaNs,
      NaNs,
      NaNs,
    ]);
  });

  it("refuses choices that are none", () => {
    expect(refusal(() => composite.rankIntervals(rows, { weightSpread: 2 })).code).toBe("option");
    expect(refusal(() => composite.rankIntervals(rows, { draws: 0 })).code).toBe("option");
    expect(refusal(() => composite.rankIntervals(rows, { normalisations: [] })).code).toBe("option");
  });
});
