import { sql } from "kysely";
import type { Db } from "../../kernel/gateway.ts";

export interface ColumnShape {
  name: string;
  type: string;
  nullable: boolean;
  generated: boolean;
}

export interface Reference {
  columns: string[];
  to: string;
  /** `cascade`: the row belongs to what it names; `set null`: it only says who did something. */
  onDelete: "cascade" | "set null" | "no action";
}

export interface TableShape {
  name: string;
  columns: ColumnShape[];
  key: string[];
  references: Reference[];
}

/** The tables as the database itself describes them. */
export async function shapesOf(db: Db): Promise<Map<string, TableShape>> {
  const { rows } = await sql<{ shape: TableShape }>`
    select jsonb_build_object(
      'name', c.relname,
      'columns', (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
          'nullable', not a.attnotnull, 'generated', a.attgenerated <> '') order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
      'key', coalesce((select jsonb_agg(a.attname order by k.at)
        from pg_index i cross join unnest(i.indkey) with ordinality k(attnum, at)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary), '[]'),
      'references', coalesce((select jsonb_agg(jsonb_build_object(
          'columns', (select jsonb_agg(a.attname order by u.at) from unnest(f.conkey) with ordinality u(attnum, at)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = u.attnum),
          'to', t.relname,
          'onDelete', case f.confdeltype when 'c' then 'cascade' when 'n' then 'set null' else 'no action' end) order by f.conname)
        from pg_constraint f join pg_class t on t.oid = f.confrelid where f.conrelid = c.oid and f.contype = 'f'), '[]')
    ) as shape
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migration'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname`.execute(db);
  return new Map(rows.map(({ shape }) => [shape.name, shape]));
}

/** Columns that name a row of `table` alone: not those of a longer key that happens to reach it. */
export const columnsNaming = (shape: TableShape, table: string): string[] =>
  shape.references
    .filter((reference) => reference.to === table && reference.columns.length === 1)
    .map((reference) => reference.columns[0]!);

/** The tables in an order in which each comes after those it names. */
export function inOrder(shapes: ReadonlyMap<string, TableShape>, names: readonly string[]): string[] {
  const done: string[] = [];
  const visit = (name: string, above: readonly string[]) => {
    if (done.includes(name) || above.includes(name) || !names.includes(name)) return;
    for (const { to } of shapes.get(name)?.references ?? []) visit(to, [...above, name]);
    done.push(name);
  };
  for (const name of names) visit(name, []);
  return done;
}
