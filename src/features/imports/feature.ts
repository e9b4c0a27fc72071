import { can } from "../../access/can.ts";
import type { Feature } from "../../access/feature.ts";
import { importApi } from "./api.ts";
import { importJobs } from "./jobs.ts";
import { importMessages } from "./messages.ts";
import { importPages } from "./routes.tsx";

export {
  checkNow,
  checkSheet,
  confirmRun,
  mappingProblems,
  readRun,
  rowProblems,
  takeFile,
  undoImport,
} from "./actions.ts";
export { detectEncoding } from "./reading/encoding.ts";
export { readFile } from "./reading/read-file.ts";
export { detectSeparator } from "./reading/separator.ts";
export type { Encoding, Separator } from "./reading/sheet.ts";
export { clusterVisible } from "./subject.ts";
export { unreadableSentence } from "./words.ts";
export { undoRun } from "./writing/undo-run.ts";
export { writeRun } from "./writing/write-run.ts";

/** Sheets brought in: firms, people, relations and notes, seen before they are written and taken back as a whole. */
export const imports: Feature = {
  name: "imports",
  routes: [...importPages, ...importApi],
  messages: importMessages,
  jobs: importJobs,
  recurring: { "imports.resume": "* * * * *", "imports.forget": "40 3 * * *" },
  nav: (ctx) =>
    ctx.cluster &&
    can(ctx.actor, "import.run", { clusterId: ctx.cluster.id, visibility: "public", owners: [], wall: [] })
      ? [
          {
            section: "traffic",
            label: importMessages.title,
            href: `/clusters/${ctx.cluster.slug}/imports`,
            order: 10,
          },
        ]
      : [],
};
