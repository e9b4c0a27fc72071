import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { panel } from "./panel.ts";
import { aligned, inUnits, isThere, type Measured, measured } from "./run.ts";

const STEPS = [
  "location quotient and presence",
  "co-occurrence",
  "ECI and PCI",
  "pipeline",
  "pipeline, processor time",
];

/** Times the complexity pipeline on made-up economies of some sizes, beside numpy and R on the very same amounts. */
export async function benchComplexity(sizes: readonly [rows: number, columns: number][], threads: number) {
  const hasNumpy = await isThere("python3", "-c", "import numpy");
  const hasScipy = hasNumpy && (await isThere("python3", "-c", "import scipy"));
  const hasR = await isThere("Rscript", "--version");
  if (!hasNumpy) console.log("python3 with numpy is not on this machine: not timed.");
  else if (!hasScipy) console.log("scipy is not on this machine: numpy alone, without ARPACK.");
  if (!hasR) console.log("R is not on this machine: not timed.");
  const folder = await mkdtemp(join(tmpdir(), "analytics-bench-"));
  try {
    await compile(folder);
    for (const [rows, columns] of sizes) {
      const file = join(folder, "amounts");
      await writeFile(file, panel(rows, columns).values);
      const repeat = String(rows * columns > 1e7 ? 3 : 10);
      const own = (what: string) =>
        measured(process.execPath, [
          join(folder, "measure.js"),
          ...[what, String(rows), String(columns), repeat, file, String(threads)],
        ]);
      const other = (program: string, script: string) =>
        measured(program, [join(import.meta.dirname, script), String(rows), String(columns), repeat, file]);
      const steps = await own("steps");
      const ways: [string, Measured | undefined][] = [
        [`${threads} threads`, joined(steps, await own("threads"))],
        ["1 thread", joined(steps, await own("kernels"))],
        // Minutes at the largest size, and nobody waits for it.
        ["TypeScript", rows * columns > 1e7 ? undefined : await own("plain")],
        ["numpy", hasNumpy ? await other("python3", "expert.py") : undefined],
        ["R", hasR ? await other("Rscript", "base.R") : undefined],
      ];
      console.log(`\n${rows} × ${columns}\n${tableOf(ways)}`);
      console.log(agreement(ways));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The library as it is published, not as Node reads its types away: that costs memory of its own. */
async function compile(folder: string) {
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  await build({
    entryPoints: {
      measure: join(import.meta.dirname, "measure.ts"),
      worker: join(import.meta.dirname, "../src/workers/worker.ts"),
    },
    bundle: true,
    format: "esm",
    platform: "node",
    outdir: folder,
    logLevel: "error",
  });
}

function joined(steps: Measured | undefined, whole: Measured | undefined): Measured | undefined {
  if (!steps || !whole) return whole;
  const { "co-occurrence, one thread": counting, ...rest } = steps.milliseconds;
  return {
    ...whole,
    milliseconds: { ...rest, "co-occurrence": counting!, ...whole.milliseconds },
  };
}

function tableOf(ways: [string, Measured | undefined][]): string {
  const timed = ways.filter(([, result]) => result);
  const row = (step: string) => [
    step.replace("pipeline", "the whole pipeline"),
    ...timed.map(([, result]) => {
      const value = result!.milliseconds[step];
      return value === undefined ? "" : inUnits(value);
    }),
  ];
  return aligned([
    ["", ...timed.map(([name]) => name)],
    ...STEPS.map(row),
    [
      "peak of memory, MiB",
      ...timed.map(([, result]) => (result!.peak === undefined ? "" : result!.peak.toFixed(0))),
    ],
  ]);
}

/** How far the regions' complexity found by numpy is from ours: that both did the same work. */
function agreement(ways: [string, Measured | undefined][]): string {
  const own = ways[0]![1]?.eci;
  const other = ways.find(([name]) => name === "numpy")?.[1]?.eci;
  if (!own || !other) return "";
  const far = own.reduce<number>(
    (most, x, r) => (x === null || other[r] === null ? most : Math.max(most, Math.abs(x - other[r]!))),
    0,
  );
  return `ECI of ours and of numpy differ by at most ${far.toExponential(1)}.`;
}
