import { type RawBuilder, sql } from "kysely";
import type { Actor, ClusterId } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { COMMONS } from "../../kernel/visibility.ts";
import { gather, type Part } from "./gather.ts";
import { KEEPING } from "./keeping.ts";
import { columnsNaming, shapesOf, type TableShape } from "./shape.ts";

/**
 * A whole cluster: its own rows, and of the house's common ones those that they name. With an actor what that person may see, without
 * one everything.
 */
export async function clusterParts(db: Db, clusterId: ClusterId, actor: Actor | null): Promise<Part[]> {
  // One moment for all tables.
  await sql`set transaction isolation level repeatable read`.execute(db);
  const shapes = await shapesOf(db);
  const own = [...shapes.values()].filter(({ name }) => KEEPING[name]?.rows === "cluster");
  const named = namedBy(own, clusterId);
  const parts: Part[] = [];
  for (const shape of shapes.values()) {
    const keeping = KEEPING[shape.name];
    if (!keeping || keeping.rows === "none") continue;
    // The log tells of records by what they were. Its page leaves out of each entry what its reader may not see; a chain cannot.
    if (actor && LOG.includes(shape.name)) continue;
    const where = keeping.rows === "cluster" ? ownRows(shape, clusterId) : named[shape.name];
    if (!where) throw new Error(`The export does not know which rows of "${shape.name}" a cluster names.`);
    parts.push(gather(db, shape, where, actor));
  }
  return parts;
}

const LOG = ["audit_entry", "audit_head"];

/** Of what is public the commons hold it: a member's logo, the links that follow from its projects. */
function ownRows(shape: TableShape, clusterId: ClusterId): RawBuilder<boolean> {
  const own = sql<boolean>`t.cluster_id = ${clusterId}::uuid`;
  const mine = members(clusterId);
  if (shape.name === "logo")
    return sql`(${own} or t.cluster_id = ${COMMONS}::uuid and t.organisation_id in (${mine}))`;
  if (shape.name === "link")
    return sql`(${own} or t.cluster_id = ${COMMONS}::uuid
      and t.from_organisation_id in (${mine}) and t.to_organisation_id in (${mine}))`;
  return own;
}

const members = (clusterId: ClusterId) =>
  sql`select organisation_id from membership where cluster_id = ${clusterId}::uuid`;

function namedBy(own: readonly TableShape[], clusterId: ClusterId): Record<string, RawBuilder<boolean>> {
  const mine = members(clusterId);
  const naming = (table: string) =>
    own.flatMap((shape) =>
      columnsNaming(shape, table).map(
        (column) =>
          sql`select ${sql.ref(column)} from ${sql.table(shape.name)} where cluster_id = ${clusterId}::uuid`,
      ),
    );
  // A teaser's wall is its need's; to who may not know the need it would tell whom its owner fears.
  const walls = own
    .filter(({ name, columns }) => name !== "need_teaser" && columns.some((column) => column.name === "wall"))
    .map(
      (shape) => sql`select unnest(wall) from ${sql.table(shape.name)} where cluster_id = ${clusterId}::uuid`,
    );
  const any = (queries: readonly RawBuilder<unknown>[]) => sql.join(queries, sql` union all `);
  const organisations = any([...naming("organisation"), ...walls]);
  const people = any([
    ...naming("person"),
    sql`select person_id from seat where organisation_id in (${mine})`,
  ]);
  return {
    cluster: sql`t.id = ${clusterId}::uuid`,
    organisation: sql`t.id in (${organisations})`,
    organisation_alias: sql`t.organisation_id in (${organisations}) and t.cluster_id in (${COMMONS}::uuid, ${clusterId}::uuid)`,
    person: sql`t.id in (${people})`,
    seat: sql`t.organisation_id in (${mine})`,
    project: sql`(t.cluster_id = ${clusterId}::uuid
      or t.id in (select project_id from participation where organisation_id in (${mine})))`,
    participation: sql`t.organisation_id in (${mine}) and t.cluster_id in (${COMMONS}::uuid, ${clusterId}::uuid)`,
    competence: sql`true`,
    organisation_competence: sql`t.organisation_id in (${mine})`,
  };
}
