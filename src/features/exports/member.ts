import { sql } from "kysely";
import type { Actor, OrganisationId } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { COMMONS } from "../../kernel/visibility.ts";
import { exchangeTaken, keptFromMembers } from "./exchange-rows.ts";
import { gather, type Part } from "./gather.ts";
import { KEEPING } from "./keeping.ts";
import { columnsNaming, shapesOf } from "./shape.ts";

/** What belongs to one organisation, as its owner sees it: never the team's notes, nor a neighbour's side of things. */
export async function memberParts(db: Db, actor: Actor, organisationId: OrganisationId): Promise<Part[]> {
  await sql`set transaction isolation level repeatable read`.execute(db);
  const shapes = await shapesOf(db);
  const parts: Part[] = [];
  for (const shape of shapes.values()) {
    const keeping = KEEPING[shape.name];
    if (!keeping || keeping.rows === "none") continue;
    const columns = shape.name === "organisation" ? ["id"] : columnsNaming(shape, "organisation");
    const here = shape.columns.some(({ name }) => name === "cluster_id")
      ? sql`t.cluster_id in (${COMMONS}::uuid, ${actor.clusterId}::uuid)`
      : sql`true`;
    const ways = columns.map((column) => sql<boolean>`t.${sql.ref(column)} = ${organisationId}::uuid`);
    const where =
      exchangeTaken(shape.name, actor) ??
      (shape.name === "project"
        ? sql<boolean>`t.id in (select project_id from participation where organisation_id = ${organisationId}::uuid)`
        : shape.name === "person"
          ? sql<boolean>`t.id in (select person_id from seat where organisation_id = ${organisationId}::uuid)`
          : ways.length > 0
            ? sql<boolean>`(${sql.join(ways, sql` or `)}) and ${here}`
            : null);
    if (where) parts.push(gather(db, shape, where, actor, keptFromMembers(shape.name)));
  }
  return parts;
}
