import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normal, seeded } from "../core/random.ts";
import {
  cutDendrogram,
  euclideanDistances,
  hierarchicalClustering,
  kMeans,
  type Linkage,
  similarityProfiles,
} from "./index.ts";

/** Up to 8 points in the plane, no two distances alike. */
const points = fc.record({ n: fc.integer({ min: 1, max: 8 }), seed: fc.integer() }).map(({ n, seed }) => {
  const random = seeded(seed);
  return Array.from({ length: n }, () => [normal(random), normal(random)]);
});

/** What joining two groups costs, from the points themselves. */
function apart(one: number[][], other: number[][], linkage: Linkage): number {
  const all = one.flatMap((a) => other.map((b) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)));
  if (linkage === "single") return Math.min(...all);
  if (linkage === "complete") return Math.max(...all);
  if (linkage === "average") return all.reduce((total, d) => total + d, 0) / all.length;
  const middle = (group: number[][]) =>
    [0, 1].map((k) => group.reduce((t, p) => t + p[k]!, 0) / group.length);
  const [a, b] = [middle(one), middle(other)];
  const squares = (a[0]! - b[0]!) ** 2 + (a[1]! - b[1]!) ** 2;
  return Math.sqrt((2 * one.length * other.length * squares) / (one.length + other.length));
}

function stepByStep(rows: number[][], linkage: Linkage): number[] {
  let groups = rows.map((row) => [row]);
  const heights: number[] = [];
  while (groups.length > 1) {
    let best = { a: 0, b: 1, distance: Number.POSITIVE_INFINITY };
    for (let a = 0; a < groups.length; a++)
      for (let b = a + 1; b < groups.length; b++) {
        const distance = apart(groups[a]!, groups[b]!, linkage);
        if (distance < best.distance) best = { a, b, distance };
      }
    heights.push(best.distance);
    const joined = [...groups[best.a]!, ...groups[best.b]!];
    groups = [...groups.filter((_, k) => k !== best.a && k !== best.b), joined];
  }
  return heights;
}

describe("hierarchical clustering", () => {
  it.each(["ward", "average", "complete", "single"] as const)(
    "joins the nearest by %s linkage",
    (linkage) => {
      fc.assert(
        fc.property(points, (rows) => {
          const distances = euclideanDistances(rows);
          // With equal distances there is more than one tree.
          const pairs = distances.values.filter((x) => x > 0);
          fc.pre(new Set(pairs).size * 2 === rows.length * (rows.length - 1));
          const merges = hierarchicalClustering(distances, linkage);
          const heights = stepByStep(rows, linkage);
          expect(merges).toHaveLength(rows.length - 1);
          merges.forEach(({ height, size }, k) => {
            expect(height).toBeCloseTo(heights[k]!, 8);
            expect(size).toBeGreaterThan(1);
          });
          if (merges.length > 0) expect(merges.at(-1)!.size).toBe(rows.length);
        }),
      );
    },
  );

  it("is cut into as many groups as wanted, each joined below the cut", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 9 }), (rows, groups) => {
        const merges = hierarchicalClustering(euclideanDistances(rows), "single");
        const labels = cutDendrogram(merges, groups);
        expect(new Set(labels).size).toBe(Math.min(groups, rows.length));
        // Single linkage: what is nearer than the cut is in one group.
        const cut = merges[rows.length - groups - 1]?.height ?? -1;
        const last = merges[rows.length - groups]?.height ?? Number.POSITIVE_INFINITY;
        fc.pre(cut < last && groups <= rows.length);
        rows.forEach((a, i) => {
          rows.forEach((b, j) => {
            const distance = Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
            if (distance < last * (1 - 1e-9)) expect(labels[i]).toBe(labels[j]);
          });
        });
      }),
    );
  });

  it("ends where all are equally far", () => {
    const same = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_, j) => (i === j ? 0 : 1)));
    expect(hierarchicalClustering(same, "average").map(({ height }) => height)).toEqual([1, 1, 1, 1, 1]);
    expect([...cutDendrogram(hierarchicalClustering([[0]]), 3)]).toEqual([0]);
  });

  it("refuses what it cannot group", () => {
    expect(() =>
      hierarchicalClustering([
        [0, Number.NaN],
        [1, 0],
      ]),
    ).toThrow(/row 0, column 1/);
    expect(() => hierarchicalClustering([[0]], "middle" as never)).toThrow(/linkage/);
    expect(() => cutDendrogram([], 0)).toThrow(/groups/);
  });
});

describe("k-means", () => {
  it("finds the best grouping of a few points", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 3 }), (rows, groups) => {
        const { labels, spread, converged } = kMeans(rows, groups, { restarts: 30 });
        const k = Math.min(groups, rows.length);
        let best = Number.POSITIVE_INFINITY;
        for (let choice = 0; choice < k ** rows.length; choice++) {
          const group = rows.map((_, r) => Math.floor(choice / k ** r) % k);
          best = Math.min(best, spreadOf(rows, group, k));
        }
        expect(converged).toBe(true);
        expect(spread).toBeCloseTo(best, 6);
        expect(spreadOf(rows, [...labels], k)).toBeCloseTo(spread, 6);
      }),
      // A fixed seed, as no number of restarts is sure to find the best.
      { numRuns: 30, seed: 1 },
    );
  });

  it("gives the same for the same seed, and every group somebody", () => {
    const rows = Array.from({ length: 40 }, (_, r) => [Math.sin(r * r), Math.cos(3 * r)]);
    expect(kMeans(rows, 7, { seed: 3 })).toEqual(kMeans(rows, 7, { seed: 3 }));
    expect(new Set(kMeans(rows, 7, { restarts: 1 }).labels).size).toBe(7);
    expect(new Set(kMeans([[1], [1], [1], [2]], 3).labels).size).toBe(3);
    expect(kMeans([[1], [2]], 5).spread).toBe(0);
    expect(kMeans([], 2).labels).toHaveLength(0);
  });

  it("refuses unknown values and no groups", () => {
    expect(() => kMeans([[1, Number.NaN]], 1)).toThrow(/row 0, column 1/);
    expect(() => kMeans([[1]], 0)).toThrow(/groups/);
  });
});

function spreadOf(rows: number[][], group: number[], k: number): number {
  let spread = 0;
  for (let g = 0; g < k; g++) {
    const members = rows.filter((_, r) => group[r] === g);
    for (const axis of [0, 1]) {
      const middle = members.reduce((total, p) => total + p[axis]!, 0) / members.length;
      for (const p of members) spread += (p[axis]! - middle) ** 2;
    }
  }
  return spread;
}

describe("profiles", () => {
  it("hold no unknown values, and the nearest on the diagonal", () => {
    const found = similarityProfiles([
      [1, 0.5, Number.NaN],
      [0.5, 1, 0.2],
      [Number.NaN, 0.2, 1],
    ]);
    expect(found.at(0, 0)).toBe(0.5);
    expect(found.at(2, 2)).toBe(0.2);
    expect(found.at(0, 2)).toBeCloseTo(0.35, 14);
    expect(similarityProfiles([[Number.NaN]]).toRows()).toEqual([[0]]);
  });
});
