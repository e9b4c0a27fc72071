import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { openFor } from "../campaigns/store.ts";
import { type Introduction, listIntroductions } from "../introductions/store.ts";
import { needsSeenBy, offersSeenBy } from "../visible.ts";

const SHOWN = 4;

export interface Waiting {
  introductions: { items: Introduction[]; total: number };
  campaigns: { id: string; titleEn: string; titleDe: string; due: string }[];
  /** What the team wrote down in a visit, waiting for this member's yes. */
  gathered: { side: "need" | "offer"; id: string; title: string }[];
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
