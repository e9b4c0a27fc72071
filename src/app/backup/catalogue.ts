import type pg from "pg";
import type { TableHead } from "./format.ts";

const SCHEMAS = "('public', 'auth')";

/** Text of a value must not depend on who asks for it, or equal contents would have unequal checksums. */
export const PLAIN_TEXT = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/** Every table of the house, by the database's own list, so that one added tomorrow is in the backup too. */
export async function tablesOf(client: pg.ClientBase): Promise<TableHead[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string | null }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.at)
        from pg_index i cross join unnest(i.indkey) with ordinality k(attnum, at)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as "order"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ${SCHEMAS} and c.relname <> 'migration'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1`);
  return rows.map(({ name, columns, order }) => ({
    name,
    columns,
    order: order ?? `(${columns.join(", ")})::text collate "C"`,
  }));
}

export const migrationsOf = async (client: pg.ClientBase) =>
  (
    await client.query<{ name: string; hash: string }>(
      "select name, hash from public.migration order by name",
    )
  ).rows;

export async function sequencesOf(client: pg.ClientBase): Promise<{ name: string; value: number }[]> {
  const { rows } = await client.query(`
    select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, 0)::float8 as value
    from pg_sequences where schemaname in ${SCHEMAS} order by 1`);
  return rows;
}

export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

export async function foreignKeysOf(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query(`
    select k.conrelid::regclass::text as "table", quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and n.nspname in ${SCHEMAS} order by 1, 2`);
  return rows;
}

export async function walledTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relforcerowsecurity and n.nspname in ${SCHEMAS}`);
  return rows.map((row) => row.name);
}

/** Rows of a table in the order of its key, as COPY writes them. */
export const copyOut = ({ name, columns, order }: TableHead) =>
  `copy (select ${columns.join(", ")} from ${name} t order by ${order}) to stdout`;
