import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";
import { PERHAPS, type Reason, SURELY } from "./rules.ts";

export const SHOWN = ["open", "surely", "refused"] as const;
export type Shown = (typeof SHOWN)[number];

export interface Side {
  id: string;
  slug: string;
  name: string;
  shortName: string | null;
  kind: string;
  street: string | null;
  postal: string | null;
  city: string | null;
  country: string | null;
  url: string | null;
  vat: string | null;
  pic: string | null;
  member: boolean;
}

export interface PairRow {
  score: number;
  reasons: Reason[];
  foundAt: string;
  refusedAt: string | null;
  low: Side;
  high: Side;
}

/**
 * Pairs the asker can act on, the likeliest first: in a cluster at least one is a member there; the operator has all. Both sides are seen
 * by the asker, or the pair does not exist.
 */
export async function pairsSeen(
  db: Db,
  ctx: Context,
  { shown, limit, cursor }: { shown: Shown; limit: number; cursor?: string | undefined },
): Promise<Page<PairRow>> {
  const { actor, cluster } = ctx;
  const side = (name: string) => seenBy(actor, { table: name, owners: ["id"] });
  const today = ctx.today();
  const member = (name: string) => sql<boolean>`exists (
    select from membership where membership.cluster_id = ${cluster?.id ?? null} and membership.organisation_id = ${sql.ref(`${name}.id`)}
      and membership.since <= ${today} and (membership.until is null or membership.until > ${today})
      and ${seenBy(actor, { table: "membership", owners: ["organisationId"] })})`;
  const values = cursor === undefined ? null : decodeCursor(cursor, 3);
  const after =
    values &&
    typeof values[0] === "number" &&
    values.slice(1).every((id) => typeof id === "string" && UUID.test(id))
      ? values
      : null;
  const told = (
    name: string,
  ) => sql`jsonb_build_object('id', ${sql.ref(`${name}.id`)}, 'slug', ${sql.ref(`${name}.slug`)},
    'name', ${sql.ref(`${name}.name`)}, 'shortName', ${sql.ref(`${name}.shortName`)}, 'kind', ${sql.ref(`${name}.kind`)},
    'street', ${sql.ref(`${name}.street`)}, 'postal', ${sql.ref(`${name}.postal`)}, 'city', ${sql.ref(`${name}.city`)},
    'country', ${sql.ref(`${name}.country`)}, 'url', ${sql.ref(`${name}.url`)}, 'vat', ${sql.ref(`${name}.vat`)},
    'pic', ${sql.ref(`${name}.pic`)}, 'member', ${sql.ref(`here.${name}Member`)})`;
  const { rows } = await sql<PairRow & { total: number; exact: number }>`
    with here as (
      select duplicate.low_id, duplicate.high_id, ${member("low")} as low_member, ${member("high")} as high_member
      from duplicate join organisation low on low.id = duplicate.low_id join organisation high on high.id = duplicate.high_id
      where ${side("low")} and ${side("high")}
    ), found as (
      select d.score, d.reasons, d.found_at, n.said_at, here.*
      from here join duplicate d on d.low_id = here.low_id and d.high_id = here.high_id
      left join not_duplicate n on n.cluster_id = ${cluster?.id ?? null} and n.low_id = d.low_id and n.high_id = d.high_id
      where (${cluster === null} or here.low_member or here.high_member)
        and (n.said_at is not null) = ${shown === "refused"} and d.score >= ${shown === "surely" ? SURELY : PERHAPS}
    )
    select here.score, here.score::double precision as exact, here.reasons, here.found_at, here.said_at as refused_at,
      ${told("low")} as low, ${told("high")} as high, (select count(*)::int from found) as total
    from found here join organisation low on low.id = here.low_id join organisation high on high.id = here.high_id
    ${after ? sql`where (-here.score::double precision, here.low_id, here.high_id) > (${-after[0]!}::double precision, ${after[1]}::uuid, ${after[2]}::uuid)` : sql``}
    order by -here.score::double precision, here.low_id, here.high_id limit ${limit + 1}`.execute(db);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total: rows[0]?.total ?? 0,
    next: rows.length > limit && last ? encodeCursor([last.exact, last.low.id, last.high.id]) : null,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How many the asker's team has not looked at yet. */
export const openPairs = async (db: Db, ctx: Context): Promise<number> =>
  (await pairsSeen(db, ctx, { shown: "open", limit: 1 })).total;

/** Two organisations by their addresses, in the order a pair is kept in; none unless both are seen. */
export async function pairOf(
  db: Db,
  ctx: Context,
  slugs: readonly [string, string],
): Promise<[string, string] | null> {
  const rows = await db
    .selectFrom("organisation")
    .select("id")
    .where("slug", "in", slugs)
    .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
    .execute();
  if (rows.length !== 2) return null;
  return rows.map((row) => row.id).sort() as [string, string];
}
