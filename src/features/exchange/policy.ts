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

const belongsHere = (actor: Actor, clusterId: ClusterId) =>
  actor.clusterId === clusterId && actor.membership !== null && actor.membership !== "applicant";

const seesMatches = (actor: Actor, need: NeedVisible) =>
  seesNeed(actor, need) &&
  need.state !== "draft" &&
  actor.clusterId === need.clusterId &&
  (need.organisationId === actor.organisationId ||
    (need.mediated && (actor.office === "manager" || actor.office === "facilitator")));

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
  /** Whom a need is matched with: its owner's to know, and the team's where it mediates. */
  "need.matches": seesMatches,
  /** Saying that a suggestion is good, or not relevant. */
  "need.judge": (actor: Actor, need: NeedVisible) =>
    seesMatches(actor, need) && (changesOwn(actor, need) || runsHere(actor, need)),
  /** A member saying of somebody else's need whether it fits: by its name or by its teaser, as far as the member knows it. */
  "need.judge-own": (
    actor: Actor,
    { need, teaser }: { need: NeedVisible | null; teaser: TeaserVisible | null },
  ) =>
    actor.organisationId !== null &&
    actor.clusterId !== null &&
    belongsHere(actor, actor.clusterId) &&
    editsFor(actor, actor.organisationId) &&
    ((need !== null && need.organisationId !== actor.organisationId && seesNeed(actor, need)) ||
      (teaser !== null && openTo(actor, teaser))),
  /** What of the needs here fits the organisation acted for. */
  "exchange.fits": (actor: Actor, { clusterId, organisationId }: ForOrganisation) =>
    organisationId !== null && actor.organisationId === organisationId && belongsHere(actor, clusterId),
  /** Whether suggestions are worth something: the team's to look after. */
  "exchange.quality": (actor: Actor, { clusterId }: { clusterId: ClusterId }) =>
    actor.clusterId === clusterId && (actor.office === "manager" || actor.office === "facilitator"),
  "teaser.see": (actor: Actor, teaser: TeaserVisible) => openTo(actor, teaser),
};
