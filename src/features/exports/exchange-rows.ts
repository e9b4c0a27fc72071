import { type RawBuilder, sql } from "kysely";
import type { Actor, OrganisationId } from "../../kernel/actor.ts";
import { needsSeenBy, offersSeenBy } from "../exchange/feature.ts";

/** Rows that hang on a need or an offer, by the table they hang on. */
const HANGING: Readonly<Record<string, "need" | "offer">> = {
  need_teaser: "need",
  need_detail: "need",
  need_file: "need",
  need_release: "need",
  need_release_act: "need",
  offer_file: "offer",
};

const of = (table: "need" | "offer", which: RawBuilder<boolean>) => sql<boolean>`exists (
  select from ${sql.table(table)} n where n.cluster_id = t.cluster_id and n.id = t.${sql.ref(`${table}_id`)} and ${which})`;

const owned = (organisationId: OrganisationId | null) =>
  organisationId === null ? sql<boolean>`false` : sql<boolean>`n.organisation_id = ${organisationId}::uuid`;

/**
 * Which rows of the exchange (as `t`) an asker's export holds; `null` for tables that are none of them. A teaser goes only to who knows
 * its need: the wall that goes with it would tell the others whom its owner fears.
 */
export function exchangeSeen(table: string, actor: Actor): RawBuilder<boolean> | null {
  if (table === "need") return needsSeenBy(actor, "t");
  if (table === "offer") return offersSeenBy(actor, "t");
  const on = HANGING[table];
  if (!on) return null;
  const mine = owned(actor.organisationId);
  const known = on === "need" ? needsSeenBy(actor, "n") : offersSeenBy(actor, "n");
  const upTo = (step: RawBuilder<string>) =>
    of("need", sql`${known} and (${mine} or reads_need_to(n.cluster_id, n.id) >= step_rank(${step}))`);
  if (table === "need_detail") return upTo(sql`'agreed'`);
  if (table === "need_file") return upTo(sql`t.from_step`);
  if (table === "need_release_act") return of("need", sql`${known} and ${mine}`);
  if (table === "need_release")
    return sql`(${of("need", sql`${known} and ${mine}`)}
      or t.organisation_id is not distinct from ${actor.organisationId}::uuid)`;
  return of(on, known);
}

/** What hangs on an organisation's own needs and offers without naming it. */
export function hangsOnOwn(table: string, organisationId: OrganisationId): RawBuilder<boolean> | null {
  const on = HANGING[table];
  return on ? of(on, owned(organisationId)) : null;
}
