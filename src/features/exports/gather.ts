import { type RawBuilder, sql } from "kysely";
import { seenBy } from "../../access/visibility.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { exchangeSeen } from "./exchange-rows.ts";
import { fetched } from "./fetched.ts";
import { schemaOf } from "./json-schema.ts";
import { omitted } from "./keeping.ts";
import { columnsNaming, type TableShape } from "./shape.ts";

/** One table's part of an export. It is read while it is written, in the transaction that it was begun in. */
export interface Part {
  table: string;
  columns: string[];
  schema: object;
  /** Some at a time, in the order of the key: equal contents have equal sums. */
  lines(): AsyncIterable<readonly string[]>;
  files?(): AsyncIterable<{ name: string; bytes: Buffer }>;
}

/**
 * The rows of a table (`where` calls it `t`) that an asker may see, each as one line of JSON; the house's own hand (`actor` is null) reads them all.
 * Bytes become files of their own; columns in `kept` stay here.
 */
export function gather(
  db: Db,
  shape: TableShape,
  where: RawBuilder<boolean>,
  actor: Actor | null,
  kept: readonly string[] = [],
): Part {
  const omit = [...omitted(shape.name), ...kept];
  const told = shape.columns.filter(({ name, generated }) => !generated && !omit.includes(name));
  const binary = told.filter(({ type }) => type === "bytea").map(({ name }) => name);
  const left = shape.columns.map(({ name }) => name).filter((name) => !told.some((one) => one.name === name));
  const columns = told.map(({ name }) => name);
  const key = sql`concat_ws('-', ${sql.join(shape.key.map((name) => sql`t.${sql.ref(name)}::text`))})`;
  const from = sql`from ${sql.table(shape.name)} t where ${where} and ${seen(shape, actor)}`;
  const order = inOrderOfKey(shape);
  const part = { table: shape.name, columns, schema: schemaOf(shape, columns) };
  const fileOf = (row: { key: string; type: unknown }, column: string) =>
    `files/${shape.name}/${row.key}${binary.length > 1 ? `-${column}` : ""}${endingOf(row.type)}`;
  const line = sql`to_jsonb(t) - ${sql.val([...left, ...binary])}::text[]`;
  if (binary.length === 0)
    return { ...part, lines: () => linesOf(db, sql`select (${line})::text as line ${from} ${order}`) };

  const sums = binary.flatMap((name) => [sql.lit(name), sql`encode(sha256(t.${sql.ref(name)}), 'hex')`]);
  return {
    ...part,
    async *lines() {
      const rows = sql<{ key: string; value: Record<string, unknown>; sums: Record<string, string | null> }>`
        select ${key} as key, ${line} as value, jsonb_build_object(${sql.join(sums)}) as sums ${from} ${order}`;
      for await (const some of fetched(db, rows))
        yield some.map(({ key, value, sums }) => {
          for (const [name, sha256] of Object.entries(sums))
            if (sha256) value[name] = { file: fileOf({ key, type: value.type }, name), sha256 };
          return JSON.stringify(value);
        });
    },
    async *files() {
      for (const name of binary) {
        const rows = sql<{ key: string; type: unknown; bytes: Buffer }>`
          select ${key} as key, to_jsonb(t) -> 'type' as type, t.${sql.ref(name)} as bytes
          ${from} and t.${sql.ref(name)} is not null ${order}`;
        for await (const some of fetched(db, rows, 8))
          for (const row of some) yield { name: fileOf(row, name), bytes: row.bytes };
      }
    },
  };
}

export const inOrderOfKey = ({ key }: TableShape): RawBuilder<unknown> =>
  sql`order by ${sql.join(key.map((name) => sql`t.${sql.ref(name)}::text collate "C"`))}`;

export async function* linesOf(db: Db, query: RawBuilder<unknown>): AsyncGenerator<string[]> {
  for await (const rows of fetched(db, query as RawBuilder<{ line: string }>))
    yield rows.map(({ line }) => line);
}

const ENDINGS: Record<string, string> = { "image/webp": ".webp", "image/png": ".png", "image/jpeg": ".jpg" };
const endingOf = (type: unknown): string => ENDINGS[String(type)] ?? ".bin";

/** The first wall; row-level security is the second. */
function seen(shape: TableShape, actor: Actor | null): RawBuilder<boolean> {
  const has = (name: string) => shape.columns.some((column) => column.name === name);
  if (!actor) return sql`true`;
  const exchange = exchangeSeen(shape.name, actor);
  if (exchange) return exchange;
  if (!has("visibility") || !has("wall")) return sql`true`;
  const owners = shape.name === "organisation" ? ["id"] : columnsNaming(shape, "organisation");
  return seenBy(actor, {
    table: "t",
    owners,
    group: has("group_id"),
    person: has("person_id") && ["fact", "link", "project"].includes(shape.name),
  });
}
