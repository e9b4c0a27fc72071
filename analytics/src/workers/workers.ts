import { AnalyticsError } from "../core/error.ts";
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
  /** For the measures that share work: nobody else asks the threads anything until `work` is over. */
  together<T>(work: (threads: readonly Thread[]) => Promise<T>): Promise<T>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/**
 * Starts threads for `complexityPipelineAsync` and `betweennessAsync`: workers of Node or of the browser, on shared memory. A browser shares memory only with
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
    together(work) {
      const done = busy.then(() => work(threads));
      busy = done.catch(() => {});
      return done;
    },
    async close() {
      await Promise.all(threads.splice(0).map((thread) => thread.end()));
    },
  };
}
