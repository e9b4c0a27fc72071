import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { seenBy } from "../../access/visibility.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { schemaOf } from "./json-schema.ts";
import { omitted } from "./keeping.ts";
import { columnsNaming, type TableShape } from "./shape.ts";

/** One table's part of an export. */
export interface Part {
  table: string;
  columns: string[];
  rows: number;
  /** Of the lines, in the order of the key: equal contents have equal sums. */
  sha256: string;
  lines: string;
  schema: object;
  files: { name: string; bytes: Buffer }[];
}

/**
 * Reads the rows of a table (`where` calls it `t`) that an asker may see, each as one line of JSON; the house's own hand (`actor` is null) reads them all.
 * Bytes become files of their own.
 */
export async function gather(
  db: Db,
  shape: TableShape,
  where: RawBuilder<boolean>,
  actor: Actor | null,
): Promise<Part> {
  const omit = omitted(shape.name);
  const told = shape.columns.filter(({ name, generated }) => !generated && !omit.includes(name));
  const binary = told.filter(({ type }) => type === "bytea").map(({ name }) => name);
  const left = shape.columns.map(({ name }) => name).filter((name) => !told.some((one) => one.name === name));
  const order = sql.join(shape.key.map((name) => sql`t.${sql.ref(name)}::text collate "C"`));
  const { rows } = await sql<{ key: string; line: string } & Record<string, Buffer | string | null>>`
    select concat_ws('-', ${sql.join(shape.key.map((name) => sql`t.${sql.ref(name)}::text`))}) as key,
      (to_jsonb(t) - ${sql.val([...left, ...binary])}::text[])::text as line
      ${sql.join(
        binary.map((name) => sql`, t.${sql.ref(name)} as ${sql.ref(`bytes_${name}`)}`),
        sql``,
      )}
    from ${sql.table(shape.name)} t
    where ${where} and ${seen(shape, actor)}
    order by ${order}`.execute(db);

  const files: Part["files"] = [];
  const lines = rows.map((row) => {
    if (binary.length === 0) return row.line;
    const value = JSON.parse(row.line) as Record<string, unknown>;
    for (const name of binary) {
      // The query builder turns names of columns into camel case.
      const bytes = (row[`bytes_${name}`] ??
        row[`bytes${name[0]!.toUpperCase()}${name.slice(1)}`]) as Buffer | null;
      if (!bytes) continue;
      const file = `files/${shape.name}/${row.key}${endingOf(value.type)}`;
      files.push({ name: file, bytes });
      value[name] = { file, sha256: createHash("sha256").update(bytes).digest("hex") };
    }
    return JSON.stringify(value);
  });
  const text = lines.map((line) => `${line}\n`).join("");
  const columns = told.map(({ name }) => name);
  return {
    table: shape.name,
    columns,
    rows: lines.length,
    sha256: createHash("sha256").update(text).digest("hex"),
    lines: text,
    schema: schemaOf(shape, columns),
    files,
  };
}

const ENDINGS: Record<string, string> = { "image/webp": ".webp", "image/png": ".png", "image/jpeg": ".jpg" };
const endingOf = (type: unknown): string => ENDINGS[String(type)] ?? ".bin";

/** The first wall; row-level security is the second. */
function seen(shape: TableShape, actor: Actor | null): RawBuilder<boolean> {
  const has = (name: string) => shape.columns.some((column) => column.name === name);
  if (!actor || !has("visibility") || !has("wall")) return sql`true`;
  const owners = shape.name === "organisation" ? ["id"] : columnsNaming(shape, "organisation");
  return seenBy(actor, {
    table: "t",
    owners,
    group: has("group_id"),
    person: has("person_id") && ["fact", "link", "project"].includes(shape.name),
  });
}
