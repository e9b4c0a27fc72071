import { type RawBuilder, sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Score } from "../index/round-result.ts";
import type { AssessmentVisible } from "../policy.ts";
import type { Questionnaire } from "../questionnaires/schema.ts";
import type { Answers, Value } from "./scoring.ts";

export interface Round {
  clusterId: string;
  id: string;
  questionnaire: string;
  questionnaireVersion: number;
  about: "member" | "cluster";
  content: Questionnaire;
  due: string;
  remindAfter: number;
  state: "open" | "closed";
  openedAt: Date;
  closedAt: Date | null;
}

export interface Assessment extends AssessmentVisible {
  id: string;
  roundId: string;
  submittedAt: Date | null;
  note: string | null;
}

const roundQuery = (db: Db, clusterId: string) =>
  db
    .selectFrom("assessmentRound")
    .select(["clusterId", "id", "questionnaire", "questionnaireVersion", "about", "content", "due"])
    .select(["remindAfter", "state", "openedAt", "closedAt"])
    .where("clusterId", "=", clusterId);

export async function roundsOf(db: Db, clusterId: string, questionnaire?: string): Promise<Round[]> {
  let query = roundQuery(db, clusterId);
  if (questionnaire) query = query.where("questionnaire", "=", questionnaire);
  return (await query.orderBy("openedAt", "desc").orderBy("id").limit(200).execute()) as unknown as Round[];
}

export const roundBy = async (db: Db, clusterId: string, id: string): Promise<Round | null> =>
  ((await roundQuery(db, clusterId).where("id", "=", id).executeTakeFirst()) as unknown as Round) ?? null;

/** Assessments whose existence the asker knows: its own organisation's, and for the team all of the cluster. */
function knownTo(actor: Actor): RawBuilder<boolean> {
  const team = actor.office === "manager" || actor.office === "facilitator" || actor.office === "analyst";
  if (team) return sql<boolean>`assessment.cluster_id = ${actor.clusterId}::uuid`;
  return actor.organisationId === null
    ? sql<boolean>`false`
    : sql<boolean>`assessment.organisation_id = ${actor.organisationId}::uuid`;
}

const columns = ["id", "clusterId", "roundId", "organisationId", "state", "shared", "submittedAt"] as const;

export async function assessmentBy(
  db: Db,
  actor: Actor,
  clusterId: string,
  id: string,
): Promise<Assessment | null> {
  const row = await db
    .selectFrom("assessment")
    .select([...columns, "wall", "note"])
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .where(knownTo(actor))
    .executeTakeFirst();
  return (row as Assessment | undefined) ?? null;
}

export interface OwnAssessment {
  id: string;
  roundId: string;
  state: "open" | "submitted";
  shared: boolean;
  submittedAt: Date | null;
  index: number | null;
}

/** The acting organisation's own, newest first; for the team without organisation, the cluster's. */
export async function ownAssessments(db: Db, actor: Actor, clusterId: string): Promise<OwnAssessment[]> {
  const rows = await db
    .selectFrom("assessment")
    .innerJoin("assessmentRound as round", (on) =>
      on.onRef("round.clusterId", "=", "assessment.clusterId").onRef("round.id", "=", "assessment.roundId"),
    )
    .leftJoin("assessmentScore as score", (on) =>
      on
        .onRef("score.clusterId", "=", "assessment.clusterId")
        .onRef("score.assessmentId", "=", "assessment.id"),
    )
    .select(["assessment.id", "assessment.roundId", "assessment.state", "assessment.shared"])
    .select("assessment.submittedAt")
    .select(sql<number | null>`(score.value -> 'index' ->> 'equal.arithmetic')::float8`.as("index"))
    .where("assessment.clusterId", "=", clusterId)
    .where(knownTo(actor))
    .where(
      actor.organisationId === null
        ? sql<boolean>`assessment.organisation_id is null`
        : sql<boolean>`assessment.organisation_id = ${actor.organisationId}::uuid`,
    )
    .orderBy("round.openedAt", "desc")
    .execute();
  return rows as OwnAssessment[];
}

export interface Kept {
  value: Value;
  evidence: string;
  personId: string | null;
  answeredAt: Date;
}

/** Asked only where `assessment.see` holds; row-level security asks again. */
export async function answersOf(db: Db, clusterId: string, assessmentId: string): Promise<Map<string, Kept>> {
  const rows = await db
    .selectFrom("assessmentAnswer")
    .select(["question", "value", "evidence", "personId", "answeredAt"])
    .where("clusterId", "=", clusterId)
    .where("assessmentId", "=", assessmentId)
    .execute();
  return new Map(
    rows.map(({ question, value, evidence, personId, answeredAt }) => [
      question,
      { value: value as unknown as Value, evidence, personId, answeredAt: answeredAt as unknown as Date },
    ]),
  );
}

export const valuesOf = (kept: ReadonlyMap<string, Kept>): Answers =>
  Object.fromEntries([...kept].map(([question, { value }]) => [question, value]));

export async function scoreBy(
  db: Db,
  clusterId: string,
  assessmentId: string,
): Promise<{ value: Score; computedAt: Date } | null> {
  const row = await db
    .selectFrom("assessmentScore")
    .select(["value", "computedAt"])
    .where("clusterId", "=", clusterId)
    .where("assessmentId", "=", assessmentId)
    .executeTakeFirst();
  return (row as unknown as { value: Score; computedAt: Date } | undefined) ?? null;
}

/** The same organisation's assessment in the round before, as far as the asker reads that one. */
export async function scoreBefore(
  db: Db,
  actor: Actor,
  round: Round,
  organisationId: OrganisationId | null,
): Promise<{ id: string; value: Score; openedAt: Date } | null> {
  const row = await db
    .selectFrom("assessment")
    .innerJoin("assessmentRound as round", (on) =>
      on.onRef("round.clusterId", "=", "assessment.clusterId").onRef("round.id", "=", "assessment.roundId"),
    )
    .innerJoin("assessmentScore as score", (on) =>
      on
        .onRef("score.clusterId", "=", "assessment.clusterId")
        .onRef("score.assessmentId", "=", "assessment.id"),
    )
    .select(["assessment.id", "score.value", "round.openedAt"])
    .where("assessment.clusterId", "=", round.clusterId)
    .where("round.questionnaire", "=", round.questionnaire)
    .where("round.questionnaireVersion", "=", round.questionnaireVersion)
    .where(sql<boolean>`round.opened_at < ${round.openedAt}`)
    .where(sql<boolean>`(assessment.organisation_id = ${actor.organisationId}::uuid or ${readByTeam(actor)})`)
    .where(sql<boolean>`assessment.organisation_id is not distinct from ${organisationId}::uuid`)
    .orderBy("round.openedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return (row as unknown as { id: string; value: Score; openedAt: Date } | undefined) ?? null;
}

/** Whether the team reads an assessment: the cluster's own, and those that were shared with it, over no wall. */
const readByTeam = (actor: Actor) => sql<boolean>`(assessment.organisation_id is null or assessment.shared
  and assessment.state = 'submitted' and not assessment.wall && ${`{${actor.ownOrganisations.join(",")}}`}::uuid[])`;

export interface Followed {
  id: string;
  organisationId: string | null;
  slug: string | null;
  name: string | null;
  state: "open" | "submitted";
  shared: boolean;
  submittedAt: Date | null;
  reminders: number;
  /** People a letter went to. */
  people: number;
  /** Of those shared with the team, as far as the asker may read them. */
  index: number | null;
  low: number | null;
  high: number | null;
  rankLow: number | null;
  rankHigh: number | null;
}

/** Who was asked in a round and who has answered, for the team: as far as it sees the organisations. */
export async function followRound(db: Db, actor: Actor, round: Round): Promise<Followed[]> {
  const rows = await db
    .selectFrom("assessment")
    .leftJoin("organisation", "organisation.id", "assessment.organisationId")
    .leftJoin("assessmentScore as score", (on) =>
      on
        .onRef("score.clusterId", "=", "assessment.clusterId")
        .onRef("score.assessmentId", "=", "assessment.id")
        .on(readByTeam(actor)),
    )
    .select(["assessment.id", "assessment.organisationId", "organisation.slug", "organisation.name"])
    .select(["assessment.state", "assessment.shared", "assessment.submittedAt"])
    .select([
      sql<number>`(select coalesce(max(k.reminders), 0)::int from assessment_ask k
        where k.cluster_id = assessment.cluster_id and k.assessment_id = assessment.id)`.as("reminders"),
      sql<number>`(select count(*)::int from assessment_ask k
        where k.cluster_id = assessment.cluster_id and k.assessment_id = assessment.id)`.as("people"),
      sql<number | null>`(score.value -> 'index' ->> 'equal.arithmetic')::float8`.as("index"),
      sql<number | null>`(score.value -> 'interval' ->> 'low')::float8`.as("low"),
      sql<number | null>`(score.value -> 'interval' ->> 'high')::float8`.as("high"),
      sql<number | null>`(score.value -> 'rank' ->> 'low')::int`.as("rankLow"),
      sql<number | null>`(score.value -> 'rank' ->> 'high')::int`.as("rankHigh"),
    ])
    .where("assessment.clusterId", "=", round.clusterId)
    .where("assessment.roundId", "=", round.id)
    .where(knownTo(actor))
    .where(
      sql<boolean>`(assessment.organisation_id is null or ${seenBy(actor, { table: "organisation", owners: ["id"] })})`,
    )
    .orderBy("organisation.name")
    .orderBy("assessment.id")
    .execute();
  return rows as unknown as Followed[];
}

export interface Member {
  organisationId: OrganisationId;
  slug: string;
  name: string;
  kind: string;
  wall: string[];
}

/** The direct members of a day. Read by the house's own hand: whom a member is hidden from is asked of all the same. */
export async function membersOf(db: Db, clusterId: string, today: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select distinct on (m.organisation_id) m.organisation_id, o.slug, o.name, o.kind, m.wall
    from membership m join organisation o on o.id = m.organisation_id
    where m.cluster_id = ${clusterId}::uuid and m.role <> 'applicant' and o.kind <> 'authority'
      and m.since <= ${today}::date and (m.until is null or m.until > ${today}::date)
    order by m.organisation_id`.execute(db);
  return rows;
}

export interface Addressee {
  assessmentId: string;
  organisationId: OrganisationId;
  name: string;
  personId: string;
  seatId: string;
  email: string;
  locale: "en" | "de";
}

/** Those who write for the members asked and have no letter yet. */
export async function addressees(
  db: Db,
  clusterId: string,
  roundId: string,
  today: string,
): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select distinct on (a.id, p.id) a.id as assessment_id, a.organisation_id, o.name, p.id as person_id, s.id as seat_id,
      p.email, p.locale
    from assessment a join organisation o on o.id = a.organisation_id
    join seat s on s.organisation_id = a.organisation_id and s.role in ('owner', 'editor')
      and s.since <= ${today}::date and (s.until is null or s.until > ${today}::date)
    join person p on p.id = s.person_id and p.suspended_at is null
    where a.cluster_id = ${clusterId}::uuid and a.round_id = ${roundId}::uuid and a.state = 'open'
      and not exists (select from assessment_ask k
        where k.cluster_id = a.cluster_id and k.assessment_id = a.id and k.person_id = p.id)
    order by a.id, p.id`.execute(db);
  return rows;
}

/** Whom the letters of rounds went to, and how their links begin. */
export const ASSESSMENT_ASKS = {
  reason: "letters of assessments",
  table: "assessment_ask",
  subject: "assessment_id",
  path: "/assess",
} as const;

/** The direct members that can be asked, as far as the asker sees them. */
export const membersSeen = (db: Db, actor: Actor, clusterId: string, today: string) =>
  db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select(["organisation.slug", "organisation.name"])
    .distinct()
    .where("membership.clusterId", "=", clusterId)
    .where("membership.role", "<>", "applicant")
    .where("organisation.kind", "<>", "authority")
    .where("membership.since", "<=", today)
    .where(sql<boolean>`(membership.until is null or membership.until > ${today}::date)`)
    .where(seenBy(actor, { table: "membership", owners: ["organisationId"] }))
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .orderBy("organisation.name")
    .execute();
