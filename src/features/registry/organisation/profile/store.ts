import { sql } from "kysely";
import { seenBy } from "../../../../access/visibility.ts";
import type { Actor, ClusterId, OrganisationId } from "../../../../kernel/actor.ts";
import type { Db, Unit } from "../../../../kernel/gateway.ts";
import { belongingSeen } from "../../links/store.ts";
import { seenFact } from "../facts/store.ts";
import { seenLogo } from "../store.ts";
import { type Levels, readLevels } from "./levels.ts";
import { isSilent } from "./silent.ts";
import { STALE_MONTHS } from "./stale.ts";

/** What the organisation chose for its fields in this cluster. Only itself and the team may read it; for others it is empty. */
export const levelsOf = async (
  db: Db,
  clusterId: ClusterId,
  organisationId: OrganisationId,
): Promise<Levels> => {
  const row = await db
    .selectFrom("profile")
    .select("levels")
    .where("clusterId", "=", clusterId)
    .where("organisationId", "=", organisationId)
    .executeTakeFirst();
  return readLevels(row?.levels);
};

export const saveLevels = (
  { db }: Unit,
  clusterId: ClusterId,
  organisationId: OrganisationId,
  levels: Levels,
) =>
  db
    .insertInto("profile")
    .values({ clusterId, organisationId, levels: JSON.stringify(levels) })
    .onConflict((conflict) =>
      conflict.columns(["clusterId", "organisationId"]).doUpdateSet({ levels: JSON.stringify(levels) }),
    )
    .execute();

/** Those of its items the asker sees, or one of them: noted as still true. */
export const checkFacts = async (
  { db }: Unit,
  actor: Actor,
  {
    clusterId,
    organisationId,
    id,
    at,
  }: { clusterId: ClusterId; organisationId: OrganisationId; id?: string | undefined; at: Date },
): Promise<string[]> => {
  const rows = await db
    .updateTable("fact")
    .set({ checkedAt: at, checkedBy: actor.personId })
    .where("fact.clusterId", "=", clusterId)
    .where("fact.organisationId", "=", organisationId)
    .where(seenFact(actor))
    .$if(id !== undefined, (q) => q.where("fact.id", "=", id!))
    .returning("fact.id")
    .execute();
  return rows.map((row) => row.id);
};

export interface ProfileRow {
  id: string;
  slug: string;
  name: string;
  kind: string;
  industries: string[];
  city: string | null;
  country: string | null;
  url: string | null;
  sizeClass: string | null;
  fields: string[];
  items: number;
  stale: number;
  derivedCompetences: boolean;
  logo: boolean;
  touchedAt: Date | null;
  silent: boolean;
}

/** Every member's profile in figures, counted from the items the asker sees. */
export async function profilesHere(
  db: Db,
  actor: Actor,
  { clusterId, today, now }: { clusterId: ClusterId; today: string; now: Date },
): Promise<ProfileRow[]> {
  const { rows } = await sql<ProfileRow>`
    select organisation.id, organisation.slug, organisation.name, organisation.kind, organisation.industries, organisation.city,
      organisation.country, organisation.url, organisation.size_class, organisation.touched_at, ${isSilent(now)} as silent,
      coalesce(said.fields, '{}') as fields, coalesce(said.items, 0) as items, coalesce(said.stale, 0) as stale,
      exists (select from organisation_competence oc where oc.organisation_id = organisation.id) as derived_competences,
      exists (select from logo where logo.organisation_id = organisation.id and ${seenLogo(actor)}) as logo
    from organisation
    left join (
      select fact.organisation_id, array_agg(distinct fact.field) as fields, count(*)::int as items,
        (count(*) filter (where greatest(fact.stated_at, fact.checked_at) < ${now}::timestamptz - make_interval(months => ${STALE_MONTHS})))::int as stale
      from fact where fact.cluster_id = ${clusterId}::uuid and ${seenFact(actor)}
      group by fact.organisation_id
    ) said on said.organisation_id = organisation.id
    where organisation.id in ${belongingSeen(db, actor, clusterId, today)} and ${seenBy(actor, { table: "organisation", owners: ["id"] })}
    order by organisation.name, organisation.id
  `.execute(db);
  return rows;
}
