import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { FiguresOf, Level, SectionKind, Words } from "./words.ts";

export interface Story {
  id: string;
  sectionId: string;
  title: Words;
  text: Words;
  organisationId: string | null;
  revision: number;
  removed: boolean;
}

export interface Section {
  id: string;
  kind: SectionKind;
  title: Words;
  text: Words;
  figures: string[];
  revision: number;
  removed: boolean;
}

export interface Draft {
  clusterId: string;
  reportId: string;
  slug: string;
  title: Words;
  periodFrom: string;
  periodTo: string;
  visibility: Level;
  revision: number;
  changedAt: Date;
  changedBy: string | null;
  figures: FiguresOf | null;
  figuresAt: Date | null;
}

/** A story as it was frozen: of whom it is about, what readers might know when it was. */
export interface FrozenStory {
  title: Words;
  text: Words;
  organisation: { slug: string; name: string } | null;
}
export interface FrozenSection {
  id: string;
  kind: SectionKind;
  title: Words;
  text: Words;
  figures: string[];
  stories: FrozenStory[];
}

export interface VersionHead {
  clusterId: string;
  reportId: string;
  slug: string;
  number: number;
  state: "making" | "done" | "failed";
  visibility: Level;
  title: Words;
  periodFrom: string;
  periodTo: string;
  frozenOn: string;
  frozenAt: Date | null;
  frozenBy: string | null;
  checksum: string | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
}
export interface Version extends VersionHead {
  sections: FrozenSection[];
  figures: FiguresOf;
}

const HEAD = [
  "v.clusterId",
  "v.reportId",
  "r.slug",
  "v.number",
  "v.state",
  "v.visibility",
  "v.title",
  "v.periodFrom",
  "v.periodTo",
  "v.frozenOn",
  "v.frozenAt",
  "v.checksum",
  "v.publishedAt",
  "v.withdrawnAt",
] as const;

const isTeam = (actor: Actor, clusterId: string): boolean =>
  actor.clusterId === clusterId && actor.office !== null;

/** Those that are out and meant for the asker; the team has all of them. A report has no wall: nothing walled is in it. */
function versionsSeen(actor: Actor, clusterId: string): RawBuilder<boolean> {
  if (isTeam(actor, clusterId)) return sql<boolean>`true`;
  const levels = actor.clusterId === clusterId ? actor.levels : (["public"] as const);
  return sql<boolean>`(v.published_at is not null and v.withdrawn_at is null
    and v.visibility in (${sql.join(levels.map((level) => sql.lit(level)))}))`;
}

const versions = (db: Db, actor: Actor, clusterId: string) =>
  db
    .selectFrom("reportVersion as v")
    .innerJoin("report as r", (join) =>
      join.onRef("r.clusterId", "=", "v.clusterId").onRef("r.id", "=", "v.reportId"),
    )
    .leftJoin("person as p", "p.id", "v.frozenBy")
    .where("v.clusterId", "=", clusterId)
    .where(versionsSeen(actor, clusterId));

/** Versions the asker sees, the newest report and its newest version first. */
export const versionHeads = async (
  db: Db,
  actor: Actor,
  clusterId: string,
  slug?: string,
): Promise<VersionHead[]> =>
  (await versions(db, actor, clusterId)
    .select(HEAD)
    .select("p.name as frozenBy")
    .$if(slug !== undefined, (query) => query.where("r.slug", "=", slug!))
    .orderBy("v.periodTo", "desc")
    .orderBy("r.slug", "desc")
    .orderBy("v.number", "desc")
    .limit(200)
    .execute()) as unknown as VersionHead[];

/** The version asked for; otherwise the newest that is out, or for the team the newest there is. */
export async function versionSeen(
  db: Db,
  actor: Actor,
  clusterId: string,
  slug: string,
  number?: number,
): Promise<Version | null> {
  const row = await versions(db, actor, clusterId)
    .select(HEAD)
    .select(["v.sections", "v.figures", "p.name as frozenBy"])
    .where("r.slug", "=", slug)
    .where("v.state", "=", "done")
    .$if(number !== undefined, (query) => query.where("v.number", "=", number!))
    .orderBy((is) => is.and([is("v.publishedAt", "is not", null), is("v.withdrawnAt", "is", null)]), "desc")
    .orderBy("v.number", "desc")
    .limit(1)
    .executeTakeFirst();
  return (row as unknown as Version | undefined) ?? null;
}

export const documentOf = (db: Db, { clusterId, reportId, number }: VersionHead, locale: string) =>
  db
    .selectFrom("reportDocument")
    .select(["bytes", "pages", "madeAt"])
    .where("clusterId", "=", clusterId)
    .where("reportId", "=", reportId)
    .where("number", "=", number)
    .where("locale", "=", locale)
    .executeTakeFirst();

const drafts = (db: Db, clusterId: string) =>
  db
    .selectFrom("reportDraft as d")
    .innerJoin("report as r", (join) =>
      join.onRef("r.clusterId", "=", "d.clusterId").onRef("r.id", "=", "d.reportId"),
    )
    .leftJoin("person as p", "p.id", "d.changedBy")
    .select([
      "d.clusterId",
      "d.reportId",
      "r.slug",
      "d.title",
      "d.periodFrom",
      "d.periodTo",
      "d.visibility",
      "d.revision",
      "d.changedAt",
      "p.name as changedBy",
      "d.figures",
      "d.figuresAt",
    ])
    .where("d.clusterId", "=", clusterId);

/** The team's own: the rule of each route has made sure who asks, and the database does again. */
export const draftsOf = async (db: Db, clusterId: string): Promise<Draft[]> =>
  (await drafts(db, clusterId)
    .orderBy("d.periodTo", "desc")
    .orderBy("r.slug")
    .limit(100)
    .execute()) as unknown as Draft[];

export const draftOf = async (db: Db, clusterId: string, slug: string): Promise<Draft | null> =>
  ((await drafts(db, clusterId).where("r.slug", "=", slug).executeTakeFirst()) as unknown as Draft) ?? null;

const removed = sql<boolean>`removed_at is not null`.as("removed");

export const sectionsOf = async (db: Db, clusterId: string, reportId: string): Promise<Section[]> =>
  (await db
    .selectFrom("reportSection")
    .select(["id", "kind", "title", "text", "figures", "revision", removed])
    .where("clusterId", "=", clusterId)
    .where("reportId", "=", reportId)
    .orderBy("position")
    .orderBy("id")
    .execute()) as unknown as Section[];

export const storiesOf = async (db: Db, clusterId: string, reportId: string): Promise<Story[]> =>
  (await db
    .selectFrom("reportStory")
    .select(["id", "sectionId", "title", "text", "organisationId", "revision", removed])
    .where("clusterId", "=", clusterId)
    .where("reportId", "=", reportId)
    .orderBy("position")
    .orderBy("id")
    .execute()) as unknown as Story[];
