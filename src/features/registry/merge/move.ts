import type { PoolClient } from "pg";
import { type Catalogue, type Child, q, type Spoken } from "./catalogue.ts";
import { keyOf, noteArrived } from "./journal.ts";

export interface Ends {
  kept: string;
  merged: string;
}

/** What happened to the rows of one table. */
export interface Moved {
  moved: number;
  /** The kept one has the same already: the other waits in the journal for an undo. */
  aside: number;
}

/** Says "the kept one" wherever a row says "the merged one". */
export async function moveRows(
  client: PoolClient,
  catalogue: Catalogue,
  table: Spoken,
  ends: Ends,
): Promise<Moved> {
  const { kept, merged } = ends;
  let aside = 0;
  for (const twins of await findTwins(client, table, ends)) {
    await moveChildren(client, catalogue, table, twins);
    const gone = await client.query(`delete from ${q(table.table)} where ctid = $1::tid`, [twins.merged]);
    aside += gone.rowCount ?? 0;
  }
  const moved = await client.query(
    `update ${q(table.table)} set ${table.columns.map((column) => `${q(column)} = case when ${q(column)} = $2 then $1 else ${q(column)} end`).join(", ")}
     where $2 in (${table.columns.map(q).join(", ")})`,
    [kept, merged],
  );
  return { moved: moved.rowCount ?? 0, aside };
}

export interface Twins {
  kept: string;
  merged: string;
}

/** Rows of the merged one that would be the second of their kind, each with the first; by where they lie. */
async function findTwins(client: PoolClient, table: Spoken, { kept, merged }: Ends): Promise<Twins[]> {
  const found = new Map<string, string>();
  const name = q(table.table);
  const replaced = table.columns
    .map((column) => `'${column}', case when t.${q(column)} = $2 then $1 end`)
    .join(", ");
  for (const { expressions, predicate } of table.uniques) {
    const values = expressions.map((expression, i) => `(${expression}) as u${i}`).join(", ");
    const { rows } = await client.query<{ kept: string; merged: string }>(
      `select k.at::text as kept, m.at::text as merged from
         (select ${table.table}.ctid as at, ${values} from ${name} where $1 in (${table.columns.map(q).join(", ")}) and ${predicate}) k
         join (select at, ${values} from (
           select t.ctid as at, (jsonb_populate_record(t, jsonb_strip_nulls(jsonb_build_object(${replaced})))).* from ${name} t
           where $2 in (${table.columns.map((column) => `t.${q(column)}`).join(", ")})) ${name} where ${predicate}) m
         on ${expressions.map((_, i) => `k.u${i} = m.u${i}`).join(" and ")} and k.at <> m.at`,
      [kept, merged],
    );
    for (const twins of rows) found.set(twins.merged, twins.kept);
  }
  return [...found].map(([merged, kept]) => ({ merged, kept }));
}

/** What belonged to the row that goes belongs to its twin; what cannot goes with it, and comes back with it. */
export async function moveChildren(
  client: PoolClient,
  catalogue: Catalogue,
  parent: Spoken,
  { kept, merged }: Twins,
): Promise<void> {
  for (const child of parent.children) {
    const below = catalogue.tables.get(child.table)!;
    const joined = child.columns
      .map((column, i) => `c.${q(column)} = m.${q(child.parents[i]!)}`)
      .join(" and ");
    const { rows } = await client.query<{ at: string }>(
      `select c.ctid::text as at from ${q(below.table)} c join ${q(parent.table)} m on ${joined} where m.ctid = $1::tid`,
      [merged],
    );
    for (const { at } of rows) {
      await client.query("savepoint child");
      try {
        const moved = await client.query<{ key: object }>(
          `update ${q(below.table)} c set ${child.columns.map((column, i) => `${q(column)} = k.${q(child.parents[i]!)}`).join(", ")}
           from ${q(parent.table)} k where c.ctid = $1::tid and k.ctid = $2::tid returning ${keyOf(below, "c")} as key`,
          [at, kept],
        );
        if (isKnownBy(below, child)) await noteArrived(client, below, moved.rows[0]!.key);
        await client.query("release savepoint child");
      } catch (error) {
        const { code } = error as { code?: string };
        if (code !== "23505" && code !== "23503") throw error;
        await client.query("rollback to savepoint child");
        // Rows of its own name it by what changes: it is written anew, they follow, and the old one goes.
        if (code === "23503") await writeAnew(client, catalogue, { parent, child, at, kept });
      }
    }
  }
}

/** Whether a row of this table is another one once it belongs to somebody else. */
const isKnownBy = ({ key }: Spoken, { columns }: Child): boolean =>
  columns.some((column) => column !== "cluster_id" && key.includes(column));

async function writeAnew(
  client: PoolClient,
  catalogue: Catalogue,
  { parent, child, at, kept }: { parent: Spoken; child: Child; at: string; kept: string },
): Promise<void> {
  const below = catalogue.tables.get(child.table)!;
  const values = below.stored.map((column) => {
    const i = child.columns.indexOf(column);
    return i < 0 ? `c.${q(column)}` : `k.${q(child.parents[i]!)}`;
  });
  await client.query("savepoint anew");
  try {
    const { rows } = await client.query<{ at: string; key: object }>(
      `insert into ${q(below.table)} as made (${below.stored.map(q).join(", ")})
       select ${values.join(", ")} from ${q(below.table)} c, ${q(parent.table)} k where c.ctid = $1::tid and k.ctid = $2::tid
       returning made.ctid::text as at, ${keyOf(below, "made")} as key`,
      [at, kept],
    );
    const [made] = rows;
    await noteArrived(client, below, made!.key);
    await moveChildren(client, catalogue, below, { kept: made!.at, merged: at });
    await client.query(`delete from ${q(below.table)} where ctid = $1::tid`, [at]);
    await client.query("release savepoint anew");
  } catch (error) {
    if ((error as { code?: string }).code !== "23505") throw error;
    await client.query("rollback to savepoint anew");
  }
}

/** Walls know the kept one by its own name, and nobody is walled off from what is theirs. */
export async function moveWalls(client: PoolClient, table: Spoken, { kept, merged }: Ends): Promise<void> {
  await client.query(
    `update ${q(table.table)} set wall = case when $1 = any (wall) then array_remove(wall, $2::uuid) else array_replace(wall, $2::uuid, $1::uuid) end
     where $2 = any (wall)`,
    [kept, merged],
  );
  const own = table.table === "organisation" ? ["id"] : table.columns;
  if (own.length === 0) return;
  await client.query(
    `update ${q(table.table)} set wall = array_remove(wall, $1::uuid) where $1 = any (wall) and $1 in (${own.map(q).join(", ")})`,
    [kept],
  );
}
