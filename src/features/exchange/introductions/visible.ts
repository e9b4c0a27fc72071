import { type RawBuilder, sql } from "kysely";
import type { Actor, ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Party } from "./words.ts";

/** What decides who knows of an introduction. A side that stays unnamed to the asker is `null`. */
export interface IntroductionVisible {
  clusterId: ClusterId;
  from: OrganisationId | null;
  to: OrganisationId | null;
  /** The clusters under whose address the two sides read it. */
  fromAt: ClusterId | null;
  toAt: ClusterId | null;
  /** The side that is asked has been asked: before, it knows of nothing. */
  asked: boolean;
  /** The team of the cluster knows of it. */
  mediated: boolean;
  /** A wall of the need or offer it is about stands before one of the asker's organisations. */
  walled: boolean;
}

const runs = (actor: Actor) => actor.office === "manager" || actor.office === "facilitator";

/** As whom the asker takes part in it; `null` is everybody else, for whom it does not exist. */
export function partyOf(actor: Actor, introduction: IntroductionVisible): Party | null {
  const { clusterId, from, to, fromAt, toAt } = introduction;
  if (introduction.walled || actor.clusterId === null) return null;
  const here = (at: ClusterId | null) => actor.clusterId === at || actor.clusterId === clusterId;
  if (actor.organisationId !== null) {
    if (from === actor.organisationId && here(fromAt)) return "from";
    if (to === actor.organisationId && introduction.asked && here(toAt)) return "to";
  }
  return introduction.mediated && actor.clusterId === clusterId && runs(actor) ? "team" : null;
}

/** `partyOf` as a filter on introductions called `i`, each with the sides the asker may read as `f` and `t`. */
export function introductionsSeenBy(actor: Actor): RawBuilder<boolean> {
  const here = (side: "f" | "t") =>
    sql`${actor.clusterId}::uuid in (i.cluster_id, ${sql.ref(`${side}.at_cluster_id`)})`;
  const own = (side: "f" | "t") =>
    sql`${sql.ref(`${side}.organisation_id`)} = ${actor.organisationId}::uuid and ${here(side)}`;
  const ways: RawBuilder<unknown>[] = [];
  if (actor.clusterId !== null && actor.organisationId !== null)
    ways.push(sql`${own("f")}`, sql`${own("t")} and i.asked_at is not null`);
  if (actor.clusterId !== null && runs(actor))
    ways.push(sql`i.mediated and i.cluster_id = ${actor.clusterId}::uuid`);
  if (ways.length === 0) return sql<boolean>`false`;
  // Said once more by ids, which an index finds; the database would otherwise look at every introduction there is.
  const near = runs(actor)
    ? sql`true`
    : sql`i.id = any (array(
        select own.introduction_id from introduction_side own where own.organisation_id = ${actor.organisationId}::uuid))`;
  return sql<boolean>`(${near} and i.id <> all ((select walled_introductions())::uuid[]) and (${sql.join(
    ways.map((way) => sql`(${way})`),
    sql` or `,
  )}))`;
}

/** A side called `alias` of the introduction `i`: one's own, one that was shown, or any to the team that knows of it. */
export function sideSeenBy(actor: Actor, alias: "f" | "t"): RawBuilder<boolean> {
  const col = (name: string) => sql.ref(`${alias}.${name}`);
  const own = actor.organisationId
    ? sql`${col("organisation_id")} = ${actor.organisationId}::uuid`
    : sql`false`;
  const team =
    runs(actor) && actor.clusterId ? sql`i.mediated and i.cluster_id = ${actor.clusterId}::uuid` : sql`false`;
  return sql<boolean>`(${own} or ${col("shown")} or ${team})`;
}

/** Whether the asker's organisation is one of the two of an introduction called `alias`, and knows of it by now. */
export function introductionSideOf(actor: Actor, alias: string): RawBuilder<boolean> {
  if (actor.clusterId === null || actor.organisationId === null) return sql<boolean>`false`;
  const col = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`(${col("id")} <> all ((select walled_introductions())::uuid[]) and exists (
    select from introduction_side own where own.cluster_id = ${col("cluster_id")} and own.introduction_id = ${col("id")}
      and own.organisation_id = ${actor.organisationId}::uuid and (own.side = 'from' or ${col("asked_at")} is not null)
      and ${actor.clusterId}::uuid in (${col("cluster_id")}, own.at_cluster_id)))`;
}

/** `partyOf` as a filter on introductions called `alias` by themselves, where their sides are not at hand. */
export function introductionKnownTo(actor: Actor, alias: string): RawBuilder<boolean> {
  const col = (name: string) => sql.ref(`${alias}.${name}`);
  const team =
    runs(actor) && actor.clusterId
      ? sql`(${col("mediated")} and ${col("cluster_id")} = ${actor.clusterId}::uuid
          and ${col("id")} <> all ((select walled_introductions())::uuid[]))`
      : sql`false`;
  return sql<boolean>`(${introductionSideOf(actor, alias)} or ${team})`;
}
