import { describe, expect, it } from "vitest";
import { Matrix } from "../../core/matrix.ts";
import { groupsOfCodes, panelBackTest, panelForecast, panelForecaster } from "../index.ts";

const none = Number.NaN;

/** Regions × activities that grow by their activity and region, with noise; always the same. */
function grown(noise: number, periods = 8, rows = 30, columns = 12): Matrix[] {
  let seed = 5;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647 - 0.5;
  };
  const ofActivity = Array.from({ length: columns }, () => 0.02 + 0.06 * random());
  const ofRegion = Array.from({ length: rows }, () => 0.02 * random());
  let table = new Matrix(rows, columns).map(() => 50 + 900 * (random() + 0.5) ** 3);
  const all = [table];
  for (let t = 1; t < periods; t++) {
    table = table.map((x, r, c) => x * (1 + ofActivity[c]! + ofRegion[r]! + noise * random()));
    all.push(table);
  }
  return all;
}

describe("the forecast of a panel", () => {
  it("leaves what stands still as it is", () => {
    const still = Array.from({ length: 6 }, () => [
      [100, 0],
      [7, 30],
    ]);
    const { periods } = panelForecast(still, { horizon: 3 });
    for (const { mean } of periods) expect([...mean.values]).toEqual([100, 0, 7, 30]);
  });

  it("does not know the unit of the amounts", () => {
    const people = grown(0.05);
    const thousands = people.map((table) => table.map((x) => x / 1000));
    const one = panelForecast(people, { horizon: 2 }).periods[1]!;
    const other = panelForecast(thousands, { horizon: 2 }).periods[1]!;
    one.mean.values.forEach((x, k) => {
      expect(other.mean.values[k]! * 1000).toBeCloseTo(x, 6);
    });
    expect(other.lower.at(3, 3) * 1000).toBeCloseTo(one.lower.at(3, 3), 6);
  });

  it("looks at nothing later than its last table", () => {
    const all = grown(0.05);
    const changed = all.map((table, t) => (t < 6 ? table : table.map((x) => 3 * x)));
    const forecast = (tables: Matrix[]) => panelForecast(tables.slice(0, 6), { horizon: 2 }).periods;
    expect(forecast(changed)).toEqual(forecast(all));
  });

  it("adds up: regions and activities are the sums of their cells", () => {
    const { periods } = panelForecast(grown(0.05), { horizon: 2 });
    for (const { mean, regions, activities } of periods) {
      expect(regions.mean.column(0)).toEqual(mean.rowSums());
      expect(activities.mean.column(0)).toEqual(mean.columnSums());
    }
  });

  it("is better than the simple ways where parts grow by what they belong to", () => {
    const tests = panelBackTest(grown(0.1), { horizon: 3, origins: [4] });
    expect(tests.map(({ ahead }) => ahead)).toEqual([1, 2, 3]);
    for (const { wape } of tests) {
      expect(wape.ours).toBeLessThan(wape.naive);
      expect(wape.ours).toBeLessThan(wape.drift);
      expect(wape.ours).toBeLessThan(wape.dampedDrift);
    }
  });

  it("holds about as many outcomes between its bounds as it says", () => {
    const [test] = panelBackTest(grown(0.15, 9), { level: 0.8 });
    expect(test!.coverage).toBeGreaterThan(0.7);
    expect(test!.coverage).toBeLessThan(0.9);
  });

  it("does not go on with a single jump", () => {
    const jumped = grown(0.02).map((table, t) =>
      table.map((x, r, c) => (r === 2 && c === 3 && t === 7 ? 5 * x : x)),
    );
    const { mean } = panelForecast(jumped).periods[0]!;
    const last = jumped.at(-1)!.at(2, 3);
    expect(Math.abs(mean.at(2, 3) / last - 1)).toBeLessThan(0.15);
  });

  it("carries on what is secret now, and knows nothing of what never was known", () => {
    const tables = grown(0.05).map((table, t) =>
      table.map((x, r, c) => (r === 0 && (c === 0 || (c === 1 && t > 5)) ? none : x)),
    );
    const { periods, known } = panelForecast(tables);
    expect(periods[0]!.mean.at(0, 0)).toBeNaN();
    expect(periods[0]!.lower.at(0, 0)).toBeNaN();
    const last = tables[5]!.at(0, 1);
    expect(Math.abs(periods[0]!.mean.at(0, 1) / last - 1)).toBeLessThan(0.1);
    expect([known.at(0, 0), known.at(0, 1), known.at(1, 1)]).toEqual([0, 6, 8]);
  });

  it("says where there is nothing to test, and gives no bounds then", () => {
    const { periods, notes } = panelForecast([[[10, 20]], [[11, 20]]]);
    expect(notes).toMatchObject([{ code: "degenerate" }]);
    expect(periods[0]!.upper.at(0, 0)).toBeNaN();
    expect(periods[0]!.mean.at(0, 0)).toBeGreaterThan(11);
  });

  it("refuses what it cannot use", () => {
    expect(() => panelForecast([[[1]]])).toThrow("1 periods show no growth");
    expect(() => panelForecast([[[1]], [[-1]]])).toThrow("-1 is no amount");
    expect(() => panelForecast([[[1]], [[1, 2]]])).toThrow("1 × 2");
    expect(() => panelForecast([[[1]], [[2]]], { groups: ["a", "b"] })).toThrow("2 groups");
    expect(() => panelForecaster([[[1]], [[2]]]).at(2)).toThrow("no period 2 ahead");
    expect(() => panelBackTest(grown(0.1), { origins: [7] })).toThrow("position 7");
  });
});

describe("groups of codes", () => {
  it("are countries and states, and none where codes are too few or all alike", () => {
    expect(groupsOfCodes(["01001", "01002", "09161", "09162"])).toEqual(["01", "01", "09", "09"]);
    expect(groupsOfCodes(["A1", "B1", "C1"])).toEqual(["", "", ""]);
  });
});
