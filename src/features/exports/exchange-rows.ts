import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import { eventsSeenBy, isTeam, meetingsSeenBy, registrationsSeenBy } from "../events/feature.ts";
import { introductionKnownTo, introductionSideOf, needsSeenBy, offersSeenBy } from "../exchange/feature.ts";

type Condition = RawBuilder<boolean>;

/** Rows that hang on a need or an offer, by the table they hang on. */
const HANGING: Readonly<Record<string, "need" | "offer">> = {
  need_teaser: "need",
  need_detail: "need",
  need_file: "need",
  need_release: "need",
  need_release_act: "need",
  offer_file: "offer",
};

const NOBODY = sql<boolean>`false`;
const EVERYBODY = sql<boolean>`true`;

const of = (table: string, which: Condition, column = `${table}_id`): Condition => sql<boolean>`exists (
  select from ${sql.table(table)} n where n.cluster_id = t.cluster_id and n.id = t.${sql.ref(column)} and ${which})`;

/** Of the organisation acted for. */
const mine = (actor: Actor, column: string): Condition =>
  actor.organisationId === null ? NOBODY : sql`${sql.ref(column)} = ${actor.organisationId}::uuid`;

const team = (actor: Actor): Condition => (isTeam(actor, actor.clusterId) ? EVERYBODY : NOBODY);

/** Of a need whose matches the asker reads: the owner, and the team that mediates it. */
const matched = (actor: Actor): Condition =>
  sql`(${mine(actor, "n.organisation_id")} or ${team(actor)} and n.mediated and n.cluster_id = ${actor.clusterId}::uuid)`;

/** Who reads the rows of a table (as `t`): the same rule as the database's own, said once more. */
const SEEN: Readonly<Record<string, (actor: Actor) => Condition>> = {
  introduction: (actor) => introductionKnownTo(actor, "t"),
  introduction_side: (actor) =>
    of(
      "introduction",
      sql`${introductionKnownTo(actor, "n")} and (${mine(actor, "t.organisation_id")} or t.shown or ${team(actor)})`,
    ),
  // The team reads along where it goes through the team.
  introduction_message: (actor) =>
    ofIntroduction(
      sql`(${introductionSideOf(actor, "n")} or n.via = 'team' and ${introductionKnownTo(actor, "n")})`,
    ),
  talk: (actor) => ofIntroduction(introductionSideOf(actor, "n")),
  talk_slot: (actor) => ofIntroduction(introductionKnownTo(actor, "n")),
  outcome: (actor) => ofIntroduction(introductionKnownTo(actor, "n")),
  outcome_value: (actor) => ofIntroduction(introductionSideOf(actor, "n")),
  outcome_claim: (actor) => ofIntroduction(introductionKnownTo(actor, "n")),
  match_suggestion: (actor) =>
    sql`(t.side = 'organisation' and ${mine(actor, "t.organisation_id")} or ${of("need", matched(actor))})`,
  // What one side says of the other is told to the other by nobody.
  match_feedback: (actor) => sql`(t.side = 'organisation' and ${mine(actor, "t.organisation_id")}
    or t.side = 'need' and ${of("need", mine(actor, "n.organisation_id"))}
    or ${team(actor)} and ${of("need", matched(actor))})`,
  campaign: (actor) => sql`(${team(actor)} or t.state <> 'draft' and exists (
    select from campaign_ask n where n.cluster_id = t.cluster_id and n.campaign_id = t.id and ${mine(actor, "n.organisation_id")}))`,
  campaign_ask: (actor) => sql`(${team(actor)} or ${mine(actor, "t.organisation_id")})`,
  campaign_answer: (actor) => sql`(${team(actor)} or ${mine(actor, "t.organisation_id")})`,
  campaign_need: (actor) => of("need", needsSeenBy(actor, "n")),
  event: (actor) => eventsSeenBy(actor, "t"),
  event_session: (actor) => of("event", eventsSeenBy(actor, "n")),
  event_slot: (actor) => of("event", eventsSeenBy(actor, "n")),
  event_table: (actor) => of("event", eventsSeenBy(actor, "n")),
  event_rule: (actor) => sql`(${team(actor)} and ${of("event", eventsSeenBy(actor, "n"))})`,
  event_plan: (actor) => sql`(${team(actor)} and ${of("event", eventsSeenBy(actor, "n"))})`,
  event_rule_organisation: (actor) => sql`(${team(actor)} and exists (
    select from event_rule r join event n on n.cluster_id = r.cluster_id and n.id = r.event_id
    where r.cluster_id = t.cluster_id and r.id = t.rule_id and ${eventsSeenBy(actor, "n")}))`,
  registration: (actor) => registrationsSeenBy(actor, "t"),
  registration_away: (actor) =>
    of(
      "registration",
      sql`${registrationsSeenBy(actor, "n")} and (${team(actor)} or ${mine(actor, "n.organisation_id")})`,
    ),
  // Nobody reads another's wishes and notes, the team neither.
  event_wish: (actor) => of("registration", mine(actor, "n.organisation_id")),
  meeting_note: (actor) => of("registration", mine(actor, "n.organisation_id")),
  meeting: (actor) => meetingsSeenBy(actor, "t"),
  meeting_party: (actor) => of("meeting", meetingsSeenBy(actor, "n")),
  meeting_result: (actor) =>
    sql`(${of("meeting", meetingsSeenBy(actor, "n"))} and (${team(actor)} or ${of("registration", mine(actor, "n.organisation_id"))}))`,
};

const ofIntroduction = (which: Condition): Condition => of("introduction", which);

/**
 * Which rows of the exchange and of events (as `t`) an asker's export holds; `null` for tables that are none of them. A teaser goes only
 * to who knows its need: the wall that goes with it would tell the others whom its owner fears.
 */
export function exchangeSeen(table: string, actor: Actor): Condition | null {
  if (table === "need") return needsSeenBy(actor, "t");
  if (table === "offer") return offersSeenBy(actor, "t");
  const seen = SEEN[table];
  if (seen) return seen(actor);
  const on = HANGING[table];
  if (!on) return null;
  const own = mine(actor, "n.organisation_id");
  const known = on === "need" ? needsSeenBy(actor, "n") : offersSeenBy(actor, "n");
  const upTo = (step: RawBuilder<string>) =>
    of("need", sql`${known} and (${own} or reads_need_to(n.cluster_id, n.id) >= step_rank(${step}))`);
  if (table === "need_detail") return upTo(sql`'agreed'`);
  if (table === "need_file") return upTo(sql`t.from_step`);
  if (table === "need_release_act") return of("need", sql`${known} and ${own}`);
  if (table === "need_release")
    return sql`(${of("need", sql`${known} and ${own}`)}
      or t.organisation_id is not distinct from ${actor.organisationId}::uuid)`;
  return of(on, known);
}

const registeredFor = (actor: Actor, event: string): Condition => sql`exists (
  select from registration n where n.cluster_id = t.cluster_id and n.event_id = ${sql.ref(event)} and ${mine(actor, "n.organisation_id")})`;

const talksOfOwn = (actor: Actor, meeting: string): Condition => sql`exists (
  select from meeting_party p join registration n on n.cluster_id = p.cluster_id and n.id = p.registration_id
  where p.cluster_id = t.cluster_id and p.meeting_id = ${sql.ref(meeting)} and ${mine(actor, "n.organisation_id")})`;

const ownRegistration = (actor: Actor): Condition => of("registration", mine(actor, "n.organisation_id"));

/** What a member takes along without being named in it, by table. Introductions also from another cluster, where they were asked. */
const TAKEN: Readonly<Record<string, (actor: Actor) => Condition>> = {
  introduction: (actor) => introductionSideOf(actor, "t"),
  introduction_side: (actor) => ofIntroduction(introductionSideOf(actor, "n")),
  introduction_message: (actor) => ofIntroduction(introductionSideOf(actor, "n")),
  talk: (actor) => ofIntroduction(introductionSideOf(actor, "n")),
  talk_slot: (actor) => ofIntroduction(introductionSideOf(actor, "n")),
  outcome: (actor) => ofIntroduction(introductionSideOf(actor, "n")),
  outcome_value: (actor) => ofIntroduction(introductionSideOf(actor, "n")),
  outcome_claim: (actor) => ofIntroduction(introductionSideOf(actor, "n")),
  match_suggestion: (actor) =>
    sql`(${mine(actor, "t.organisation_id")} or ${of("need", mine(actor, "n.organisation_id"))})`,
  match_feedback: (actor) =>
    sql`(${mine(actor, "t.organisation_id")} or ${of("need", mine(actor, "n.organisation_id"))})`,
  campaign: (actor) => SEEN.campaign!(actor),
  campaign_need: (actor) => of("need", mine(actor, "n.organisation_id")),
  event: (actor) => registeredFor(actor, "t.id"),
  event_session: (actor) => registeredFor(actor, "t.event_id"),
  event_slot: (actor) => registeredFor(actor, "t.event_id"),
  event_table: (actor) => registeredFor(actor, "t.event_id"),
  registration: (actor) => mine(actor, "t.organisation_id"),
  registration_away: ownRegistration,
  event_wish: ownRegistration,
  meeting: (actor) => talksOfOwn(actor, "t.id"),
  meeting_party: (actor) => talksOfOwn(actor, "t.meeting_id"),
  meeting_result: ownRegistration,
  meeting_note: ownRegistration,
};

/** Which rows (as `t`) of the exchange and of events belong to the organisation acted for; `null` for tables that are none of these. */
export function exchangeTaken(table: string, actor: Actor): Condition | null {
  const on = HANGING[table];
  if (on)
    return table === "need_release"
      ? sql`(${mine(actor, "t.organisation_id")} or ${of(on, mine(actor, "n.organisation_id"))})`
      : of(on, mine(actor, "n.organisation_id"));
  return TAKEN[table]?.(actor) ?? null;
}

/** Columns that are the team's: whom an event is kept from is told to none of those who come. */
export const keptFromMembers = (table: string): readonly string[] => (table === "event" ? ["wall"] : []);
