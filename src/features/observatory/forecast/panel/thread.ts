import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { forecastLevel, type LevelForecast, type LevelPanel } from "./forecast-level.ts";

/** Where this module lies once everything is bundled: a thread is started from it. */
export const here = import.meta.url;

export type Said = { done: LevelForecast } | { refused: string } | { failed: string };

const order = workerData as { forecast?: LevelPanel } | null;
if (!isMainThread && order?.forecast) parentPort!.postMessage(carryOut(order.forecast));

function carryOut(panel: LevelPanel): Said {
  try {
    return { done: forecastLevel(panel) };
  } catch (error) {
    const { name, message, stack } = error as Error;
    return name === "AnalyticsError" ? { refused: message } : { failed: stack ?? message };
  }
}
