import { readFileSync } from "node:fs";
import { Matrix } from "../src/core/matrix.ts";
import { cooccurrence } from "../src/engine/cooccurrence.ts";
import { setEngine } from "../src/engine/kernel.ts";
import { secondPair } from "../src/engine/second-pair.ts";
import { specialised } from "../src/engine/specialised.ts";
import { complexityPipeline, complexityPipelineAsync } from "../src/pipeline/index.ts";
import { createWorkers } from "../src/workers/index.ts";

// One way of doing the pipeline, in a process of its own so that its peak of memory is its own: what rows columns repeat file threads.
const [what, height, width, times, file, many] = process.argv.slice(2) as [string, ...string[]];
const rows = Number(height);
const columns = Number(width);
const bytes = readFileSync(file!);
const matrix = new Matrix(rows, columns, new Float64Array(bytes.buffer, bytes.byteOffset, rows * columns));

const milliseconds: Record<string, number> = {};
// After the first time: what several hold until memory is next tidied up is not what one needs.
let peak = 0;
async function time<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  let best = Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  let result: T | undefined;
  for (let k = 0; k < Number(times); k++) {
    result = undefined;
    const before = process.cpuUsage();
    const started = performance.now();
    result = await work();
    best = Math.min(best, performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
    peak ||= process.resourceUsage().maxRSS / 1024;
  }
  milliseconds[name] = best;
  // What all cores together spent on it: says more where others use the machine too.
  milliseconds[`${name}, processor time`] = least;
  return result!;
}

let eci: Float64Array;
if (what === "steps") {
  const presence = await time("location quotient and presence", () => specialised(matrix));
  await time("co-occurrence, one thread", () => cooccurrence(presence));
  eci = (await time("ECI and PCI", () => secondPair(presence))).region;
} else if (what === "threads") {
  const workers = await createWorkers({ threads: Number(many) });
  ({ eci } = await time("pipeline", () => complexityPipelineAsync(matrix, { workers })));
  await workers.close();
} else {
  if (what === "plain") setEngine("plain");
  ({ eci } = await time("pipeline", () => complexityPipeline(matrix)));
}
console.log(JSON.stringify({ milliseconds, peak, eci: Array.from(eci) }));
