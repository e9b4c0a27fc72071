import type { Plan } from "../pipeline/plan.ts";
import { startKernels } from "../pipeline/stages.ts";
import { share } from "./share.ts";

// The program of one worker, in Node and in the browser. It is loaded by `createWorkers` alone.

/** What a worker is asked. */
export type Order = { plan: Plan; memory: WebAssembly.Memory; thread: number };
/** What it answers: nothing when it is ready or done, or what went wrong. */
export type Answer = { problem?: string };

type Port = { postMessage(answer: Answer): void };

function serve({ plan, memory, thread }: Order): Answer {
  try {
    const run = startKernels(memory);
    if (!run) return { problem: "WebAssembly does not run on shared memory here." };
    share(plan, run, memory.buffer, thread);
    return {};
  } catch (error) {
    return { problem: String(error) };
  }
}

const node = globalThis.process?.getBuiltinModule?.("node:worker_threads");
if (node?.parentPort) {
  const port: Port & NonNullable<typeof node.parentPort> = node.parentPort;
  port.on("message", (order: Order) => port.postMessage(serve(order)));
  port.postMessage({});
} else {
  const scope = globalThis as unknown as Port & { onmessage: (event: { data: Order }) => void };
  scope.onmessage = ({ data }) => scope.postMessage(serve(data));
  scope.postMessage({});
}
