import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import type { ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Matches } from "./found.ts";
import type { Judging } from "./judgements.ts";

/** What was put before somebody's eyes: learnt from, and counted for the fair share and for quality. */
export interface Shown {
  needId: string;
  clusterId: ClusterId;
  organisationId: OrganisationId;
  side: Judging;
  place: number;
  plainPlace: number;
  score: number;
  values: Readonly<Record<string, number>>;
}

/** How many of a list somebody reads. */
export const READ = 10;

/** Where somebody came to be shown first stays; only that they were shown again is noted, once a day. */
export async function noteShown(db: Db, now: Date, weights: number, shown: readonly Shown[]): Promise<void> {
  if (shown.length === 0) return;
  await db
    .insertInto("matchSuggestion")
    .values(
      shown.map(({ values, ...rest }) => ({
        ...rest,
        weights,
        signals: JSON.stringify(values),
        firstShownAt: now,
        shownAt: now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["clusterId", "needId", "organisationId", "side"])
        .doUpdateSet({ shownAt: now })
        .where("matchSuggestion.shownAt", "<", sql<Date>`${now}::timestamptz - interval '1 day'`),
    )
    .execute();
}

/** Who has been shown for a need already, and at which place first. */
export async function shownBefore(
  db: Db,
  clusterId: ClusterId,
  needId: string,
  side: Judging,
): Promise<Map<OrganisationId, number>> {
  const rows = await db
    .selectFrom("matchSuggestion")
    .select(["organisationId", "place"])
    .where("clusterId", "=", clusterId)
    .where("needId", "=", needId)
    .where("side", "=", side)
    .execute();
  return new Map(rows.map((row) => [row.organisationId, row.place]));
}

export async function noteRun(
  db: Db,
  now: Date,
  weights: number,
  need: { clusterId: ClusterId; id: string },
  { candidates, good, items }: Pick<Matches, "candidates" | "good" | "items">,
): Promise<void> {
  const best = Math.max(0, ...items.map((one) => one.fit));
  const run = { computedAt: now, candidates, best, good, weights };
  await db
    .insertInto("matchRun")
    .values({ clusterId: need.clusterId, needId: need.id, ...run })
    .onConflict((conflict) => conflict.columns(["clusterId", "needId"]).doUpdateSet(run))
    .execute();
}

/**
 * Keeps what a page is about to show, where some of it is new. Writing while reading is no change anybody asked for: it says what
 * was seen, as a log does, and saying it twice changes nothing.
 */
export async function keepShown(
  ctx: Context,
  need: { clusterId: ClusterId; id: string },
  found: Pick<Matches, "candidates" | "good" | "items"> & { version: number },
  known: ReadonlyMap<OrganisationId, number>,
): Promise<void> {
  const { items, version } = found;
  const read = items.slice(0, READ);
  if (read.every((match) => known.has(match.organisation.id)) && known.size > 0) return;
  await ctx.write(async ({ db }) => {
    await noteShown(
      db,
      ctx.now(),
      version,
      read.map((match) => ({
        clusterId: need.clusterId,
        needId: need.id,
        organisationId: match.organisation.id,
        side: "need",
        place: match.place,
        plainPlace: match.plainPlace,
        score: match.fit,
        values: match.values as Record<string, number>,
      })),
    );
    await noteRun(db, ctx.now(), version, need, found);
  });
}
