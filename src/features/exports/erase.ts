import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { PersonId } from "../../kernel/actor.ts";
import type { Db, SystemUnit } from "../../kernel/gateway.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { COMMONS } from "../../kernel/visibility.ts";
import { shapesOf } from "./shape.ts";

export interface Erased {
  /** Rows that went with the person, by table. */
  removed: Record<string, number>;
  /** Seats and offices that end; who held them is no longer told. */
  ended: number;
  /** Entries of the log whose text lost a name, an address or where the person came from. */
  redacted: number;
}

export type EraseProblem = "not-found" | "last-operator";

/** What stands where a person was. */
export const NOBODY = "–";
const addressOfNobody = (id: PersonId) => `erased-${id}@invalid`;
export const personOfNobody = ({ id, email }: { id: PersonId; email: string }) =>
  email === addressOfNobody(id);

/** Whose dates are the history of others, and what was set up for others: they end, and keep pointing to nobody. */
const HISTORY = ["seat", "office", "webhook"];

/**
 * Forgets a person: everything that belongs to them goes, found by the database's own list of references; what they did for an
 * organisation stays, done by nobody. Texts of the log lose name, address and origin; its chain still holds.
 */
export async function erasePerson(
  unit: SystemUnit,
  personId: PersonId,
  today: string,
): Promise<Result<Erased, EraseProblem>> {
  const { db } = unit;
  const person = await db
    .selectFrom("person")
    .select(["name", "email", "operator"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!person) return refuse("not-found");
  if (person.operator) {
    const other = await db
      .selectFrom("person")
      .select("id")
      .where("operator", "=", true)
      .where("suspendedAt", "is", null)
      .where("id", "<>", personId)
      .executeTakeFirst();
    if (!other) return refuse("last-operator");
  }

  const removed: Record<string, number> = {};
  const count = (table: string, rows: bigint | undefined) => {
    if (rows) removed[table] = (removed[table] ?? 0) + Number(rows);
  };
  const shapes = await shapesOf(db);
  for (const shape of shapes.values()) {
    const own = shape.references.filter(({ to, onDelete }) => to === "person" && onDelete === "cascade");
    if (HISTORY.includes(shape.name)) continue;
    for (const { columns } of own)
      count(
        shape.name,
        (
          await sql`delete from ${sql.table(shape.name)} where ${sql.ref(columns[0]!)} = ${personId}::uuid`.execute(
            db,
          )
        ).numAffectedRows,
      );
  }
  const email = person.email.toLowerCase();
  const invitations = await db
    .selectFrom("invitation")
    .select("id")
    .where(sql<boolean>`lower(email) = ${email}`)
    .execute();
  for (const [table, column] of [
    ["mail", "to_address"],
    ["invitation", "email"],
    ["sign_up", "email"],
  ] as const)
    count(
      table,
      (await sql`delete from ${sql.table(table)} where lower(${sql.ref(column)}) = ${email}`.execute(db))
        .numAffectedRows,
    );
  count(
    "fact",
    (
      await sql`delete from fact where field = 'people' and lower(detail->>'email') = ${email}
        or visibility = 'private' and person_id = ${personId}::uuid`.execute(db)
    ).numAffectedRows,
  );
  await sql`update membership_application set name = ${NOBODY}, email = ${addressOfNobody(personId)}
    where lower(email) = ${email} or person_id = ${personId}::uuid`.execute(db);

  await redactKept(db, person, [personId, ...invitations.map(({ id }) => id)]);
  const ended = await endRoles(db, personId, today);
  const redacted = await redactLog(db, personId, person);
  await db
    .updateTable("person")
    .set({
      name: NOBODY,
      email: addressOfNobody(personId),
      operator: false,
      suspendedAt: sql`coalesce(suspended_at, now())`,
    })
    .where("id", "=", personId)
    .execute();
  await unit.enqueue("exports.close-account", { personId });
  // The next thing to be told finds no keeper, gives the webhook up, and says so to those it was set up for.
  // Each chain vouches for its own entries, so that it still does where a cluster is taken to another house.
  const chains = Map.groupBy(redacted, ([clusterId]) => clusterId);
  for (const [clusterId, entries] of new Map([[COMMONS, []], ...chains]))
    unit.audit({
      action: "person.erase",
      subjectKind: "person",
      subjectId: personId,
      clusterId,
      after: { ...(clusterId === COMMONS ? { removed, ended } : {}), redacted: entries },
    });
  return ok({ removed, ended, redacted: redacted.length });
}

async function endRoles(db: Db, personId: PersonId, today: string): Promise<number> {
  let ended = 0;
  for (const table of ["seat", "office"] as const) {
    const { numUpdatedRows } = await db
      .updateTable(table)
      .set({ until: sql`greatest(since, ${today}::date)` })
      .where("personId", "=", personId)
      .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", today)]))
      .executeTakeFirst();
    ended += Number(numUpdatedRows);
  }
  return ended;
}

/** What is kept for an undo, rows as they came in a sheet or as they were before a change; and what others were told. */
const KEPT = {
  import_row: ["kind", "cells", "problems", "label"],
  import_change: ["before", "after"],
  merge_row: ["before", "after"],
  notice: ["text_en", "text_de", "acts", "links"],
  mail: ["subject", "body"],
} as const;

/** `traces` are what else is known to be the person: ids. A row of a sheet is theirs too where it made something of theirs. */
async function redactKept(db: Db, person: Named, traces: readonly string[]): Promise<void> {
  const naming = [person.email, ...traces].map(likeOf);
  const says = (columns: readonly string[]) =>
    sql`concat_ws(' ', ${sql.join(columns.map((name) => sql`${sql.ref(name)}::text`))}) ilike any (${naming}::text[])`;
  const madeOfIt = sql`(cluster_id, run_id, number) in
    (select cluster_id, run_id, number from import_change where ${says(["key", "before", "after"])})`;
  for (const [table, columns] of Object.entries(KEPT)) {
    const list = sql.join(columns.map((name) => sql.ref(name)));
    const { rows } = await sql<{ place: string; value: Record<string, unknown> }>`
      select ctid::text as place,
        jsonb_build_object(${sql.join(columns.flatMap((name) => [sql.lit(name), sql.ref(name)]))}) as value
      from ${sql.table(table)}
      where ${says(columns)} ${table === "import_row" ? sql`or ${madeOfIt}` : sql``}`.execute(db);
    for (const { place, value } of rows) {
      const next = value.kind === "people" ? emptied(value) : without(value, person, "also in a sentence");
      await sql`update ${sql.table(table)} set (${list}) =
          (select ${list} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(next)}::jsonb))
        where ctid = ${place}::tid`.execute(db);
    }
  }
}

/** A row about nobody but the person. */
const emptied = (row: Record<string, unknown>) => ({
  ...row,
  cells: (row.cells as unknown[]).map(() => NOBODY),
  problems: [],
  label: NOBODY,
});

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const likeOf = (word: string) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`;

type Redacted = [clusterId: string, seq: number, sha256: string];

/** Entries the person made, and those that name the person by id or address; a name alone may be a common word. */
async function redactLog(db: Db, personId: PersonId, person: Named): Promise<Redacted[]> {
  const { rows } = await sql<{ clusterId: string; seq: number; personId: string | null; body: string }>`
    select cluster_id, seq, person_id, body from audit_entry
    where action <> 'person.erase' and (person_id = ${personId}::uuid or subject_id = ${personId}
      or body ilike any (${[likeOf(personId), likeOf(person.email)]}::text[]))
    order by cluster_id, seq`.execute(db);
  const changed: Redacted[] = [];
  for (const row of rows) {
    const entry = JSON.parse(row.body) as Record<string, unknown>;
    const next = {
      ...entry,
      address: row.personId === personId ? null : entry.address,
      before: without(entry.before, person),
      after: without(entry.after, person),
    };
    const body = JSON.stringify(next);
    if (body === row.body) continue;
    await sql`select redact_audit(${row.clusterId}::uuid, ${row.seq}::bigint, ${body})`.execute(db);
    changed.push([row.clusterId, Number(row.seq), createHash("sha256").update(body).digest("hex")]);
  }
  return changed;
}

interface Named {
  name: string;
  email: string;
}

/**
 * A text that is the name becomes nobody's; the address is taken out wherever it stands. A name within a sentence may be a common word:
 * it goes where the row as a whole is known to tell of the person.
 */
function without(value: unknown, person: Named, name?: "also in a sentence"): unknown {
  if (typeof value === "string") {
    if (value.trim().toLowerCase() === person.name.trim().toLowerCase()) return NOBODY;
    const text = value.replace(new RegExp(escaped(person.email), "gi"), NOBODY);
    const word = `(?<![\\p{L}\\p{N}])${escaped(person.name.trim())}(?![\\p{L}\\p{N}])`;
    return name ? text.replace(new RegExp(word, "giu"), NOBODY) : text;
  }
  if (Array.isArray(value)) return value.map((one) => without(one, person, name));
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, without(one, person, name)]));
  return value;
}
