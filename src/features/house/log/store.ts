import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { encodeCursor, type Page } from "../../../kernel/page.ts";
import { linksHere } from "../members.ts";
import type { LogFilter } from "./schema.ts";

export interface LogEntry {
  at: Date;
  personId: string | null;
  actingAs: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  hash: string;
  body: LogBody;
}

/** The part of an entry's text that sentences are made of. */
export interface LogBody {
  door: string;
  address: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/**
 * One chain of the log, the latest first. The row's policy lets only those read it who may, so an entry's place in the chain is not told:
 * a place left out would say that something was kept in confidence there. `left`: the page begins with so many entries left to read.
 */
export async function logOf(
  db: Db,
  clusterId: string,
  filter: LogFilter,
  { limit, left }: { limit: number; left?: number | undefined },
): Promise<Page<LogEntry>> {
  const matching = db
    .selectFrom("auditEntry")
    .where("clusterId", "=", clusterId)
    .$if(filter.action !== undefined, (query) => query.where("action", "=", filter.action!))
    .$if(filter.person !== undefined, (query) => query.where("personId", "=", filter.person!))
    .$if(filter.subject !== undefined, (query) => query.where("subjectKind", "=", filter.subject!))
    .$if(filter.from !== undefined, (query) => query.where("at", ">=", new Date(filter.from!)))
    .$if(filter.to !== undefined, (query) => query.where(sql<boolean>`at < ${filter.to!}::date + 1`));
  const counted = matching.select((eb) => eb.fn.countAll<number>().as("total"));
  // Counted in the same statement: what is written meanwhile moves nothing.
  const rows = await matching
    .select(["at", "personId", "actingAs", "action", "subjectKind", "subjectId", "hash", "body"])
    .select(counted.as("total"))
    .orderBy("seq", "desc")
    .limit(limit)
    .$if(left !== undefined, (query) =>
      query.offset(sql<number>`greatest(0, (${counted}) - ${left!}::bigint)`),
    )
    .execute();
  const total = Number(rows[0]?.total ?? 0);
  const items = rows.map(({ total: _, ...row }) => ({ ...row, body: JSON.parse(row.body) as LogBody }));
  const still = Math.min(left ?? total, total) - items.length;
  return { items, total, next: still > 0 ? encodeCursor([still]) : null };
}

/** What the log can be filtered by: what happened in it, about what, and who did it. */
export async function logFacets(db: Db, clusterId: string) {
  const rows = await db
    .selectFrom("auditEntry")
    .select(["action", "subjectKind", "personId"])
    .distinct()
    .where("clusterId", "=", clusterId)
    .limit(2000)
    .execute();
  const known = <K extends "action" | "subjectKind" | "personId">(key: K) =>
    [...new Set(rows.flatMap((row) => (row[key] === null ? [] : [row[key] as string])))].sort();
  return { actions: known("action"), subjects: known("subjectKind"), people: known("personId") };
}

export interface LinkEnds {
  fromOrganisationId: string;
  toOrganisationId: string;
}

/** Between whom these links are, of those the asker sees today. */
export async function endsOfLinks(
  db: Db,
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, LinkEnds>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("link")
    .select(["id", "fromOrganisationId", "toOrganisationId"])
    .where("clusterId", "=", ctx.actor.clusterId)
    .where("id", "in", [...ids])
    .where(linksHere(ctx))
    .execute();
  return new Map(rows.map(({ id, ...ends }) => [id, ends] as const));
}

export interface Names {
  people: ReadonlyMap<string, string>;
  organisations: ReadonlyMap<string, { name: string; slug: string }>;
}

export const peopleNamed = async (db: Db, ids: readonly string[]) =>
  new Map(
    ids.length === 0
      ? []
      : (
          await db
            .selectFrom("person")
            .select(["id", "name"])
            .where("id", "in", [...ids])
            .execute()
        ).map(({ id, name }) => [id, name] as const),
  );

/**
 * Organisations by name, as far as the asker knows them as members here. A membership behind a wall is behind it in the log, too:
 * then the sentence speaks of "an organisation".
 */
export async function membersNamed(db: Db, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { name: string; slug: string }>();
  const rows = await db
    .selectFrom("organisation")
    .innerJoin("membership", "membership.organisationId", "organisation.id")
    .select(["organisation.id", "organisation.name", "organisation.slug"])
    .distinct()
    .where("organisation.id", "in", [...ids])
    .where("membership.clusterId", "=", actor.clusterId)
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .where(seenBy(actor, { table: "membership", owners: ["organisationId"] }))
    .execute();
  return new Map(rows.map(({ id, name, slug }) => [id, { name, slug }] as const));
}
