import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { JobHouse } from "../../../access/feature.ts";
import type { Acting } from "../../../access/identity.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { findDuplicates } from "../../registry/feature.ts";
import { PlanBook } from "../planning/check.ts";
import { vocabularyOf } from "../planning/vocabulary.ts";
import {
  type Counts,
  changeRun,
  countsOf,
  forgetCells,
  type RowResult,
  type Run,
  rowsToWrite,
  runById,
  type StoredRow,
  saveResults,
} from "../store.ts";
import { clusterVisible } from "../subject.ts";
import { Batch } from "./batch.ts";
import { Recorder } from "./recorder.ts";

const BATCH = 250;

/**
 * Writes a confirmed import on behalf of whoever confirmed it, a batch a transaction. Each batch knows where the last one ended, so
 * that a batch is written once, whoever takes up the work and however often.
 */
export async function writeRun(
  house: JobHouse,
  clusterId: string,
  runId: string,
  batch = BATCH,
): Promise<void> {
  let book: PlanBook | null = null;
  for (;;) {
    const found = await standing(house, clusterId, runId, "writing");
    if (!found) return;
    const { ctx, run } = found;
    const rows = run.cancelAsked ? [] : await ctx.read((db) => rowsToWrite(db, run, run.rowsDone, batch));
    if (rows.length === 0) return finish(ctx, run);
    const cluster = await ctx.read((db) => clusterVisible(db, ctx));
    if (!book) {
      const vocabulary = await ctx.read((db) => vocabularyOf(ctx, db));
      book = new PlanBook(ctx, run, cluster!, vocabulary);
    }
    try {
      if (!(await writeBatch(ctx, run, book, rows))) return;
    } catch (error) {
      if (!isAboutTheRows(error)) throw error;
      // One row spoils its batch: each gets a transaction of its own, and the one that cannot be written says so.
      await oneByOne(house, clusterId, runId, rows);
      book = null;
    }
  }
}

/** The run and its person as they stand now; `null` when there is nothing to do, or nobody to do it. */
export async function standing(
  house: JobHouse,
  clusterId: string,
  runId: string,
  state: "writing" | "undoing" | "checking",
): Promise<{ ctx: Context; run: Run } | null> {
  const run = await house.system("an import at work", ({ db }) => runById(db, clusterId, runId));
  if (run?.state !== state) return null;
  const acting = run.acting as Acting;
  const ctx = run.personId === null ? null : await house.as({ personId: run.personId, acting, clusterId });
  const cluster = ctx && (await ctx.read((db) => clusterVisible(db, ctx)));
  if (ctx && cluster && can(ctx.actor, "import.run", cluster)) return { ctx, run };
  await house.system("an import whose person may no longer", async (unit) => {
    const back = state === "checking" ? "read" : "stopped";
    await changeRun(unit, run, [state], { state: back, problem: "person-gone", finishedAt: house.now() });
  });
  return null;
}

/** Answers whether the batch was this hand's to write. */
async function writeBatch(
  ctx: Context,
  run: Run,
  book: PlanBook,
  rows: readonly StoredRow[],
): Promise<boolean> {
  const prepared = rows.map((row) => ({
    row,
    read: row.outcome === "error" ? undefined : book.read(row, row.kind ?? "organisations")[0],
  }));
  await book.learn(prepared.flatMap(({ read }) => (read?.entry ? [read.entry] : [])));
  return ctx.write(async (unit) => {
    const mine = await unit.db
      .selectFrom("importRun")
      .select("rowsDone")
      .where("clusterId", "=", run.clusterId)
      .where("id", "=", run.id)
      .where("state", "=", "writing")
      .where("rowsDone", "=", run.rowsDone)
      .forUpdate()
      .executeTakeFirst();
    if (!mine) return false;
    const recorder = new Recorder(unit);
    const batch = new Batch({ ctx, unit, run, recorder, standing: book.known });
    const results: RowResult[] = [];
    for (const { row, read } of prepared) {
      if (!read?.entry) {
        results.push(leftOut(row));
        continue;
      }
      const planned = book.planRow(row, read.entry);
      const id = planned.outcome === "error" ? null : batch.add(row.number, planned);
      book.take(row, read.entry, planned, id);
      results.push({
        number: row.number,
        kind: row.kind,
        outcome: planned.outcome,
        problems: [...read.problems, ...planned.problems],
        organisationId: id ?? planned.organisation?.id ?? null,
        label: row.label,
      });
    }
    await batch.write();
    await recorder.keep(run);
    await saveResults(unit, run, results);
    await changeRun(unit, run, ["writing"], { rowsDone: rows.at(-1)!.position!, beatAt: ctx.now() });
    return true;
  });
}

const leftOut = (row: StoredRow): RowResult => ({
  number: row.number,
  kind: row.kind,
  outcome: "error",
  problems: row.problems,
  organisationId: null,
  label: row.label,
});

/** What the database holds against a row, not against the house. */
const isAboutTheRows = (error: unknown) =>
  /^(22|23|42501)/.test(String((error as { code?: unknown } | null)?.code ?? ""));

async function oneByOne(
  house: JobHouse,
  clusterId: string,
  runId: string,
  rows: readonly StoredRow[],
): Promise<void> {
  for (const row of rows) {
    const found = await standing(house, clusterId, runId, "writing");
    if (!found) return;
    const { ctx, run } = found;
    const vocabulary = await ctx.read((db) => vocabularyOf(ctx, db));
    const cluster = await ctx.read((db) => clusterVisible(db, ctx));
    try {
      await writeBatch(ctx, run, new PlanBook(ctx, run, cluster!, vocabulary), [row]);
    } catch (error) {
      if (!isAboutTheRows(error)) throw error;
      await ctx.write(async (unit) => {
        const failed = {
          ...leftOut(row),
          problems: [...row.problems, { column: null, reason: "failed" as const }],
        };
        await saveResults(unit, run, [failed]);
        await changeRun(unit, run, ["writing"], { rowsDone: row.position!, beatAt: ctx.now() });
      });
    }
  }
}

async function finish(ctx: Context, run: Run): Promise<void> {
  await ctx.write(async (unit) => {
    const counts = {
      ...(await countsOf(unit.db, run)),
      ...(await addressesOf(unit.db, run)),
      compared: run.counts.compared ?? 0,
    };
    const cancelled = run.cancelAsked && run.rowsDone < run.rowsTotal;
    const done = await changeRun(unit, run, ["writing"], {
      state: cancelled ? "stopped" : "done",
      problem: cancelled ? "cancelled" : null,
      finishedAt: ctx.now(),
      cancelAsked: false,
      counts,
    });
    if (!done) return;
    if (!cancelled) await forgetCells(unit, run);
    // A sheet often brings in what is there already under a slightly other name.
    await findDuplicates(unit);
    unit.audit({
      action: cancelled ? "import.stop" : "import.finish",
      subjectKind: "import",
      subjectId: run.id,
      after: { file: run.fileName, rows: run.rowsDone, counts },
    });
  });
}

/** How many of the new firms with an address are on the map. */
async function addressesOf(db: Db, run: Run): Promise<Pick<Counts, "addresses" | "placed">> {
  const found = await db
    .selectFrom("importRow")
    .innerJoin("organisation", "organisation.id", "importRow.organisationId")
    .select(({ fn }) => fn.countAll<number>().as("addresses"))
    .select(({ fn }) => fn.count<number>("organisation.lat").as("placed"))
    .where("importRow.clusterId", "=", run.clusterId)
    .where("importRow.runId", "=", run.id)
    .where("importRow.kind", "=", "organisations")
    .where("importRow.outcome", "=", "new")
    .where((q) => q.or([q("organisation.city", "is not", null), q("organisation.lat", "is not", null)]))
    .executeTakeFirstOrThrow();
  return { addresses: Number(found.addresses), placed: Number(found.placed) };
}
