import { sql } from "kysely";
import type { ClusterId } from "../../kernel/actor.ts";
import type { Db, Unit } from "../../kernel/gateway.ts";
import { decodeCursor, encodeCursor, type Page } from "../../kernel/page.ts";
import type { Mapping, RowKind } from "./mapping/targets.ts";
import type { Options } from "./options.ts";
import type { Outcome } from "./planning/plan.ts";
import type { RawRow, Reading } from "./reading/sheet.ts";
import type { RowProblem } from "./rows/problem.ts";

export const STATES = [
  "read",
  "checking",
  "checked",
  "writing",
  "done",
  "stopped",
  "undoing",
  "undone",
] as const;
export type State = (typeof STATES)[number];

export type Counts = Partial<
  Record<Outcome | `${RowKind}.${"new" | "match"}` | "kept" | "addresses" | "placed" | "compared", number>
>;

export interface Run {
  clusterId: string;
  id: string;
  personId: string | null;
  personName: string | null;
  acting: string;
  fileName: string;
  sha256: string;
  bytes: number;
  format: "csv" | "xlsx" | "json";
  state: State;
  reading: Reading;
  mapping: Mapping;
  options: Options;
  counts: Counts;
  rowsTotal: number;
  rowsDone: number;
  cancelAsked: boolean;
  problem: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const runs = (db: Db) =>
  db
    .selectFrom("importRun")
    .leftJoin("person", "person.id", "importRun.personId")
    .select([
      "importRun.clusterId",
      "importRun.id",
      "importRun.personId",
      "person.name as personName",
      "importRun.acting",
      "importRun.fileName",
      "importRun.sha256",
      "importRun.bytes",
      "importRun.format",
      "importRun.state",
      "importRun.reading",
      "importRun.mapping",
      "importRun.options",
      "importRun.counts",
      "importRun.rowsTotal",
      "importRun.rowsDone",
      "importRun.cancelAsked",
      "importRun.problem",
      "importRun.createdAt",
      "importRun.startedAt",
      "importRun.finishedAt",
    ]);

export const runById = async (db: Db, clusterId: ClusterId, id: string): Promise<Run | null> =>
  ((await runs(db)
    .where("importRun.clusterId", "=", clusterId)
    .where("importRun.id", "=", id)
    .executeTakeFirst()) as unknown as Run | undefined) ?? null;

/** The latest first. */
export async function runsOf(
  db: Db,
  clusterId: ClusterId,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Run>> {
  const after = (cursor ? decodeCursor(cursor, 1) : null)?.[0];
  const all = runs(db).where("importRun.clusterId", "=", clusterId);
  const items = (await (typeof after === "string" && UUID.test(after)
    ? all.where("importRun.id", "<", after)
    : all
  )
    .orderBy("importRun.id", "desc")
    .limit(limit + 1)
    .execute()) as unknown as Run[];
  const { total } = await db
    .selectFrom("importRun")
    .select((q) => q.fn.countAll<number>().as("total"))
    .where("clusterId", "=", clusterId)
    .executeTakeFirstOrThrow();
  const shown = items.slice(0, limit);
  return {
    items: shown,
    total: Number(total),
    next: items.length > limit ? encodeCursor([shown.at(-1)!.id]) : null,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Changes a run that is in one of these states; `false` where it is in another. */
export async function changeRun(
  { db }: Pick<Unit, "db">,
  run: { clusterId: string; id: string },
  from: readonly State[],
  values: Partial<{
    state: State;
    reading: Reading;
    mapping: Mapping;
    options: Options;
    counts: Counts;
    rowsTotal: number;
    rowsDone: number;
    cancelAsked: boolean;
    problem: string | null;
    personId: string | null;
    acting: string;
    startedAt: Date;
    finishedAt: Date | null;
    beatAt: Date;
  }>,
): Promise<boolean> {
  const json = (value: unknown) => (value === undefined ? {} : JSON.stringify(value));
  const { reading, mapping, options, counts, ...plain } = values;
  const { numUpdatedRows } = await db
    .updateTable("importRun")
    .set({
      ...plain,
      ...(reading ? { reading: json(reading) as string } : {}),
      ...(mapping ? { mapping: json(mapping) as string } : {}),
      ...(options ? { options: json(options) as string } : {}),
      ...(counts ? { counts: json(counts) as string } : {}),
    })
    .where("clusterId", "=", run.clusterId)
    .where("id", "=", run.id)
    .where("state", "in", [...from])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertRows(
  { db }: Pick<Unit, "db">,
  run: { clusterId: string; id: string },
  from: number,
  rows: readonly RawRow[],
): Promise<void> {
  const values = rows.map(({ sheet, row, cells, ragged }, i) => ({
    number: from + i,
    sheet,
    row,
    cells,
    problems: ragged ? [{ column: null, reason: "ragged", warning: true }] : [],
  }));
  await sql`
    insert into import_row (cluster_id, run_id, number, sheet, row, cells, problems)
    select ${run.clusterId}::uuid, ${run.id}::uuid, x.number, x.sheet, x.row, x.cells, x.problems
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as x(number int, sheet int, row int, cells jsonb, problems jsonb)`.execute(db);
}

export interface StoredRow {
  number: number;
  sheet: number;
  row: number;
  cells: string[];
  position: number | null;
  kind: RowKind | null;
  outcome: Outcome | null;
  problems: RowProblem[];
  organisationId: string | null;
  label: string | null;
}

const ROW = [
  "importRow.number",
  "importRow.sheet",
  "importRow.row",
  "importRow.cells",
  "importRow.position",
  "importRow.kind",
  "importRow.outcome",
  "importRow.problems",
  "importRow.organisationId",
  "importRow.label",
] as const;

const rowsOfRun = (db: Db, { clusterId, id }: { clusterId: string; id: string }) =>
  db.selectFrom("importRow").select(ROW).where("clusterId", "=", clusterId).where("runId", "=", id);

/** Rows of some sheets in the order of the file, from a place on. */
export const rowsFrom = async (
  db: Db,
  run: { clusterId: string; id: string },
  sheets: readonly number[],
  after: number,
  limit: number,
): Promise<StoredRow[]> =>
  sheets.length === 0
    ? []
    : ((await rowsOfRun(db, run)
        .where("sheet", "in", [...sheets])
        .where("number", ">", after)
        .orderBy("number")
        .limit(limit)
        .execute()) as unknown as StoredRow[]);

/** The rows to be written next, in the order of writing. */
export const rowsToWrite = async (
  db: Db,
  run: { clusterId: string; id: string },
  after: number,
  limit: number,
): Promise<StoredRow[]> =>
  (await rowsOfRun(db, run)
    .where("position", ">", after)
    .orderBy("position")
    .limit(limit)
    .execute()) as unknown as StoredRow[];

/** The first rows of each sheet, to see what is in it. */
export const firstRows = async (
  db: Db,
  run: { clusterId: string; id: string },
  sheet: number,
  limit: number,
  from = 0,
): Promise<StoredRow[]> =>
  (await rowsOfRun(db, run)
    .where("sheet", "=", sheet)
    .where("row", ">=", from)
    .orderBy("number")
    .limit(limit)
    .execute()) as unknown as StoredRow[];

export interface RowFilter {
  /** Only rows that something is said against. */
  problems?: boolean | undefined;
  outcome?: Outcome | undefined;
  kind?: RowKind | undefined;
}

export async function checkedRows(
  db: Db,
  run: { clusterId: string; id: string },
  filter: RowFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<StoredRow & { slug: string | null }>> {
  const after = (cursor ? decodeCursor(cursor, 1) : null)?.[0];
  let all = db
    .selectFrom("importRow")
    .leftJoin("organisation", "organisation.id", "importRow.organisationId")
    .where("importRow.clusterId", "=", run.clusterId)
    .where("importRow.runId", "=", run.id)
    .where("importRow.outcome", "is not", null);
  if (filter.problems) all = all.where(sql<boolean>`import_row.problems <> '[]'`);
  if (filter.outcome) all = all.where("importRow.outcome", "=", filter.outcome);
  if (filter.kind) all = all.where("importRow.kind", "=", filter.kind);
  const { total } = await all.select((q) => q.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const items = (await (typeof after === "number" ? all.where("importRow.number", ">", after) : all)
    .select(ROW)
    .select("organisation.slug")
    .orderBy("importRow.number")
    .limit(limit + 1)
    .execute()) as unknown as (StoredRow & { slug: string | null })[];
  const shown = items.slice(0, limit);
  return {
    items: shown,
    total: Number(total),
    next: items.length > limit ? encodeCursor([shown.at(-1)!.number]) : null,
  };
}

export interface RowResult {
  number: number;
  position?: number;
  kind: RowKind | null;
  outcome: Outcome;
  problems: RowProblem[];
  organisationId: string | null;
  label: string | null;
}

/** What became of rows; the hint that a row is ragged stays with it. */
export async function saveResults(
  { db }: Pick<Unit, "db">,
  run: { clusterId: string; id: string },
  results: readonly RowResult[],
): Promise<void> {
  if (results.length === 0) return;
  await sql`
    update import_row r set kind = coalesce(x.kind, r.kind), outcome = x.outcome, problems = x.problems,
      organisation_id = x."organisationId", label = coalesce(x.label, r.label), position = coalesce(x.position, r.position)
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
      as x(number int, position int, kind text, outcome text, problems jsonb, "organisationId" uuid, label text)
    where r.cluster_id = ${run.clusterId} and r.run_id = ${run.id} and r.number = x.number`.execute(db);
}

/** Forgets an earlier dry run. */
export const forgetResults = ({ db }: Pick<Unit, "db">, run: { clusterId: string; id: string }) =>
  sql`
    update import_row set position = null, kind = null, outcome = null, organisation_id = null, label = null,
      problems = jsonb_path_query_array(problems, '$[*] ? (@.reason == "ragged")')
    where cluster_id = ${run.clusterId} and run_id = ${run.id}`.execute(db);

/** How many rows came to which end. */
export async function countsOf(db: Db, run: { clusterId: string; id: string }): Promise<Counts> {
  const rows = await db
    .selectFrom("importRow")
    .select(["outcome", "kind", (q) => q.fn.countAll<number>().as("count")])
    .where("clusterId", "=", run.clusterId)
    .where("runId", "=", run.id)
    .where("outcome", "is not", null)
    .groupBy(["outcome", "kind"])
    .execute();
  const counts: Record<string, number> = {};
  for (const { outcome, kind, count } of rows) {
    counts[outcome!] = (counts[outcome!] ?? 0) + Number(count);
    if (kind && (outcome === "new" || outcome === "match"))
      counts[`${kind}.${outcome}`] = (counts[`${kind}.${outcome}`] ?? 0) + Number(count);
  }
  return counts as Counts;
}

const PIECE = 1 << 20;

/** The file itself, piece by piece. */
export async function keepFile(
  { db }: Pick<Unit, "db">,
  run: { clusterId: string; id: string },
  bytes: Uint8Array,
) {
  for (let at = 0; at * PIECE < bytes.length; at++)
    await db
      .insertInto("importPiece")
      .values({
        clusterId: run.clusterId,
        runId: run.id,
        position: at,
        bytes: Buffer.from(bytes.subarray(at * PIECE, (at + 1) * PIECE)),
      })
      .execute();
}

export async function keptFile(db: Db, run: { clusterId: string; id: string }): Promise<Uint8Array | null> {
  const pieces: Buffer[] = [];
  for (let at = 0; ; at++) {
    const piece = await db
      .selectFrom("importPiece")
      .select("bytes")
      .where("clusterId", "=", run.clusterId)
      .where("runId", "=", run.id)
      .where("position", "=", at)
      .executeTakeFirst();
    if (!piece) break;
    pieces.push(piece.bytes);
  }
  return pieces.length === 0 ? null : Buffer.concat(pieces);
}

export const hasFile = async (db: Db, run: { clusterId: string; id: string }): Promise<boolean> =>
  (await db
    .selectFrom("importPiece")
    .select("position")
    .where("clusterId", "=", run.clusterId)
    .where("runId", "=", run.id)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export const dropFile = ({ db }: Pick<Unit, "db">, run: { clusterId: string; id: string }) =>
  db.deleteFrom("importPiece").where("clusterId", "=", run.clusterId).where("runId", "=", run.id).execute();

/** What was written is undone by what is remembered of each record: the cells of those rows are not needed any more. */
export const forgetCells = ({ db }: Pick<Unit, "db">, run: { clusterId: string; id: string }) =>
  db
    .updateTable("importRow")
    .set({ cells: "[]" })
    .where("clusterId", "=", run.clusterId)
    .where("runId", "=", run.id)
    .where("position", "is not", null)
    .where("outcome", "<>", "error")
    .execute();

export async function rememberedMapping<T>(db: Db, clusterId: ClusterId, head: string): Promise<T | null> {
  const row = await db
    .selectFrom("importMapping")
    .select("mapping")
    .where("clusterId", "=", clusterId)
    .where("head", "=", head)
    .executeTakeFirst();
  return (row?.mapping as T | undefined) ?? null;
}

export const rememberMapping = (
  { db }: Pick<Unit, "db">,
  clusterId: ClusterId,
  head: string,
  mapping: unknown,
  at: Date,
) =>
  db
    .insertInto("importMapping")
    .values({ clusterId, head, mapping: JSON.stringify(mapping), usedAt: at })
    .onConflict((same) =>
      same.columns(["clusterId", "head"]).doUpdateSet({ mapping: JSON.stringify(mapping), usedAt: at }),
    )
    .execute();

export interface KeptChange {
  number: number;
  record: string;
  kept: string;
  row: number | null;
  label: string | null;
}

/** What an undo had to leave, and why. */
export const keptChanges = async (
  db: Db,
  run: { clusterId: string; id: string },
  limit: number,
): Promise<KeptChange[]> =>
  (await db
    .selectFrom("importChange")
    .leftJoin("importRow", (join) =>
      join
        .onRef("importRow.clusterId", "=", "importChange.clusterId")
        .onRef("importRow.runId", "=", "importChange.runId")
        .onRef("importRow.number", "=", "importChange.number"),
    )
    .select([
      "importChange.number",
      "importChange.record",
      "importChange.kept",
      "importRow.row",
      "importRow.label",
    ])
    .where("importChange.clusterId", "=", run.clusterId)
    .where("importChange.runId", "=", run.id)
    .where("importChange.kept", "is not", null)
    .orderBy("importChange.seq")
    .limit(limit)
    .execute()) as KeptChange[];
