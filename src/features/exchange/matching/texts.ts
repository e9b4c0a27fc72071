import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { needsSeenBy, offersSeenBy, teasersSeenBy } from "../visible.ts";
import { type DocumentSeen, PROFILE_GROUP, PROFILE_ID, PROJECT, TELLING } from "./documents.ts";
import { type Eyes, FACT, uuids } from "./sources.ts";

export interface DocumentText {
  id: string;
  title: string;
  keywords: string;
  body: string;
}

const MOST_LETTERS = 4000;

/** The texts of documents seen before in the same transaction, with the same eyes. */
export async function textsOf(
  db: Db,
  eyes: Eyes,
  documents: readonly DocumentSeen[],
): Promise<DocumentText[]> {
  const ids = (kind: DocumentSeen["kind"]) =>
    documents.filter((one) => one.kind === kind).map((one) => one.id.slice(kind.length + 1));
  const profiles = documents.filter((one) => one.kind === "profile");
  const [offers, projects] = [ids("offer"), ids("project")];
  const [needs, answers, teasers] = [ids("need"), ids("answer"), ids("teaser")];
  return [
    ...(profiles.length ? await profileTexts(db, eyes, profiles) : []),
    ...(offers.length ? await offerTexts(db, eyes, offers) : []),
    ...(projects.length ? await projectTexts(db, eyes.actor, projects) : []),
    ...(needs.length ? await needTexts(db, eyes, needs, "need") : []),
    ...(answers.length ? await needTexts(db, eyes, answers, "answer") : []),
    ...(teasers.length ? await teaserTexts(db, eyes, teasers) : []),
  ];
}

async function profileTexts(db: Db, eyes: Eyes, profiles: readonly DocumentSeen[]): Promise<DocumentText[]> {
  const wanted = new Set(profiles.map((one) => one.id));
  const organisations = profiles.flatMap((one) => one.organisations);
  const rows = await db
    .selectFrom("fact")
    .select([PROFILE_ID.as("id")])
    .select([
      sql<string>`coalesce(string_agg(fact.value, E'. \n' order by fact.id) filter (where fact.field not in ('description', 'capacity', 'interests')), '')`.as(
        "keywords",
      ),
      sql<string>`left(coalesce(string_agg(concat_ws(' ', fact.value, fact.detail ->> 'text'), E'. \n' order by fact.id)
        filter (where fact.field in ('description', 'capacity', 'interests') or fact.detail ->> 'text' is not null), ''), ${MOST_LETTERS})`.as(
        "body",
      ),
    ])
    .where(sql<boolean>`fact.organisation_id = any (${uuids([...new Set(organisations)])})`)
    .where("fact.field", "in", TELLING)
    .where("fact.visibility", "in", ["public", "peers", "cluster"])
    .where(seenBy(eyes.actor, FACT))
    .groupBy(PROFILE_GROUP)
    .execute();
  return rows.filter((row) => wanted.has(row.id)).map((row) => ({ ...row, title: "" }));
}

async function offerTexts(db: Db, eyes: Eyes, ids: readonly string[]): Promise<DocumentText[]> {
  const rows = await db
    .selectFrom("offer")
    .select(["offer.id", "offer.title", "offer.text", "offer.competences"])
    .where(sql<boolean>`offer.id = any (${uuids(ids)})`)
    .where(offersSeenBy(eyes.actor))
    .execute();
  return rows.map(({ id, title, text, competences }) => ({
    id: `offer:${id}`,
    title,
    keywords: competences.join(", "),
    body: text,
  }));
}

async function needTexts(
  db: Db,
  eyes: Eyes,
  ids: readonly string[],
  kind: "need" | "answer",
): Promise<DocumentText[]> {
  const rows = await db
    .selectFrom("need")
    .select(["need.id", "need.title", "need.text", "need.competences"])
    .where(sql<boolean>`need.id = any (${uuids(ids)})`)
    .where(needsSeenBy(eyes.actor))
    .execute();
  return rows.map(({ id, title, text, competences }) => ({
    id: `${kind}:${id}`,
    title,
    keywords: competences.join(", "),
    body: text,
  }));
}

/** Of a teaser its own text, which is all there is to it. */
async function teaserTexts(db: Db, eyes: Eyes, ids: readonly string[]): Promise<DocumentText[]> {
  const rows = await db
    .selectFrom("needTeaser")
    .select(["needTeaser.needId", "needTeaser.text", "needTeaser.competences"])
    .where(sql<boolean>`need_teaser.need_id = any (${uuids(ids)})`)
    .where(teasersSeenBy(eyes.actor))
    .execute();
  return rows.map(({ needId, text, competences }) => ({
    id: `teaser:${needId}`,
    title: "",
    keywords: competences.join(", "),
    body: text,
  }));
}

async function projectTexts(db: Db, actor: Actor, ids: readonly string[]): Promise<DocumentText[]> {
  const rows = await db
    .selectFrom("project")
    .select([
      "project.id",
      sql<string>`concat_ws(' ', project.acronym, project.title)`.as("title"),
      sql<string>`array_to_string(project.keywords, ', ')`.as("keywords"),
      sql<string>`left(coalesce(project.objective, ''), ${MOST_LETTERS})`.as("body"),
    ])
    .where(sql<boolean>`project.id = any (${uuids(ids)})`)
    .where(seenBy(actor, PROJECT))
    .execute();
  return rows.map((row) => ({ ...row, id: `project:${row.id}` }));
}
