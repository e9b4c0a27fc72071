import { resolve } from "node:path";
import { sql } from "kysely";
import type { House } from "../app/house.ts";
import {
  ExportTrouble,
  type ImportedCluster,
  importCluster,
  readExport,
} from "../features/exports/feature.ts";
import { networkChanged } from "../features/network/feature.ts";

/** Brings an exported cluster into this installation, all of it or nothing. */
export async function bringIn(house: House, path: string): Promise<number> {
  try {
    const made = await bringInCluster(house, resolve(path));
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0);
    console.log(
      `The cluster “${made.slug}” is here: ${sum(made.written)} rows written, ${sum(made.known)} were here already.`,
    );
    for (const [table, count] of Object.entries(made.left))
      console.error(
        `${table}: ${count} rows name somebody whom the export does not hold, and were left out.`,
      );
    if (made.people.length > 0)
      console.log(`${made.people.length} people came along. Each sets a password by “Forgot the password?”.`);
    return 0;
  } catch (error) {
    if (!(error instanceof ExportTrouble)) throw error;
    console.error(error.message);
    return 1;
  }
}

export async function bringInCluster(house: House, from: string | Buffer): Promise<ImportedCluster> {
  const read = await readExport(from);
  try {
    return await house.gateway.system("bringing a cluster in", async (unit) => {
      const made = await importCluster(unit, read);
      const { db } = unit;
      await sql`select index_organisations(${made.organisations}::uuid[])`.execute(db);
      await sql`select index_projects(${made.projects}::uuid[])`.execute(db);
      await sql`select touch_commons(), touch_clusters()`.execute(db);
      await networkChanged(unit, made.clusterId);
      unit.audit({
        action: "cluster.import",
        subjectKind: "cluster",
        subjectId: made.clusterId,
        after: { slug: made.slug, rows: made.written },
      });
      return made;
    });
  } finally {
    read.close();
  }
}
