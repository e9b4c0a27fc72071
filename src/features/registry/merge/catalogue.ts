import type { PoolClient } from "pg";

/** A table that speaks of organisations, as the database knows it. */
export interface Spoken {
  table: string;
  /** Columns that refer to an organisation. */
  columns: string[];
  /** It keeps organisations out by a `wall`. */
  wall: boolean;
  key: string[];
  /** All columns that are stored; generated ones follow by themselves. */
  stored: string[];
  uniques: Unique[];
  children: Child[];
}

/** What must not occur twice: expressions over the row, and for which rows. */
export interface Unique {
  expressions: string[];
  predicate: string;
}

/** A table whose rows belong to rows of this one. */
export interface Child {
  table: string;
  columns: string[];
  parents: string[];
}

export interface Catalogue {
  tables: ReadonlyMap<string, Spoken>;
  /** Every table before those that refer to it. */
  order: readonly string[];
}

/**
 * Every table that refers to organisations or walls them off, and every table below those, found in the database itself: one added
 * tomorrow is merged like those of today.
 */
export async function readCatalogue(client: PoolClient): Promise<Catalogue> {
  const { rows } = await client.query<Omit<Spoken, "columns" | "children"> & { columns: string[] }>(`
    select t.relname as table,
      coalesce((select array_agg(distinct a.attname::text) from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
        where c.contype = 'f' and c.conrelid = t.oid and c.confrelid = 'organisation'::regclass), '{}') as columns,
      exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'wall' and a.atttypid = 'uuid[]'::regtype) as wall,
      coalesce((select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = any (i.indkey)
        where i.indrelid = t.oid and i.indisprimary), '{}') as key,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as stored,
      coalesce((select jsonb_agg(jsonb_build_object('predicate', coalesce(pg_get_expr(i.indpred, i.indrelid), 'true'), 'expressions',
          (select jsonb_agg(pg_get_indexdef(i.indexrelid, n, true) order by n) from generate_series(1, i.indnkeyatts) n)) order by i.indexrelid)
        from pg_index i where i.indrelid = t.oid and i.indisunique), '[]'::jsonb) as uniques
    from pg_class t where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace
  `);
  const keys = await client.query<Child & { parent: string }>(`
    select c.conrelid::regclass::text as table, c.confrelid::regclass::text as parent,
      (select array_agg(a.attname::text order by n) from unnest(c.conkey) with ordinality u (k, n) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = u.k) as columns,
      (select array_agg(a.attname::text order by n) from unnest(c.confkey) with ordinality u (k, n) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = u.k) as parents
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 1, 3
  `);
  const all = new Map(rows.map((row) => [row.table, { ...row, children: [] as Child[] }]));
  for (const { parent, ...child } of keys.rows)
    if (!OWN.includes(child.table)) all.get(parent)?.children.push(child);

  const wanted = new Map<string, Spoken>();
  const take = (name: string) => {
    const table = all.get(name);
    if (!table || wanted.has(name)) return;
    wanted.set(name, table);
    if (name !== "organisation") for (const child of table.children) take(child.table);
  };
  for (const table of all.values()) if (table.columns.length > 0 || table.wall) take(table.table);
  return { tables: wanted, order: parentsFirst(wanted) };
}

/** The merge's own account of what it did is no part of what it does. */
const OWN = ["merge_row"];

function parentsFirst(tables: ReadonlyMap<string, Spoken>): string[] {
  const order: string[] = [];
  const placed = new Set<string>();
  const place = (name: string) => {
    if (placed.has(name) || !tables.has(name)) return;
    placed.add(name);
    for (const [parent, { children }] of tables)
      if (children.some((child) => child.table === name)) place(parent);
    order.push(name);
  };
  place("organisation");
  for (const name of tables.keys()) place(name);
  return order;
}

/** How a table's name or column is written in a query. */
export const q = (name: string) => `"${name.replaceAll('"', '""')}"`;
