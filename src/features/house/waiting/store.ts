import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { among, idsOf, linksHere, type Member } from "../members.ts";

export const WAITING = [
  "applications",
  "applicants",
  "requests",
  "renewals",
  "links",
  "duplicates",
  "imports",
  "owners",
  "isolated",
  "facts",
] as const;
export type Waiting = (typeof WAITING)[number];

/** One thing that waits for the cluster's team: about whom, since when, and where it is mended. */
export interface WaitingItem {
  name: string;
  /** The other side, where there is one. */
  other: string | null;
  since: string | Date;
  /** Within the cluster's address. */
  href: string;
  /** Which field has grown old. */
  field: string | null;
  /** It has waited longer than it should. */
  overdue: boolean;
}

/** After so long somebody should ask why nobody answered. */
export const UNANSWERED_DAYS = 14;
/** What was said longer ago may no longer be so. */
export const STALE_DAYS = 365;

const DAY = 86_400_000;
const ago = (ctx: Context, days: number) => new Date(ctx.now().getTime() - days * DAY);

/** Links one side declared and the other has not answered, the oldest first. */
export async function unansweredLinks(db: Db, ctx: Context): Promise<WaitingItem[]> {
  const rows = await db
    .selectFrom("link")
    .innerJoin("organisation as a", "a.id", "link.fromOrganisationId")
    .innerJoin("organisation as b", "b.id", "link.toOrganisationId")
    .select(["link.id", "link.createdAt", "a.name as name", "b.name as other"])
    .where("link.clusterId", "=", ctx.actor.clusterId)
    .where("link.origin", "=", "declared")
    .where(linksHere(ctx))
    .where(seenBy(ctx.actor, { table: "a", owners: ["id"] }))
    .where(seenBy(ctx.actor, { table: "b", owners: ["id"] }))
    .orderBy("link.createdAt")
    .limit(5000)
    .execute();
  return rows.map(({ id, name, other, createdAt }) => ({
    name,
    other,
    since: createdAt,
    href: `/links/${id}`,
    field: null,
    overdue: createdAt < ago(ctx, UNANSWERED_DAYS),
  }));
}

/** Members for whom nobody can act. */
export async function withoutOwner(db: Db, ctx: Context, members: readonly Member[]): Promise<WaitingItem[]> {
  const today = ctx.today();
  const owned = await db
    .selectFrom("seat")
    .select("organisationId")
    .distinct()
    .where(among("seat.organisationId", idsOf(members)))
    .where("role", "=", "owner")
    .where("since", "<=", today)
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", today)]))
    .execute();
  const has = new Set(owned.map((row) => row.organisationId));
  return members
    .filter((member) => !has.has(member.id))
    .map((member) => item(member, `/organisations/${member.slug}/seats`));
}

/** Members without any link to another member, joint projects included. */
export async function isolated(db: Db, ctx: Context, members: readonly Member[]): Promise<WaitingItem[]> {
  const ids = idsOf(members);
  const linked = await db
    .selectFrom("link")
    .select(sql<string>`unnest(array[from_organisation_id, to_organisation_id])`.as("id"))
    .distinct()
    .where(among("link.fromOrganisationId", ids))
    .where(among("link.toOrganisationId", ids))
    .where(linksHere(ctx))
    .execute();
  const has = new Set(linked.map((row) => row.id));
  return members
    .filter((member) => !has.has(member.id))
    .map((member) => item(member, `/organisations/${member.slug}`));
}

/** What was said about a member more than a year ago. */
export async function staleFacts(db: Db, ctx: Context): Promise<WaitingItem[]> {
  const rows = await db
    .selectFrom("fact")
    .innerJoin("organisation", "organisation.id", "fact.organisationId")
    .select(["fact.field", "fact.statedAt", "organisation.name", "organisation.slug"])
    .where("fact.clusterId", "=", ctx.actor.clusterId)
    .where("fact.statedAt", "<", ago(ctx, STALE_DAYS))
    .where(seenBy(ctx.actor, { table: "fact", owners: ["organisationId"], group: true, person: true }))
    .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
    .orderBy("fact.statedAt")
    .limit(5000)
    .execute();
  return rows.map(({ name, slug, field, statedAt }) => ({
    name,
    other: null,
    since: statedAt,
    href: `/organisations/${slug}`,
    field,
    overdue: true,
  }));
}

const item = (member: Member, href: string): WaitingItem => ({
  name: member.name,
  other: null,
  since: member.since,
  href,
  field: null,
  overdue: false,
});

export const applying = (applicants: readonly Member[]): WaitingItem[] =>
  applicants.map((applicant) => item(applicant, `/organisations/${applicant.slug}`));
