import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { openFor } from "../campaigns/store.ts";
import { type Introduction, listIntroductions, loadIntroduction } from "../introductions/store.ts";
import { introductionSideOf } from "../introductions/visible.ts";
import { needsSeenBy, offersSeenBy } from "../visible.ts";

const SHOWN = 4;

export interface Waiting {
  introductions: { items: Introduction[]; total: number };
  campaigns: { id: string; titleEn: string; titleDe: string; due: string }[];
  /** What the team wrote down in a visit, waiting for this member's yes. */
  gathered: { side: "need" | "offer"; id: string; title: string }[];
  /** What one wrote down for members oneself, and they have not said yes to. */
  toConfirm: Record<"need" | "offer", number>;
  /** How many ask to be told more of what this organisation keeps in confidence. */
  asks: number;
  /** Talks that both agreed on, the next first. */
  talks: { introduction: Introduction; startsAt: Date; zone: string }[];
  /** Events somebody of this organisation is registered for. */
  events: { id: string; title: string; startsAt: Date; zone: string; published: boolean }[];
  /** Open needs: of the member acted for, or of all the team sees. */
  needs: number;
  offers: number;
}

/** What in the exchange waits for whoever asks, and how much of it there is. */
export const waitingInExchange = (ctx: Context): Promise<Waiting> =>
  ctx.read(async (db) => {
    const { actor } = ctx;
    const clusterId = ctx.cluster!.id;
    const nothing = { state: [], outcome: [], organisation: undefined, need: undefined, offer: undefined };
    const introductions = await listIntroductions(db, actor, { ...nothing, waiting: "me" }, SHOWN);
    const own = actor.organisationId;
    return {
      introductions,
      campaigns: own === null ? [] : await unanswered(db, clusterId, own),
      gathered: own === null ? [] : await gathered(db, clusterId, own),
      toConfirm: own === null ? await toConfirm(db, ctx) : { need: 0, offer: 0 },
      asks: own === null ? 0 : await asksOf(db, own, ctx.now()),
      talks: own === null ? [] : await talksAhead(db, ctx, own),
      events: own === null ? [] : await eventsAhead(db, ctx, own),
      ...(await counts(db, ctx)),
    };
  });

async function unanswered(db: Db, clusterId: string, organisationId: string) {
  const answered = new Set(
    (
      await db
        .selectFrom("campaignAnswer")
        .select("campaignId")
        .where("clusterId", "=", clusterId)
        .where("organisationId", "=", organisationId)
        .execute()
    ).map(({ campaignId }) => campaignId),
  );
  return (await openFor(db, clusterId, organisationId)).filter(({ id }) => !answered.has(id));
}

async function gathered(db: Db, clusterId: string, organisationId: string): Promise<Waiting["gathered"]> {
  const of = (side: "need" | "offer") =>
    db
      .selectFrom(side)
      .select(["id", "title"])
      .where("clusterId", "=", clusterId)
      .where("organisationId", "=", organisationId)
      .where("state", "=", "draft")
      .where("origin", "=", "visit")
      .where("confirmedAt", "is", null)
      .orderBy("createdAt")
      .limit(SHOWN)
      .execute();
  const [needs, offers] = [await of("need"), await of("offer")];
  return [
    ...needs.map((one) => ({ ...one, side: "need" as const })),
    ...offers.map((one) => ({ ...one, side: "offer" as const })),
  ];
}

async function toConfirm(db: Db, { actor, cluster }: Context): Promise<Waiting["toConfirm"]> {
  const of = (table: "need" | "offer", seen: RawBuilder<boolean>) => sql`(
    select count(*)::int from ${sql.table(table)} d where d.cluster_id = ${cluster!.id}::uuid and d.state = 'draft' and d.origin = 'visit'
      and d.confirmed_at is null and d.gathered_by = ${actor.personId}::uuid and ${seen})`;
  const { rows } = await sql<Waiting["toConfirm"]>`
    select ${of("need", needsSeenBy(actor, "d"))} as need, ${of("offer", offersSeenBy(actor, "d"))} as offer`.execute(
    db,
  );
  return rows[0]!;
}

async function asksOf(db: Db, organisationId: string, now: Date): Promise<number> {
  const { rows } = await sql<{ asks: number }>`
    select count(*)::int as asks from need_release r join need n on n.cluster_id = r.cluster_id and n.id = r.need_id
    where n.organisation_id = ${organisationId}::uuid and r.state = 'asked' and (r.expires_at is null or r.expires_at > ${now})`.execute(
    db,
  );
  return rows[0]!.asks;
}

async function talksAhead(
  db: Db,
  { actor, now }: Context,
  organisationId: string,
): Promise<Waiting["talks"]> {
  const { rows } = await sql<{ id: string; startsAt: Date; zone: string }>`
    select i.id, s.starts_at, own.zone from introduction_side own
    join introduction i on i.cluster_id = own.cluster_id and i.id = own.introduction_id and ${introductionSideOf(actor, "i")}
    join talk_slot s on s.cluster_id = i.cluster_id and s.introduction_id = i.id
    where own.organisation_id = ${organisationId}::uuid and s.state = 'agreed' and s.ends_at > ${now()}
    order by s.starts_at, i.id limit ${SHOWN}`.execute(db);
  const talks: Waiting["talks"] = [];
  for (const { id, startsAt, zone } of rows) {
    const introduction = await loadIntroduction(db, actor, id);
    if (introduction) talks.push({ introduction, startsAt, zone });
  }
  return talks;
}

/** Read here and not asked of the events themselves, which build upon the exchange. */
async function eventsAhead(db: Db, ctx: Context, organisationId: string): Promise<Waiting["events"]> {
  const { rows } = await sql<Waiting["events"][number]>`
    select event.id, event.title, event.starts_at, event.zone, event.state = 'published' as published from event
    where event.cluster_id = ${ctx.cluster!.id}::uuid and event.state in ('open', 'closed', 'published') and event.ends_at > ${ctx.now()}
      and ${seenBy(ctx.actor, { table: "event", owners: [] })}
      and exists (select from registration r where r.cluster_id = event.cluster_id and r.event_id = event.id
        and r.state = 'registered' and r.organisation_id = ${organisationId}::uuid)
    order by event.starts_at, event.id limit ${SHOWN}`.execute(db);
  return rows;
}

async function counts(db: Db, { actor, cluster }: Context): Promise<Pick<Waiting, "needs" | "offers">> {
  const own = actor.organisationId;
  const here = (alias: string) =>
    own === null
      ? sql<boolean>`${sql.ref(`${alias}.cluster_id`)} = ${cluster!.id}::uuid`
      : sql<boolean>`${sql.ref(`${alias}.cluster_id`)} = ${cluster!.id}::uuid and ${sql.ref(`${alias}.organisation_id`)} = ${own}::uuid`;
  const { rows } = await sql<{ needs: number; offers: number }>`
    select (select count(*)::int from need n where ${here("n")} and n.state in ('open', 'in-talks') and ${needsSeenBy(actor, "n")}) as needs,
      (select count(*)::int from offer o where ${here("o")} and o.state in ('open', 'in-talks') and ${offersSeenBy(actor, "o")}) as offers`.execute(
    db,
  );
  return rows[0]!;
}
