import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Matrix } from "../src/core/matrix.ts";
import { filesOf, readCase } from "./cases.ts";
import { failure } from "./check.ts";
import { difference } from "./compare.ts";
import { type Entry, Rounded } from "./golden.ts";

const nan = Number.NaN;
const entry = (value: unknown, more: Partial<Entry> = {}): Entry => ({
  measure: "some_measure",
  reference: "definition",
  convention: "",
  tolerance: 1e-9,
  value,
  ...more,
});

describe("a result agrees with its golden entry", () => {
  it.each([
    ["within the tolerance", 1, 1 + 9e-10],
    ["within the tolerance scaled by a large value", 1e6, 1e6 + 9e-4],
    ["where both are undefined", null, nan],
    ["where the reference has no finite number", null, Number.POSITIVE_INFINITY],
    ["as a typed list", [1, null], Float64Array.of(1, nan)],
    ["as a matrix", [[1, 2]], new Matrix(1, 2, Float64Array.of(1, 2))],
    [
      "as a record with more than is asked for",
      { mean: [1], method: "A" },
      { mean: Float64Array.of(1), method: "A", steps: 3 },
    ],
    ["as yes and no", [1, 0], [true, false]],
  ])("%s", (_, value, result) => {
    expect(difference(entry(value), result)).toBeUndefined();
  });

  it.each([
    ["too far off", 1, 1.1, "value"],
    ["undefined where it should not be", 1, nan, "value"],
    ["defined where it should not be", null, 0, "value"],
    ["of another length", [1, 2], [1], "value"],
    ["of other words", { method: "A" }, { method: "B" }, "[method]"],
    ["lacking a part", { mean: 1, upper: 2 }, { mean: 1 }, "[upper]"],
    ["nothing at all", [1], undefined, "value"],
  ])("but not %s", (_, value, result, path) => {
    expect(difference(entry(value), result)?.path).toBe(path);
  });

  it("and the cell that is farthest off is named", () => {
    const found = difference(
      entry([
        [1, 2],
        [3, 4],
      ]),
      [
        [1, 2.5],
        [7, 4],
      ],
    );
    expect(found).toEqual({ path: "[1][0]", expected: 3, actual: 7, off: 4 });
  });
});

describe("a rounded result", () => {
  it("may be either neighbour where it lies on a tie, and only there", () => {
    expect(difference(entry(0.12), new Rounded(0.13, 0.125, 2))).toBeUndefined();
    expect(difference(entry([0.12]), new Rounded(Float64Array.of(0.13), [0.125 + 1e-12], 2))).toBeUndefined();
    expect(difference(entry(0.12), new Rounded(0.13, 0.1251, 2))?.off).toBeCloseTo(0.01, 12);
    expect(difference(entry(0.11), new Rounded(0.13, 0.125, 2))).toBeDefined();
  });
});

describe("where the reference is arbitrary", () => {
  it("only the direction of EconGeo's complexity counts", () => {
    const kci = { reference: "EconGeo", measure: "kci" };
    expect(difference(entry([1, 2, 3], kci), [-20, -40, -60.1])).toBeUndefined();
    expect(difference(entry([1, 2, 3], kci), [1, 3, 2])?.actual).toBeCloseTo(0.5, 12);
    expect(difference(entry([1, 2, 3], kci), [1, 2])).toBeDefined();
  });

  it("a partition may be a hundredth worse than the best of many, or better", () => {
    const best = { reference: "igraph", measure: "best_modularity_leiden" };
    expect(difference(entry(0.42, best), 0.417)).toBeUndefined();
    expect(difference(entry(0.42, best), 0.43)).toBeUndefined();
    expect(difference(entry(0.42, best), 0.41)).toBeDefined();
  });

  it("a model chosen automatically has to forecast the same within 2 %", () => {
    const ets = { reference: "forecast", measure: "ets_auto" };
    expect(difference(entry({ mean: [100], aicc: 5 }, ets), { mean: [101.9], aicc: 50 })).toBeUndefined();
    expect(difference(entry({ mean: [100] }, ets), { mean: [103] })?.path).toBe("[mean][0]");
  });
});

describe("an entry that cannot be compared", () => {
  const golden = { file: "x.json", inputs: { X: [[-1]], gdp: [1] }, expected: [] };

  it("fails where nobody computes it", () => {
    expect(failure(golden, entry(1, { measure: "luck" }))).toBe("unknown measure");
  });

  it("fails with what was thrown", () => {
    expect(failure(golden, entry([1], { measure: "prody" }))).toMatch(
      /^threw AnalyticsError: -1 is below zero/,
    );
  });
});

describe("a folder of golden files", () => {
  const folder = mkdtempSync(join(tmpdir(), "golden-"));
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is refused where it is missing or empty", () => {
    expect(() => filesOf(join(folder, "nowhere"))).toThrow("cannot be read as a folder (ENOENT)");
    expect(() => filesOf(folder)).toThrow("holds no golden file");
  });

  it.each([
    ["{", "is not JSON"],
    ["[]", 'not "golden/1"'],
    ['{"schema":"golden/1"}', 'has no "inputs"'],
    ['{"schema":"golden/1","inputs":{}}', 'has no list "expected"'],
    [
      '{"schema":"golden/1","inputs":{},"expected":[{"measure":"a"}]}',
      'Entry 0 of "expected" in broken.json lacks',
    ],
  ])("with the file %s says what is wrong", (content, message) => {
    expect(() => readCase(write("broken.json", content))).toThrow(message);
  });

  it("gives its files in order", () => {
    write("a.json", '{"schema":"golden/1","inputs":{},"expected":[]}');
    expect(filesOf(folder)).toEqual([join(folder, "a.json"), join(folder, "broken.json")]);
    expect(readCase(join(folder, "a.json"))).toEqual({ file: "a.json", inputs: {}, expected: [] });
  });
});
