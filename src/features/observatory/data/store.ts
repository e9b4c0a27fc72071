import type { Db } from "../../../kernel/gateway.ts";
import type { Changes } from "./changes.ts";
import type { Coverage, PanelRef } from "./panel.ts";
import { TOTALS } from "./totals.ts";

export interface Version {
  version: number;
  madeAt: Date;
  madeBy: string | null;
  fileName: string | null;
  checksum: string;
  rows: number;
  periods: string[];
  coverage: Coverage;
  /** `null` for the first one. */
  changes: Changes | null;
  note: string | null;
}

/** Every version, the newest first. Who made it is told to those who may know: the page asks. */
export async function versionsOf(db: Db, ref: PanelRef): Promise<Version[]> {
  const rows = await db
    .selectFrom("datasetVersion as v")
    .leftJoin("person as p", "p.id", "v.madeBy")
    .select([
      "v.version",
      "v.madeAt",
      "p.name as madeBy",
      "v.fileName",
      "v.checksum",
      "v.rows",
      "v.periods",
      "v.counts",
      "v.changes",
      "v.note",
    ])
    .where("v.clusterId", "=", ref.clusterId)
    .where("v.datasetId", "=", ref.datasetId)
    .orderBy("v.version", "desc")
    .execute();
  return rows.map(({ counts, changes, ...row }) => ({
    ...row,
    coverage: counts as unknown as Coverage,
    changes: "changed" in (changes as object) ? (changes as unknown as Changes) : null,
  }));
}

export interface ComputedFrom {
  name: string;
  results: number;
  computedAt: Date;
  tookMs: number;
}

/** What was computed from a version, one line for each kind of result; the sums of its own page are a part of it. */
export async function computedFrom(db: Db, ref: PanelRef): Promise<ComputedFrom[]> {
  const rows = await db
    .selectFrom("datasetResult")
    .select(({ fn }) => [
      "name",
      fn.countAll<number>().as("results"),
      fn.max("computedAt").as("computedAt"),
      fn.sum<number>("tookMs").as("tookMs"),
    ])
    .where("clusterId", "=", ref.clusterId)
    .where("datasetId", "=", ref.datasetId)
    .where("version", "=", ref.version)
    .where("name", "<>", TOTALS)
    .groupBy("name")
    .orderBy("name")
    .execute();
  return rows.map((row) => ({ ...row, results: Number(row.results), tookMs: Number(row.tookMs) }));
}

/** How a dataset is kept up to date. */
export interface Keeping {
  address: string | null;
  schedule: string;
  nextAt: Date | null;
  lastProblem: string | null;
}

export async function keepingOf(db: Db, ref: PanelRef): Promise<Keeping | null> {
  const row = await db
    .selectFrom("dataset")
    .select(["address", "schedule", "nextAt", "lastProblem"])
    .where("clusterId", "=", ref.clusterId)
    .where("id", "=", ref.datasetId)
    .executeTakeFirst();
  return row ?? null;
}
