import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "./run.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "golden-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const runIn = (folder?: string) => {
  const said: string[] = [];
  const complained: string[] = [];
  const code = run(
    folder,
    (line) => said.push(line),
    (line) => complained.push(line),
  );
  return { code, said, complained };
};
const write = (name: string, expected: unknown[]) =>
  writeFileSync(
    join(folder, name),
    JSON.stringify({
      schema: "golden/1",
      inputs: {
        X: [
          [8, 2],
          [2, 8],
        ],
        gdp: [100, 200],
      },
      expected,
    }),
  );
const prody = (value: number[]) => ({ measure: "prody", reference: "definition", tolerance: 1e-9, value });

it("says that all is well and ends so", () => {
  write("a.json", [prody([120, 180])]);
  const { code, said } = runIn(folder);
  expect(said).toEqual(["a.json: 1 of 1 passed", "1 files, 1 entries: 1 passed, 0 failed"]);
  expect(code).toBe(0);
});

it("names the cell that is wrong, a measure nobody computes and a file that is none, and ends with 1", () => {
  write("a.json", [prody([120, 190]), { ...prody([1]), measure: "luck" }]);
  writeFileSync(join(folder, "b.json"), "{");
  const { code, said } = runIn(folder);
  expect(said).toEqual([
    "a.json: 0 of 2 passed",
    expect.stringMatching(/^ {2}definition\/prody: \[1\]: expected 190, got 180(\.0*\d)? \(off by 10\.0/),
    "  definition/luck: unknown measure",
    expect.stringMatching(/^b\.json is not JSON/),
    "2 files, 2 entries: 0 passed, 2 failed, 1 unreadable",
  ]);
  expect(code).toBe(1);
});

it("asks for a folder, and for one that exists", () => {
  const help = "Give the folder of the golden files: npm run golden -- FOLDER";
  expect(runIn()).toEqual({ code: 2, said: [], complained: [help] });
  const { code, complained } = runIn(join(folder, "nowhere"));
  expect(code).toBe(2);
  expect(complained[0]).toContain("cannot be read as a folder");
});
