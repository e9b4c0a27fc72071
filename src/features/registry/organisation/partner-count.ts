import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { seenLink } from "../links/store.ts";

/** Said in these very words, because the indexes over partners are. */
export const WORKED_TOGETHER = sql<boolean>`link.origin = 'derived' and link.evidence_kind = 'project'`;

const kept = new LRUCache<string, Promise<ReadonlyMap<string, number>>>({ max: 3 });

/**
 * With how many others an organisation worked, as far as the asker sees. Those everybody sees are counted for all organisations at
 * once and kept until the commons change; the few others are counted anew for each asker.
 */
export async function partnersSeen(db: Db, actor: Actor, id: string, commons: string): Promise<number> {
  const all = await countedForAll(db, commons);
  return (all.get(id) ?? 0) + (await countBeyond(db, actor, id));
}

function countedForAll(db: Db, commons: string): Promise<ReadonlyMap<string, number>> {
  const before = kept.get(commons);
  if (before) return before;
  const counting = countForAll(db);
  kept.set(commons, counting);
  // A failed counting is tried again by the next who asks.
  counting.catch(() => kept.delete(commons));
  return counting;
}

/** Whoever happens to ask first counts the same: nothing in it is hidden from anybody. */
async function countForAll(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; partners: number }>`
    with open as (select id from organisation where visibility = 'public' and wall = '{}'),
    together as (
      select from_organisation_id as one, to_organisation_id as other from link
      where ${WORKED_TOGETHER} and visibility = 'public' and wall = '{}'
    )
    select id, sum(n)::int as partners from (
      select one as id, count(*) as n from together join open on open.id = other group by one
      union all
      select other, count(*) from together join open on open.id = one group by other
    ) counted group by id
  `.execute(db);
  return new Map(rows.map(({ id, partners }) => [id, partners]));
}

/** Links that not everybody sees, and partners that not everybody sees. */
async function countBeyond(db: Db, actor: Actor, id: string): Promise<number> {
  const seenOrganisation = seenBy(actor, { table: "organisation", owners: ["id"] });
  const { rows } = await sql<{ partners: number }>`
    with hidden as materialized (
      select organisation.id from organisation
      where (organisation.visibility <> 'public' or organisation.wall <> '{}') and ${seenOrganisation}
    )
    select (
      (select count(*) from link join organisation
          on organisation.id = case when link.from_organisation_id = ${id}::uuid then link.to_organisation_id else link.from_organisation_id end
        where ${WORKED_TOGETHER} and (link.visibility <> 'public' or link.wall <> '{}')
          and ${id}::uuid in (link.from_organisation_id, link.to_organisation_id) and ${seenLink(actor)} and ${seenOrganisation})
      + (select count(*) from hidden cross join lateral (
          select from link where ${WORKED_TOGETHER} and link.visibility = 'public' and link.wall = '{}'
            and link.from_organisation_id = ${id}::uuid and link.to_organisation_id = hidden.id and ${seenLink(actor)}
          union all
          select from link where ${WORKED_TOGETHER} and link.visibility = 'public' and link.wall = '{}'
            and link.from_organisation_id = hidden.id and link.to_organisation_id = ${id}::uuid and ${seenLink(actor)}
        ) together)
    )::int as partners
  `.execute(db);
  return rows[0]!.partners;
}
