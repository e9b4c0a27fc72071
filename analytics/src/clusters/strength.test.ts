import { describe, expect, it } from "vitest";
import { quantile } from "../core/statistics.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import { clusterAmounts, clusterLinkages, clusterSpectrum, clusterStars, clusterStrength } from "./index.ts";

const jobs = [
  [90, 10, 40],
  [8, 60, 12],
  [30, 5, 200],
  [1, 0, 1],
  [50, 50, 50],
  [20, 90, 30],
  [10, 10, 80],
  [0, 0, 0],
];

describe("amounts by cluster", () => {
  it("are the sums of what is known", () => {
    const found = clusterAmounts(
      [
        [1, Number.NaN, 4, 9],
        [Number.NaN, Number.NaN, 5, 9],
      ],
      [0, 0, 1, -1],
    );
    expect(found.toRows()).toEqual([
      [1, 4],
      [Number.NaN, 5],
    ]);
  });
});

describe("strong clusters", () => {
  it("are in the top quarter by quotient, and above 1", () => {
    const { strong, cutOffs, shares } = clusterStrength(jobs);
    const quotients = locationQuotient(jobs);
    for (let c = 0; c < 3; c++) {
      expect(cutOffs[c]).toBe(Math.max(1, quantile(quotients.column(c), 0.75)));
      for (let r = 0; r < jobs.length; r++)
        expect(strong.toMatrix().at(r, c)).toBe(quotients.at(r, c) >= cutOffs[c]! ? 1 : 0);
      expect(shares.column(c).reduce((total, x) => total + x, 0)).toBeCloseTo(1, 12);
    }
    // One job of two is a high quotient.
    expect(strong.toMatrix().at(3, 0)).toBe(1);
  });

  it("hold enough jobs, and enough of the cluster", () => {
    expect(clusterStrength(jobs, { minimumSize: 5 }).strong.toMatrix().at(3, 0)).toBe(0);
    expect(clusterStrength(jobs, { minimumShare: 0.01 }).strong.toMatrix().at(3, 0)).toBe(0);
    expect([...clusterStrength(jobs, { quantile: 0, minimumQuotient: 0 }).strong.rowCounts()]).toEqual([
      3, 3, 3, 2, 3, 3, 3, 0,
    ]);
    expect(clusterStrength([[0, 0]], { minimumQuotient: 0 }).strong.size).toBe(0);
    expect(() => clusterStrength(jobs, { quantile: 75 })).toThrow(/quantile/);
  });
});

describe("stars", () => {
  it("go to the top fifth of those that have the cluster, one for each criterion", () => {
    const growth = jobs.map((row, r) => row.map((_, c) => r - c));
    const { stars, size, growth: grown, productivity } = clusterStars(jobs, { growth, minimumSize: 2 });
    // Of 0: 90, 8, 30, 50, 20, 10 compete; the 80th percentile of six is 50.
    expect(size.toMatrix().column(0)).toEqual(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0));
    // 0, 1, 2, 4, 5, 6 compete in growth: 5 and 6.
    expect(grown!.toMatrix().column(0)).toEqual(Float64Array.of(0, 0, 0, 0, 0, 1, 1, 0));
    expect(productivity).toBeUndefined();
    expect(Math.max(...stars.values)).toBeLessThanOrEqual(3);
    expect([...stars.row(3), ...stars.row(7)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(clusterStars(jobs, { productivity: growth, growth, top: 1 }).stars.at(0, 0)).toBe(4);
    expect(() => clusterStars(jobs, { top: 0 })).toThrow(/top/);
    expect(() => clusterStars(jobs, { growth: [[1]] })).toThrow(/periods|cells/);
  });
});

describe("linkages and the spectrum", () => {
  const similarity = [
    [1, 0.9, 0.4, 0.3],
    [0.9, 1, 0.2, 0.5],
    [0.4, 0.2, 1, -0.1],
    [0.3, 0.5, -0.1, 1],
  ];

  it("link what is above the percentile of all pairs", () => {
    const { between, linked, cutOff } = clusterLinkages(similarity, [0, 0, 1, 2], { percentile: 0.5 });
    // Between 0-1 0.3, 0-2 0.4, 1-2 -0.1: the middle one is 0.3.
    expect(cutOff).toBeCloseTo(0.3, 12);
    expect(between.at(0, 2)).toBeCloseTo(0.4, 12);
    expect(linked.toMatrix().toRows()).toEqual([
      [0, 1, 1],
      [1, 0, 0],
      [1, 0, 0],
    ]);
    expect(() => clusterLinkages(similarity, [0, 0, 1, 2], { percentile: 2 })).toThrow(/percentile/);
    expect(clusterLinkages(similarity, [0, 0, 0, 0]).linked.size).toBe(0);
  });

  it("average the strength of relatives, by how related they are", () => {
    const linkages = clusterLinkages(similarity, [0, 0, 1, 2], { percentile: 0 });
    const found = clusterSpectrum(
      [
        [2, 1, 3],
        [2, Number.NaN, 3],
      ],
      linkages,
    );
    expect(found.at(0, 0)).toBeCloseTo((0.3 * 1 + 0.4 * 3) / 0.7, 12);
    // Cluster 2 is linked to 1 at -0.1, which does not count.
    expect(found.at(0, 1)).toBe(2);
    expect(found.at(1, 0)).toBeCloseTo(3, 12);
    expect(clusterSpectrum([[1]], clusterLinkages([[1]], [0])).at(0, 0)).toBeNaN();
  });
});
