import { maySee } from "../../access/visibility.ts";
import type { Actor, PersonId } from "../../kernel/actor.ts";
import type { Visible } from "../../kernel/visibility.ts";
import type { OrganisationSubject } from "../registry/policy.ts";

/** Seats of an organisation: its owner gives and ends them; for a member organisation the manager may as well. */
const keepsSeats = (actor: Actor, organisation: OrganisationSubject) =>
  !actor.readOnly &&
  maySee(actor, organisation) &&
  ((actor.organisationId === organisation.id && actor.seatRole === "owner") ||
    (actor.office === "manager" && organisation.memberHere));

export const accountsPolicy = {
  "seat.list": (actor: Actor, organisation: OrganisationSubject) =>
    maySee(actor, organisation) &&
    (actor.organisationId === organisation.id || (actor.office !== null && organisation.memberHere)),
  "seat.give": keepsSeats,
  "seat.end": keepsSeats,
  /** Who was invited to an organisation, and who asks to join it: for those who keep its seats. */
  "invitation.list": (actor: Actor, organisation: OrganisationSubject) =>
    keepsSeats({ ...actor, readOnly: false }, organisation),
  /** Every invitation of a cluster, to its team and to its members. */
  "invitation.overview": (actor: Actor, cluster: Visible) =>
    maySee(actor, cluster) && actor.office === "manager",
  "office.list": (actor: Actor, cluster: Visible) =>
    maySee(actor, cluster) && actor.levels.includes("cluster"),
  "office.give": (actor: Actor, cluster: Visible) =>
    maySee(actor, cluster) && !actor.readOnly && actor.office === "manager",
  "office.end": (actor: Actor, cluster: Visible) =>
    maySee(actor, cluster) && !actor.readOnly && actor.office === "manager",
  /** One's own account: its tokens, its language. Tokens are made in the browser, never by a token. */
  "account.keep": (actor: Actor, person: { personId: PersonId | null }) =>
    actor.personId !== null && actor.personId === person.personId && !actor.readOnly,
  /** The operator shuts a person out of the whole installation, or lets them in again; never themselves. */
  "person.suspend": (actor: Actor, person: { personId: PersonId }) =>
    actor.operator && !actor.readOnly && actor.personId !== person.personId,
};
