import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Matrix } from "../core/matrix.ts";
import { normal, seeded } from "../core/random.ts";
import { correlation, deviation } from "../core/statistics.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import * as clusters from "./index.ts";

/** Regions that are good at one group of activities each. */
function economy(regions: number, groups: readonly number[], seed = 1): Matrix {
  const random = seeded(seed);
  const pull = Array.from({ length: regions }, () =>
    Array.from({ length: Math.max(...groups) + 1 }, () => 1.5 * normal(random)),
  );
  return new Matrix(regions, groups.length).map((_, r, c) =>
    Math.exp(4 + pull[r]![groups[c]!]! + 0.3 * normal(random)),
  );
}

const GROUPS = [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2];

describe("similarities", () => {
  it("correlate quotients or amounts over the regions", () => {
    const amounts = economy(20, GROUPS);
    const quotients = locationQuotient(amounts);
    const found = clusters.locationCorrelation(amounts);
    expect(found.at(0, 5)).toBeCloseTo(correlation(quotients.column(0), quotients.column(5)), 12);
    expect(found.at(3, 3)).toBe(1);
    const raw = clusters.locationCorrelation(amounts, { of: "amounts" });
    expect(raw.at(0, 5)).toBeCloseTo(correlation(amounts.column(0), amounts.column(5)), 12);
  });

  it("correlate the shares of occupations", () => {
    const found = clusters.occupationSimilarity([
      [5, 3, 2],
      [10, 60, 30],
      [0, 0, 0],
    ]);
    expect(found.at(0, 1)).toBeCloseTo(correlation([0.5, 0.3, 0.2], [0.1, 0.6, 0.3]), 12);
    expect(found.at(0, 2)).toBeNaN();
  });

  it("take the largest part one is of the other's trade", () => {
    const flows = [
      [10, 20, 0],
      [5, 0, 15],
      [25, 30, 0],
    ];
    const links = clusters.inputOutputLinks(flows);
    // 0 → 1: 20 of 50 bought, 20 of 30 sold; 1 → 0: 5 of 40 bought, 5 of 20 sold.
    expect(links.at(0, 1)).toBe(20 / 30);
    // 1 → 2: all that 2 buys.
    expect(links.at(2, 1)).toBe(1);
    expect(links.at(0, 2)).toBe(25 / 40);
    expect(
      clusters
        .inputOutputLinks([
          [0, 0],
          [0, 0],
        ])
        .at(0, 1),
    ).toBeNaN();
    expect(() => clusters.inputOutputLinks([[1, 2]])).toThrow(/does not fit/);
  });

  it("average what is known, each on the same scale", () => {
    const one = [
      [1, 2, 4],
      [2, 1, 6],
      [4, 6, 1],
    ];
    const other = [
      [0, 30, 20],
      [30, 0, Number.NaN],
      [20, Number.NaN, 0],
    ];
    const found = clusters.averageSimilarity([one, other], { weights: [1, 3] });
    const width = Math.sqrt(8 / 3);
    expect(found.at(0, 1)).toBeCloseTo((-2 / width + 3 * 1) / 4, 12);
    expect(found.at(1, 2)).toBeCloseTo(2 / width, 12);
    expect(found.at(0, 0)).toBeNaN();
    expect(() => clusters.averageSimilarity([one], { weights: [-1] })).toThrow(/weight/);
  });
});

/** A symmetric similarity of 2 to 7 activities in up to 3 clusters, some unknown. */
const grouped = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc
    .record({
      values: fc.array(fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: Number.NaN, freq: 9 }), {
        minLength: n * n,
        maxLength: n * n,
      }),
      labels: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: n, maxLength: n }),
    })
    .map(({ values, labels }) => ({
      labels,
      similarity: Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_, j) => values[Math.min(i, j) * n + Math.max(i, j)]!),
      ),
    })),
);

const meanOf = (values: number[]) => {
  const known = values.filter((x) => !Number.isNaN(x));
  return known.reduce((total, x) => total + x, 0) / known.length;
};

describe("relatedness of clusters", () => {
  it("is the mean over pairs", () => {
    fc.assert(
      fc.property(grouped, ({ similarity, labels }) => {
        const found = clusters.clusterRelatedness(similarity, labels);
        const pairs = (c: number, d: number) =>
          labels.flatMap((one, i) =>
            labels.flatMap((other, j) => (i !== j && one === c && other === d ? [similarity[i]![j]!] : [])),
          );
        for (let c = 0; c < found.within.length; c++) {
          near(found.within[c]!, meanOf(pairs(c, c)));
          for (let d = 0; d < found.within.length; d++)
            near(found.between.at(c, d), c === d ? Number.NaN : meanOf(pairs(c, d)));
          labels.forEach((_, i) => {
            near(
              found.activities.at(i, c),
              meanOf(labels.flatMap((other, j) => (i !== j && other === c ? [similarity[i]![j]!] : []))),
            );
          });
        }
      }),
    );
  });

  it("is scored by hand", () => {
    const similarity = [
      [1, 0.9, 0.2, 0.1, 0.6],
      [0.9, 1, 0.3, 0.2, 0.7],
      [0.2, 0.3, 1, 0.5, 0.1],
      [0.1, 0.2, 0.5, 1, 0.3],
      [0.6, 0.7, 0.1, 0.3, 1],
    ];
    // Within 0.9, 0.5, none; between 0-1 0.2, 0-2 0.65, 1-2 0.2. Activity 4 is alone and fails.
    const found = clusters.clusterValidation(similarity, [0, 0, 1, 1, 2]);
    expect([found.clusterMean, found.clusterPercentile]).toEqual([2 / 3, 2 / 3]);
    expect([found.activityMean, found.activityPercentile]).toEqual([0.8, 0.8]);
    expect(found.score).toBeCloseTo((2 / 3 + 0.8) / 2, 14);
    expect(found.notes[0]).toMatchObject({ code: "degenerate", positions: [2] });
    const pairs = [0.9, 0.2, 0.1, 0.6, 0.3, 0.2, 0.7, 0.5, 0.1, 0.3];
    expect(found.contrast).toBeCloseTo((0.9 - (0.2 + 0.65) / 2 + (0.5 - 0.2)) / 2 / deviation(pairs), 12);
    // 0.4 is above the mean of 0.2 and 0.5 but not above their 95th percentile.
    const weak = [
      [1, 0.4, 0.2, 0.5],
      [0.4, 1, 0.2, 0.5],
      [0.2, 0.2, 1, 0],
      [0.5, 0.5, 0, 1],
    ];
    const scores = clusters.clusterValidation(weak, [0, 0, 1, 2]);
    expect([scores.clusterMean, scores.clusterPercentile]).toEqual([1 / 3, 0]);
    expect(clusters.clusterValidation(weak, [0, 0, 1, 2], { percentile: 0 }).clusterPercentile).toBe(1 / 3);
  });

  it("says nothing of a single cluster and refuses strange numbers", () => {
    const one = clusters.clusterValidation(
      [
        [1, 0.5],
        [0.5, 1],
      ],
      [0, 0],
    );
    expect([one.score, one.notes.map(({ code }) => code)]).toEqual([Number.NaN, ["degenerate"]]);
    expect(() => clusters.clusterRelatedness([[1]], [0.5])).toThrow(/row 0/);
    expect(() => clusters.clusterRelatedness([[1]], [0, 1])).toThrow(/do not fit/);
    expect(() => clusters.clusterValidation([[1]], [0], { percentile: 95 })).toThrow(/percentile/);
  });
});

const near = (found: number, expected: number) => {
  if (Number.isNaN(expected)) expect(found).toBeNaN();
  else expect(found).toBeCloseTo(expected, 12);
};

describe("outliers", () => {
  it("end nearer to their own cluster than to any other, unless moved before or alone", () => {
    fc.assert(
      fc.property(grouped, ({ similarity, labels }) => {
        const { labels: after, moved, marginal } = clusters.correctOutliers(similarity, labels);
        const { activities } = clusters.clusterRelatedness(similarity, after);
        const once = moved.map(({ activity }) => activity);
        expect(new Set(once).size).toBe(once.length);
        after.forEach((cluster, i) => {
          expect(cluster).toBe(moved.find(({ activity }) => activity === i)?.to ?? labels[i]);
          if (cluster < 0) return;
          const own = activities.at(i, cluster);
          const others = [...activities.row(i)].filter((x, c) => c !== cluster && !Number.isNaN(x));
          if (others.some((x) => !(own >= x))) expect(marginal.map(({ activity }) => activity)).toContain(i);
          if (others.some((x) => x > own)) expect(once).toContain(i);
        });
        for (const { own, other } of moved) expect(other).toBeGreaterThan(own);
      }),
    );
  });
});

describe("the definition of clusters", () => {
  it("finds the groups that were put in, the same at every run", () => {
    const employment = economy(60, GROUPS, 5);
    const similarities = [
      clusters.locationCorrelation(employment),
      clusters.locationCorrelation(economy(60, GROUPS, 6)),
    ];
    const found = clusters.defineClusters(similarities, { counts: [2, 3, 4] });
    expect([...found.labels]).toEqual(GROUPS);
    expect([found.score, found.best.score, found.best.count]).toEqual([1, 1, 3]);
    // Two similarities and their average, four methods, three counts.
    expect(found.candidates).toHaveLength(36);
    found.candidates.slice(1).forEach(({ score }, k) => {
      expect(score).toBeLessThanOrEqual(found.candidates[k]!.score);
    });
    expect(clusters.defineClusters(similarities, { counts: [2, 3, 4] })).toEqual(found);
  });

  it("leaves out activities of which nothing is known", () => {
    const hole = economy(40, GROUPS, 5).map((x, _, c) => (c === 2 ? 0 : x));
    const found = clusters.defineClusters([clusters.locationCorrelation(hole)], {
      counts: [3],
      methods: ["ward"],
    });
    expect([...found.labels]).toEqual([0, 0, -1, 0, 1, 1, 1, 2, 2, 2, 2, 2]);
    expect(found.notes[0]).toMatchObject({ code: "missing", positions: [2] });
  });

  it("refuses to choose from nothing", () => {
    expect(() => clusters.defineClusters([], { counts: [2] })).toThrow(/nothing to choose/);
    expect(() => clusters.defineClusters([[[1]]], { counts: [] })).toThrow(/nothing to choose/);
    const unknown = [
      [1, Number.NaN],
      [Number.NaN, 1],
    ];
    expect(() => clusters.defineClusters([unknown], { counts: [1] })).toThrow(/known/);
  });
});
