import type { Plan } from "../pipeline/plan.ts";
import { conclude, type Run, STAGES, tasks, work } from "../pipeline/stages.ts";

/** Words of the control block: for each stage the next task, how many are done, and whether the stage is over. */
const NEXT = 0;
const DONE = STAGES;
const OVER = 2 * STAGES;

/** What one thread does of a plan: it takes tasks until none is left, and waits for the others before each next stage. */
export function share(plan: Plan, run: Run, buffer: ArrayBufferLike, thread: number) {
  const control = new Int32Array(buffer, plan.control, 3 * STAGES);
  for (let stage = 0; stage < STAGES; stage++) {
    const many = tasks(plan, stage);
    for (let task = take(control, stage); task < many; task = take(control, stage)) {
      work(plan, run, buffer, stage, task, thread);
      if (Atomics.add(control, DONE + stage, 1) + 1 < many) continue;
      conclude(plan, buffer, stage);
      Atomics.store(control, OVER + stage, 1);
      Atomics.notify(control, OVER + stage);
    }
    Atomics.wait(control, OVER + stage, 0);
  }
}

/** Before a plan is shared out. */
export function clearControl(plan: Plan, buffer: ArrayBufferLike) {
  new Int32Array(buffer, plan.control, 3 * STAGES).fill(0);
}

const take = (control: Int32Array, stage: number): number => Atomics.add(control, NEXT + stage, 1);
