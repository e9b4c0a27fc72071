import { type RawBuilder, sql } from "kysely";
import type { PersonId } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { inOrderOfKey, linesOf, type Part } from "./gather.ts";
import { schemaOf } from "./json-schema.ts";
import { shapesOf, type TableShape } from "./shape.ts";

/** Keys and what opens something are told to nobody, not even to whom they belong; nor who stands behind a wall. */
const SECRET = /hash|secret|_key$|^seen$|^wall$/;

/** Tables that name a person by address alone. */
const BY_ADDRESS: Readonly<Record<string, string>> = {
  mail: "to_address",
  invitation: "email",
  sign_up: "email",
  membership_application: "email",
};

/**
 * Everything the house keeps about a person, found by the database's own list of references: rows that belong to the person (they
 * would go with them) in full; of rows that only say that the person did something, which and where, for they belong to others.
 */
export async function personParts(db: Db, personId: PersonId, email: string): Promise<Part[]> {
  await sql`set transaction isolation level repeatable read`.execute(db);
  const shapes = await shapesOf(db);
  const parts: Part[] = [];
  for (const shape of shapes.values()) {
    const own = ownRows(shape, personId, email);
    if (own) {
      const columns = shape.columns
        .filter(({ name, generated, type }) => !generated && type !== "bytea" && !SECRET.test(name))
        // Links that act stand in letters: who reads the mailbox has them, who holds a session has not.
        .filter(({ name }) => shape.name !== "mail" || !["body", "headers"].includes(name))
        .map(({ name }) => name);
      parts.push(read(db, shape, shape.name, columns, own));
    }
    const did = shape.references.filter(
      ({ to, onDelete, columns }) => to === "person" && onDelete === "set null" && columns.length === 1,
    );
    if (did.length > 0) {
      const columns = [...new Set([...shape.key, ...did.flatMap((reference) => reference.columns)])];
      const where = anyOf(did.map(({ columns: [column] }) => sql`t.${sql.ref(column!)} = ${personId}::uuid`));
      parts.push(read(db, shape, `${shape.name}.done`, columns, where));
    }
  }
  const log = shapes.get("audit_entry")!;
  parts.push(
    read(
      db,
      log,
      "audit_entry",
      ["cluster_id", "seq", "at", "acting_as", "action", "subject_kind", "subject_id"],
      sql`t.person_id = ${personId}::uuid`,
    ),
  );
  return parts;
}

function ownRows(shape: TableShape, personId: PersonId, email: string): RawBuilder<boolean> | null {
  if (shape.name === "person") return sql`t.id = ${personId}::uuid`;
  const ways = shape.references
    .filter(({ to, onDelete, columns }) => to === "person" && onDelete === "cascade" && columns.length === 1)
    .map(({ columns: [column] }) => sql`t.${sql.ref(column!)} = ${personId}::uuid`);
  const address = BY_ADDRESS[shape.name];
  if (address) ways.push(sql`lower(t.${sql.ref(address)}) = ${email.toLowerCase()}`);
  if (shape.name === "fact")
    ways.push(
      sql`(t.field = 'people' and lower(t.detail->>'email') = ${email.toLowerCase()})`,
      sql`(t.visibility = 'private' and t.person_id = ${personId}::uuid)`,
    );
  if (ways.length === 0) return null;
  const walled = shape.columns.some(({ name }) => name === "wall");
  const mine = sql`select organisation_id from seat where person_id = ${personId}::uuid and (until is null or until > current_date)`;
  // A wall holds against a person's own organisations here as everywhere.
  return walled ? sql`${anyOf(ways)} and not t.wall && array(${mine})` : anyOf(ways);
}

const anyOf = (ways: readonly RawBuilder<unknown>[]): RawBuilder<boolean> =>
  sql`(${sql.join(ways, sql` or `)})`;

function read(
  db: Db,
  shape: TableShape,
  table: string,
  columns: readonly string[],
  where: RawBuilder<boolean>,
): Part {
  const left = shape.columns.map(({ name }) => name).filter((name) => !columns.includes(name));
  const query = sql`select (to_jsonb(t) - ${sql.val(left)}::text[])::text as line from ${sql.table(shape.name)} t
    where ${where} ${inOrderOfKey(shape)}`;
  return { table, columns: [...columns], schema: schemaOf(shape, columns), lines: () => linesOf(db, query) };
}
