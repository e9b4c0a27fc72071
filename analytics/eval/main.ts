import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  exponentialSmoothing,
  groupsOfCodes,
  type Matrix,
  type PanelTest,
  panelBackTest,
} from "../src/index.ts";
import { type PanelFile, readPanelFile } from "./panel-file.ts";

const HORIZONS = [1, 3, 4];
const NAMES = {
  ours: "ours",
  naive: "naive",
  drift: "drift",
  dampedDrift: "damped drift",
  shiftShare: "shift-share",
} as const;

const { values: options } = parseArgs({
  options: {
    panel: { type: "string" },
    "train-until": { type: "string" },
    json: { type: "boolean", default: false },
    // One model for each cell takes minutes; it is left out of --json.
    ets: { type: "boolean", default: true },
  },
  allowNegative: true,
});

const path = options.panel ? resolve(options.panel) : undefined;
const until = Number(options["train-until"]);
if (!path || !existsSync(path)) fail(`There is no file ${path ?? ""}; name one by --panel FILE.`);
const panel = readPanelFile(path);
const origin = panel.years.indexOf(until);
if (origin < 1 || origin === panel.years.length - 1)
  fail(`--train-until is one of ${panel.years.slice(1, -1).join(", ")} for this file.`);

const ahead = HORIZONS.filter((h) => panel.tables[origin + h]?.values.some((value) => !Number.isNaN(value)));
const tests = evaluated(panel, origin, Math.max(...ahead));
if (options.json) {
  console.log(JSON.stringify(Object.fromEntries(ahead.map((h) => [`h${h}`, testAt(h).wape]))));
} else {
  const ets = options.ets ? ofSmoothing(panel, origin) : undefined;
  console.log(
    `${panel.regions.length} regions × ${panel.activities.length} activities, trained on ${panel.years[0]}–${until}\n`,
  );
  line(
    "WAPE",
    ahead.map((h) => `h = ${h} (${until + h})`),
  );
  for (const [key, name] of Object.entries(NAMES))
    line(
      name,
      ahead.map((h) => testAt(h).wape[key as keyof typeof NAMES].toFixed(4)),
    );
  if (ets)
    line(
      "ETS",
      ahead.map((h) => ets(h).toFixed(4)),
    );
  line(
    "cells compared",
    ahead.map((h) => String(testAt(h).cells)),
  );
  line(
    "within 80 % bounds",
    ahead.map((h) => `${(100 * testAt(h).coverage).toFixed(1)} %`),
  );
}

function evaluated({ tables, regions }: PanelFile, from: number, horizon: number): PanelTest[] {
  return panelBackTest(tables, { horizon, origins: [from], groups: groupsOfCodes(regions) });
}

function testAt(h: number): PanelTest {
  return tests.find((test) => test.ahead === h)!;
}

/** Exponential smoothing without seasons, the model chosen for each cell by the corrected Akaike criterion. */
function ofSmoothing({ tables }: PanelFile, from: number): (h: number) => number {
  const past = tables.slice(0, from + 1);
  const horizon = Math.max(...ahead);
  const off = new Float64Array(horizon + 1);
  const sum = new Float64Array(horizon + 1);
  for (let cell = 0; cell < tables[0]!.values.length; cell++) {
    const series = past.map((table) => table.values[cell]!);
    if (series.every(Number.isNaN)) continue;
    const { mean } = exponentialSmoothing(series, { horizon, draws: 1 });
    for (const h of ahead) {
      const actual = (tables[from + h] as Matrix).values[cell]!;
      const last = series.findLast((value) => !Number.isNaN(value))!;
      if (Number.isNaN(actual)) continue;
      off[h]! += Math.abs((Number.isFinite(mean[h - 1]!) ? Math.max(0, mean[h - 1]!) : last) - actual);
      sum[h]! += actual;
    }
  }
  return (h) => off[h]! / sum[h]!;
}

function line(name: string, cells: string[]): void {
  console.log(`${name.padEnd(20)}${cells.map((cell) => cell.padStart(14)).join("")}`);
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
