import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, ClusterId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { introductionsSeenBy, sideSeenBy } from "../introductions/visible.ts";
import type { NotRelevant } from "../matching/found.ts";
import { needsSeenBy } from "../visible.ts";
import type { Kind } from "../words.ts";
import type { Answer, Suggested } from "./rules.ts";

/** A suggestion with the names around it, for the list behind the figures. */
export interface SuggestedRow extends Suggested {
  title: string;
  slug: string;
  name: string;
  score: number;
  shownAt: Date;
  reason: NotRelevant | null;
  note: string | null;
}

/** Needs the team mediates, as far as this asker sees them: what else is kept in confidence is counted nowhere. */
const mediated = (actor: Actor, clusterId: ClusterId) =>
  sql`need.cluster_id = ${clusterId}::uuid and need.mediated and need.state <> 'draft' and ${needsSeenBy(actor)}`;

const introduced = (actor: Actor) => sql`
  select distinct f.need_id as need_id, t.organisation_id from introduction i
  join introduction_side f on f.cluster_id = i.cluster_id and f.introduction_id = i.id and f.need_id is not null and ${sideSeenBy(actor, "f")}
  join introduction_side t on t.cluster_id = i.cluster_id and t.introduction_id = i.id and t.side <> f.side and ${sideSeenBy(actor, "t")}
  where ${introductionsSeenBy(actor)}`;

/** Suggestions put before owners since a day, the latest first. */
export async function suggestedSince(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  since: string,
): Promise<SuggestedRow[]> {
  const { rows } = await sql<SuggestedRow>`
    with brought as (${introduced(actor)})
    select s.need_id, s.organisation_id, to_char(s.first_shown_at at time zone 'Europe/Berlin', 'YYYY-MM') as month, s.place, s.plain_place,
      s.score::double precision as score, s.first_shown_at as shown_at, f.verdict, f.reason, f.note, need.title,
      organisation.slug, organisation.name, brought.need_id is not null as introduced
    from match_suggestion s
    join need on need.cluster_id = s.cluster_id and need.id = s.need_id and ${mediated(actor, clusterId)}
    join organisation on organisation.id = s.organisation_id and ${seenBy(actor, { table: "organisation", owners: ["id"] })}
    left join match_feedback f on f.cluster_id = s.cluster_id and f.need_id = s.need_id and f.organisation_id = s.organisation_id
      and f.side = 'need' and f.taken_back_at is null
    left join brought on brought.need_id = s.need_id and brought.organisation_id = s.organisation_id
    where s.side = 'need' and s.first_shown_at >= ${since}::date
    order by s.first_shown_at desc, s.need_id, s.place`.execute(db);
  return rows;
}

/** Introductions that were asked for since a day, with how long the answer took. Two who met at an event had answered before they were asked. */
export async function answersSince(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  since: string,
): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select to_char(i.asked_at at time zone 'Europe/Berlin', 'YYYY-MM') as month,
      extract(epoch from i.answered_at - i.asked_at)::double precision / 86400 as days
    from introduction i
    left join introduction_side f on f.cluster_id = i.cluster_id and f.introduction_id = i.id and f.side = 'from' and ${sideSeenBy(actor, "f")}
    left join introduction_side t on t.cluster_id = i.cluster_id and t.introduction_id = i.id and t.side = 'to' and ${sideSeenBy(actor, "t")}
    where i.cluster_id = ${clusterId}::uuid and i.asked_at >= ${since}::date and i.origin <> 'event'
      and ${introductionsSeenBy(actor)}`.execute(db);
  return rows;
}

export interface Gap {
  id: string;
  title: string;
  kind: Kind;
  slug: string;
  name: string;
  deadline: string | null;
  best: number;
  candidates: number;
  computedAt: Date;
}

/** Open needs for which nobody in the cluster is a good match. */
export async function gapsIn(db: Db, actor: Actor, clusterId: ClusterId): Promise<Gap[]> {
  const { rows } = await sql<Gap>`
    select need.id, need.title, need.kind, need.deadline, organisation.slug, organisation.name, run.best::double precision as best,
      run.candidates, run.computed_at
    from match_run run
    join need on need.cluster_id = run.cluster_id and need.id = run.need_id and ${mediated(actor, clusterId)}
    join organisation on organisation.id = need.organisation_id and ${seenBy(actor, { table: "organisation", owners: ["id"] })}
    where run.good = 0 and need.state in ('open', 'in-talks')
    order by need.deadline nulls last, need.title, need.id`.execute(db);
  return rows;
}

/** How many open needs were matched, and how many are open. */
export async function looked(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
): Promise<{ open: number; matched: number }> {
  const { rows } = await sql<{ open: number; matched: number }>`
    select count(*)::int as open, count(run.need_id)::int as matched
    from need left join match_run run on run.cluster_id = need.cluster_id and run.need_id = need.id
    where need.state in ('open', 'in-talks') and ${mediated(actor, clusterId)}`.execute(db);
  return rows[0]!;
}

export interface MemberCounted {
  id: string;
  slug: string;
  name: string;
  sizeClass: string | null;
  since: string;
}

export const membersCounted = (
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  today: string,
): Promise<MemberCounted[]> =>
  db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select(["organisation.id", "organisation.slug", "organisation.name", "organisation.sizeClass"])
    .select(sql<string>`min(membership.since)::text`.as("since"))
    .where("membership.clusterId", "=", clusterId)
    .where("membership.role", "<>", "applicant")
    .where("membership.since", "<=", today)
    .where((is) => is.or([is("membership.until", "is", null), is("membership.until", ">", today)]))
    .where(seenBy(actor, { table: "membership", owners: ["organisationId"] }))
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .groupBy("organisation.id")
    .orderBy("organisation.id")
    .execute();
