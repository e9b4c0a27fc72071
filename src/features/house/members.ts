import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../access/context.ts";
import { seenBy, type VisibleColumns } from "../../access/visibility.ts";
import type { Db } from "../../kernel/gateway.ts";
import { COMMONS } from "../../kernel/visibility.ts";

export interface Member {
  id: string;
  name: string;
  slug: string;
  kind: string;
  sizeClass: string | null;
  role: string;
  since: string;
  place: boolean;
  industries: boolean;
}

/** Who belongs to the cluster today, as far as the asker sees; applicants apart. The newest first. */
export async function membersHere(
  db: Db,
  ctx: Context,
): Promise<{ members: Member[]; applicants: Member[] }> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select(["organisation.id", "organisation.name", "organisation.slug", "organisation.kind"])
    .select(["organisation.sizeClass", "membership.role", "membership.since"])
    .select(sql<boolean>`organisation.lat is not null`.as("place"))
    .select(sql<boolean>`cardinality(organisation.industries) > 0`.as("industries"))
    .where("membership.clusterId", "=", ctx.actor.clusterId)
    .where("membership.since", "<=", ctx.today())
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", ctx.today())]))
    .where(seenBy(ctx.actor, { table: "membership", owners: ["organisationId"] }))
    .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
    .orderBy("membership.since", "desc")
    .orderBy("organisation.name")
    .execute();
  return {
    members: rows.filter((row) => row.role !== "applicant"),
    applicants: rows.filter((row) => row.role === "applicant"),
  };
}

export const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
export const among = (column: string, ids: readonly string[]): RawBuilder<boolean> =>
  sql`${sql.ref(column)} = any (${ids}::uuid[])`;

export const LINK: VisibleColumns = {
  table: "link",
  owners: ["fromOrganisationId", "toOrganisationId"],
  group: true,
  person: true,
};

/** Links of the commons and of this cluster; those of another cluster are its own matter, public or not. */
export const linksHere = (ctx: Context): RawBuilder<boolean> =>
  sql`link.cluster_id in (${COMMONS}::uuid, ${ctx.actor.clusterId}::uuid) and ${seenBy(ctx.actor, LINK)}`;
