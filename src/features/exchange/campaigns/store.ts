import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, ClusterId, MembershipRole, OrganisationId, SeatRole } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { needsSeenBy } from "../visible.ts";
import type { Kind } from "../words.ts";
import type { CampaignState } from "./rules.ts";
import type { Question } from "./schema.ts";

export interface Campaign {
  clusterId: ClusterId;
  id: string;
  titleEn: string;
  titleDe: string;
  introEn: string;
  introDe: string;
  questions: Question[];
  roles: Exclude<MembershipRole, "applicant">[];
  due: string;
  remindAfter: number;
  state: CampaignState;
  openedAt: Date | null;
  closedAt: Date | null;
  version: number;
}

export interface CampaignCounted extends Campaign {
  /** Members, not people. */
  asked: number;
  answered: number;
}

const COUNTED = sql`campaign.*,
  (select count(distinct a.organisation_id)::int from campaign_ask a
   where a.cluster_id = campaign.cluster_id and a.campaign_id = campaign.id) as asked,
  (select count(*)::int from campaign_answer a
   where a.cluster_id = campaign.cluster_id and a.campaign_id = campaign.id) as answered`;

export async function campaignsOf(db: Db, clusterId: ClusterId): Promise<CampaignCounted[]> {
  const { rows } = await sql<CampaignCounted>`
    select ${COUNTED} from campaign where cluster_id = ${clusterId}::uuid
    order by created_at desc, id`.execute(db);
  return rows;
}

export async function campaignBy(
  db: Db,
  clusterId: ClusterId,
  id: string,
): Promise<CampaignCounted | undefined> {
  const { rows } = await sql<CampaignCounted>`
    select ${COUNTED} from campaign where cluster_id = ${clusterId}::uuid and id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Closes those whose last day has passed, and hands them out. */
export async function closeCampaignsDue(
  db: Db,
  today: string,
  now: Date,
): Promise<(CampaignCounted & { slug: string })[]> {
  const { rows } = await sql<CampaignCounted & { slug: string }>`
    with over as (
      update campaign set state = 'closed', closed_at = ${now} where state = 'open' and due < ${today}::date
      returning cluster_id, id)
    select ${COUNTED}, cluster.slug from campaign join over using (cluster_id, id) join cluster on cluster.id = cluster_id
    order by campaign.id`.execute(db);
  return rows;
}

/** Those the asker's organisation was asked in and can still answer. */
export async function openFor(
  db: Db,
  clusterId: ClusterId,
  organisationId: OrganisationId,
): Promise<Campaign[]> {
  const { rows } = await sql<Campaign>`
    select campaign.* from campaign where cluster_id = ${clusterId}::uuid and state = 'open' and exists (
      select from campaign_ask a where a.cluster_id = campaign.cluster_id and a.campaign_id = campaign.id
        and a.organisation_id = ${organisationId}::uuid)
    order by due, id`.execute(db);
  return rows;
}

export interface Addressee {
  organisationId: OrganisationId;
  slug: string;
  name: string;
  membershipRole: MembershipRole;
  personId: string | null;
  seatId: string | null;
  seatRole: SeatRole | null;
  email: string | null;
  locale: Locale | null;
}

/**
 * The members of today with those of their people who write for them; a member without such people stands there once, without a
 * person. Read by the house's own hand: a facilitator need not know every address to have a letter sent there.
 */
export async function addressees(
  db: Db,
  clusterId: ClusterId,
  roles: readonly string[],
  today: string,
): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select m.organisation_id, o.slug, o.name, m.role as membership_role, p.id as person_id, s.id as seat_id, s.role as seat_role,
      p.email, p.locale
    from membership m join organisation o on o.id = m.organisation_id
    left join seat s on s.organisation_id = m.organisation_id and s.role in ('owner', 'editor')
      and s.since <= ${today}::date and (s.until is null or s.until > ${today}::date)
    left join person p on p.id = s.person_id and p.suspended_at is null
    where m.cluster_id = ${clusterId}::uuid and m.role <> 'applicant' and (${roles.length} = 0 or m.role = any (${roles}::text[]))
      and m.since <= ${today}::date and (m.until is null or m.until > ${today}::date)
    order by o.name, o.id, p.id`.execute(db);
  return rows;
}

type Reached = { [K in keyof Addressee]: NonNullable<Addressee[K]> };

export const isReached = (one: Addressee): one is Reached => one.email !== null;

/** Whom the letters of campaigns went to, and how their links begin. */
export const CAMPAIGN_ASKS = {
  reason: "letters of campaigns",
  table: "campaign_ask",
  subject: "campaign_id",
  path: "/answer",
} as const;

export interface Answer {
  organisationId: OrganisationId;
  slug: string;
  name: string;
  answers: Record<string, string>;
  answeredAt: Date;
}

export const answersOf = (db: Db, actor: Actor, clusterId: ClusterId, campaignId: string) =>
  db
    .selectFrom("campaignAnswer")
    .innerJoin("organisation", "organisation.id", "campaignAnswer.organisationId")
    .select(["campaignAnswer.organisationId", "organisation.slug", "organisation.name"])
    .select(["campaignAnswer.answers", "campaignAnswer.answeredAt"])
    .where("campaignAnswer.clusterId", "=", clusterId)
    .where("campaignAnswer.campaignId", "=", campaignId)
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .orderBy("organisation.name")
    .orderBy("organisation.id")
    .execute() as Promise<Answer[]>;

export async function ownAnswer(
  db: Db,
  clusterId: ClusterId,
  campaignId: string,
  organisationId: OrganisationId,
): Promise<{ answers: Record<string, string>; answeredAt: Date; version: number } | undefined> {
  const row = await db
    .selectFrom("campaignAnswer")
    .select(["answers", "answeredAt", "version"])
    .where("clusterId", "=", clusterId)
    .where("campaignId", "=", campaignId)
    .where("organisationId", "=", organisationId)
    .executeTakeFirst();
  return row && { ...row, answers: row.answers as Record<string, string> };
}

export interface CampaignNeed {
  id: string;
  title: string;
  kind: Kind;
  state: string;
  organisationId: OrganisationId;
  organisationName: string;
}

/** The needs that came of it, as far as the asker sees them: one kept for matching alone is in nobody's count. */
export const needsOf = (db: Db, actor: Actor, clusterId: ClusterId, campaignId: string) =>
  db
    .selectFrom("campaignNeed")
    .innerJoin("need", (on) =>
      on.onRef("need.clusterId", "=", "campaignNeed.clusterId").onRef("need.id", "=", "campaignNeed.needId"),
    )
    .innerJoin("organisation", "organisation.id", "need.organisationId")
    .select(["need.id", "need.title", "need.kind", "need.state", "need.organisationId"])
    .select("organisation.name as organisationName")
    .where("campaignNeed.clusterId", "=", clusterId)
    .where("campaignNeed.campaignId", "=", campaignId)
    .where(needsSeenBy(actor, "need"))
    .orderBy("need.title")
    .orderBy("need.id")
    .execute() as Promise<CampaignNeed[]>;

export interface Rate {
  role: MembershipRole;
  asked: number;
  answered: number;
}

/** Who answered, by the role in the cluster they have today. */
export async function ratesOf(db: Db, clusterId: ClusterId, campaignId: string): Promise<Rate[]> {
  const { rows } = await sql<Rate>`
    select m.role, count(distinct a.organisation_id)::int as asked, count(distinct w.organisation_id)::int as answered
    from campaign_ask a
    join membership m on m.cluster_id = a.cluster_id and m.organisation_id = a.organisation_id
      and m.since <= current_date and (m.until is null or m.until > current_date)
    left join campaign_answer w on w.cluster_id = a.cluster_id and w.campaign_id = a.campaign_id
      and w.organisation_id = a.organisation_id
    where a.cluster_id = ${clusterId}::uuid and a.campaign_id = ${campaignId}::uuid
    group by m.role order by asked desc, m.role`.execute(db);
  return rows;
}

export async function silentMembers(db: Db, actor: Actor, clusterId: ClusterId, campaignId: string) {
  return db
    .selectFrom("campaignAsk")
    .innerJoin("organisation", "organisation.id", "campaignAsk.organisationId")
    .select((eb) => [
      "organisation.slug",
      "organisation.name",
      eb.fn.max("campaignAsk.reminders").as("reminders"),
    ])
    .where("campaignAsk.clusterId", "=", clusterId)
    .where("campaignAsk.campaignId", "=", campaignId)
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .where(
      sql<boolean>`not exists (select from campaign_answer w where w.cluster_id = campaign_ask.cluster_id
        and w.campaign_id = campaign_ask.campaign_id and w.organisation_id = campaign_ask.organisation_id)`,
    )
    .groupBy(["organisation.id", "organisation.slug", "organisation.name"])
    .orderBy("organisation.name")
    .execute();
}
