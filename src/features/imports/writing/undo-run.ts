import { sql } from "kysely";
import type { JobHouse } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { networkChanged } from "../../network/feature.ts";
import { membershipsChanged } from "../../registry/feature.ts";
import { changeRun, forgetCells, type Run } from "../store.ts";
import {
  alikeKeys,
  amongKeys,
  equal,
  FOLLOWING,
  imageOf,
  imagesOf,
  isRecord,
  nameOf,
  RECORDS,
  type RecordName,
} from "./recorder.ts";
import { standing } from "./write-run.ts";

const BATCH = 500;
/** Beyond every change: the largest integer of the database. */
const LAST = 2 ** 31 - 1;

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
  let below = LAST;
  for (;;) {
    const found = await standing(house, clusterId, runId, "undoing");
    if (!found) return;
    const { ctx, run } = found;
    const reached = await house.system("undoing an import", (unit) => undoBatch(unit, run, below));
    if (reached !== null) {
      below = reached;
      continue;
    }
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
      await unit.db
        .deleteFrom("importChange")
        .where("clusterId", "=", clusterId)
        .where("runId", "=", runId)
        .where("kept", "is", null)
        .execute();
      await forgetCells(unit, run);
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

/** Takes the last changes before a place back; answers how far it came, `null` when there are none. */
async function undoBatch(unit: SystemUnit, run: Run, below: number): Promise<number | null> {
  const changes = (await unit.db
    .selectFrom("importChange")
    .select(["seq", "record", "key", "before", "after"])
    .where("clusterId", "=", run.clusterId)
    .where("runId", "=", run.id)
    .where("seq", "<", below)
    .where("undone", "=", false)
    .where("kept", "is", null)
    .orderBy("seq", "desc")
    .limit(BATCH)
    .forUpdate()
    .execute()) as Change[];
  if (changes.length === 0) return null;
  const kept = new Map<number, string>();
  const known = changes.filter((change) => isRecord(change.record)) as (Change & { record: RecordName })[];
  // What was changed gets its old columns back first: what was made and then changed is removed as it was made.
  for (const change of known.filter(({ before }) => before !== null)) {
    const why = await putBack(unit.db, change.record, change);
    if (why) kept.set(change.seq, why);
    if (change.record === "organisation")
      await sql`select index_organisations(array[${change.key.id!}::uuid])`.execute(unit.db);
  }
  for (const record of ORDER) {
    const made = known.filter((change) => change.before === null && change.record === record);
    if (made.length > 0) for (const [seq, why] of await removeMade(unit, record, made)) kept.set(seq, why);
  }
  const touched = new Set(known.map(({ record }) => record));
  await sql`
    update import_change c set kept = x.kept, undone = x.kept is null
    from jsonb_to_recordset(${JSON.stringify(changes.map(({ seq }) => ({ seq, kept: kept.get(seq) ?? null })))}::jsonb)
      as x(seq int, kept text)
    where c.cluster_id = ${run.clusterId} and c.run_id = ${run.id} and c.seq = x.seq`.execute(unit.db);
  if (touched.has("organisation")) await sql`select touch_commons()`.execute(unit.db);
  if (touched.has("membership")) await membershipsChanged(unit, run.clusterId);
  else if (touched.has("link")) await networkChanged(unit, run.clusterId);
  await changeRun(unit, run, ["undoing"], { beatAt: new Date() });
  return changes.at(-1)!.seq;
}

/** What speaks of a record goes before the record. */
const ORDER: readonly RecordName[] = [
  "invitation",
  "own_value",
  "organisation_label",
  "label",
  "note",
  "fact",
  "link",
  "membership",
  "organisation",
];

/** `null` when it stands as before; otherwise why some of it stays. */
async function putBack(
  db: SystemUnit["db"],
  record: RecordName,
  { key, before, after }: Change,
): Promise<string | null> {
  const now = await imageOf(db, record, key);
  if (now === null || before === null) return null;
  const columns = Object.keys(before);
  const free = columns.filter((column) => equal(now[column], after[column]));
  if (free.length > 0) await restore(db, record, key, before, free);
  return free.length < columns.length ? "changed-since" : null;
}

/** Removes what nobody has touched since or needs; answers why the others stay. */
async function removeMade(
  unit: SystemUnit,
  record: RecordName,
  made: readonly Change[],
): Promise<Map<number, string>> {
  const kept = new Map<number, string>();
  const images = await imagesOf(
    unit.db,
    record,
    made.map(({ key }) => key),
  );
  const needed = await neededOf(unit.db, record, made);
  const going: Change[] = [];
  for (const change of made) {
    const now = images.get(nameOf(record, change.key));
    if (!now) continue;
    const why = needed.has(change.key.id ?? "") ? "in-use" : whyNot(record, change, now);
    if (why) kept.set(change.seq, why);
    else going.push(change);
  }
  if (
    going.length === 0 ||
    (await remove(
      unit,
      record,
      going.map(({ key }) => key),
    ))
  )
    return kept;
  // Somebody needs one of them: which one shows one by one.
  for (const change of going) if (!(await remove(unit, record, [change.key]))) kept.set(change.seq, "in-use");
  return kept;
}

function whyNot(record: RecordName, { after }: Change, now: Row): string | null {
  if (record === "invitation") return now.accepted_at === null ? null : "accepted";
  return isTouched(record, now, after) ? "changed-since" : null;
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

/** Those with which something would go by itself that was put there by others. */
async function neededOf(
  db: SystemUnit["db"],
  record: RecordName,
  made: readonly Change[],
): Promise<Set<string>> {
  if (record !== "label" && record !== "organisation") return new Set();
  const among = sql<string>`any (${made.map(({ key }) => key.id!)}::uuid[])`;
  if (record === "label") {
    const put = await db
      .selectFrom("organisationLabel")
      .select("labelId")
      .where("labelId", "=", among)
      .execute();
    return new Set(put.map((row) => row.labelId));
  }
  const logos = await db
    .selectFrom("logo")
    .select("organisationId")
    .where("organisationId", "=", among)
    .execute();
  return new Set(logos.map((row) => row.organisationId));
}

/** All or none of them; `false` where another record needs one. */
async function remove(
  { client, db }: SystemUnit,
  record: RecordName,
  keys: readonly Record<string, string>[],
): Promise<boolean> {
  await client.query("savepoint removal");
  try {
    for (const alike of alikeKeys(record, keys))
      await sql`delete from ${sql.table(record)} t where ${amongKeys(record, alike)}`.execute(db);
    await client.query("release savepoint removal");
    return true;
  } catch (error) {
    await client.query("rollback to savepoint removal");
    if ((error as { code?: string }).code === "23503") return false;
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
