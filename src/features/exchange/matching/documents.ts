import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { introductionsSeenBy, sideSeenBy } from "../introductions/visible.ts";
import { needsSeenBy, offersSeenBy, teasersSeenBy } from "../visible.ts";
import { type Eyes, FACT, inCluster, openBeside, uuids } from "./sources.ts";

export const PROJECT = { table: "project", owners: ["organisationId"], group: true, person: true };
const PARTICIPATION = { table: "participation", owners: ["organisationId"] };

/** A text of an organisation or of several, without the text: what it is, and which edition of it. */
export interface DocumentSeen {
  id: string;
  kind: "project" | "offer" | "profile" | "answer" | "need" | "teaser";
  /** Another text is another edition. */
  edition: string;
  organisations: readonly OrganisationId[];
  /** The day it is of. */
  date: string | null;
}

/** Fields of a profile that say what an organisation can do. Who to call and what it earns says nothing of that. */
export const TELLING = [
  "description",
  "industries",
  "competences",
  "products",
  "capacity",
  "certificates",
  "machines",
  "interests",
];

/**
 * What the members say of themselves: one document for each circle of readers, so that its text is the same for everybody who sees
 * it. What only their own house sees is nothing to suggest them by.
 */
export async function profilesSeen(db: Db, eyes: Eyes): Promise<DocumentSeen[]> {
  const rows = await db
    .selectFrom("fact")
    .select(["fact.organisationId", PROFILE_ID.as("id"), PROFILE_EDITION.as("edition")])
    .where(inCluster(eyes, "fact"))
    .where("fact.field", "in", TELLING)
    .where("fact.visibility", "in", ["public", "peers", "cluster"])
    .where(seenBy(eyes.actor, FACT))
    .where(openBeside(eyes, "fact"))
    .groupBy(PROFILE_GROUP)
    .execute();
  return rows.map(({ organisationId, ...row }) => ({
    ...row,
    kind: "profile",
    organisations: [organisationId],
    // When a profile was written says nothing of when its firm last worked on the matter.
    date: null,
  }));
}

export const PROFILE_GROUP = [
  "fact.clusterId",
  "fact.organisationId",
  "fact.visibility",
  "fact.wall",
] as const;
export const PROFILE_ID = sql<string>`concat_ws(':', 'profile', fact.cluster_id, fact.organisation_id, fact.visibility, md5(fact.wall::text))`;
const PROFILE_TEXT = sql<string>`string_agg(concat_ws(' ', fact.value, fact.detail ->> 'text'), E'. \n' order by fact.id)`;
const PROFILE_EDITION = sql<string>`md5(${PROFILE_TEXT})`;

/** Open offers of others. */
export async function offersOf(db: Db, eyes: Eyes): Promise<DocumentSeen[]> {
  const rows = await db
    .selectFrom("offer")
    .select(["offer.id", "offer.organisationId", "offer.version"])
    .select(sql<string | null>`offer.opened_at::date::text`.as("date"))
    .where((is) => is.or([is("offer.clusterId", "=", eyes.clusterId), is("offer.across", "=", true)]))
    .where("offer.state", "in", ["open", "in-talks"])
    .where(offersSeenBy(eyes.actor))
    .where(openBeside(eyes, "offer"))
    .execute();
  return rows.map(({ id, organisationId, version, date }) => ({
    id: `offer:${id}`,
    kind: "offer",
    edition: String(version),
    organisations: [organisationId],
    date,
  }));
}

/** These needs as far as the asker sees them: what was said about them counts where they resemble another. */
export async function needsNamed(db: Db, eyes: Eyes, ids: readonly string[]): Promise<DocumentSeen[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("need")
    .select(["need.id", "need.organisationId", "need.version"])
    .where(sql<boolean>`need.id = any (${uuids(ids)})`)
    .where("need.clusterId", "=", eyes.clusterId)
    .where(needsSeenBy(eyes.actor))
    .execute();
  return rows.map(({ id, organisationId, version }) => ({
    id: `need:${id}`,
    kind: "need",
    edition: String(version),
    organisations: [organisationId],
    date: null,
  }));
}

/** Open needs of others that the asker reads with their name. */
export async function needsOpen(db: Db, eyes: Eyes): Promise<DocumentSeen[]> {
  const rows = await db
    .selectFrom("need")
    .select(["need.id", "need.organisationId", "need.version"])
    .select(sql<string | null>`need.opened_at::date::text`.as("date"))
    .where((is) => is.or([is("need.clusterId", "=", eyes.clusterId), is("need.across", "=", true)]))
    .where("need.state", "in", ["open", "in-talks"])
    .where(sql<boolean>`need.organisation_id is distinct from ${eyes.beside}::uuid`)
    .where(needsSeenBy(eyes.actor))
    .where(openBeside(eyes, "need"))
    .execute();
  return rows.map(({ id, organisationId, version, date }) => ({
    id: `need:${id}`,
    kind: "need",
    edition: String(version),
    organisations: [organisationId],
    date,
  }));
}

/** Needs of which the asker reads the teaser alone: nobody stands behind them, and no day is told. */
export async function teasersOpen(db: Db, eyes: Eyes): Promise<DocumentSeen[]> {
  const rows = await db
    .selectFrom("needTeaser")
    .select(["needTeaser.needId"])
    .select(sql<string>`md5(concat_ws('|', need_teaser.text, need_teaser.competences::text))`.as("edition"))
    .where((is) =>
      is.or([is("needTeaser.clusterId", "=", eyes.clusterId), is("needTeaser.across", "=", true)]),
    )
    .where(teasersSeenBy(eyes.actor))
    .where(openBeside(eyes, "needTeaser"))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("need")
            .select("need.id")
            .whereRef("need.clusterId", "=", "needTeaser.clusterId")
            .whereRef("need.id", "=", "needTeaser.needId")
            .where(needsSeenBy(eyes.actor)),
        ),
      ),
    )
    .execute();
  return rows.map(({ needId, edition }) => ({
    id: `teaser:${needId}`,
    kind: "teaser",
    edition,
    organisations: [],
    date: null,
  }));
}

/** Needs somebody helped with before, as far as the asker knows of both the need and the talk about it: an answer of the past. */
export async function answersSeen(db: Db, eyes: Eyes): Promise<DocumentSeen[]> {
  const { actor } = eyes;
  const { rows } = await sql<{
    needId: string;
    version: number;
    organisations: OrganisationId[];
    date: string | null;
  }>`
    select need.id as need_id, need.version, max(i.met_at)::date::text as date,
      array_agg(distinct case when f.organisation_id = need.organisation_id then t.organisation_id else f.organisation_id end) as organisations
    from introduction i
    join introduction_side f on f.cluster_id = i.cluster_id and f.introduction_id = i.id and f.side = 'from' and ${sideSeenBy(actor, "f")}
    join introduction_side t on t.cluster_id = i.cluster_id and t.introduction_id = i.id and t.side = 'to' and ${sideSeenBy(actor, "t")}
    join need on need.id = coalesce(f.need_id, t.need_id) and need.cluster_id = ${eyes.clusterId}::uuid and ${needsSeenBy(actor)}
      and ${openBeside(eyes, "need")}
    where i.state in ('met', 'closed') and i.met_at is not null and ${introductionsSeenBy(actor)}
    group by need.cluster_id, need.id`.execute(db);
  return rows.map(({ needId, version, organisations, date }) => ({
    id: `answer:${needId}`,
    kind: "answer",
    edition: String(version),
    organisations,
    date,
  }));
}

export interface Took {
  projectId: string;
  organisationId: OrganisationId;
  /** Of the project's row: another with each change. */
  edition: string;
  date: string | null;
}

const tookPart = (db: Db, organisations: readonly OrganisationId[]) =>
  db
    .selectFrom("participation")
    .innerJoin("project", "project.id", "participation.projectId")
    .select(["participation.projectId", "participation.organisationId"])
    .select([
      sql<string>`project.xmin::text`.as("edition"),
      sql<string | null>`coalesce(project.signed, project.starts)::text`.as("date"),
    ])
    .where(sql<boolean>`participation.organisation_id = any (${uuids(organisations)})`);

const BOTH_OPEN = sql<boolean>`(project.visibility = 'public' and project.wall = '{}'
  and participation.visibility = 'public' and participation.wall = '{}')`;

/** Which organisations took part in which projects, of what everybody sees. The same for all askers, so it can be kept. */
export const openProjectsOf = (
  db: Db,
  actor: Actor,
  organisations: readonly OrganisationId[],
): Promise<Took[]> =>
  tookPart(db, organisations)
    .where(BOTH_OPEN)
    .where(seenBy(actor, PROJECT))
    .where(seenBy(actor, PARTICIPATION))
    .execute();

/** The few that are not for everybody: asked each time, for each asker. */
export const closedProjectsOf = (
  db: Db,
  eyes: Eyes,
  organisations: readonly OrganisationId[],
): Promise<Took[]> =>
  tookPart(db, organisations)
    .where(sql<boolean>`not ${BOTH_OPEN}`)
    .where(seenBy(eyes.actor, PROJECT))
    .where(seenBy(eyes.actor, PARTICIPATION))
    .where(openBeside(eyes, "project"))
    .where(openBeside(eyes, "participation"))
    .execute();

/** What of the commons has changed counts up here. */
export async function commonsEdition(db: Db): Promise<string> {
  const { rows } = await sql<{ edition: string }>`
    select concat_ws(':', (select oid from pg_database where datname = current_database()), version) as edition
    from commons_version`.execute(db);
  return rows[0]!.edition;
}
