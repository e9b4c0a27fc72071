import { type RawBuilder, sql } from "kysely";
import { maySee, seenBy } from "../../access/visibility.ts";
import type { Actor, ClusterId, OrganisationId, PersonId } from "../../kernel/actor.ts";
import type { Visibility } from "../../kernel/visibility.ts";
import type { MeetingState, State } from "./words.ts";

/** What decides who sees an event. */
export interface EventVisible {
  clusterId: ClusterId;
  state: State;
  visibility: Visibility;
  /** Organisations that never hear of it. */
  wall: readonly OrganisationId[];
}

/** Somebody who comes to it. */
export interface RegistrationSubject {
  clusterId: ClusterId;
  organisationId: OrganisationId;
  personId: PersonId | null;
}

/** A talk, as a side of it or the team looks at it. */
export interface MeetingSubject {
  clusterId: ClusterId;
  state: MeetingState;
  /** Those who talk. */
  owners: readonly OrganisationId[];
  /** The person of the asker's own side. */
  personId: PersonId | null;
}

/** Who runs events: a manager or facilitator acting from that office. */
export const isTeam = (actor: Actor, clusterId: ClusterId | null): boolean =>
  actor.clusterId !== null &&
  actor.clusterId === clusterId &&
  (actor.office === "manager" || actor.office === "facilitator");

export const seesEvent = (actor: Actor, event: EventVisible): boolean =>
  maySee(actor, { ...event, owners: [], personId: null }) &&
  (event.state !== "draft" || isTeam(actor, event.clusterId));

/** `seesEvent` as a filter on the table `alias`. */
export function eventsSeenBy(actor: Actor, alias = "event"): RawBuilder<boolean> {
  const level = seenBy(actor, { table: alias, owners: [] });
  const drafts = isTeam(actor, actor.clusterId)
    ? sql<boolean>`${sql.ref(`${alias}.clusterId`)} = ${actor.clusterId}::uuid`
    : sql<boolean>`false`;
  return sql<boolean>`(${level} and (${sql.ref(`${alias}.state`)} <> 'draft' or ${drafts}))`;
}

/** Whoever comes is seen by their own, the team, and all others who come; never over a wall. */
export function registrationsSeenBy(actor: Actor, alias = "registration"): RawBuilder<boolean> {
  const col = (name: string) => sql.ref(`${alias}.${name}`);
  const own = sql<boolean>`${col("organisationId")} = ${actor.organisationId}::uuid`;
  const others = isTeam(actor, actor.clusterId)
    ? sql<boolean>`true`
    : sql<boolean>`${col("eventId")} = any ((select own_events())::uuid[])`;
  return sql<boolean>`(${col("clusterId")} = ${actor.clusterId}::uuid
    and not ${col("wall")} && ${`{${actor.ownOrganisations.join(",")}}`}::uuid[]
    and (${own} or not ${col("id")} = any ((select hidden_registrations())::uuid[]) and ${others}))`;
}

/** The team sees all talks, others those of their organisation once they are agreed; none with somebody they may not know of. */
export function meetingsSeenBy(actor: Actor, alias = "meeting"): RawBuilder<boolean> {
  const col = (name: string) => sql.ref(`${alias}.${name}`);
  const whose = isTeam(actor, actor.clusterId)
    ? sql<boolean>`true`
    : sql<boolean>`${col("state")} <> 'draft' and ${col("id")} = any ((select own_meetings())::uuid[])`;
  return sql<boolean>`(${col("clusterId")} = ${actor.clusterId}::uuid
    and not ${col("id")} = any ((select hidden_meetings())::uuid[]) and ${whose})`;
}
