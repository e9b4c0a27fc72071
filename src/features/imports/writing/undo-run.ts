import { sql } from "kysely";
import type { JobHouse } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { networkChanged } from "../../network/feature.ts";
import { membershipsChanged } from "../../registry/feature.ts";
import { changeRun, type Run } from "../store.ts";
import { equal, FOLLOWING, imageOf, isRecord, RECORDS, type RecordName } from "./recorder.ts";
import { standing } from "./write-run.ts";

const BATCH = 200;

type Row = Record<string, unknown>;
interface Change {
  seq: number;
  record: string;
  key: Record<string, string>;
  before: Row | null;
  after: Row;
}

/**
 * Takes an import back, the last change first. What it made is removed, what it changed gets back what stood there; what somebody has
 * changed since, or needs, stays and says so. The policies of those who ask let nobody remove a firm, so it is the house that does it,
 * for somebody who may run imports.
 */
export async function undoRun(house: JobHouse, clusterId: string, runId: string): Promise<void> {
  for (;;) {
    const found = await standing(house, clusterId, runId, "undoing");
    if (!found) return;
    const { ctx, run } = found;
    const more = await house.system("undoing an import", (unit) => undoBatch(unit, run));
    if (more) continue;
    await ctx.write(async (unit) => {
      const kept = await unit.db
        .selectFrom("importChange")
        .select((q) => q.fn.countAll<number>().as("count"))
        .where("clusterId", "=", clusterId)
        .where("runId", "=", runId)
        .where("kept", "is not", null)
        .executeTakeFirstOrThrow();
      const counts = { ...run.counts, kept: Number(kept.count) };
      if (
        !(await changeRun(unit, run, ["undoing"], {
          state: "undone",
          finishedAt: ctx.now(),
          counts,
          problem: null,
        }))
      )
        return;
      unit.audit({
        action: "import.undo",
        subjectKind: "import",
        subjectId: runId,
        after: { file: run.fileName, kept: Number(kept.count) },
      });
    });
    return;
  }
}

async function undoBatch(unit: SystemUnit, run: Run): Promise<boolean> {
  const changes = (await unit.db
    .selectFrom("importChange")
    .select(["seq", "record", "key", "before", "after"])
    .where("clusterId", "=", run.clusterId)
    .where("runId", "=", run.id)
    .where("undone", "=", false)
    .where("kept", "is", null)
    .orderBy("seq", "desc")
    .limit(BATCH)
    .forUpdate()
    .execute()) as Change[];
  if (changes.length === 0) return false;
  const kept: { seq: number; kept: string }[] = [];
  const touched = new Set<string>();
  for (const change of changes) {
    if (!isRecord(change.record)) continue;
    const why = await undo(unit, change.record, change);
    if (why) kept.push({ seq: change.seq, kept: why });
    else {
      touched.add(change.record);
      if (change.record === "organisation" && change.before) await reindex(unit, change.key.id!);
    }
  }
  await sql`
    update import_change c set kept = x.kept, undone = x.kept is null
    from jsonb_to_recordset(${JSON.stringify(changes.map(({ seq }) => ({ seq, kept: kept.find((one) => one.seq === seq)?.kept ?? null })))}::jsonb)
      as x(seq int, kept text)
    where c.cluster_id = ${run.clusterId} and c.run_id = ${run.id} and c.seq = x.seq`.execute(unit.db);
  if (touched.has("organisation")) await sql`select touch_commons()`.execute(unit.db);
  if (touched.has("membership")) await membershipsChanged(unit, run.clusterId);
  else if (touched.has("link")) await networkChanged(unit, run.clusterId);
  await changeRun(unit, run, ["undoing"], { beatAt: new Date() });
  return true;
}

const reindex = async ({ db }: SystemUnit, id: string) => {
  await sql`select index_organisations(array[${id}::uuid])`.execute(db);
};

/** `null` when it is as if it had never been; otherwise why it stays. */
async function undo(
  { db, client }: SystemUnit,
  record: RecordName,
  { key, before, after }: Change,
): Promise<string | null> {
  const now = await imageOf(db, record, key);
  if (now === null) return null;
  if (before === null) {
    if (record === "invitation" ? now.accepted_at !== null : isTouched(record, now, after))
      return record === "invitation" ? "accepted" : "changed-since";
    return (await isNeeded(db, record, key)) ? "in-use" : remove({ db, client }, record, key);
  }
  const columns = Object.keys(before);
  const free = columns.filter((column) => equal(now[column], after[column]));
  if (free.length > 0) await restore(db, record, key, before, free);
  return free.length < columns.length ? "changed-since" : null;
}

/** An organisation is looked after by others once it is there; it goes unless somebody needs it. */
const BY_OTHERS: Partial<Record<RecordName, readonly string[]>> = {
  fact: ["checked_at", "checked_by", "reminded_at", "erase_hash"],
  // Taken away already, and only kept for whoever did it by mistake.
  note: ["removed_at"],
  label: ["removed_at"],
};

function isTouched(record: RecordName, now: Row, after: Row): boolean {
  const aside = [...FOLLOWING, ...(BY_OTHERS[record] ?? [])];
  return Object.keys(now).some((column) => !aside.includes(column) && !equal(now[column], after[column]));
}

/** What goes with a record by itself, and was put there by others. */
async function isNeeded(
  db: SystemUnit["db"],
  record: RecordName,
  key: Record<string, string>,
): Promise<boolean> {
  if (record === "label")
    return (
      (await db
        .selectFrom("organisationLabel")
        .select("labelId")
        .where("labelId", "=", key.id!)
        .limit(1)
        .executeTakeFirst()) !== undefined
    );
  if (record === "organisation")
    return (
      (await db
        .selectFrom("logo")
        .select("organisationId")
        .where("organisationId", "=", key.id!)
        .executeTakeFirst()) !== undefined
    );
  return false;
}

async function remove(
  { client }: Pick<SystemUnit, "db" | "client">,
  record: RecordName,
  key: Record<string, string>,
): Promise<string | null> {
  const columns = RECORDS[record];
  const where = columns.map((column, i) => `${column} = $${i + 1}`).join(" and ");
  await client.query("savepoint one");
  try {
    await client.query(
      `delete from ${record} where ${where}`,
      columns.map((column) => key[column]),
    );
    await client.query("release savepoint one");
    return null;
  } catch (error) {
    await client.query("rollback to savepoint one");
    if ((error as { code?: string }).code === "23503") return "in-use";
    throw error;
  }
}

async function restore(
  db: SystemUnit["db"],
  record: RecordName,
  key: Record<string, string>,
  before: Row,
  columns: readonly string[],
) {
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = old.${sql.ref(column)}`));
  const where = sql.join(
    RECORDS[record].map((column) => sql`t.${sql.ref(column)} = ${key[column]}::uuid`),
    sql` and `,
  );
  await sql`
    update ${sql.table(record)} t set ${set}
    from jsonb_populate_record(null::${sql.table(record)}, ${JSON.stringify(before)}::jsonb) old where ${where}`.execute(
    db,
  );
}
