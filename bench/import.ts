import { readFile } from "node:fs/promises";
import { type ImportReport, importCordis, STAGES } from "../src/features/cordis/feature.ts";
import type { Gateway } from "../src/kernel/gateway.ts";

export interface ImportBench {
  report: ImportReport;
  seconds: number;
  /** The most memory this process held, in megabytes; the database's own is not in it. */
  peakMegabytes: number;
}

/** Imports an edition of CORDIS and tells the time of each stage and the peak of memory. */
export async function benchImport({
  gateway,
  folder,
}: {
  gateway: Gateway;
  folder: string;
}): Promise<ImportBench> {
  const start = performance.now();
  const report = await importCordis({ gateway, folder });
  const bench = { report, seconds: (performance.now() - start) / 1000, peakMegabytes: await peakMegabytes() };
  console.table([
    ...STAGES.map((stage) => ({ stage, seconds: report.milliseconds[stage] / 1000 })),
    { stage: "all", seconds: Math.round(bench.seconds * 10) / 10 },
  ]);
  console.log(`peak memory of the process: ${bench.peakMegabytes} MB`);
  return bench;
}

/** The kernel's own high-water mark where there is one; the garbage collector's view elsewhere. */
async function peakMegabytes(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return Math.round(kilobytes ? Number(kilobytes) / 1024 : process.resourceUsage().maxRSS / 1024);
}
