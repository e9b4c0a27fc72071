import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import { COMMONS } from "../../../../kernel/visibility.ts";
import type { Act, Link, Membership, Organisation, Records } from "./records.ts";

/** Open to the whole cluster at least, and behind no wall. */
const open = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.visibility`)} in ('public', 'peers', 'cluster') and ${sql.ref(`${alias}.wall`)} = '{}')`;
const known = (alias: string, clusterId: string): RawBuilder<boolean> =>
  sql<boolean>`(${open(alias)} and ${sql.ref(`${alias}.cluster_id`)} in (${COMMONS}::uuid, ${clusterId}::uuid))`;

/** Reads past an asker's rights: for figures of which nothing is made but of what all of the cluster may see. */
export async function loadRecords(db: Db, clusterId: string): Promise<Records> {
  const cluster = await db
    .selectFrom("cluster")
    .select(["founded", "visibility", "aboutEn", "aboutDe", "url", "industries", "competences"])
    .where("id", "=", clusterId)
    .executeTakeFirstOrThrow();
  const memberships = await membershipsOf(db, clusterId);
  const ids = [...new Set(memberships.map(({ organisationId }) => organisationId))];
  const { visibility, ...rest } = cluster;
  return {
    clusterId,
    cluster: { ...rest, public: visibility === "public" },
    organisations: await organisationsOf(db, ids, cluster.competences),
    memberships,
    votes: await votesOf(db, clusterId),
    links: await linksOf(db, clusterId, ids),
    acts: await actsOf(db, clusterId, ids),
    asked: await askedIn(db, clusterId),
    introductions: await introductionsOf(db, clusterId),
    events: await eventsOf(db, clusterId),
    offices: await db
      .selectFrom("office")
      .select(["id", "since", "until"])
      .where("clusterId", "=", clusterId)
      .orderBy("since")
      .orderBy("id")
      .execute(),
    seats: await seatsOf(db, ids),
    kept: await keptMonths(db, clusterId),
  };
}

const membershipsOf = (db: Db, clusterId: string): Promise<Membership[]> =>
  db
    .selectFrom("membership as m")
    .innerJoin("organisation as o", "o.id", "m.organisationId")
    .select(["m.id", "m.organisationId", "m.levelId", "m.since", "m.until"])
    .where("m.clusterId", "=", clusterId)
    .where("m.role", "<>", "applicant")
    .where(open("m"))
    .where(known("o", clusterId))
    .orderBy("m.since")
    .orderBy("o.name")
    .orderBy("m.id")
    .execute();

async function organisationsOf(db: Db, ids: readonly string[], competences: readonly string[]) {
  const { rows } = await sql<Organisation>`
    select o.id, o.kind, o.size_class, o.country, o.lat, o.lon, o.industries,
      exists (select from organisation_competence c where c.organisation_id = o.id and c.code = any (${codes(competences)})) as in_field
    from organisation o where o.id = any (${uuids(ids)})`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

async function votesOf(db: Db, clusterId: string) {
  const rows = await db
    .selectFrom("membershipLevelTerm")
    .select(["levelId", "since", "votesDirect as votes"])
    .where("clusterId", "=", clusterId)
    .execute();
  return rows;
}

/** A derived link says no more than its projects do: with none that is open it does not exist. */
async function linksOf(db: Db, clusterId: string, ids: readonly string[]): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select l.id, e.member, e.other, x.kind as other_kind, x.country as other_country, l.since, l.until
    from link l
    cross join lateral (values (l.from_organisation_id, l.to_organisation_id), (l.to_organisation_id, l.from_organisation_id)) e (member, other)
    join organisation x on x.id = e.other
    where l.cluster_id in (${COMMONS}::uuid, ${clusterId}::uuid) and l.origin in ('confirmed', 'derived') and ${open("l")}
      and (l.from_organisation_id = any (${uuids(ids)}) or l.to_organisation_id = any (${uuids(ids)}))
      and e.member = any (${uuids(ids)}) and ${known("x", clusterId)}
      and (l.origin <> 'derived' or l.evidence_kind is distinct from 'project'
        or exists (select from project p where p.id = any (l.evidence::uuid[]) and p.visibility = 'public' and p.wall = '{}'))
    order by l.origin, l.since desc nulls last, l.id`.execute(db);
  return rows;
}

/** Signs of taking part: what was said here by members for the cluster to see, and that they came or answered. */
async function actsOf(db: Db, clusterId: string, ids: readonly string[]): Promise<Act[]> {
  const said = (table: "need" | "offer", extra: RawBuilder<unknown>) => sql`
    select ${table} as kind, x.id, x.organisation_id, coalesce(x.opened_at, x.created_at)::date as on
    from ${sql.table(table)} x where x.cluster_id = ${clusterId}::uuid and x.state <> 'draft' and ${open("x")} and ${extra}`;
  const { rows } = await sql<Act>`
    select * from (
      select 'link' as kind, l.id, e.organisation_id, coalesce(l.confirmed_at, l.created_at)::date as on
      from link l
      cross join lateral (values (l.from_organisation_id), (l.to_organisation_id)) e (organisation_id)
      where l.cluster_id = ${clusterId}::uuid and ${open("l")} and l.disputed_at is null
        and (l.origin = 'confirmed' or l.origin = 'declared' and l.declared_for = e.organisation_id)
      union all ${said("need", sql`x.step in ('named', 'full')`)}
      union all ${said("offer", sql`true`)}
      union all
      select 'registration', r.id, r.organisation_id, r.created_at::date
      from registration r join event v on v.cluster_id = r.cluster_id and v.id = r.event_id
      where r.cluster_id = ${clusterId}::uuid and r.state = 'registered' and r.wall = '{}' and v.state not in ('draft', 'cancelled') and ${open("v")}
      union all
      -- Which questions, and what was said, stays between the member and those who asked.
      select 'answer', null, a.organisation_id, a.answered_at::date
      from campaign_answer a where a.cluster_id = ${clusterId}::uuid
    ) act where organisation_id = any (${uuids(ids)})
    order by "on", kind, id`.execute(db);
  return rows;
}

const askedIn = async (db: Db, clusterId: string) =>
  (
    await sql<{ organisationId: string; campaignId: string; on: string }>`
      select organisation_id, campaign_id, min(asked_at)::date as on from campaign_ask
      where cluster_id = ${clusterId}::uuid group by organisation_id, campaign_id`.execute(db)
  ).rows;

/**
 * Those the team knows of. Nothing that hangs on a confidential need, on a wall, or on a side that stays unnamed: their number would
 * tell that there is something.
 */
async function introductionsOf(db: Db, clusterId: string) {
  const { rows } = await sql<Records["introductions"][number]>`
    select i.id, i.asked_at::date as asked_on, i.told_at is not null as agreed,
      c.state as outcome, c.on as outcome_on
    from introduction i
    left join lateral (
      select o.state, coalesce(o.answered_at, o.stated_at)::date as on from outcome o
      where o.cluster_id = i.cluster_id and o.introduction_id = i.id and o.kind <> 'nothing' and o.state in ('stated', 'confirmed')
      order by (o.state = 'confirmed') desc, o.stated_at limit 1) c on true
    where i.cluster_id = ${clusterId}::uuid and i.mediated and i.hidden is null and i.asked_at is not null
      and not exists (
        select from introduction_side s
        left join need n on n.id = s.need_id
        left join offer b on b.id = s.offer_id
        left join organisation o on o.id = s.organisation_id
        where s.cluster_id = i.cluster_id and s.introduction_id = i.id
          and (not s.shown or n.id is not null and not (${open("n")} and n.step in ('named', 'full'))
            or b.id is not null and not ${open("b")} or not ${open("o")}))
    order by i.asked_at, i.id`.execute(db);
  return rows;
}

async function eventsOf(db: Db, clusterId: string) {
  const { rows } = await sql<Records["events"][number]>`
    select v.id, v.ends_at::date as on, v.published_at::date as published_on from event v
    where v.cluster_id = ${clusterId}::uuid and v.state not in ('draft', 'cancelled') and ${open("v")}
    order by v.ends_at, v.id`.execute(db);
  return rows;
}

async function seatsOf(db: Db, ids: readonly string[]) {
  const { rows } = await sql<Records["seats"][number]>`
    select s.id, s.organisation_id, s.since, s.until, s.role in ('owner', 'editor') and p.suspended_at is null as speaks
    from seat s join person p on p.id = s.person_id where s.organisation_id = any (${uuids(ids)})
    order by s.since, s.id`.execute(db);
  return rows;
}

async function keptMonths(db: Db, clusterId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("cockpitMonth")
    .select("month")
    .distinct()
    .where("clusterId", "=", clusterId)
    .where("kept", "=", true)
    .orderBy("month")
    .execute();
  return rows.map(({ month }) => month);
}

const uuids = (ids: readonly string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`;
const codes = (list: readonly string[]) => sql`${sql.val([...list])}::text[]`;
