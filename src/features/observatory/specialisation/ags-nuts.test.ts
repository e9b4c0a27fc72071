import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { projectFile } from "../../../kernel/project-file.ts";
import { regionShapes } from "../../places/feature.ts";
import { outlinesOfDistrict } from "./ags-nuts.ts";

const districts = new Set(
  readFileSync(projectFile("src/features/observatory/specialisation/ags-nuts.csv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[0]!),
);

it("gives each of the 401 German districts one outline, but for the two that changed", () => {
  expect(districts.size).toBe(401);
  const not = [...districts].filter((ags) => outlinesOfDistrict(ags).length !== 1);
  expect(not.map((ags) => [ags, outlinesOfDistrict(ags)])).toEqual([
    ["06415", []],
    ["16063", ["DEG0P", "DEG0N"]],
  ]);
});

it("uses each German outline once, within the right state", () => {
  const used = [...districts].flatMap(outlinesOfDistrict);
  const shapes = regionShapes(3, ["DE"]).map(({ properties }) => properties.code);
  expect(used.toSorted()).toEqual(shapes.toSorted());
  expect(outlinesOfDistrict("02000")).toEqual(["DE600"]);
  expect(outlinesOfDistrict("09162")).toEqual(["DE212"]);
  expect(outlinesOfDistrict("09184")).toEqual(["DE21H"]);
});
