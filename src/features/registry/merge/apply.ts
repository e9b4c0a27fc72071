import { sql } from "kysely";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { COMMONS, type Visible } from "../../../kernel/visibility.ts";
import { networkChanged } from "../../network/feature.ts";
import { readCatalogue } from "./catalogue.ts";
import { reckonCompetences, reckonLinks, sharedProjects } from "./derived.ts";
import { closeJournal, openJournal, takeDown } from "./journal.ts";
import { type Ends, type Moved, moveRows, moveWalls } from "./move.ts";
import { joinLinks, joinParticipations, joinRows, movePairs, noteOwnValues } from "./special.ts";

/** What of the public identity is taken from the merged one. */
export type Taken = Readonly<Record<string, unknown>>;

export interface MergeOrder extends Ends {
  clusterId: string;
  /** Columns of `organisation` that get another value, as the database names them. */
  taken: Taken;
  by: string | null;
  now: Date;
}

/** Who may know of the merged one, as the log keeps it. */
export type Hidden = Pick<Visible, "clusterId" | "visibility" | "wall">;

/** What follows from other records; it is reckoned anew rather than moved. */
export const FOLLOWS = ["organisation_competence", "organisation_search"];
const PAIRS = ["duplicate", "not_duplicate"] as const;

/** Imports wait for a merge, and a merge for an import: the same lock as theirs. */
const ALONE = "select pg_advisory_xact_lock(7240152); set local statement_timeout = '120s'";

/**
 * Makes two organisations one. Whatever speaks of either is found by the catalogue and taken down as it is; then everything of the merged
 * one is said of the kept one. Past everybody's own rights: whoever calls has asked `can`.
 */
export async function applyMerge(unit: SystemUnit, order: MergeOrder): Promise<string> {
  const { client } = unit;
  const { kept, merged, clusterId, now } = order;
  const id = uuidv7(now.getTime());
  await client.query(ALONE);
  const { rows: both } = await client.query<{ id: string; name: string; slug: string } & Hidden>(
    `select id, name, slug, cluster_id as "clusterId", visibility, wall from organisation where id in ($1, $2) order by id for update`,
    [kept, merged],
  );
  const gone = both.find((row) => row.id === merged);
  const stays = both.find((row) => row.id === kept);
  if (!gone || !stays) throw new Error("One of the two is not there any more.");

  const catalogue = await readCatalogue(client);
  const projects = await sharedProjects(client, kept, merged);
  await openJournal(client, catalogue, kept, merged);
  if (projects.length > 0)
    await takeDown(
      client,
      catalogue.tables.get("link")!,
      `t.origin = 'derived' and t.evidence && $1::uuid[] and t.cluster_id = commons()`,
      [projects],
    );

  const counts: Record<string, Moved> = {};
  const move = async (name: string, joined = 0) => {
    const moved = await moveRows(client, catalogue, catalogue.tables.get(name)!, order);
    const aside = moved.aside + joined;
    if (moved.moved + aside > 0) counts[name] = { moved: moved.moved, aside };
  };
  await joinParticipations(client, order);
  await move("participation");
  const taken = await reckonLinks(client, [kept], projects, merged);
  await move("link", await joinLinks(client, catalogue, order));
  if (taken > 0) counts.link = { moved: (counts.link?.moved ?? 0) + taken, aside: counts.link?.aside ?? 0 };
  await move("membership", await joinRows(client, catalogue, order));
  await noteOwnValues(client, order, gone.name, now);
  for (const pairs of PAIRS) await movePairs(client, pairs, order);
  const done = ["participation", "link", "membership", "organisation", ...FOLLOWS, ...PAIRS];
  for (const name of catalogue.order)
    if (!done.includes(name) && catalogue.tables.get(name)!.columns.length > 0) await move(name);
  for (const table of catalogue.tables.values()) if (table.wall) await moveWalls(client, table, order);

  await keepAlias(client, order);
  await client.query("delete from organisation where id = $1", [merged]);
  await takeOver(client, order);
  await reckonCompetences(client, [kept]);
  await client.query("select index_organisations(array[$1::uuid])", [kept]);
  await client.query(
    `insert into merge (cluster_id, id, kept_id, kept_was, merged_id, merged_name, merged_slug, merged_by, merged_at, counts)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)`,
    [clusterId, id, kept, merged, gone.name, gone.slug, order.by, now, JSON.stringify(counts)],
  );
  await closeJournal(client, catalogue, { id, clusterId, kept });
  // The account of the merge is not part of what is undone.
  await client.query(
    "delete from merge_row where merge_id = $1 and table_name = 'merge' and key ->> 'id' = $1::text",
    [id],
  );
  await tellOthers(unit, id, "organisation.merge", {
    keptId: kept,
    mergedId: merged,
    organisationId: kept,
    mergedName: gone.name,
    personId: order.by,
    ...{ clusterId: gone.clusterId, visibility: gone.visibility, wall: gone.wall },
  });
  return id;
}

async function keepAlias(client: SystemUnit["client"], { kept, merged }: Ends): Promise<void> {
  await client.query(
    `insert into organisation_alias (id, slug, pic, source, source_key, organisation_id, cluster_id, visibility, wall)
     select id, slug, pic, source, source_key, $1, cluster_id, visibility, array_remove(wall, $1) from organisation where id = $2`,
    [kept, merged],
  );
}

async function takeOver(client: SystemUnit["client"], { kept, taken, now }: MergeOrder): Promise<void> {
  const columns = Object.keys(taken);
  const set = columns.map((column, i) => `"${column}" = $${i + 3}, `).join("");
  await client.query(`update organisation set ${set} version = version + 1, updated_at = $2 where id = $1`, [
    kept,
    now,
    ...columns.map((column) => taken[column]),
  ]);
}

/** Every cluster whose records were touched has it in its log; the pages of all forget what they kept. */
export async function tellOthers(
  unit: SystemUnit,
  mergeId: string,
  action: string,
  after: Record<string, unknown>,
): Promise<void> {
  const { rows } = await unit.client.query<{ id: string }>(
    `select cluster_id::text as id from merge where id = $1
     union select coalesce(before, after) ->> 'cluster_id' from merge_row
       where merge_id = $1 and coalesce(before, after) ->> 'cluster_id' is not null`,
    [mergeId],
  );
  for (const clusterId of new Set([COMMONS, ...rows.map((row) => row.id)])) {
    unit.audit({
      action,
      subjectKind: "organisation",
      subjectId: String(after.organisationId),
      clusterId,
      after,
    });
    if (clusterId !== COMMONS) await networkChanged(unit, clusterId);
  }
  await sql`select touch_commons()`.execute(unit.db);
  await sql`select touch_clusters()`.execute(unit.db);
}
