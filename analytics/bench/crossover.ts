import { Matrix } from "../src/core/matrix.ts";
import { Presence } from "../src/core/presence.ts";
import { seeded } from "../src/core/random.ts";
import { counting } from "../src/engine/counting.ts";
import { Layout } from "../src/engine/layout.ts";
import { countRows, place, planTriangle } from "../src/engine/triangle.ts";
import { open } from "../src/engine/workspace.ts";
import { aligned } from "./run.ts";

const DENSITIES = [0.01, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.1, 0.12];
const SIZES = [
  [300, 600],
  [1500, 1000],
  [3000, 1200],
] as const;

/** From which density on counting co-occurrences by bits is cheaper than by lists. */
export function benchCrossover() {
  const lines = [["", ...DENSITIES.map((density) => `${Math.round(100 * density)} %`)]];
  for (const [rows, columns] of SIZES)
    for (const isDense of [true, false])
      lines.push([
        `${rows} × ${columns} by ${isDense ? "bits" : "lists"}, ms`,
        ...DENSITIES.map((density) => least(nested(rows, columns, density), isDense).toFixed(1)),
      ]);
  console.log(aligned(lines));
}

function nested(rows: number, columns: number, density: number): Presence {
  const random = seeded(4);
  return Presence.where(
    new Matrix(rows, columns),
    (_, r, c) => random() < 4 * density * (1 - r / rows) * (1 - c / columns),
  );
}

/** The least processor time of some tries. */
function least(presence: Presence, isDense: boolean): number {
  const layout = new Layout();
  const plan = { ...planTriangle(presence, layout, layout, true), isDense };
  // Room for the bits, where the plan itself would take lists.
  plan.bits = layout.take(8 * plan.width * plan.words);
  const { run, memory } = open(counting, counting, layout.end)!;
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 12; k++) {
    const before = process.cpuUsage();
    place(presence, plan, memory.buffer, run);
    countRows(plan, run, 0, plan.width);
    best = Math.min(best, process.cpuUsage(before).user / 1000);
  }
  return best;
}
