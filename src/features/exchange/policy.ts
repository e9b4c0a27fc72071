import type { Actor, ClusterId, OrganisationId } from "../../kernel/actor.ts";
import { editsFor, runsCluster } from "../registry/policy.ts";
import {
  type NeedVisible,
  type OfferVisible,
  openTo,
  seesNeed,
  seesOffer,
  type TeaserVisible,
} from "./visible.ts";

/** Something of the exchange that is about to begin: for whom, in which cluster. */
export interface ForOrganisation {
  clusterId: ClusterId;
  organisationId: OrganisationId | null;
}

/** Writes for an organisation that belongs here; whoever only applies does not yet. */
const writesHere = (actor: Actor, { clusterId, organisationId }: ForOrganisation) =>
  organisationId !== null &&
  actor.clusterId === clusterId &&
  actor.membership !== null &&
  actor.membership !== "applicant" &&
  editsFor(actor, organisationId);

const runsHere = (actor: Actor, { clusterId }: { clusterId: ClusterId }) =>
  actor.clusterId === clusterId && runsCluster(actor);

/** Changes what is the organisation's own in the exchange, in the cluster it was said in. */
const changesOwn = (actor: Actor, record: OfferVisible) =>
  actor.clusterId === record.clusterId && editsFor(actor, record.organisationId);

/** What the team wrote down for a member is the team's to change until the member said yes. */
const changesGathered = (actor: Actor, record: OfferVisible) =>
  runsHere(actor, record) &&
  record.state === "draft" &&
  record.confirmedAt === null &&
  record.gatheredBy !== null &&
  record.gatheredBy === actor.personId;

export const exchangePolicy = {
  "need.see": (actor: Actor, need: NeedVisible) => seesNeed(actor, need),
  "need.write": writesHere,
  "need.edit": (actor: Actor, need: NeedVisible) =>
    seesNeed(actor, need) && (changesOwn(actor, need) || changesGathered(actor, need)),
  "offer.see": (actor: Actor, offer: OfferVisible) => seesOffer(actor, offer),
  "offer.write": writesHere,
  "offer.edit": (actor: Actor, offer: OfferVisible) =>
    seesOffer(actor, offer) && (changesOwn(actor, offer) || changesGathered(actor, offer)),
  /** Writing down what a member said: for others, never for one's own firm. */
  "exchange.gather": (actor: Actor, { clusterId, organisationId }: ForOrganisation) =>
    runsHere(actor, { clusterId }) &&
    (organisationId === null || !actor.ownOrganisations.includes(organisationId)),
  "teaser.see": (actor: Actor, teaser: TeaserVisible) => openTo(actor, teaser),
};
