import { sql } from "kysely";
import type { Db, SystemUnit } from "../../../../kernel/gateway.ts";
import { COMMONS } from "../../../../kernel/visibility.ts";
import type { Kind } from "../../../exchange/feature.ts";
import type { KnownNeed } from "./rules.ts";
import type { Written } from "./topics.ts";

export type PartName = "needs" | "topics" | "next";

/** Every part is made of these: open to everybody of the cluster with title and owner, kept from nobody. */
const ofAudience = (db: Db, clusterId: string) =>
  db
    .selectFrom("need")
    .where("need.clusterId", "=", clusterId)
    .where("need.state", "<>", "draft")
    .where("need.step", "in", ["named", "full"])
    .where("need.visibility", "in", ["public", "peers", "cluster"])
    .where(sql<boolean>`need.wall = '{}'`);

export async function knownNeeds(db: Db, clusterId: string): Promise<KnownNeed[]> {
  const rows = await ofAudience(db, clusterId)
    .select(["need.id", "need.organisationId", "need.kind", "need.competences", "need.title"])
    .select(sql<string>`to_char(coalesce(need.opened_at, need.created_at), 'YYYY-MM-DD')`.as("on"))
    .orderBy("need.id")
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as Kind }));
}

/** What the forecast would be made of now: told apart from what it was made of by this. */
export async function needsDigest(db: Db, clusterId: string): Promise<string> {
  const row = await ofAudience(db, clusterId)
    .select([
      sql<number>`count(*)::int`.as("count"),
      sql<
        string | null
      >`md5(string_agg(concat_ws(' ', need.id, need.organisation_id, need.kind, need.competences, need.title,
        coalesce(need.opened_at, need.created_at)), ',' order by need.id))`.as("names"),
    ])
    .executeTakeFirstOrThrow();
  return `${row.count}:${row.names ?? ""}`;
}

/** Members as everybody of the cluster knows them. */
export const knownMembers = (db: Db, clusterId: string, today: string) =>
  db
    .selectFrom("membership")
    .select("organisationId")
    .distinct()
    .where("clusterId", "=", clusterId)
    .where("role", "<>", "applicant")
    .where("visibility", "in", ["public", "peers", "cluster"])
    .where(sql<boolean>`wall = '{}'`)
    .where("since", "<=", today)
    .where((is) => is.or([is("until", "is", null), is("until", ">", today)]))
    .execute();

/** Projects of the members that are open to all, with the call they answered. */
export async function memberProjects(
  db: Db,
  members: readonly string[],
): Promise<(Written & { topic: string | null; topicTitle: string | null })[]> {
  if (members.length === 0) return [];
  const rows = await db
    .selectFrom("project as p")
    .select(["p.id", "p.slug", "p.title", "p.keywords", "p.competences", "p.topic", "p.topicTitle"])
    .select(sql<string>`p.signed::text`.as("on"))
    .where("p.clusterId", "=", COMMONS)
    .where("p.visibility", "=", "public")
    .where(sql<boolean>`p.wall = '{}'`)
    .where("p.signed", "is not", null)
    .where((is) =>
      is.exists(
        is
          .selectFrom("participation as a")
          .select(sql`1`.as("one"))
          .whereRef("a.clusterId", "=", "p.clusterId")
          .whereRef("a.projectId", "=", "p.id")
          .where("a.visibility", "=", "public")
          .where(sql<boolean>`a.wall = '{}'`)
          .where(sql<boolean>`a.organisation_id = any (${`{${members.join(",")}}`}::uuid[])`),
      ),
    )
    .orderBy("p.id")
    .execute();
  return rows.map(({ slug, keywords, competences, ...row }) => ({
    ...row,
    // Projects are opened by their name in addresses.
    id: slug,
    themes: [...keywords, ...competences],
  }));
}

export interface KeptPart {
  part: PartName;
  organisationId: string | null;
  value: unknown;
}

/** Takes the place of everything that was kept of the cluster. */
export async function keepParts(
  { db }: SystemUnit,
  clusterId: string,
  parts: readonly KeptPart[],
  tookMs: number,
): Promise<void> {
  await db.deleteFrom("needForecast").where("clusterId", "=", clusterId).execute();
  for (let at = 0; at < parts.length; at += 500)
    await db
      .insertInto("needForecast")
      .values(
        parts.slice(at, at + 500).map(({ part, organisationId, value }) => ({
          clusterId,
          part,
          about: organisationId ?? clusterId,
          organisationId,
          value: JSON.stringify(value),
          computedAt: sql<Date>`now()`,
          tookMs: Math.round(tookMs),
        })),
      )
      .execute();
}

export const readPart = (db: Db, clusterId: string, part: PartName, about: string) =>
  db
    .selectFrom("needForecast")
    .select(["value", "computedAt"])
    .where("clusterId", "=", clusterId)
    .where("part", "=", part)
    .where("about", "=", about)
    .executeTakeFirst();

/** What each member is likely to look for next, by name; the rows an asker may see are few for a member and all for the team. */
export const nextRows = (db: Db, clusterId: string) =>
  db
    .selectFrom("needForecast as f")
    .innerJoin("organisation as o", "o.id", "f.organisationId")
    .select(["o.slug", "o.name", "f.organisationId", "f.value"])
    .where("f.clusterId", "=", clusterId)
    .where("f.part", "=", "next")
    .orderBy("o.name")
    .execute();

export const needTitles = (db: Db, clusterId: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : ofAudience(db, clusterId)
        .select(["need.id", "need.title"])
        .where("need.id", "in", [...ids])
        .execute();

export const projectTitles = (db: Db, slugs: readonly string[]) =>
  slugs.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom("project")
        .select(["slug", "title"])
        .where("clusterId", "=", COMMONS)
        .where("visibility", "=", "public")
        .where("slug", "in", [...slugs])
        .execute();
