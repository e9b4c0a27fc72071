import type { PoolClient } from "pg";
import { type Catalogue, q, type Spoken } from "./catalogue.ts";

/**
 * Remembers how rows were before a merge. Everything that speaks of either organisation is taken down first, whatever will happen to
 * it; afterwards only what has changed is kept.
 */
export async function openJournal(
  client: PoolClient,
  catalogue: Catalogue,
  kept: string,
  merged: string,
): Promise<void> {
  await client.query(
    `create temp table touched (table_name text, key jsonb, before jsonb, primary key (table_name, key)) on commit drop;
     create temp table arrived (table_name text, key jsonb, primary key (table_name, key)) on commit drop`,
  );
  for (const table of catalogue.tables.values()) {
    const ways = table.columns.map((column) => `t.${q(column)} in ($1, $2)`);
    if (table.table === "organisation") ways.push("t.id in ($1, $2)");
    if (table.wall) ways.push("t.wall && array[$1, $2]::uuid[]");
    if (ways.length > 0) await takeDown(client, table, ways.join(" or "), [kept, merged]);
  }
  // And what belongs to those rows: it may have to move to another of them.
  for (const parent of catalogue.order
    .filter((name) => name !== "organisation")
    .map((name) => catalogue.tables.get(name)!))
    for (const child of parent.children) {
      const below = catalogue.tables.get(child.table)!;
      const joined = child.columns
        .map((column, i) => `p.${q(child.parents[i]!)} = t.${q(column)}`)
        .join(" and ");
      await takeDown(
        client,
        below,
        `exists (select from ${q(parent.table)} p join touched x on x.table_name = '${parent.table}' and x.key = ${keyOf(parent, "p")} where ${joined})`,
        [],
      );
    }
}

export async function takeDown(
  client: PoolClient,
  table: Spoken,
  where: string,
  values: unknown[],
): Promise<void> {
  await client.query(
    `insert into touched select '${table.table}', ${keyOf(table, "t")}, ${rowOf(table, "t")} from ${q(table.table)} t where ${where}
     on conflict do nothing`,
    values,
  );
}

/** A row that came to belong to another one, and is known by that: it is a new row, which an undo takes away. */
export const noteArrived = (client: PoolClient, { table }: Spoken, key: object): Promise<unknown> =>
  client.query("insert into arrived values ($1, $2) on conflict do nothing", [table, JSON.stringify(key)]);

/** Keeps what is not as it was. Rows that are new speak of the kept one, or arrived with it: nothing else is made. */
export async function closeJournal(
  client: PoolClient,
  catalogue: Catalogue,
  { id, clusterId, kept }: { id: string; clusterId: string; kept: string },
): Promise<void> {
  for (const table of catalogue.tables.values()) {
    await client.query(
      `insert into merge_row (cluster_id, merge_id, table_name, key, before, after)
       select $1, $2, x.table_name, x.key, x.before, a.after from touched x
       left join lateral (select ${rowOf(table, "t")} as after from ${q(table.table)} t where ${keyIs(table, "x.key")}) a on true
       where x.table_name = '${table.table}' and a.after is distinct from x.before`,
      [clusterId, id],
    );
    await client.query(
      `insert into merge_row (cluster_id, merge_id, table_name, key, before, after)
       select $1, $2, a.table_name, a.key, null, ${rowOf(table, "t")} from arrived a join ${q(table.table)} t on ${keyIs(table, "a.key")}
       where a.table_name = '${table.table}'
         and not exists (select from touched x where x.table_name = a.table_name and x.key = a.key)`,
      [clusterId, id],
    );
    if (table.columns.length === 0) continue;
    await client.query(
      `insert into merge_row (cluster_id, merge_id, table_name, key, before, after)
       select $1, $2, '${table.table}', ${keyOf(table, "t")}, null, ${rowOf(table, "t")} from ${q(table.table)} t
       where $3 in (${table.columns.map((column) => `t.${q(column)}`).join(", ")})
         and not exists (select from touched x where x.table_name = '${table.table}' and x.key = ${keyOf(table, "t")})
       on conflict do nothing`,
      [clusterId, id, kept],
    );
  }
}

export const keyOf = ({ key }: Spoken, alias: string) =>
  `jsonb_build_object(${key.map((column) => `'${column}', ${alias}.${q(column)}`).join(", ")})`;

/** By the columns themselves, so that the primary key's index is used. */
export const keyIs = ({ table, key }: Spoken, json: string) => {
  const named = `jsonb_populate_record(null::${q(table)}, ${json})`;
  return key.map((column) => `t.${q(column)} = (${named}).${q(column)}`).join(" and ");
};

export const rowOf = ({ stored }: Spoken, alias: string) =>
  // jsonb_build_object takes a hundred arguments; no table here has fifty columns, and one that had would be told of by a test.
  `jsonb_build_object(${stored.map((column) => `'${column}', ${alias}.${q(column)}`).join(", ")})`;
