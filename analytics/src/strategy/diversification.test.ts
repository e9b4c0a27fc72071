import { describe, expect, it } from "vitest";
import { economicComplexity } from "../complexity/economic-complexity.ts";
import { complexityOutlookGain } from "../complexity/outlook.ts";
import { deviation, mean } from "../core/statistics.ts";
import { presence } from "../presence/presence.ts";
import { relatednessDensity } from "../relatedness/density.ts";
import { proximity } from "../relatedness/proximity.ts";
import { type DiversificationOptions, diversification } from "./index.ts";

const amounts = [
  [9, 4, 1, 0, 2],
  [6, 5, 0, 1, 3],
  [1, 6, 4, 2, 1],
  [0, 1, 5, 9, 0],
  [2, 1, 6, 7, 4],
];
const regions = ["Aa", "Bb", "Cc", "Dd", "Ee"];
const table = (options: DiversificationOptions) => diversification(amounts, options).options;

describe("the diversification table", () => {
  it("lists what the region lacks, with the measures of their own functions", () => {
    const rows = table({ region: "Cc", regions });
    const has = presence(amounts);
    const near = proximity(has);
    const { pci } = economicComplexity(has);
    const lacking = [0, 1, 2, 3, 4].filter((c) => has.toMatrix().at(2, c) === 0);
    expect(rows.map(({ position }) => position).sort()).toEqual(lacking);
    for (const row of rows) {
      expect(row.density).toBe(relatednessDensity(has, near).at(2, row.position));
      expect(row.complexity).toBe(pci[row.position]);
      expect(row.gain).toBe(complexityOutlookGain(has, near, pci).at(2, row.position));
      expect(row.activity).toBe(String(row.position));
    }
    expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, k) => k + 1));
  });

  it("scores by the weights given", () => {
    const rows = table({ region: 2, weights: { density: 2, complexity: 1, gain: 1 } });
    const z = (of: (row: (typeof rows)[number]) => number) => {
      const values = rows.map(of);
      return values.map((x) => (deviation(values) > 0 ? (x - mean(values)) / deviation(values) : 0));
    };
    const density = z((row) => row.density);
    const complexity = z((row) => row.complexity);
    const gain = z((row) => row.gain);
    rows.forEach((row, k) => {
      expect(row.score).toBeCloseTo(0.5 * density[k]! + 0.25 * complexity[k]! + 0.25 * gain[k]!, 12);
      if (k > 0) expect(row.score).toBeLessThanOrEqual(rows[k - 1]!.score);
    });
    const nearest = table({ region: 2, weights: { density: 1, complexity: 0, gain: 0 } });
    expect(nearest[0]!.density).toBe(Math.max(...nearest.map(({ density }) => density)));
    expect(table({ region: 2, weights: "long jumps", limit: 1 })).toHaveLength(1);
  });

  it("marks as efficient what nothing beats in everything", () => {
    const rows = table({ region: 0 });
    for (const row of rows) {
      const isBeaten = rows.some(
        (other) =>
          other !== row &&
          other.density >= row.density &&
          other.complexity >= row.complexity &&
          other.gain >= row.gain &&
          other.density + other.complexity + other.gain > row.density + row.complexity + row.gain,
      );
      expect(row.efficient).toBe(!isBeaten);
    }
  });

  it("notes what is no option, and takes a region with nothing", () => {
    const holes = amounts.map((row, r) =>
      [...row, 0].map((x, c) => (r === 4 ? 0 : c === 0 && r === 3 ? Number.NaN : x)),
    );
    const { options, notes } = diversification(holes, { region: 4 });
    expect(options).toEqual([]);
    expect(notes.find(({ code }) => code === "missing")?.positions).toEqual([0, 1, 2, 3, 4, 5]);
    expect(
      diversification(holes, { region: 3 }).notes.find(({ code }) => code === "missing")?.positions,
    ).toEqual([0, 5]);
  });

  it.each([
    [{ region: "Zz", regions }, /no region "Zz"/],
    [{ region: "Aa" }, /names of the rows/],
    [{ region: 9 }, /row from 0 to 4/],
    [{ region: 0, regions: ["Aa"] }, /do not fit 5 regions/],
    [{ region: 0, activities: ["x"] }, /do not fit 5 activities/],
    [{ region: 0, weights: { density: 0, complexity: 0, gain: 0 } }, /no trade-off/],
    [{ region: 0, weights: "wild" as never }, /no trade-off/],
  ])("refuses %o", (options, message) => {
    expect(() => diversification(amounts, options)).toThrow(message);
  });
});
