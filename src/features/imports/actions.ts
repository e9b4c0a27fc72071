import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Context } from "../../access/context.ts";
import type { Unit } from "../../kernel/gateway.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Visible } from "../../kernel/visibility.ts";
import { type OwnField, ownFieldsOf } from "../registry/feature.ts";
import { guessSheet } from "./mapping/guess.ts";
import { headKey, type RememberedMapping } from "./mapping/head.ts";
import {
  type Mapping,
  NEEDED,
  ROW_KIND,
  SHEET_KINDS,
  type SheetKind,
  type SheetMapping,
  targetsOf,
} from "./mapping/targets.ts";
import { plain } from "./mapping/words.ts";
import { DEFAULT_OPTIONS, type Options } from "./options.ts";
import { checkRun } from "./planning/check.ts";
import type { Chosen } from "./reading/csv.ts";
import { type NotRead, readFile } from "./reading/read-file.ts";
import { MAX_BYTES, type RawRow, type Reading } from "./reading/sheet.ts";
import * as store from "./store.ts";
import { problemSentence } from "./words.ts";

/** What is checked while its person waits; more than that is checked by a job. */
const CHECKED_AT_ONCE = 3_000;
const SAMPLE = 40;

export const here = (ctx: Context): string => {
  if (!ctx.cluster) throw new Error("Sheets are brought into a cluster.");
  return ctx.cluster.id;
};

export const readRun = (ctx: Context, id: string): Promise<store.Run | null> =>
  ctx.read((db) => store.runById(db, here(ctx), id));

export const listRuns = (ctx: Context, page: { limit: number; cursor?: string | undefined }) =>
  ctx.read((db) => store.runsOf(db, here(ctx), page));

export interface FileGiven {
  name: string;
  bytes: Uint8Array;
}

class CannotRead extends Error {
  readonly why: NotRead;
  constructor(why: NotRead) {
    super(why.problem);
    this.why = why;
  }
}

/** Takes a file in: its rows are kept as they came, and what its columns mean is guessed. Nothing else is written. */
export async function takeFile(
  ctx: Context,
  file: FileGiven,
  chosen: Chosen = {},
): Promise<Result<string, "unreadable"> & { why?: NotRead }> {
  const id = uuidv7();
  if (file.bytes.length > MAX_BYTES)
    return { ...refuse("unreadable"), why: { problem: "too-much-memory", values: {} } };
  try {
    await ctx.write(async (unit) => {
      const run = { clusterId: here(ctx), id };
      await insertRun(ctx, unit, id, file.name, file.bytes.length);
      const { reading, sha256 } = await readInto(unit, run, file.bytes, chosen);
      await store.keepFile(unit, run, file.bytes);
      await settle(ctx, unit, id, reading, sha256);
    });
    return ok(id);
  } catch (error) {
    if (error instanceof CannotRead) return { ...refuse("unreadable"), why: error.why };
    throw error;
  }
}

/** The same for rows a program sends, as sheets of records. */
export async function takeRows(
  ctx: Context,
  name: string,
  sheets: Readonly<Record<string, readonly Record<string, string | number | boolean | null>[]>>,
): Promise<string> {
  const id = uuidv7();
  const reading: Reading = { format: "json", encoding: null, separator: null, sheets: [] };
  const rows: RawRow[] = [];
  for (const [sheetName, records] of Object.entries(sheets)) {
    const head = [...new Set(records.flatMap((record) => Object.keys(record)))];
    const sheet = reading.sheets.length;
    rows.push({ sheet, row: 1, cells: head });
    records.forEach((record, i) => {
      rows.push({ sheet, row: i + 2, cells: head.map((column) => String(record[column] ?? "").trim()) });
    });
    reading.sheets.push({ name: sheetName, rows: records.length + 1, columns: head.length });
  }
  const text = JSON.stringify(sheets);
  await ctx.write(async (unit) => {
    await insertRun(ctx, unit, id, name, Buffer.byteLength(text));
    await store.insertRows(unit, { clusterId: here(ctx), id }, 0, rows);
    await settle(ctx, unit, id, reading, createHash("sha256").update(text).digest("hex"));
  });
  return id;
}

const insertRun = (ctx: Context, unit: Unit, id: string, name: string, bytes: number) =>
  unit.db
    .insertInto("importRun")
    .values({
      clusterId: here(ctx),
      id,
      personId: ctx.actor.personId,
      acting: ctx.acting ?? "",
      fileName:
        basename(name.replaceAll("\\", "/"))
          .replaceAll(/[\u0000-\u001f]/g, "")
          .slice(0, 300) || "sheet",
      sha256: "0".repeat(64),
      bytes,
      format: "csv",
      state: "read",
      reading: JSON.stringify({ format: "csv", encoding: null, separator: null, sheets: [] }),
      mapping: JSON.stringify([]),
      options: JSON.stringify(DEFAULT_OPTIONS),
      createdAt: ctx.now(),
    })
    .execute();

async function readInto(
  unit: Unit,
  run: { clusterId: string; id: string },
  bytes: Uint8Array,
  chosen: Chosen,
) {
  let count = 0;
  const read = await readFile(bytes, chosen, async (rows) => {
    await store.insertRows(unit, run, count, rows);
    count += rows.length;
  });
  if (!read.ok) throw new CannotRead(read.why!);
  return read.value;
}

/** What was read, with the guess of what it means. */
async function settle(ctx: Context, unit: Unit, id: string, reading: Reading, sha256: string): Promise<void> {
  const run = { clusterId: here(ctx), id };
  const own = await ownFieldsOf(unit.db, ctx.actor, run.clusterId);
  const mapping: Mapping = [];
  for (const [i, { name }] of reading.sheets.entries()) {
    const rows = await store.firstRows(unit.db, run, i, SAMPLE);
    const guess = guessSheet({ name, rows }, own);
    const head = rows.find((row) => row.row === guess.head)?.cells ?? [];
    const known = await store.rememberedMapping<RememberedMapping>(unit.db, run.clusterId, headKey(head));
    mapping.push(known ? recalled(known, guess, head, own) : guess);
  }
  await unit.db
    .updateTable("importRun")
    .set({ format: reading.format, sha256 })
    .where("clusterId", "=", run.clusterId)
    .where("id", "=", id)
    .execute();
  await store.changeRun(unit, run, ["read", "checked"], {
    state: "read",
    reading,
    mapping,
    counts: {},
    rowsTotal: 0,
    rowsDone: 0,
    problem: null,
  });
}

/** What the same head meant last time, as far as it can still mean that. */
function recalled(
  known: RememberedMapping,
  guess: SheetMapping,
  head: readonly string[],
  own: readonly OwnField[],
): SheetMapping {
  const kind = (SHEET_KINDS as readonly string[]).includes(known.kind)
    ? (known.kind as SheetKind)
    : guess.kind;
  const possible = new Set(targetsOf(kind, own));
  const columns = head.map((name, i) => {
    const target = known.targets[plain(name)];
    if (target === undefined) return kind === guess.kind ? (guess.columns[i] ?? null) : null;
    return target !== null && possible.has(target) ? target : null;
  });
  return { kind, head: guess.head, columns };
}

/** Reads the kept file anew, as somebody says it has to be read. */
export async function readAgain(
  ctx: Context,
  run: store.Run,
  chosen: Chosen,
): Promise<Result<true, "unreadable" | "not-now"> & { why?: NotRead }> {
  const bytes = await ctx.read((db) => store.keptFile(db, run));
  if (!bytes || run.format !== "csv") return refuse("not-now");
  try {
    return await ctx.write(async (unit) => {
      if (!(await store.changeRun(unit, run, ["read", "checked"], { state: "read" })))
        return refuse("not-now");
      await unit.db
        .deleteFrom("importRow")
        .where("clusterId", "=", run.clusterId)
        .where("runId", "=", run.id)
        .execute();
      const { reading, sha256 } = await readInto(unit, run, bytes, chosen);
      await settle(ctx, unit, run.id, reading, sha256);
      return ok(true);
    });
  } catch (error) {
    if (error instanceof CannotRead) return { ...refuse("unreadable"), why: error.why };
    throw error;
  }
}

export interface MappingProblem {
  sheet: number;
  problem: "missing" | "nothing-to-import" | "no-head";
  /** One of these has to be there. */
  targets: readonly string[];
}

/** What a mapping lacks to be used at all. */
export function mappingProblems(mapping: Mapping): MappingProblem[] {
  const used = mapping.filter((sheet) => sheet.kind !== "none");
  if (used.length === 0) return [{ sheet: 0, problem: "nothing-to-import", targets: [] }];
  return mapping.flatMap((sheet, i): MappingProblem[] => {
    if (sheet.kind === "none") return [];
    if (sheet.kind === "mixed")
      return sheet.columns.includes(ROW_KIND) ? [] : [{ sheet: i, problem: "missing", targets: [ROW_KIND] }];
    return NEEDED[sheet.kind]
      .filter((needed) => !needed.some((target) => sheet.columns.includes(target)))
      .map((targets) => ({ sheet: i, problem: "missing", targets }));
  });
}

/** Says what the columns mean and how to go about it, and does the dry run: at once, or by a job where there is much. */
export async function checkSheet(
  ctx: Context,
  cluster: Visible,
  run: store.Run,
  mapping: Mapping,
  options: Options,
): Promise<Result<"checked" | "checking", "not-now">> {
  const rows = run.reading.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  const atOnce = rows <= CHECKED_AT_ONCE;
  const begun = await ctx.write(async (unit) => {
    if (
      !(await store.changeRun(unit, run, ["read", "checked"], {
        state: "checking",
        mapping,
        options,
        personId: ctx.actor.personId,
        acting: ctx.acting ?? "",
        beatAt: ctx.now(),
        problem: null,
      }))
    )
      return false;
    if (!atOnce) await enqueueWork(unit, run, "imports.check");
    return true;
  });
  if (!begun) return refuse("not-now");
  await rememberHeads(ctx, run, mapping);
  if (!atOnce) return ok("checking");
  await checkRun(ctx, { ...run, mapping, options }, cluster);
  return ok("checked");
}

async function rememberHeads(ctx: Context, run: store.Run, mapping: Mapping): Promise<void> {
  await ctx.write(async (unit) => {
    for (const [i, { head, columns, kind }] of mapping.entries()) {
      const [row] = await store.firstRows(unit.db, run, i, 1, head);
      if (row?.row !== head) continue;
      const targets = Object.fromEntries(row.cells.map((name, at) => [plain(name), columns[at] ?? null]));
      await store.rememberMapping(
        unit,
        run.clusterId,
        headKey(row.cells),
        { kind, targets } satisfies RememberedMapping,
        ctx.now(),
      );
    }
  });
}

const enqueueWork = (unit: Pick<Unit, "enqueue">, run: { clusterId: string; id: string }, job: string) =>
  unit.enqueue(job, { clusterId: run.clusterId, runId: run.id }, { key: `${job}:${run.id}` });

export type ConfirmProblem = "not-now" | "has-errors" | "nothing-to-do";

/** From here on it is written, on behalf of whoever says so here. Also goes on with one that was stopped. */
export async function confirmRun(ctx: Context, run: store.Run): Promise<Result<true, ConfirmProblem>> {
  const { counts, options } = run;
  if (run.state === "checked") {
    if (options.onError === "stop" && (counts.error ?? 0) > 0) return refuse("has-errors");
    if ((counts.new ?? 0) + (counts.match ?? 0) + (counts.repeat ?? 0) === 0) return refuse("nothing-to-do");
  }
  return ctx.write(async (unit) => {
    const begun = await store.changeRun(unit, run, ["checked", "stopped"], {
      state: "writing",
      personId: ctx.actor.personId,
      acting: ctx.acting ?? "",
      cancelAsked: false,
      problem: null,
      startedAt: run.startedAt ?? ctx.now(),
      finishedAt: null,
      beatAt: ctx.now(),
    });
    if (!begun) return refuse("not-now");
    // How it is to be read is settled: from here on its rows are what counts.
    await store.dropFile(unit, run);
    await enqueueWork(unit, run, "imports.write");
    unit.audit({
      action: run.state === "stopped" ? "import.resume" : "import.begin",
      subjectKind: "import",
      subjectId: run.id,
      after: { file: run.fileName, sha256: run.sha256, rows: run.rowsTotal, options },
    });
    return ok(true);
  });
}

/** Stops after the batch at hand. What is written stays, and can be undone. */
export const cancelRun = (ctx: Context, run: store.Run): Promise<Result<true, "not-now">> =>
  ctx.write(async (unit) => {
    if (!(await store.changeRun(unit, run, ["writing"], { cancelAsked: true }))) return refuse("not-now");
    unit.audit({
      action: "import.cancel",
      subjectKind: "import",
      subjectId: run.id,
      after: { file: run.fileName },
    });
    return ok(true);
  });

/** An import can be taken back as long as what it wrote is remembered. */
export const UNDO_DAYS = 90;
export const canUndo = (run: store.Run, now: Date): boolean =>
  (run.state === "done" || run.state === "stopped") &&
  (run.finishedAt === null || now.getTime() - run.finishedAt.getTime() < UNDO_DAYS * 86_400_000);

/** Takes back everything the import wrote. */
export const undoImport = (ctx: Context, run: store.Run): Promise<Result<true, "not-now">> =>
  ctx.write(async (unit) => {
    if (!canUndo(run, ctx.now())) return refuse("not-now");
    const begun = await store.changeRun(unit, run, ["done", "stopped"], {
      state: "undoing",
      personId: ctx.actor.personId,
      acting: ctx.acting ?? "",
      beatAt: ctx.now(),
      problem: null,
    });
    if (!begun) return refuse("not-now");
    await enqueueWork(unit, run, "imports.undo");
    unit.audit({
      action: "import.undo-asked",
      subjectKind: "import",
      subjectId: run.id,
      after: { file: run.fileName },
    });
    return ok(true);
  });

/** Throws away what was never imported. */
export const discardRun = (ctx: Context, run: store.Run): Promise<Result<true, "not-now">> =>
  ctx.write(async (unit) => {
    const { numDeletedRows } = await unit.db
      .deleteFrom("importRun")
      .where("clusterId", "=", run.clusterId)
      .where("id", "=", run.id)
      .where("state", "in", ["read", "checked"])
      .executeTakeFirst();
    return numDeletedRows > 0n ? ok(true) : refuse("not-now");
  });

/** The dry run in this very moment, however much there is: for a command that waits for it. */
export async function checkNow(ctx: Context, cluster: Visible, run: store.Run): Promise<void> {
  await ctx.write((unit) =>
    store.changeRun(unit, run, ["read", "checked"], { state: "checking", beatAt: ctx.now() }),
  );
  await checkRun(ctx, run, cluster);
}

/** What is wrong with the first rows, one line each. */
export const rowProblems = async (
  ctx: Context,
  id: string,
  limit: number,
  locale: Locale,
): Promise<{ total: number; lines: string[] }> => {
  const run = (await readRun(ctx, id))!;
  return ctx.read(async (db) => {
    const heads = await Promise.all(run.mapping.map(({ head }, i) => store.firstRows(db, run, i, 1, head)));
    const rows = await store.checkedRows(db, run, { outcome: "error" }, { limit });
    return {
      total: rows.total,
      lines: rows.items.flatMap((row) =>
        row.problems.map(
          (one) =>
            `${run.reading.sheets[row.sheet]?.name || run.fileName} ${row.row}: ${problemSentence(one, heads[row.sheet]?.[0]?.cells ?? [], locale)}`,
        ),
      ),
    };
  });
};
