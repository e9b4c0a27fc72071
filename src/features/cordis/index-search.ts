import type { PoolClient } from "pg";

const BATCH = 500;

/** Writes the search rows of the organisations named, and of those that have none yet. */
export async function indexSearch(
  client: PoolClient,
  changed: readonly string[],
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const found = await client.query(
    `select id from organisation o where visibility = 'public'
       and (id = any ($1) or not exists (select from organisation_search s where s.organisation_id = o.id))
     order by id`,
    [changed],
  );
  const ids: string[] = found.rows.map((row) => row.id);
  // Fresh rows have no statistics yet, and without them the planner walks the whole vocabulary once per organisation.
  await client.query("set local enable_nestloop = off");
  for (let start = 0; start < ids.length; start += BATCH) {
    await client.query("select index_organisations($1)", [ids.slice(start, start + BATCH)]);
    onProgress(Math.min(start + BATCH, ids.length), ids.length);
  }
  await client.query("set local enable_nestloop = on");
  return ids.length;
}
