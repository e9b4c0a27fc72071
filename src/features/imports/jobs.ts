import type { Job } from "../../access/feature.ts";
import { UNDO_DAYS } from "./actions.ts";
import { checkRun } from "./planning/check.ts";
import { clusterVisible } from "./subject.ts";
import { undoRun } from "./writing/undo-run.ts";
import { standing, writeRun } from "./writing/write-run.ts";

/** Work that nobody has touched for so long has lost its hand: the house was killed. */
const LOST_AFTER_MS = 60_000;
/** A file that can be read anew, and a sheet that waits to be imported. */
const FILE_DAYS = 7;
const WAITING_DAYS = 30;

export const importJobs: Record<string, Job> = {
  "imports.check": async ({ clusterId, runId }, house) => {
    const found = await standing(house, String(clusterId), String(runId), "checking");
    const cluster = found && (await found.ctx.read((db) => clusterVisible(db, found.ctx)));
    if (found && cluster) await checkRun(found.ctx, found.run, cluster);
  },
  "imports.write": ({ clusterId, runId }, house) => writeRun(house, String(clusterId), String(runId)),
  "imports.undo": ({ clusterId, runId }, house) => undoRun(house, String(clusterId), String(runId)),

  /** Takes up what was at work when the house was killed. */
  "imports.resume": async (_, house) => {
    await house.system("imports whose work was lost", async (unit) => {
      const lost = await unit.db
        .selectFrom("importRun")
        .select(["clusterId", "id", "state"])
        .where("state", "in", Object.keys(JOB_OF))
        .where("beatAt", "<", new Date(house.now().getTime() - LOST_AFTER_MS))
        .execute();
      for (const { clusterId, id, state } of lost) {
        const job = JOB_OF[state]!;
        await unit.enqueue(job, { clusterId, runId: id }, { key: `${job}:${id}` });
      }
    });
  },

  /** What an import said of people is kept as long as it can be undone. Files and sheets that nobody imported go earlier; what was written stays, and so does the history. */
  "imports.forget": async (_, house) => {
    const before = (days: number) => new Date(house.now().getTime() - days * 86_400_000);
    const old = before(UNDO_DAYS);
    await house.system("old imports", async ({ db }) => {
      await db
        .deleteFrom("importRun")
        .where("state", "in", ["read", "checked"])
        .where("createdAt", "<", before(WAITING_DAYS))
        .execute();
      await db
        .deleteFrom("importPiece")
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom("importRun")
              .select("importRun.id")
              .whereRef("importRun.clusterId", "=", "importPiece.clusterId")
              .whereRef("importRun.id", "=", "importPiece.runId")
              .where("importRun.createdAt", "<", before(FILE_DAYS)),
          ),
        )
        .execute();
      for (const table of ["importRow", "importChange"] as const)
        await db
          .deleteFrom(table)
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom("importRun")
                .select("importRun.id")
                .whereRef("importRun.clusterId", "=", `${table}.clusterId`)
                .whereRef("importRun.id", "=", `${table}.runId`)
                .where("importRun.finishedAt", "<", old),
            ),
          )
          .execute();
    });
  },
};

const JOB_OF: Readonly<Record<string, string>> = {
  checking: "imports.check",
  writing: "imports.write",
  undoing: "imports.undo",
};
