import { Presence } from "../core/presence.ts";
import { standardise } from "../core/statistics.ts";
import { counting } from "../engine/counting.ts";
import { quickProducts } from "../engine/products.ts";
import { pairFrom } from "../engine/second-pair.ts";
import { countRows, WIDTH } from "../engine/triangle.ts";
import type { CooccurrenceKernel } from "../wasm/cooccurrence.ts";
import { type RelateKernel, relate } from "../wasm/relate.ts";
import type { SumsKernel } from "../wasm/sums.ts";
import type { Plan } from "./plan.ts";

/** The kernels of the pipeline on one memory. */
export type Run = CooccurrenceKernel & RelateKernel & SumsKernel;

/** The three stages; the tasks of one need nothing of each other and all of the stage before. */
export const STAGES = 3;

export function startKernels(memory: WebAssembly.Memory): Run | undefined {
  const [counts, relates] = [counting(memory), relate.on(memory)];
  return counts && relates && { ...counts, ...relates };
}

/** How many tasks a stage has. */
export function tasks(plan: Plan, stage: number): number {
  // The eigenvectors beside the counting: first, because it is the longest task.
  return stage === 0 ? plan.rowStrips.length : plan.panelStrips.length - 1;
}

/** Does one task on one of the threads. */
export function work(
  plan: Plan,
  run: Run,
  buffer: ArrayBufferLike,
  stage: number,
  task: number,
  thread: number,
) {
  if (stage === 0) {
    if (task === 0) findPair(plan, run, buffer);
    else countRows(plan, run, plan.rowStrips[task - 1]!, plan.rowStrips[task]!);
    return;
  }
  const from = plan.panelStrips[task]!;
  const to = plan.panelStrips[task + 1]!;
  for (let first = from; first < to; first += WIDTH) {
    if (stage === 1) sumPanel(plan, run, buffer, first, thread);
    else relatePanel(plan, run, buffer, first, task, thread);
  }
}

/** What one thread does between a stage and the next. */
export function conclude(plan: Plan, buffer: ArrayBufferLike, stage: number) {
  if (stage !== 1) return;
  const { width } = plan;
  const wholes = new Float64Array(buffer, plan.wholes, width);
  const scores = new Float64Array(buffer, plan.scores, width);
  const weights = new Float64Array(buffer, plan.weights, width);
  for (let c = 0; c < width; c++) weights[c] = wholes[c]! > 0 ? scores[c]! / wholes[c]! : 0;
}

function findPair(plan: Plan, run: Run, buffer: ArrayBufferLike) {
  const { rows, columns } = plan;
  const presence = new Presence(
    rows,
    columns,
    new Int32Array(buffer, plan.starts, rows + 1),
    new Int32Array(buffer, plan.indices, new Int32Array(buffer, plan.starts, rows + 1)[rows]),
  );
  const found = pairFrom(presence, quickProducts(plan, run, buffer));
  const pci = standardise(found.activity);
  new Float64Array(buffer, plan.eci, rows).set(standardise(found.region));
  new Float64Array(buffer, plan.pci, columns).set(pci);
  const scores = new Float64Array(buffer, plan.scores, plan.width).fill(0);
  pci.forEach((score, c) => {
    scores[c] = Number.isNaN(score) ? 0 : score;
  });
  const { iterations, converged, components } = found;
  const leading = found.eigenvalues.slice(0, 3);
  new Float64Array(buffer, plan.report, 4 + leading.length).set([
    iterations,
    converged ? 1 : 0,
    components,
    leading.length,
    ...leading,
  ]);
}

function sumPanel(plan: Plan, run: Run, buffer: ArrayBufferLike, first: number, thread: number) {
  const sums = buildPanel(plan, run, first, thread);
  new Float64Array(buffer, plan.wholes + 8 * first, WIDTH).set(new Float64Array(buffer, sums, WIDTH));
}

/** Writes the panel of a thread; returns where its sums are: eight plain ones, then eight weighted. */
function buildPanel(plan: Plan, run: Run, first: number, thread: number): number {
  const { counts, width, ubiquity, weights, wanted, size } = plan;
  const panel = plan.panels[thread]!;
  const sums = panel + 8 * WIDTH * width;
  const build = size === 2 ? run.panel16 : run.panel32;
  build(counts, width, first, ubiquity, weights, wanted.self ? 1 : 0, panel, sums, sums + 8 * WIDTH);
  return sums;
}

function relatePanel(
  plan: Plan,
  run: Run,
  buffer: ArrayBufferLike,
  first: number,
  strip: number,
  thread: number,
) {
  const { rows, columns, width, starts, indices, rowBits, weights, scores, density, gain } = plan;
  const sums = buildPanel(plan, run, first, thread);
  const panel = plan.panels[thread]!;
  const many = Math.min(WIDTH, columns - first);
  run.relate(
    starts,
    indices,
    rows,
    rowBits + first / 8,
    width / 8,
    panel,
    weights,
    sums,
    sums + 8 * WIDTH,
    scores + 8 * first,
    many,
    density + 8 * first,
    gain + 8 * first,
    8 * columns,
    plan.outlook + 8 * rows * strip,
    sums + 16 * WIDTH,
  );
  if (!plan.wanted.proximity) return;
  const values = new Float64Array(buffer, panel, WIDTH * columns);
  const proximity = new Float64Array(buffer, plan.proximity, columns * columns);
  for (let i = 0; i < columns; i++)
    for (let k = 0; k < many; k++) proximity[i * columns + first + k] = values[i * WIDTH + k]!;
}
