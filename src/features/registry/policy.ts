import { maySee } from "../../access/visibility.ts";
import type { Actor, ClusterId, OrganisationId, PersonId } from "../../kernel/actor.ts";
import { COMMONS, type Visible } from "../../kernel/visibility.ts";

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
  /** Over today. */
  ended?: boolean;
  /** The side that declared it; the other side confirms. */
  declaredFor: string | null;
}

const writes = (actor: Actor) =>
  !actor.readOnly && (actor.seatRole === "owner" || actor.seatRole === "editor");

/** Writes for the organisation: an owner or editor acting from that seat. */
export const editsFor = (actor: Actor, organisationId: string) =>
  writes(actor) && actor.organisationId === organisationId;

/** Keeps the organisation's profile: its own people, or those of one it let do so by a confirmed link. */
export const keepsProfile = (actor: Actor, organisationId: string) =>
  editsFor(actor, organisationId) || (writes(actor) && actor.grantedEdit.includes(organisationId));

/** Works for the cluster: a manager or facilitator acting from that office. */
export const runsCluster = (actor: Actor) =>
  !actor.readOnly && (actor.office === "manager" || actor.office === "facilitator");

/** The team's own data of a cluster: no organisation's, and nobody's to see outside the team. */
export interface TeamSubject {
  clusterId: ClusterId;
}

/** What an organisation is, was or wants to be in a cluster. */
export interface MembershipSubject extends TeamSubject {
  organisationId: OrganisationId | null;
}

export interface NoteSubject extends TeamSubject {
  organisationId: OrganisationId;
  /** Who wrote it; `null` where it is to be written. */
  writtenBy: PersonId | null;
}

/**
 * Who runs the cluster writes labels, fields and notes; the analyst counts by labels and fields; the auditor checks what was done,
 * which the log tells without them.
 */
const readsTeamData = (actor: Actor, { clusterId }: TeamSubject) =>
  actor.clusterId === clusterId &&
  (actor.office === "manager" || actor.office === "facilitator" || actor.office === "analyst");
const writesTeamData = (actor: Actor, { clusterId }: TeamSubject) =>
  actor.clusterId === clusterId && runsCluster(actor);

const managesCluster = (actor: Actor, { clusterId }: TeamSubject) =>
  actor.clusterId === clusterId && actor.office === "manager" && !actor.readOnly;

const ownsHere = (actor: Actor, organisationId: OrganisationId | null) =>
  !actor.readOnly &&
  organisationId !== null &&
  actor.organisationId === organisationId &&
  actor.seatRole === "owner";

/** Notes are for those who look after members. Somebody of the team who also works for the organisation is the organisation. */
const readsNotes = (actor: Actor, { clusterId }: TeamSubject) =>
  actor.clusterId === clusterId && (actor.office === "manager" || actor.office === "facilitator");
const readsNote = (actor: Actor, note: NoteSubject) =>
  readsNotes(actor, note) && !actor.ownOrganisations.includes(note.organisationId);

/** Beyond the clusters the registry is the operator's. */
const keepsRegistry = (actor: Actor, { clusterId }: TeamSubject) => actor.operator && clusterId === COMMONS;

export const registryPolicy = {
  "cluster.see": maySee,
  "organisation.see": (actor: Actor, organisation: OrganisationSubject) => maySee(actor, organisation),
  "organisation.edit": (actor: Actor, organisation: OrganisationSubject) =>
    maySee(actor, organisation) &&
    (keepsProfile(actor, organisation.id) || (runsCluster(actor) && organisation.memberHere)),
  "membership.see": maySee,
  "project.see": maySee,
  "fact.see": (actor: Actor, fact: FactSubject) => maySee(actor, fact),
  "fact.edit": (actor: Actor, fact: FactSubject) =>
    maySee(actor, fact) &&
    (keepsProfile(actor, fact.organisationId) || (runsCluster(actor) && fact.memberHere)) &&
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
  "link.change": (actor: Actor, link: LinkSubject) =>
    maySee(actor, link) && link.origin !== "derived" && link.owners.some((owner) => editsFor(actor, owner)),
  /** Rights over the own records are given and taken back by an owner. */
  "link.grant": (actor: Actor, link: LinkSubject) =>
    maySee(actor, link) &&
    link.origin === "confirmed" &&
    !link.ended &&
    link.owners.some((owner) => ownsHere(actor, owner)),
  /** Who belongs to the cluster and with how many votes, also on past days. */
  "membership.list": (actor: Actor, cluster: Visible) =>
    maySee(actor, cluster) && actor.clusterId === cluster.clusterId && actor.levels.includes("cluster"),
  "membership.history": (actor: Actor, { clusterId, organisationId }: MembershipSubject) =>
    actor.clusterId === clusterId && (actor.office !== null || actor.organisationId === organisationId),
  "membership.keep": writesTeamData,
  /** Renewing and leaving: the organisation's own owner. */
  "membership.own": (actor: Actor, { clusterId, organisationId }: MembershipSubject) =>
    actor.clusterId === clusterId && ownsHere(actor, organisationId),
  "level.keep": managesCluster,
  "cluster.settings": managesCluster,
  "application.list": readsNotes,
  "application.see": (actor: Actor, application: MembershipSubject) =>
    readsNotes(actor, application) ||
    (actor.clusterId === application.clusterId && ownsHere(actor, application.organisationId)),
  "application.ask": writesTeamData,
  "application.decide": managesCluster,
  "application.answer": (actor: Actor, { clusterId, organisationId }: MembershipSubject) =>
    actor.clusterId === clusterId && ownsHere(actor, organisationId),
  "note.list": readsNotes,
  "note.see": readsNote,
  "note.write": (actor: Actor, note: NoteSubject) => readsNote(actor, note) && runsCluster(actor),
  /** One's own; the manager's word stands above everybody's. */
  "note.change": (actor: Actor, note: NoteSubject) =>
    readsNote(actor, note) &&
    runsCluster(actor) &&
    (actor.office === "manager" || (actor.personId !== null && note.writtenBy === actor.personId)),
  /** How complete the members' profiles are. */
  "profile.list": readsTeamData,
  /** Which of the cluster's own words is read as another one. */
  "vocabulary.merge": writesTeamData,
  "duplicate.see": (actor: Actor, subject: TeamSubject) =>
    keepsRegistry(actor, subject) || readsNotes(actor, subject),
  "duplicate.judge": writesTeamData,
  /** Of two organisations one: which two, and whether others have a say, is asked when it is known which. */
  "organisation.merge": (actor: Actor, subject: TeamSubject) =>
    managesCluster(actor, subject) || (keepsRegistry(actor, subject) && !actor.readOnly),
  "label.see": readsTeamData,
  "label.put": writesTeamData,
  "own-field.see": readsTeamData,
  "own-field.change": writesTeamData,
  "own-value.set": writesTeamData,
};
