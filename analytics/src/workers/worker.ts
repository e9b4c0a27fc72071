import { weigh } from "../engine/workspace.ts";
import {
  type BetweennessPart,
  betweennessParts,
  type GraphArrays,
} from "../networks/centrality/betweenness/part.ts";
import type { Plan } from "../pipeline/plan.ts";
import { startKernels } from "../pipeline/stages.ts";
import { share } from "./share.ts";

// The program of one worker, in Node and in the browser. It is loaded by `createWorkers` alone.

/** What a worker is asked: its share of a plan on shared memory, or parts of the betweenness of a graph. */
export type Order =
  | { kind: "plan"; plan: Plan; memory: WebAssembly.Memory; thread: number }
  | { kind: "betweenness"; graph: GraphArrays; parts: readonly BetweennessPart[] };
/** What it answers: nothing when it is ready, what it found, or what went wrong. */
export type Answer = { found?: Float64Array[]; problem?: string };

type Port = { postMessage(answer: Answer): void };

function serve(order: Order): Answer {
  try {
    if (order.kind === "betweenness") return { found: betweennessParts(order.graph, order.parts) };
    const run = startKernels(order.memory);
    if (!run) return { problem: "WebAssembly does not run on shared memory here." };
    share(order.plan, run, order.memory.buffer, order.thread);
    weigh(order.memory);
    return { found: [] };
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
