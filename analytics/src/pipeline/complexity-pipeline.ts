import { isOpposite } from "../complexity/orientation.ts";
import type { Table, Vector } from "../core/matrix.ts";
import type { Presence } from "../core/presence.ts";
import { specialised } from "../engine/specialised.ts";
import { open, sharedMemory, weigh } from "../engine/workspace.ts";
import { clearControl } from "../workers/share.ts";
import type { Thread } from "../workers/thread.ts";
import type { Workers } from "../workers/workers.ts";
import { oneByOne } from "./plain.ts";
import { type Plan, planPipeline, type Wanted } from "./plan.ts";
import { type ComplexityPipeline, collect, prepare } from "./result.ts";
import { conclude, type Run, STAGES, startKernels, tasks, work } from "./stages.ts";

export type PipelineOptions = {
  /** The location quotient from which a region counts as specialised: 1 unless given. */
  threshold?: number;
  /** Whether an activity counts as related to itself (proximity 1). False unless given. */
  self?: boolean;
  /** Whether the proximities are part of the result. False unless given; they take activities² × 8 bytes. */
  proximity?: boolean;
  /**
   * One value for each activity, such as `prody` or the wages paid in it: PCI and ECI are turned so that PCI correlates positively
   * with it. Without it they are turned after diversity, which with coarse activities may point the wrong way: there, rich regions
   * can be the less diverse ones. See `orientTo`.
   */
  orient?: Vector;
};

/** The key under which the memory of small calls is kept. */
const KEPT = {};

/**
 * From amounts to everything economic complexity says of them, in one go: who is specialised in what, how near each activity is to what a
 * region has (density), the complexity of regions and activities (ECI, PCI), and what there is to gain (COI, COG).
 *
 * The same numbers as `presence`, `proximity`, `relatednessDensity`, `economicComplexity`, `complexityOutlookIndex` and
 * `complexityOutlookGain` one after the other, several times as fast: proximities are made from counts where they are needed and never
 * written down, density and gain come from one pass, all of it in WebAssembly where it runs. See `complexityPipelineAsync` for several
 * cores. Takes amounts (regions × activities, from 0; `NaN` where unknown). Regions and activities without anything are `NaN` in ECI and
 * PCI, activities without relations in the density; the notes list them.
 *
 * The matrices of a large result (more than 8 MiB in all) are views of one memory: copy one (`values.slice()`) to keep it alone.
 *
 * O(regions × activities² / 128 + ones × activities).
 *
 * R. Hausmann et al., The Atlas of Economic Complexity (MIT Press, 2014), pages 20–25 and 52–54.
 *
 * @example
 * const { presence, density, eci } = complexityPipeline([[8, 4, 1], [4, 8, 0], [9, 0, 0]]);
 * presence.toMatrix().toRows(); // [[0, 0, 1], [0, 1, 0], [1, 0, 0]]
 */
export function complexityPipeline(table: Table, options: PipelineOptions = {}): ComplexityPipeline {
  const { threshold = 1 } = options;
  return turned(onThisThread(specialised(table, threshold), wanted(options)), options);
}

/**
 * `complexityPipeline` on the threads of a pool (see `createWorkers`): the same result to the last digit, however many there are. This
 * thread only makes the presence and waits. Small panels, and all where memory cannot be shared, are done on this thread.
 *
 * @example
 * const workers = await createWorkers({ threads: 2 });
 * const { eci } = await complexityPipelineAsync([[8, 4, 1], [4, 8, 0], [9, 0, 0]], { workers });
 * await workers.close();
 */
export async function complexityPipelineAsync(
  table: Table,
  options: PipelineOptions & { workers: Workers },
): Promise<ComplexityPipeline> {
  const presence = specialised(table, options.threshold ?? 1);
  const { workers } = options;
  if (workers.threads < 2 || presence.size * presence.columns < WORTH_SHARING)
    return turned(onThisThread(presence, wanted(options)), options);
  return turned(
    await workers.together((threads) => onThreads(threads, workers, presence, wanted(options))),
    options,
  );
}

/** Turns everything that has the sign of PCI, in place: the outlook index and gain are sums of it. */
function turned(result: ComplexityPipeline, { orient }: PipelineOptions): ComplexityPipeline {
  if (isOpposite(result.pci, orient, "orient"))
    for (const values of [result.eci, result.pci, result.coi, result.cog.values])
      for (let k = 0; k < values.length; k++) values[k] = 0 - values[k]!;
  return result;
}

async function onThreads(
  threads: readonly Thread[],
  workers: Workers,
  presence: Presence,
  wanted: Wanted,
): Promise<ComplexityPipeline> {
  const plan = planPipeline(presence, wanted, threads.length);
  const memory = sharedMemory(workers, plan.end);
  const run = memory && startKernels(memory);
  if (!run) return onThisThread(presence, wanted);
  prepare(plan, presence, memory.buffer, run);
  clearControl(plan, memory.buffer);
  await Promise.all(threads.map((one, thread) => one.ask({ kind: "plan", plan, memory, thread })));
  weigh(memory);
  return collect(plan, presence, memory.buffer);
}

/** Steps of the gathering below which a second thread costs more than it saves: about a millisecond. */
const WORTH_SHARING = 4_000_000;

function onThisThread(presence: Presence, wanted: Wanted): ComplexityPipeline {
  const plan = planPipeline(presence, wanted, 1);
  const opened = presence.size > 0 ? open(KEPT, startKernels, plan.end) : undefined;
  if (!opened) return oneByOne(presence, wanted);
  const { run, memory } = opened;
  prepare(plan, presence, memory.buffer, run);
  for (let stage = 0; stage < STAGES; stage++) runStage(plan, run, memory.buffer, stage);
  return collect(plan, presence, memory.buffer);
}

function runStage(plan: Plan, run: Run, buffer: ArrayBuffer, stage: number) {
  for (let task = 0; task < tasks(plan, stage); task++) work(plan, run, buffer, stage, task, 0);
  conclude(plan, buffer, stage);
}

const wanted = ({ self = false, proximity = false }: PipelineOptions): Wanted => ({ self, proximity });
