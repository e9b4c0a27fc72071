import { sql } from "kysely";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { fromBlock, toBlock } from "./blocks.ts";
import type { PanelRef } from "./panel.ts";

export interface Computed {
  /** Small, and read whole. */
  value?: unknown;
  /** Laid out as a panel's cells: a row for each region. */
  cells?: Float64Array;
  /** The same by activity: a row for each activity. */
  turned?: Float64Array;
  tookMs: number;
}

export interface Result {
  value: unknown;
  cells: Float64Array | null;
  turned: Float64Array | null;
  computedAt: Date;
  tookMs: number;
}

/** Keeps what was computed from a version, in place of what the same name and params had before. */
export async function saveResult(
  unit: Unit,
  ref: PanelRef,
  name: string,
  params: string,
  { value = {}, cells, turned, tookMs }: Computed,
): Promise<void> {
  const computed = {
    value: JSON.stringify(value),
    cells: cells ? toBlock(cells) : null,
    turned: turned ? toBlock(turned) : null,
    tookMs: Math.round(tookMs),
    computedAt: sql<Date>`now()`,
  };
  await unit.db
    .insertInto("datasetResult")
    .values({ ...only(ref), name, params, ...computed })
    .onConflict((conflict) =>
      conflict.columns(["clusterId", "datasetId", "version", "name", "params"]).doUpdateSet(computed),
    )
    .execute();
}

export async function readResult(
  db: Db,
  ref: PanelRef,
  name: string,
  params: string,
): Promise<Result | null> {
  const row = await result(db, ref, name, params)
    .select(["value", "cells", "turned", "computedAt", "tookMs"])
    .executeTakeFirst();
  return row
    ? { ...row, cells: row.cells && fromBlock(row.cells), turned: row.turned && fromBlock(row.turned) }
    : null;
}

/** One region's row of `cells`, or one activity's of `turned`, without the others. */
export async function resultRow(
  db: Db,
  ref: PanelRef,
  name: string,
  params: string,
  index: number,
  width: number,
  side: "cells" | "turned",
): Promise<Float64Array | null> {
  const row = await result(db, ref, name, params)
    .select(
      sql<Buffer | null>`substring(${sql.ref(side)} from ${index * width * 8 + 1}::int for ${width * 8}::int)`.as(
        "row",
      ),
    )
    .executeTakeFirst();
  return row?.row ? fromBlock(row.row) : null;
}

const result = (db: Db, ref: PanelRef, name: string, params: string) =>
  db
    .selectFrom("datasetResult")
    .where("clusterId", "=", ref.clusterId)
    .where("datasetId", "=", ref.datasetId)
    .where("version", "=", ref.version)
    .where("name", "=", name)
    .where("params", "=", params);

/** A head is a ref too, with more in it than the key of a row. */
const only = ({ clusterId, datasetId, version }: PanelRef) => ({ clusterId, datasetId, version });
