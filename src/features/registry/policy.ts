import { maySee } from "../../access/visibility.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Visible } from "../../kernel/visibility.ts";

/** An organisation asked about, with whether it belongs to the cluster the asker is in. */
export interface OrganisationSubject extends Visible {
  id: string;
  memberHere: boolean;
}

export interface FactSubject extends Visible {
  organisationId: string;
  memberHere: boolean;
}

export interface LinkSubject extends Visible {
  origin: string;
  /** The side that declared it; the other side confirms. */
  declaredFor: string | null;
}

/** Writes for the organisation: an owner or editor acting from that seat. */
export const editsFor = (actor: Actor, organisationId: string) =>
  !actor.readOnly &&
  actor.organisationId === organisationId &&
  (actor.seatRole === "owner" || actor.seatRole === "editor");

/** Works for the cluster: a manager or facilitator acting from that office. */
export const runsCluster = (actor: Actor) =>
  !actor.readOnly && (actor.office === "manager" || actor.office === "facilitator");

export const registryPolicy = {
  "cluster.see": maySee,
  "organisation.see": (actor: Actor, organisation: OrganisationSubject) => maySee(actor, organisation),
  "organisation.edit": (actor: Actor, organisation: OrganisationSubject) =>
    maySee(actor, organisation) &&
    (editsFor(actor, organisation.id) || (runsCluster(actor) && organisation.memberHere)),
  "membership.see": maySee,
  "project.see": maySee,
  "fact.see": (actor: Actor, fact: FactSubject) => maySee(actor, fact),
  "fact.edit": (actor: Actor, fact: FactSubject) =>
    maySee(actor, fact) &&
    (editsFor(actor, fact.organisationId) || (runsCluster(actor) && fact.memberHere)) &&
    actor.clusterId === fact.clusterId,
  "link.see": (actor: Actor, link: LinkSubject) => maySee(actor, link),
  "link.declare": (actor: Actor, organisation: OrganisationSubject) =>
    maySee(actor, organisation) &&
    actor.membership !== null &&
    actor.membership !== "applicant" &&
    organisation.memberHere &&
    editsFor(actor, organisation.id),
  "link.confirm": (actor: Actor, link: LinkSubject) =>
    maySee(actor, link) &&
    link.origin === "declared" &&
    link.owners.some((owner) => owner !== link.declaredFor && editsFor(actor, owner)),
  /** A claim is taken back by who made it; what both sides said is ended by either. */
  "link.withdraw": (actor: Actor, link: LinkSubject) =>
    maySee(actor, link) &&
    (link.origin === "declared"
      ? link.declaredFor !== null && editsFor(actor, link.declaredFor)
      : link.origin === "confirmed" && link.owners.some((owner) => editsFor(actor, owner))),
};
