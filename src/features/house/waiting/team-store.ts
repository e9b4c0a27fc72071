import { sql } from "kysely";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { pairsSeen } from "../../registry/feature.ts";
import type { WaitingItem } from "./store.ts";

/** Beyond this a list is no list of things to do. */
const MOST = 1000;
/** After so long an application has waited too long for the team. */
const TURN_DAYS = 14;
const DAY = 86_400_000;

const OPEN = ["sent", "asked-back", "answered"];
const plain = { other: null, field: null, overdue: false };

const here = (ctx: Context) => ({ clusterId: ctx.cluster!.id });

interface OpenApplication extends WaitingItem {
  organisationId: string | null;
  teamsTurn: boolean;
}

/** Applications nobody has decided, those that wait longest first. */
export async function openApplications(db: Db, ctx: Context): Promise<OpenApplication[]> {
  if (!can(ctx.actor, "application.list", here(ctx))) return [];
  const rows = await db
    .selectFrom("membershipApplication as application")
    .leftJoin("organisation", (join) =>
      join
        .onRef("organisation.id", "=", "application.organisationId")
        .on(seenBy(ctx.actor, { table: "organisation", owners: ["id"] })),
    )
    .select(["application.id", "application.state", "application.organisationId"])
    .select(["application.createdAt", "application.turnAt"])
    .select(sql<string | null>`coalesce(organisation.name, application.proposed ->> 'name')`.as("name"))
    .where("application.clusterId", "=", ctx.cluster!.id)
    .where("application.state", "in", OPEN)
    .orderBy("application.turnAt")
    .limit(MOST)
    .execute();
  return rows.flatMap(({ id, state, organisationId, createdAt, turnAt, name }) => {
    if (name === null) return [];
    const since = turnAt ?? createdAt;
    const overdue = since < new Date(ctx.now().getTime() - TURN_DAYS * DAY);
    const teamsTurn = state !== "asked-back";
    return { ...plain, name, since, href: `/applications/${id}`, overdue, organisationId, teamsTurn };
  });
}

/** Members that should have renewed and have not. */
export async function overdueRenewals(db: Db, ctx: Context): Promise<WaitingItem[]> {
  if (!can(ctx.actor, "membership.history", { ...here(ctx), organisationId: null })) return [];
  const today = ctx.today();
  const rows = await db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select(["organisation.name", "organisation.slug", "membership.renewsOn"])
    .where("membership.clusterId", "=", ctx.cluster!.id)
    .where("membership.role", "<>", "applicant")
    .where("membership.since", "<=", today)
    .where((q) => q.or([q("membership.until", "is", null), q("membership.until", ">", today)]))
    .where("membership.renewsOn", "<", today)
    .where(seenBy(ctx.actor, { table: "membership", owners: ["organisationId"] }))
    .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
    .orderBy("membership.renewsOn")
    .limit(MOST)
    .execute();
  return rows.map(({ name, slug, renewsOn }) => ({
    ...plain,
    name,
    since: renewsOn!,
    href: `/organisations/${slug}/membership`,
    overdue: true,
  }));
}

/** Two entries that are likely one organisation. */
export async function likelyPairs(db: Db, ctx: Context): Promise<WaitingItem[]> {
  if (!can(ctx.actor, "duplicate.see", here(ctx))) return [];
  const { items } = await pairsSeen(db, ctx, { shown: "open", limit: MOST });
  return items.map(({ low, high, foundAt }) => ({
    ...plain,
    name: low.name,
    other: high.name,
    since: foundAt,
    href: "/duplicates",
  }));
}

/** People who ask to join a member in which nobody can answer them; the manager answers for it. */
export async function requestsToJoin(db: Db, ctx: Context): Promise<WaitingItem[]> {
  if (ctx.actor.office !== "manager") return [];
  const today = ctx.today();
  const rows = await db
    .selectFrom("joinRequest")
    .innerJoin("organisation", "organisation.id", "joinRequest.organisationId")
    .select(["organisation.name", "organisation.slug", "joinRequest.name as person", "joinRequest.askedAt"])
    .where("joinRequest.state", "=", "waiting")
    .where(sql<boolean>`exists (select from membership where membership.cluster_id = ${ctx.cluster!.id}
      and membership.organisation_id = organisation.id and membership.since <= ${today}
      and (membership.until is null or membership.until > ${today})
      and ${seenBy(ctx.actor, { table: "membership", owners: ["organisationId"] })})`)
    .where(sql<boolean>`not exists (select from seat where seat.organisation_id = organisation.id and seat.role = 'owner'
      and seat.since <= ${today} and (seat.until is null or seat.until > ${today}))`)
    .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
    .orderBy("joinRequest.askedAt")
    .limit(MOST)
    .execute();
  return rows.map(({ name, slug, person, askedAt }) => ({
    ...plain,
    name,
    other: person,
    since: askedAt,
    href: `/organisations/${slug}/joining`,
  }));
}

/** Sheets that were brought and never written, or stopped half-way. */
export async function unfinishedImports(db: Db, ctx: Context): Promise<WaitingItem[]> {
  if (ctx.actor.office !== "manager" && ctx.actor.office !== "facilitator") return [];
  const rows = await db
    .selectFrom("importRun")
    .select(["id", "fileName", "createdAt"])
    .where("clusterId", "=", ctx.cluster!.id)
    .where("state", "in", ["read", "checked", "stopped"])
    .orderBy("createdAt")
    .limit(MOST)
    .execute();
  return rows.map(({ id, fileName, createdAt }) => ({
    ...plain,
    name: fileName,
    since: createdAt,
    href: `/imports/${id}`,
  }));
}
