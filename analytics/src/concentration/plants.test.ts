import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Matrix } from "../core/matrix.ts";
import { seeded } from "../core/random.ts";
import { alike, amountsTable, without } from "../specialisation/arbitrary.ts";
import { totals } from "../specialisation/totals.ts";
import { globalBand, localBand } from "./bands.ts";
import {
  coagglomeration,
  durantonOverman,
  ellisonGlaeser,
  groupCoagglomeration,
  maurelSedillot,
} from "./index.ts";
import { smooth } from "./kernel.ts";

const nan = Number.NaN;

describe("Ellison and Glaeser's index", () => {
  const table = [
    [3, 1, 0],
    [1, 3, 0],
  ];

  it("takes out what plant sizes explain", () => {
    const { raw, gamma } = ellisonGlaeser(table, [0, 0.125 / 0.5, 0.3]);
    expect(raw).toEqual(Float64Array.of(0.125, 0.125, nan));
    expect(alike(gamma, [0.25, 0, nan])).toBe(true);
    expect(ellisonGlaeser(table, [1, nan, 0]).gamma).toEqual(Float64Array.of(nan, nan, nan));
    expect(ellisonGlaeser(table, [0, 0, 0], { empty: "zero" }).raw[2]).toBe(0.5);
    expect(ellisonGlaeser([[1, 2]], [0, 0]).gamma).toEqual(Float64Array.of(nan, nan));
  });

  it("refuses a Herfindahl index in percent", () => {
    expect(() => ellisonGlaeser(table, [12, 0, 0])).toThrow(/12 is no Herfindahl index .*\(column 0\)/);
    expect(() => maurelSedillot(table, [0, 0])).toThrow(/2 values where 3/);
  });

  it("keeps precise where one region is nearly everything", () => {
    // Shares of the whole 1 - 1e-10 and 1e-10; the second activity is all where nearly nothing is.
    const { gamma } = ellisonGlaeser(
      [
        [1e10 - 1, 0],
        [0, 1],
      ],
      [0, 0],
    );
    expect(gamma[1]! * 1e-10).toBeCloseTo(1 - 1e-10, 12);
  });

  it("of Maurel and Sédillot compares the chances of two plants to meet", () => {
    fc.assert(
      fc.property(amountsTable(2), (matrix) => {
        const sums = totals(matrix);
        const plants = sums.columns.map((_, c) => (c % 5) / 10);
        const chance = sums.rows.reduce((sum, x) => sum + (x / sums.all) ** 2, 0);
        if (1 - chance < 1e-6) return;
        const expected = plants.map((h, c) => {
          const together = matrix.column(c).reduce((sum, x) => sum + (x / sums.columns[c]!) ** 2, 0);
          return ((together - chance) / (1 - chance) - h) / (1 - h);
        });
        expect(alike(maurelSedillot(matrix, plants), expected, 1e-9)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("is 0 on average for plants that fall at random", () => {
    const random = seeded(11);
    const sizes = [0.5, 0.3, 0.2];
    let sum = 0;
    const tries = 1500;
    for (let k = 0; k < tries; k++) {
      const row = [0, 0, 0];
      for (let plant = 0; plant < 10; plant++) {
        const at = random();
        row[at < sizes[0]! ? 0 : at < sizes[0]! + sizes[1]! ? 1 : 2]! += 1;
      }
      // The second activity is the rest of the economy, large enough to decide its shape.
      const table = row.map((x, r) => [x, sizes[r]! * 1e9]);
      sum += ellisonGlaeser(table, [0.1, 0]).gamma[0]!;
    }
    expect(Math.abs(sum / tries)).toBeLessThan(0.01);
  });
});

describe("co-agglomeration", () => {
  const brute = (matrix: Matrix, size: Float64Array) => {
    const sums = totals(matrix).columns;
    const room = 1 - size.reduce((sum, x) => sum + x * x, 0);
    return (i: number, j: number) => {
      let together = 0;
      for (let r = 0; r < matrix.rows; r++) {
        const part = (matrix.at(r, i) / sums[i]! - size[r]!) * (matrix.at(r, j) / sums[j]! - size[r]!);
        if (!Number.isNaN(matrix.at(r, i) + matrix.at(r, j))) together += part;
      }
      return sums[i]! > 0 && sums[j]! > 0 && room > 1e-12 ? together / room : nan;
    };
  };
  const totalShares = (matrix: Matrix) => totals(matrix).rows.map((x) => x / totals(matrix).all);

  it("is what the formula says, also with unknown cells", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          amountsTable(2),
          amountsTable(2).map((m) => without(m, 1, 1)),
        ),
        (matrix) => {
          const size = totalShares(matrix);
          if (1 - size.reduce((sum, x) => sum + x * x, 0) < 1e-6) return;
          const expected = brute(matrix, size);
          const found = coagglomeration(matrix, { size: "total" });
          for (let i = 0; i < matrix.columns; i++)
            for (let j = 0; j < matrix.columns; j++)
              expect(alike([found.at(i, j)], [expected(i, j)], 1e-8)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("measures regions by their mean share of the activities unless told", () => {
    const found = coagglomeration([
      [2, 0, 100],
      [0, 2, 100],
      [0, 0, 0],
    ]);
    // Mean shares ½, ½, 0; 1 - Σ x² = ½.
    expect(alike(found.row(0), [1, -1, 0])).toBe(true);
    const unknown = coagglomeration([
      [2, 0, 0],
      [0, 2, 0],
      [0, 0, nan],
    ]);
    expect(alike(unknown.row(0), [1, -1, nan])).toBe(true);
  });

  it("of a group is the mean of its pairs', weighted by size", () => {
    fc.assert(
      fc.property(amountsTable(2), (matrix) => {
        const sums = totals(matrix).columns;
        const members = [0, 1].concat(matrix.columns > 3 ? [3] : []);
        const size = totalShares(matrix);
        if (!members.every((c) => sums[c]! > 0) || 1 - size.reduce((sum, x) => sum + x * x, 0) < 1e-6) return;
        const pair = brute(matrix, size);
        const whole = members.reduce((sum, c) => sum + sums[c]!, 0);
        let mean = 0;
        let weights = 0;
        for (const i of members)
          for (const j of members)
            if (i !== j) {
              mean += ((sums[i]! * sums[j]!) / whole ** 2) * pair(i, j);
              weights += (sums[i]! * sums[j]!) / whole ** 2;
            }
        if (weights > 1e-4)
          expect(alike([groupCoagglomeration(matrix, members)], [mean / weights], 1e-6)).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(
      groupCoagglomeration(
        [
          [2, 0],
          [2, 0],
        ],
        [0, 1],
      ),
    ).toBeNaN();
    expect(() => groupCoagglomeration([[1, 2]], [2])).toThrow(/no activity at 2/);
  });
});

describe("the density of distances", () => {
  const random = seeded(3);
  const places = Array.from({ length: 60 }, () => [10 * random(), 10 * random()]);

  it("is a Gaussian kernel reflected at 0, on any grid", () => {
    const pairs = { distances: Float64Array.of(0.3, 2), weights: Float64Array.of(1, 3) };
    const phi = (u: number) => Math.exp((-u * u) / 2) / Math.sqrt(2 * Math.PI);
    for (const grid of [[0, 0.5, 1, 1.5, 2, 2.5, 3], [0, 0.4, 2.9], [1.1]]) {
      const found = smooth(pairs, Float64Array.from(grid), 0.25);
      const expected = grid.map(
        (d) =>
          (phi((d - 0.3) / 0.25) + phi((d + 0.3) / 0.25) + 3 * (phi((d - 2) / 0.25) + phi((d + 2) / 0.25))) /
          (4 * 0.25),
      );
      expect(alike(found, expected, 1e-13)).toBe(true);
    }
  });

  it("integrates to 1", () => {
    const distances = Float64Array.from({ length: 4001 }, (_, i) => i / 100);
    const { density } = durantonOverman(places, [1, 5, 9, 12, 30], { distances, draws: 0 });
    expect(density.reduce((sum, k, i) => sum + (i === 0 ? k / 2 : k) / 100, 0)).toBeCloseTo(1, 6);
  });

  it("is above the band for plants in one corner, and hardly ever for those drawn at random", () => {
    const byCorner = places
      .map((_, i) => i)
      .sort((a, b) => places[a]![0]! + places[a]![1]! - places[b]![0]! - places[b]![1]!);
    const options = { draws: 200, seed: 2 };
    const corner = durantonOverman(places, byCorner.slice(0, 8), options);
    expect(Math.max(...corner.localisation)).toBeGreaterThan(0);
    expect(corner.dispersion.every((x) => x === 0)).toBe(true);
    expect(corner.notes).toEqual([]);
    expect(durantonOverman(places, byCorner.slice(0, 8), options)).toEqual(corner);
    const apart = durantonOverman(
      places,
      [byCorner[0]!, byCorner[1]!, byCorner[58]!, byCorner[59]!],
      options,
    );
    expect(Math.max(...apart.dispersion)).toBeGreaterThanOrEqual(0);
    corner.global.upper.forEach((upper, d) => {
      expect(upper).toBeGreaterThanOrEqual(corner.local.upper[d]! - 1e-12);
      expect(corner.global.lower[d]).toBeLessThanOrEqual(corner.local.lower[d]! + 1e-12);
    });
    const coarse = Array.from({ length: 21 }, (_, d) => d / 4);
    let outside = 0;
    for (let k = 0; k < 40; k++) {
      const lot = Array.from({ length: 8 }, (_, i) => (k * 11 + i * 7) % 60);
      const drawn = durantonOverman(places, lot, { distances: coarse, draws: 100, seed: k });
      if (drawn.localisation.some((x) => x > 0)) outside++;
    }
    expect(outside).toBeLessThanOrEqual(8);
  });

  it("weighs pairs by the product of sizes", () => {
    const line = [
      [0, 0],
      [1, 0],
      [5, 0],
    ];
    const found = durantonOverman(line, [0, 1, 2], {
      sizes: [2, 3, 0],
      distances: [0, 1, 4],
      bandwidth: 0.1,
      draws: 0,
    });
    expect(found.density[1]).toBeCloseTo(1 / 0.1 / Math.sqrt(2 * Math.PI), 10);
    expect(found.density[2]).toBeCloseTo(0, 10);
    expect(found.localisation.every(Number.isNaN)).toBe(true);
  });

  it("says so where it is not defined, and refuses what cannot be", () => {
    const alone = durantonOverman(places, [3]);
    expect(alone.notes[0]?.code).toBe("degenerate");
    expect(alone.density.every(Number.isNaN)).toBe(true);
    expect(() => durantonOverman(places, [60])).toThrow(/no place at 60/);
    expect(() => durantonOverman(places, [1, 1])).toThrow(/named twice/);
    expect(() => durantonOverman([[1, 2, 3]], [0])).toThrow(/3 coordinates/);
    expect(() => durantonOverman(places, [1, 2], { level: 95 })).toThrow(/95 is no level/);
    expect(() => durantonOverman(places, [1, 2], { draws: -1 })).toThrow(/-1 draws/);
    expect(() =>
      durantonOverman(
        [
          [0, 0],
          [1, 1],
        ],
        [0, 1],
        { sizes: [1, nan] },
      ),
    ).toThrow(/not known/);
  });

  it("bands: each point by itself, or the whole curve", () => {
    const curves = Array.from({ length: 100 }, (_, s) => Float64Array.of(s, 99 - s, 50));
    expect(localBand(curves, 3, 0.95).upper[0]).toBeCloseTo(94.05, 10);
    // 90 of 100 curves have to stay below at both ends: the five highest of each are outside.
    const band = globalBand(curves, 2, 0.9);
    expect(Array.from(band.upper)).toEqual([94, 94]);
    expect(Array.from(band.lower)).toEqual([5, 5]);
    expect(globalBand([], 2, 0.9).upper).toEqual(Float64Array.of(nan, nan));
  });
});
