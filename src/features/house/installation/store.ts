import { sql } from "kysely";
import { z } from "zod";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { encodeCursor, type Page } from "../../../kernel/page.ts";

export const databaseVersion = async (db: Db): Promise<string> => {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version') as version`.execute(db);
  return rows[0]!.version.split(" ")[0]!;
};

export interface ClusterRow {
  slug: string;
  nameEn: string;
  nameDe: string;
  members: number;
}

/** The clusters of the house with how many members everybody sees. */
export async function clustersHere(db: Db, ctx: Context): Promise<ClusterRow[]> {
  const rows = await db
    .selectFrom("cluster")
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.clusterId", "=", "cluster.id")
        .on("membership.since", "<=", ctx.today())
        .on((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", ctx.today())]))
        .on("membership.role", "<>", "applicant")
        .on(seenBy(ctx.actor, { table: "membership", owners: ["organisationId"] })),
    )
    .select(["cluster.slug", "cluster.nameEn", "cluster.nameDe"])
    .select(sql<number>`count(membership.id)`.as("members"))
    .groupBy(["cluster.slug", "cluster.nameEn", "cluster.nameDe"])
    .orderBy("cluster.slug")
    .execute();
  return rows.map((row) => ({ ...row, members: Number(row.members) }));
}

/** Only what everybody may find: the house's size without a look at its members' records. */
export async function sizesHere(db: Db) {
  const { rows } = await sql<{ organisations: number; projects: number }>`
    select (select count(*)::int from organisation_search) as organisations,
      (select count(*)::int from project_search) as projects`.execute(db);
  return rows[0]!;
}

export async function mailFigures(db: Db) {
  const row = await db
    .selectFrom("mail")
    .select([
      sql<number>`count(*)::int`.as("letters"),
      sql<number>`count(*) filter (where sent_at is null)::int`.as("unsent"),
      sql<number>`count(*) filter (where sent_at is null and problem is not null)::int`.as("troubled"),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

export interface LetterRow {
  id: string;
  toAddress: string;
  subject: string;
  createdAt: Date;
  sentAt: Date | null;
  problem: string | null;
}

/** Letters without their text, the latest first. */
export async function lettersOf(
  db: Db,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<Page<LetterRow>> {
  const rows = await db
    .selectFrom("mail")
    .select(["id", "toAddress", "subject", "createdAt", "sentAt", "problem"])
    .$if(after !== undefined, (query) => query.where("id", "<", after!))
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const { total } = await db
    .selectFrom("mail")
    .select(sql<number>`count(*)::int`.as("total"))
    .executeTakeFirstOrThrow();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, total, next: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

export const letterById = (db: Db, id: string) =>
  db.selectFrom("mail").selectAll().where("id", "=", id).executeTakeFirst();

const Verified = z.object({
  at: z.string(),
  entries: z.number(),
  breaks: z.array(z.object({ clusterId: z.string(), seq: z.number(), reason: z.string() })),
});
export type Verified = z.output<typeof Verified>;

const VERIFIED = "audit.verified";

/** What the last walk along the log's chains found. */
export async function lastVerified(db: Db): Promise<Verified | null> {
  const row = await db
    .selectFrom("installation")
    .select("value")
    .where("key", "=", VERIFIED)
    .executeTakeFirst();
  return Verified.nullable()
    .catch(null)
    .parse(row?.value ?? null);
}

export async function keepVerified(db: Db, found: Verified) {
  await db
    .insertInto("installation")
    .values({ key: VERIFIED, value: JSON.stringify(found) })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: JSON.stringify(found) }))
    .execute();
  await sql`select touch_clusters()`.execute(db);
}

const LastBackup = z.object({
  at: z.coerce.date(),
  problem: z.string().nullable(),
  path: z.string().optional(),
  bytes: z.number().optional(),
  rows: z.number().optional(),
});

/** What the clock made last; backups by hand are not known here. */
export async function lastBackup(db: Db): Promise<z.output<typeof LastBackup> | null> {
  const row = await db
    .selectFrom("installation")
    .select("value")
    .where("key", "=", "backup")
    .executeTakeFirst();
  return LastBackup.nullable()
    .catch(null)
    .parse(row?.value ?? null);
}
