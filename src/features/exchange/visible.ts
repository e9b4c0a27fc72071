import { type RawBuilder, sql } from "kysely";
import { maySee, seenBy } from "../../access/visibility.ts";
import type { Actor, ClusterId, OrganisationId, PersonId } from "../../kernel/actor.ts";
import type { Visibility } from "../../kernel/visibility.ts";
import type { OpenStep, State } from "./words.ts";

/** What decides who sees an offer. */
export interface OfferVisible {
  clusterId: ClusterId;
  organisationId: OrganisationId;
  state: State;
  visibility: Visibility;
  wall: readonly OrganisationId[];
  /** Members of the installation's other clusters see it as members here do. */
  across: boolean;
  gatheredBy: PersonId | null;
  confirmedAt: Date | null;
}

/** What decides who sees a need, and how much of it. */
export interface NeedVisible extends OfferVisible {
  step: OpenStep;
  mediated: boolean;
  /** The highest step (as `rankOf`) granted to the organisation acted for; 0 for none. */
  released: number;
}

/** What decides who reads a need's teaser: the row says nothing of the owner. */
export interface TeaserVisible {
  clusterId: ClusterId;
  visibility: Visibility;
  wall: readonly OrganisationId[];
  across: boolean;
}

const NAMED = 3;
const FULL = 5;

const walledOff = (actor: Actor, wall: readonly OrganisationId[]) =>
  wall.some((organisation) => actor.ownOrganisations.includes(organisation));

/** Whether it is open to the asker by its level alone, whosever it is. */
export const openTo = (actor: Actor, record: TeaserVisible): boolean =>
  // Field by field: a whole row has a person who looks after it, and that one sees nothing for it.
  maySee(actor, {
    clusterId: record.clusterId,
    visibility: record.visibility,
    wall: record.wall,
    owners: [],
  }) ||
  (record.across &&
    (record.visibility === "peers" || record.visibility === "cluster") &&
    actor.levels.includes("cluster") &&
    !walledOff(actor, record.wall));

const mediates = (actor: Actor, clusterId: ClusterId) =>
  actor.clusterId === clusterId && (actor.office === "manager" || actor.office === "facilitator");

const gathers = (actor: Actor, record: OfferVisible) =>
  record.state === "draft" &&
  record.confirmedAt === null &&
  record.gatheredBy !== null &&
  record.gatheredBy === actor.personId &&
  mediates(actor, record.clusterId);

export const seesOffer = (actor: Actor, offer: OfferVisible): boolean =>
  !walledOff(actor, offer.wall) &&
  (offer.organisationId === actor.organisationId ||
    gathers(actor, offer) ||
    (offer.state !== "draft" && openTo(actor, offer)));

/** Whether the asker knows this need and whose it is. What they may read of it beyond the name says `readsTo`. */
export const seesNeed = (actor: Actor, need: NeedVisible): boolean =>
  !walledOff(actor, need.wall) &&
  (need.organisationId === actor.organisationId ||
    gathers(actor, need) ||
    (need.state !== "draft" &&
      ((need.mediated && mediates(actor, need.clusterId)) ||
        ((need.step === "named" || need.step === "full") && openTo(actor, need)) ||
        need.released >= NAMED)));

/** How far up the ladder the asker may read, as `rankOf`; its own people all of it, the team that mediates no details and no files. */
export function readsTo(actor: Actor, need: NeedVisible): number {
  if (!seesNeed(actor, need)) return 0;
  if (need.organisationId === actor.organisationId) return FULL;
  const open = need.state !== "draft" && need.step === "full" && openTo(actor, need) ? FULL : 0;
  return Math.max(NAMED, need.released, open);
}

/** `seesOffer` as a filter on the table `alias`. */
export function offersSeenBy(actor: Actor, alias = "offer"): RawBuilder<boolean> {
  const col = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`(${unwalled(actor, alias)} and (
    ${ownedBy(actor, alias)} or ${gatheredBy(actor, alias)} or ${col("state")} <> 'draft' and ${openBy(actor, alias)}))`;
}

/** `seesNeed` as a filter on the table `alias`. */
export function needsSeenBy(actor: Actor, alias = "need"): RawBuilder<boolean> {
  const col = (name: string) => sql.ref(`${alias}.${name}`);
  const team =
    actor.office === "manager" || actor.office === "facilitator"
      ? sql<boolean>`${col("clusterId")} = ${actor.clusterId}::uuid and ${col("mediated")}`
      : sql<boolean>`false`;
  const released = actor.organisationId
    ? sql<boolean>`${col("id")} = any ((select released_needs())::uuid[])`
    : sql<boolean>`false`;
  return sql<boolean>`(${unwalled(actor, alias)} and (
    ${ownedBy(actor, alias)} or ${gatheredBy(actor, alias)} or ${col("state")} <> 'draft' and (
      ${team} or ${col("step")} in ('named', 'full') and ${openBy(actor, alias)} or ${released})))`;
}

/** Who reads a teaser, as a filter on the table `alias`; owners read their need instead. */
export const teasersSeenBy = (actor: Actor, alias = "needTeaser"): RawBuilder<boolean> =>
  sql<boolean>`(${unwalled(actor, alias)} and ${openBy(actor, alias)})`;

function openBy(actor: Actor, alias: string): RawBuilder<boolean> {
  const level = seenBy(actor, { table: alias, owners: [] });
  if (!actor.levels.includes("cluster")) return level;
  return sql<boolean>`(${level} or ${sql.ref(`${alias}.across`)} and ${sql.ref(`${alias}.visibility`)} in ('peers', 'cluster'))`;
}

const unwalled = (actor: Actor, alias: string) =>
  sql<boolean>`not ${sql.ref(`${alias}.wall`)} && ${`{${actor.ownOrganisations.join(",")}}`}::uuid[]`;

const ownedBy = (actor: Actor, alias: string) =>
  actor.organisationId
    ? sql<boolean>`${sql.ref(`${alias}.organisationId`)} = ${actor.organisationId}::uuid`
    : sql<boolean>`false`;

const gatheredBy = (actor: Actor, alias: string) =>
  actor.personId && (actor.office === "manager" || actor.office === "facilitator")
    ? sql<boolean>`(${sql.ref(`${alias}.state`)} = 'draft' and ${sql.ref(`${alias}.confirmedAt`)} is null
        and ${sql.ref(`${alias}.gatheredBy`)} = ${actor.personId}::uuid and ${sql.ref(`${alias}.clusterId`)} = ${actor.clusterId}::uuid)`
    : sql<boolean>`false`;
