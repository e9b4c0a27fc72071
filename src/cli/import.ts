import { jobHouse } from "../app/jobs.ts";
import { ImportStopped, importCordis, problemSentence } from "../features/cordis/feature.ts";
import { refreshAllLayouts } from "../features/network/feature.ts";
import { type Command, withHouse } from "./command.ts";
import { bringIn } from "./import-cluster.ts";
import { DATASET_USAGE, importDataset } from "./import-dataset.ts";
import { importSheet, SHEET_USAGE } from "./import-sheet.ts";

const SHOWN = 50;

export const importCommand: Command = async (args, config) => {
  const [what, folder] = args;
  if (what === "sheet") return importSheet(args.slice(1), config);
  if (what === "dataset") return importDataset(args.slice(1), config);
  if (what === "cluster" && folder) return withHouse(config, (house) => bringIn(house, folder));
  if (what !== "cordis" || !folder) {
    console.error(
      `${SHEET_USAGE}\n\n${DATASET_USAGE}\n\nkontor import cluster FILE\nFILE is an export of a cluster.\n\nkontor import cordis DIR\nDIR holds a release of CORDIS: projects, organisations and participations, as .ndjson.gz or .csv.gz.`,
    );
    return 1;
  }
  return withHouse(config, async (house) => {
    const report = await importCordis({ gateway: house.gateway, folder, onProgress: show }).catch(
      (error: unknown) => {
        if (!(error instanceof ImportStopped)) throw error;
        console.error(error.message);
        return null;
      },
    );
    if (!report) return 1;
    await refreshAllLayouts(jobHouse(house), "all");
    if (process.stdout.isTTY) process.stdout.write("\r\u001b[K");
    for (const [kind, count] of Object.entries({
      organisations: report.organisations,
      projects: report.projects,
      participations: report.participations,
      links: report.links,
    }))
      console.log(`${kind}: ${count.added} added, ${count.changed} changed, ${count.same} as before`);
    for (const found of report.problems.items.slice(0, SHOWN))
      console.error(problemSentence(found, config.locale));
    if (report.problems.total > SHOWN)
      console.error(`… and ${report.problems.total - SHOWN} more like these.`);
    if (report.problems.skipped > 0) console.error(`${report.problems.skipped} rows were left out.`);
    return 0;
  });
};

let shown = "";
function show(at: { stage: string; done: number; total: number }) {
  const line = `${at.stage}: ${at.done}${at.total > 0 ? ` of ${at.total}` : ""}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
  else if (at.stage !== shown) console.log(at.stage);
  shown = at.stage;
}
