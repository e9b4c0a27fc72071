import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { SystemUnit } from "../../../../kernel/gateway.ts";
import type { PanelRef } from "../panel.ts";
import { closeVersion, openVersion, type VersionRow } from "../version-row.ts";
import type { TableCell, TableColumn } from "./cells.ts";
import { compareTables } from "./changes.ts";
import { allRows } from "./rows.ts";

interface NewTable extends Omit<VersionRow, "rows"> {
  columns: readonly TableColumn[];
  rows: readonly (readonly TableCell[])[];
}

const BATCH = 1000;

/** Writes a table as the next version of its dataset and says what changed, all of it in the caller's transaction. */
export async function writeTable(unit: SystemUnit, { columns, rows, ...made }: NewTable): Promise<PanelRef> {
  const row = { ...made, rows: rows.length };
  const { ref, before } = await openVersion(unit, row, { periods: [], columns });
  const sum = createHash("sha256").update(JSON.stringify(columns));
  for (let at = 0; at < rows.length; at += BATCH) {
    const texts = rows.slice(at, at + BATCH).map((cells) => JSON.stringify(cells));
    for (const text of texts) sum.update(text);
    await unit.client.query(
      `insert into dataset_row (cluster_id, dataset_id, version, position, cells)
       select $1, $2, $3, $4 + nth - 1, cells from unnest($5::jsonb[]) with ordinality as r (cells, nth)`,
      [ref.clusterId, ref.datasetId, ref.version, at, texts],
    );
    await setImmediate();
  }
  await closeVersion(unit, ref, {
    counts: {},
    changes: before && compareTables(await tableOf(unit, before), { columns, rows }),
    checksum: made.checksum ?? sum.digest("hex"),
    measures: [],
    audit: { rows: rows.length, columns: columns.length },
  });
  return ref;
}

async function tableOf({ db }: SystemUnit, ref: PanelRef) {
  const version = await db
    .selectFrom("datasetVersion")
    .select("columns")
    .where("clusterId", "=", ref.clusterId)
    .where("datasetId", "=", ref.datasetId)
    .where("version", "=", ref.version)
    .executeTakeFirstOrThrow();
  const rows: TableCell[][] = [];
  for await (const some of allRows((work) => work(db), ref)) for (const { cells } of some) rows.push(cells);
  return { columns: version.columns as unknown as TableColumn[], rows };
}
