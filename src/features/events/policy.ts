import type { Actor, ClusterId } from "../../kernel/actor.ts";
import { editsFor, runsCluster } from "../registry/policy.ts";
import {
  type EventVisible,
  isTeam,
  type MeetingSubject,
  type RegistrationSubject,
  seesEvent,
} from "./visible.ts";

const runsHere = (actor: Actor, clusterId: ClusterId) => actor.clusterId === clusterId && runsCluster(actor);

/** For whom a registration is: those who write for the organisation, and whoever comes themselves. */
const speaksFor = (actor: Actor, { clusterId, organisationId, personId }: RegistrationSubject) =>
  actor.clusterId === clusterId &&
  (editsFor(actor, organisationId) ||
    (!actor.readOnly &&
      actor.personId !== null &&
      actor.personId === personId &&
      actor.organisationId === organisationId));

export const eventsPolicy = {
  "event.see": seesEvent,
  "event.add": (actor: Actor, { clusterId }: { clusterId: ClusterId }) => runsHere(actor, clusterId),
  "event.keep": (actor: Actor, event: EventVisible) =>
    seesEvent(actor, event) && runsHere(actor, event.clusterId),
  /** For one's own organisation; whoever only applies does not belong yet. */
  "event.register": (actor: Actor, event: EventVisible) =>
    seesEvent(actor, event) &&
    actor.clusterId === event.clusterId &&
    actor.membership !== null &&
    actor.membership !== "applicant" &&
    actor.organisationId !== null &&
    editsFor(actor, actor.organisationId),
  /** How somebody comes: when, for how many talks, behind which wall. */
  "registration.see": (actor: Actor, registration: RegistrationSubject) =>
    actor.clusterId === registration.clusterId &&
    (actor.organisationId === registration.organisationId || isTeam(actor, registration.clusterId)),
  "registration.keep": (actor: Actor, registration: RegistrationSubject) =>
    speaksFor(actor, registration) || runsHere(actor, registration.clusterId),
  /** Wishes are one's own: nobody else reads them, the team neither. */
  "wish.see": (actor: Actor, registration: RegistrationSubject) =>
    actor.clusterId === registration.clusterId && actor.organisationId === registration.organisationId,
  "wish.write": speaksFor,
  "meeting.see": (actor: Actor, meeting: MeetingSubject) =>
    actor.clusterId === meeting.clusterId &&
    (isTeam(actor, meeting.clusterId) ||
      (meeting.state !== "draft" && meeting.owners.some((owner) => owner === actor.organisationId))),
  "meeting.answer": (actor: Actor, meeting: MeetingSubject) =>
    meeting.owners.some((organisationId) =>
      speaksFor(actor, { clusterId: meeting.clusterId, organisationId, personId: meeting.personId }),
    ),
};
