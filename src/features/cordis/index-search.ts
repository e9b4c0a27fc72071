import type { PoolClient } from "pg";

const BATCH = 500;

/** Writes the search rows of the organisations named, and of organisations and projects that have none yet. */
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
  const missing = await client.query(
    `select id from project p where visibility = 'public' and wall = '{}'
       and not exists (select from project_search s where s.project_id = p.id) order by id`,
  );
  const projects: string[] = missing.rows.map((row) => row.id);
  const total = ids.length + projects.length;
  // Fresh rows have no statistics yet, and without them the planner walks the whole vocabulary once per organisation.
  await client.query("set local enable_nestloop = off");
  for (let start = 0; start < ids.length; start += BATCH) {
    await client.query("select index_organisations($1)", [ids.slice(start, start + BATCH)]);
    onProgress(Math.min(start + BATCH, ids.length), total);
  }
  for (let start = 0; start < projects.length; start += BATCH) {
    await client.query("select index_projects($1)", [projects.slice(start, start + BATCH)]);
    onProgress(ids.length + Math.min(start + BATCH, projects.length), total);
  }
  await client.query("set local enable_nestloop = on");
  return ids.length;
}
