import type { Plan } from "../pipeline/plan.ts";
import { conclude, type Run, STAGES, tasks, work } from "../pipeline/stages.ts";

/** Words of the control block: for each stage the next task, how many are done, and whether the stage is over. */
const NEXT = 0;
const DONE = STAGES;
const OVER = 2 * STAGES;

/** What one thread does of a plan: it takes tasks until none is left, and waits for the others before each next stage. */
export function share(plan: Plan, run: Run, buffer: ArrayBufferLike, thread: number) {
  const control = new Int32Array(buffer, plan.control, 3 * STAGES);
  try {
    for (let stage = 0; stage < STAGES; stage++) shareStage(plan, run, buffer, control, stage, thread);
  } catch (error) {
    // The others would wait for ever for a task that nobody ends.
    for (let stage = 0; stage < STAGES; stage++) end(control, stage);
    throw error;
  }
}

function shareStage(
  plan: Plan,
  run: Run,
  buffer: ArrayBufferLike,
  control: Int32Array,
  stage: number,
  thread: number,
) {
  const many = tasks(plan, stage);
  for (let task = take(control, stage); task < many; task = take(control, stage)) {
    work(plan, run, buffer, stage, task, thread);
    if (Atomics.add(control, DONE + stage, 1) + 1 < many) continue;
    conclude(plan, buffer, stage);
    end(control, stage);
  }
  Atomics.wait(control, OVER + stage, 0);
}

function end(control: Int32Array, stage: number) {
  Atomics.store(control, OVER + stage, 1);
  Atomics.notify(control, OVER + stage);
}

/** Before a plan is shared out. */
export function clearControl(plan: Plan, buffer: ArrayBufferLike) {
  new Int32Array(buffer, plan.control, 3 * STAGES).fill(0);
}

const take = (control: Int32Array, stage: number): number => Atomics.add(control, NEXT + stage, 1);
