import { AnalyticsError } from "../core/error.ts";
import type { Plan } from "../pipeline/plan.ts";
import { clearControl } from "./share.ts";
import { startThread, type Thread } from "./thread.ts";

export type WorkersOptions = {
  /** How many threads work: as many as the machine has cores unless given. */
  threads?: number;
  /** Where the program of a worker is served, for a bundler that does not find `worker.js` beside this module. */
  worker?: URL | string;
};

/** Threads that stay ready between calls. */
export interface Workers {
  /** 1 where memory cannot be shared: everything then runs on the calling thread. */
  readonly threads: number;
  /** Shared memory of so many bytes; `undefined` where there is none. */
  memory(bytes: number): WebAssembly.Memory | undefined;
  /** Has a plan done by all threads together. One plan at a time: others wait. */
  run(plan: Plan, memory: WebAssembly.Memory): Promise<void>;
  /** Ends the threads. */
  close(): Promise<void>;
}

const PAGE = 65536;

/**
 * Starts threads for `complexityPipelineAsync`: workers of Node or of the browser, on shared memory. A browser shares memory only with
 * pages that are isolated (sent with `Cross-Origin-Opener-Policy: same-origin` and `Cross-Origin-Embedder-Policy: require-corp`);
 * elsewhere there is one thread, the calling one, and nothing is started. Start them once and `close` them when done.
 *
 * @example
 * const workers = await createWorkers({ threads: 2 });
 * workers.threads; // 2
 * await workers.close();
 */
export async function createWorkers(options: WorkersOptions = {}): Promise<Workers> {
  const { threads = globalThis.navigator?.hardwareConcurrency ?? 1, worker } = options;
  if (!(Number.isInteger(threads) && threads >= 1 && threads <= 256))
    throw new AnalyticsError("option", `${threads} threads cannot be`, "Give a whole number from 1 to 256.");
  const started = threads > 1 && canShare() ? await startAll(threads, worker) : [];
  return pool(started);
}

function canShare(): boolean {
  const isIsolated = globalThis.crossOriginIsolated ?? true;
  return typeof SharedArrayBuffer !== "undefined" && typeof WebAssembly !== "undefined" && isIsolated;
}

async function startAll(many: number, url: URL | string | undefined): Promise<Thread[]> {
  const starting = await Promise.allSettled(Array.from({ length: many }, () => startThread(url)));
  const started = starting.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failed = starting.find((one) => one.status === "rejected");
  if (!failed) return started;
  await Promise.all(started.map((thread) => thread.end()));
  throw failed.reason;
}

function pool(threads: Thread[]): Workers {
  let busy: Promise<unknown> = Promise.resolve();
  return {
    get threads() {
      return Math.max(1, threads.length);
    },
    memory(bytes) {
      const pages = Math.ceil(bytes / PAGE);
      try {
        return threads.length > 1
          ? new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
          : undefined;
      } catch {
        return undefined;
      }
    },
    run(plan, memory) {
      clearControl(plan, memory.buffer);
      const done = busy.then(() =>
        Promise.all(threads.map((thread, k) => thread.ask({ plan, memory, thread: k }))),
      );
      busy = done.catch(() => {});
      return done.then(() => {});
    },
    async close() {
      await Promise.all(threads.splice(0).map((thread) => thread.end()));
    },
  };
}
