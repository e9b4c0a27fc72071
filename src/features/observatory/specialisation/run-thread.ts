import { Worker } from "node:worker_threads";
import type { Layout } from "./measure-period.ts";
import { carryOut, type Outcomes, type Step } from "./steps.ts";
import type { Said } from "./thread.ts";

/** What the library refuses is told apart from what broke. */
export class Refused extends Error {}

export interface Thread {
  run<S extends Step>(step: S, handOver?: ArrayBuffer[]): Promise<Outcomes[S["step"]]>;
  end(): Promise<void>;
}

/** Fewer cells are done before a thread has begun. */
const SMALL = 20_000;

export const threadFor = (layout: Layout, periods: number): Promise<Thread> =>
  layout.regions * layout.activities * periods <= SMALL ? onThisThread(layout) : startThread(layout);

async function onThisThread(layout: Layout): Promise<Thread> {
  const kept = new Map<string, Float64Array>();
  return {
    run: async <S extends Step>(step: S) => {
      try {
        return carryOut(layout, kept, step) as Outcomes[S["step"]];
      } catch (error) {
        const { name, message } = error as Error;
        throw name === "AnalyticsError" ? new Refused(message) : error;
      }
    },
    end: async () => kept.clear(),
  };
}

/** A thread of its own, so that nobody waits for a page while a panel is computed. */
export async function startThread(layout: Layout): Promise<Thread> {
  const { here } = await import("./thread.ts");
  const thread = new Worker(new URL(here), {
    workerData: { pictures: layout },
    // The libraries of this repository are read from their sources where nothing is bundled.
    execArgv: ["--conditions=kontor-source"],
  });
  let settle: ((said: Said | Error) => void) | null = null;
  const tell = (said: Said | Error) => {
    settle?.(said);
    settle = null;
  };
  thread.on("message", tell);
  thread.on("error", tell);
  thread.on("exit", () => tell(new Error("The thread ended without a word.")));
  return {
    run: <S extends Step>(step: S, handOver: ArrayBuffer[] = []) =>
      new Promise<Outcomes[S["step"]]>((resolve, reject) => {
        settle = (said) => {
          if (said instanceof Error) reject(said);
          else if ("done" in said) resolve(said.done as Outcomes[S["step"]]);
          else reject("refused" in said ? new Refused(said.refused) : new Error(said.failed));
        };
        thread.postMessage(step, handOver);
      }),
    end: async () => {
      await thread.terminate();
    },
  };
}
