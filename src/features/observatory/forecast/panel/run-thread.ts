import { Worker } from "node:worker_threads";
import type { LevelForecast, LevelPanel } from "./forecast-level.ts";
import type { Said } from "./thread.ts";

/** A thread of its own, so that nobody waits for a page meanwhile. `null` where the library refuses: what is below 0 is no amount. */
export async function forecastInThread(panel: LevelPanel): Promise<LevelForecast | null> {
  const { here } = await import("./thread.ts");
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(here), {
      workerData: { forecast: panel },
      transferList: panel.tables.map((cells) => cells.buffer as ArrayBuffer),
      // The libraries of this repository are read from their sources where nothing is bundled.
      execArgv: ["--conditions=kontor-source"],
    });
    thread.on("message", (said: Said) => {
      if ("done" in said) resolve(said.done);
      else if ("refused" in said) resolve(null);
      else reject(new Error(said.failed));
    });
    thread.on("error", reject);
    thread.on("exit", () => reject(new Error("The thread ended without a word.")));
  });
}
