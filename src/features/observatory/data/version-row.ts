import { sql } from "kysely";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import type { Changes } from "./changes.ts";
import type { Coverage, Measure, PanelRef } from "./panel.ts";
import type { TableColumn } from "./table/cells.ts";

/** What stands with a version, whatever it is made of. */
export interface VersionRow {
  dataset: { clusterId: string; id: string; version: number };
  rows: number;
  fileName: string | null;
  /** Of the file; of the cells where there was none. */
  checksum: string | null;
  madeBy: string | null;
  note?: string;
}

/** Opens the next version of a dataset; its cells hang on it. */
export async function openVersion(
  unit: SystemUnit,
  { dataset, rows, fileName, checksum, madeBy, note }: VersionRow,
  has: { periods: string[]; columns: readonly TableColumn[] },
): Promise<{ ref: PanelRef; before: PanelRef | null }> {
  const key = { clusterId: dataset.clusterId, datasetId: dataset.id };
  const ref = { ...key, version: dataset.version + 1 };
  await unit.db
    .insertInto("datasetVersion")
    .values({
      ...ref,
      ...{ madeBy, fileName, rows },
      checksum: checksum ?? "",
      periods: has.periods,
      columns: JSON.stringify(has.columns),
      note: note ?? null,
    })
    .execute();
  return { ref, before: dataset.version > 0 ? { ...key, version: dataset.version } : null };
}

/** Makes it the one that everybody sees once the transaction commits. */
export async function closeVersion(
  unit: SystemUnit,
  ref: PanelRef,
  said: {
    counts: Coverage;
    /** `null` for the first one. */
    changes: Changes | null;
    checksum: string;
    measures: readonly Measure[];
    audit: Record<string, number>;
  },
): Promise<void> {
  await unit.db
    .updateTable("datasetVersion")
    .set({
      counts: JSON.stringify(said.counts),
      changes: JSON.stringify(said.changes ?? {}),
      checksum: said.checksum,
    })
    .where("clusterId", "=", ref.clusterId)
    .where("datasetId", "=", ref.datasetId)
    .where("version", "=", ref.version)
    .execute();
  await unit.db
    .updateTable("dataset")
    .set({ version: ref.version, measures: JSON.stringify(said.measures), updatedAt: sql<Date>`now()` })
    .where("clusterId", "=", ref.clusterId)
    .where("id", "=", ref.datasetId)
    .execute();
  unit.audit({
    action: "dataset.version",
    subjectKind: "dataset",
    subjectId: ref.datasetId,
    clusterId: ref.clusterId,
    after: { version: ref.version, ...said.audit },
  });
}
