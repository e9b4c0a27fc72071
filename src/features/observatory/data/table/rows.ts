import { sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import type { PanelRef } from "../panel.ts";
import type { TableCell } from "./cells.ts";

export interface TableRow {
  /** As in the file, counted from 0. */
  position: number;
  cells: TableCell[];
}

const rowsOf = (db: Db, ref: PanelRef) =>
  db
    .selectFrom("datasetRow")
    .where("clusterId", "=", ref.clusterId)
    .where("datasetId", "=", ref.datasetId)
    .where("version", "=", ref.version);

/** Every word of what is looked for stands somewhere in the row. */
const having = (words: string) =>
  sql<boolean>`lower(cells::text) like all (${words
    .toLowerCase()
    .split(/\s+/)
    // Quotes are written with a backslash in the text of the cells.
    .map(
      (word) =>
        `%${JSON.stringify(word)
          .slice(1, -1)
          .replaceAll(/[\\%_]/g, "\\$&")}%`,
    )}::text[])`;

/** Rows from a position on, in the order of the file. */
export async function tableRows(
  db: Db,
  ref: PanelRef,
  { from, limit, query }: { from: number; limit: number; query?: string | undefined },
): Promise<TableRow[]> {
  const rows = await rowsOf(db, ref)
    .select(["position", "cells"])
    .where("position", ">=", from)
    .$if(query !== undefined && query !== "", (rows) => rows.where(having(query!)))
    .orderBy("position")
    .limit(limit)
    .execute();
  return rows.map(({ position, cells }) => ({ position, cells: cells as unknown as TableCell[] }));
}

export async function countRows(db: Db, ref: PanelRef, query: string): Promise<number> {
  const { n } = await rowsOf(db, ref)
    .select(({ fn }) => fn.countAll<string>().as("n"))
    .where(having(query))
    .executeTakeFirstOrThrow();
  return Number(n);
}

const STRETCH = 2000;

/** Every row, or every one that is looked for, a stretch at a time; each read in a transaction of its own. */
export async function* allRows(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  ref: PanelRef,
  query?: string,
): AsyncGenerator<TableRow[]> {
  for (let from = 0; ; ) {
    const rows = await read((db) => tableRows(db, ref, { from, limit: STRETCH, query }));
    if (rows.length > 0) yield rows;
    if (rows.length < STRETCH) return;
    from = rows.at(-1)!.position + 1;
  }
}
