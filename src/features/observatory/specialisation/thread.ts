import { isMainThread, parentPort, workerData } from "node:worker_threads";
import type { Layout } from "./measure-period.ts";
import { carryOut, type Outcomes, type Step } from "./steps.ts";

/** Where this module lies once everything is bundled: a thread is started from it. */
export const here = import.meta.url;

export type Said = { done: Outcomes[Step["step"]] } | { refused: string } | { failed: string };

const order = workerData as { pictures?: Layout } | null;
if (!isMainThread && order?.pictures) listen(order.pictures);

function listen(layout: Layout) {
  const kept = new Map<string, Float64Array>();
  parentPort!.on("message", (step: Step) => {
    try {
      const done = carryOut(layout, kept, step);
      parentPort!.postMessage({ done } satisfies Said, buffersOf(done));
    } catch (error) {
      const { name, message, stack } = error as Error;
      const said: Said = name === "AnalyticsError" ? { refused: message } : { failed: stack ?? message };
      parentPort!.postMessage(said);
    }
  });
}

/** What can be handed over instead of copied. */
function buffersOf(done: unknown): ArrayBuffer[] {
  if (done === null || typeof done !== "object") return [];
  const arrays = Object.values(done).flatMap((value) =>
    value instanceof Float64Array
      ? [value]
      : value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.values(value).filter((inner) => inner instanceof Float64Array)
        : [],
  );
  const own = done instanceof Float64Array ? [done] : arrays;
  return [...new Set(own.map((array) => array.buffer as ArrayBuffer))];
}
