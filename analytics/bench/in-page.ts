import { setEngine } from "../src/engine/index.ts";
import {
  type ComplexityPipeline,
  complexityPipeline,
  complexityPipelineAsync,
} from "../src/pipeline/index.ts";
import { relate } from "../src/wasm/relate.ts";
import { createWorkers } from "../src/workers/index.ts";
import { panel } from "./panel.ts";

/** What a page found: whether the kernels run there, on how many threads, and how far each way is from the first. */
export type Found = {
  runs: boolean;
  threads: number;
  isIsolated: boolean;
  plain: number;
  shared: number;
  milliseconds: { kernels: number; workers: number; plain: number };
  eci: number[];
};

/** The pipeline in a page: by kernels, on two threads and in TypeScript. */
export async function tryInPage(rows: number, columns: number): Promise<Found> {
  const matrix = panel(rows, columns);
  const runs = relate.runs();
  const quick = await timed(() => complexityPipeline(matrix));
  const workers = await createWorkers({ threads: 2 });
  const shared = await timed(() => complexityPipelineAsync(matrix, { workers }));
  const { threads } = workers;
  await workers.close();
  setEngine("plain");
  const plain = await timed(() => complexityPipeline(matrix));
  return {
    runs,
    threads,
    isIsolated: globalThis.crossOriginIsolated,
    plain: far(quick.result, plain.result),
    shared: far(quick.result, shared.result),
    milliseconds: { kernels: quick.time, workers: shared.time, plain: plain.time },
    eci: Array.from(quick.result.eci),
  };
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; time: number }> {
  const started = performance.now();
  const result = await work();
  return { result, time: performance.now() - started };
}

/** The largest difference; infinite where one side is not defined and the other is. */
function far(a: ComplexityPipeline, b: ComplexityPipeline): number {
  const one = numbers(a);
  const other = numbers(b);
  let most = one.length === other.length ? 0 : Number.POSITIVE_INFINITY;
  one.forEach((x, k) => {
    const y = other[k]!;
    if (Number.isNaN(x) !== Number.isNaN(y)) most = Number.POSITIVE_INFINITY;
    else if (!Number.isNaN(x)) most = Math.max(most, Math.abs(x - y));
  });
  return most;
}

const numbers = ({ density, cog, eci, pci, coi }: ComplexityPipeline): number[] => [
  ...density.values,
  ...cog.values,
  ...eci,
  ...pci,
  ...coi,
];

Object.assign(globalThis, { tryInPage });
