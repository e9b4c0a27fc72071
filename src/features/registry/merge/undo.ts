import type { Job } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { FOLLOWS, type Hidden, tellOthers } from "./apply.ts";
import { type Catalogue, q, readCatalogue, type Spoken } from "./catalogue.ts";
import { reckonCompetences, reckonLinks, sharedProjects } from "./derived.ts";
import { keyIs, keyOf, rowOf } from "./journal.ts";

export const UNDO_DAYS = 90;

export interface MergeRecord {
  id: string;
  clusterId: string;
  keptWas: string;
  mergedId: string;
  mergedName: string;
}

export type UndoProblem = "merged-on" | "changed-meanwhile" | "taken-meanwhile";

/**
 * Puts back each row that the merge changed, as it was. Rows that were changed since stop it: only after a confirmation are they, too,
 * put back as they were before the merge. What was added since stays with the kept one.
 */
export async function undoMerge(
  unit: SystemUnit,
  merge: MergeRecord,
  { confirmed, by, now }: { confirmed: boolean; by: string | null; now: Date },
): Promise<Result<null, UndoProblem>> {
  const { client } = unit;
  await client.query("select pg_advisory_xact_lock(7240152); set local statement_timeout = '120s'");
  const here = await client.query("select from organisation where id = $1 for update", [merge.keptWas]);
  if (here.rowCount === 0) return refuse("merged-on");
  const catalogue = await readCatalogue(client);
  const changed = await changedSince(client, catalogue, merge.id);
  if (changed.some(({ told }) => told) && !confirmed) return refuse("changed-meanwhile");

  await client.query("savepoint before_undo");
  try {
    await putBack(client, catalogue, merge);
  } catch (error) {
    const { code } = error as { code?: string };
    // An address, an identifier or a right that somebody else has by now.
    if (code !== "23505" && code !== "23503") throw error;
    await client.query("rollback to savepoint before_undo");
    return refuse("taken-meanwhile");
  }
  const both = [merge.keptWas, merge.mergedId];
  // What follows from other records was put back as well, which is right unless those have moved on.
  if (changed.some(({ told }) => !told)) {
    await reckonCompetences(client, both);
    await reckonLinks(client, both, await sharedProjects(client, merge.keptWas, merge.mergedId));
    await client.query("select index_organisations($1::uuid[])", [both]);
  }
  await client.query("update merge set undone_by = $2, undone_at = $3 where id = $1", [merge.id, by, now]);
  const { rows: back } = await client.query<Hidden>(
    `select cluster_id as "clusterId", visibility, wall from organisation where id = $1`,
    [merge.mergedId],
  );
  await tellOthers(unit, merge.id, "organisation.unmerge", {
    organisationId: merge.keptWas,
    keptId: merge.keptWas,
    mergedId: merge.mergedId,
    mergedName: merge.mergedName,
    personId: by,
    ...back[0],
  });
  await client.query("delete from merge_row where merge_id = $1", [merge.id]);
  return ok(null);
}

export interface Changed {
  table: string;
  rows: number;
  /** A person did; what is only reckoned anew is nobody's change. */
  told: boolean;
}

/** What is not any more as the merge left it. */
export async function changedSince(
  client: SystemUnit["client"],
  catalogue: Catalogue,
  mergeId: string,
): Promise<Changed[]> {
  const found: Changed[] = [];
  for (const table of await tablesOf(client, catalogue, mergeId)) {
    const follows =
      FOLLOWS.includes(table.table) || table.table === "duplicate"
        ? "false"
        : table.table === "link"
          ? "coalesce(r.before, r.after) ->> 'origin' <> 'derived'"
          : "true";
    const { rows } = await client.query<{ told: boolean; rows: number }>(
      `select ${follows} as told, count(*)::int as rows from merge_row r
       left join lateral (select ${rowOf(table, "t")} as now from ${q(table.table)} t where ${keyIs(table, "r.key")}) n on true
       where r.merge_id = $1 and r.table_name = '${table.table}' and n.now is distinct from r.after group by 1`,
      [mergeId],
    );
    found.push(...rows.map((row) => ({ table: table.table, ...row })));
  }
  return found;
}

/** Those the merge changed something in, each after those it refers to. */
async function tablesOf(
  client: SystemUnit["client"],
  catalogue: Catalogue,
  mergeId: string,
): Promise<Spoken[]> {
  const { rows } = await client.query<{ name: string }>(
    "select distinct table_name as name from merge_row where merge_id = $1",
    [mergeId],
  );
  const names = new Set(rows.map(({ name }) => name));
  return catalogue.order.filter((name) => names.has(name)).map((name) => catalogue.tables.get(name)!);
}

/**
 * New rows go, changed ones change back, removed ones return: each table after those it refers to, and within a table first the rows that
 * leave the kept one, because two of a kind cannot stand beside each other.
 */
async function putBack(
  client: SystemUnit["client"],
  catalogue: Catalogue,
  merge: MergeRecord,
): Promise<void> {
  const tables = await tablesOf(client, catalogue, merge.id);
  for (const table of [...tables].reverse())
    await client.query(
      `delete from ${q(table.table)} t using merge_row r
       where r.merge_id = $1 and r.table_name = '${table.table}' and r.before is null and ${keyIs(table, "r.key")}`,
      [merge.id],
    );
  for (const table of tables) {
    if (table.columns.length > 0)
      await rewrite(
        client,
        table,
        merge,
        `$2 in (${table.columns.map((column) => `b.${q(column)}`).join(", ")})`,
        [merge.mergedId],
      );
    await rewrite(client, table, merge, "true", []);
    const stored = table.stored.map(q).join(", ");
    await client.query(
      `insert into ${q(table.table)} (${stored}) select ${table.stored.map((column) => `b.${q(column)}`).join(", ")}
       from merge_row r cross join lateral jsonb_populate_record(null::${q(table.table)}, r.before) b
       where r.merge_id = $1 and r.table_name = '${table.table}' and r.before is not null
         and not exists (select from ${q(table.table)} t where ${keyOf(table, "t")} = r.key)`,
      [merge.id],
    );
  }
}

async function rewrite(
  client: SystemUnit["client"],
  table: Spoken,
  merge: MergeRecord,
  where: string,
  values: unknown[],
): Promise<void> {
  const stored = table.stored.filter((column) => !table.key.includes(column));
  if (stored.length === 0) return;
  await client.query(
    `update ${q(table.table)} t set ${stored.map((column) => `${q(column)} = b.${q(column)}`).join(", ")}
     from merge_row r cross join lateral jsonb_populate_record(null::${q(table.table)}, r.before) b
     where r.merge_id = $1 and r.table_name = '${table.table}' and r.before is not null and ${keyIs(table, "r.key")} and ${where}
       and ${rowOf(table, "t")} is distinct from r.before`,
    [merge.id, ...values],
  );
}

/** What was merged for good needs no account of how it was before. */
export const forgetMerges: Job = async (_payload, house) => {
  const over = new Date(house.now().getTime() - UNDO_DAYS * 86_400_000);
  await house.system("forgetting what was merged for good", ({ client }) =>
    client.query("delete from merge_row r using merge m where m.id = r.merge_id and m.merged_at < $1", [
      over,
    ]),
  );
};
