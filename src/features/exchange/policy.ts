import type { Actor, ClusterId, OrganisationId } from "../../kernel/actor.ts";
import { editsFor, runsCluster } from "../registry/policy.ts";
import { type IntroductionVisible, partyOf } from "./introductions/visible.ts";
import type { Party } from "./introductions/words.ts";
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

const isSide = (party: Party | null) => party === "from" || party === "to";

export const exchangePolicy = {
  "need.see": (actor: Actor, need: NeedVisible) => seesNeed(actor, need),
  /** The one address of a need, for those who read it and for those who read only its teaser. */
  "need.read": (
    actor: Actor,
    { need, teaser }: { need: NeedVisible | null; teaser: TeaserVisible | null },
  ) => (need ? seesNeed(actor, need) : teaser ? openTo(actor, teaser) : false),
  "need.write": writesHere,
  "need.edit": (actor: Actor, need: NeedVisible) =>
    seesNeed(actor, need) && (changesOwn(actor, need) || changesGathered(actor, need)),
  "offer.see": (actor: Actor, offer: OfferVisible) => seesOffer(actor, offer),
  "offer.write": writesHere,
  "offer.edit": (actor: Actor, offer: OfferVisible) =>
    seesOffer(actor, offer) && (changesOwn(actor, offer) || changesGathered(actor, offer)),
  /** The needs and offers of the organisation acted for, drafts and all. */
  "exchange.own": (actor: Actor, { clusterId, organisationId }: ForOrganisation) =>
    organisationId !== null && actor.organisationId === organisationId && belongsHere(actor, clusterId),
  /** Writing down what a member said: for others, never for one's own firm. */
  "exchange.gather": (actor: Actor, { clusterId, organisationId }: ForOrganisation) =>
    runsHere(actor, { clusterId }) &&
    (organisationId === null || !actor.ownOrganisations.includes(organisationId)),
  /** Whom a need is matched with: its owner's to know, and the team's where it mediates. */
  "need.matches": seesMatches,
  /** Saying that a suggestion is good, or not relevant. Who mediates does not judge the firm they have a seat in. */
  "need.judge": (actor: Actor, need: NeedVisible & { suggested?: OrganisationId }) =>
    seesMatches(actor, need) &&
    (changesOwn(actor, need) ||
      (runsHere(actor, need) &&
        (need.suggested === undefined || !actor.ownOrganisations.includes(need.suggested)))),
  /** Which needs an offer answers: its own people's to know. */
  "offer.matches": (actor: Actor, offer: OfferVisible) =>
    seesOffer(actor, offer) &&
    offer.state !== "draft" &&
    actor.clusterId === offer.clusterId &&
    offer.organisationId === actor.organisationId,
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
  /** Asking all members is the team's; answering, a member's own. */
  "campaign.keep": runsHere,
  "campaign.answer": writesHere,
  "teaser.see": (actor: Actor, teaser: TeaserVisible) => openTo(actor, teaser),
  /** Who knows what of a need: its own people's to see. */
  "need.readers": (actor: Actor, need: NeedVisible) =>
    seesNeed(actor, need) && need.organisationId === actor.organisationId,
  /** Telling more of it, or no longer: the owner's alone, never the team's. */
  "need.release": (actor: Actor, need: NeedVisible) => seesNeed(actor, need) && changesOwn(actor, need),
  /** Asking to be told more, by whoever reads the need or its teaser. */
  "need.ask": (actor: Actor, { need, teaser }: { need: NeedVisible | null; teaser: TeaserVisible | null }) =>
    actor.organisationId !== null &&
    actor.clusterId !== null &&
    editsFor(actor, actor.organisationId) &&
    (need
      ? need.organisationId !== actor.organisationId &&
        seesNeed(actor, need) &&
        (need.released > 0 || belongsHere(actor, actor.clusterId))
      : teaser
        ? openTo(actor, teaser) && belongsHere(actor, actor.clusterId)
        : false),
  /** What an organisation asked of others, and others of it. */
  "release.list": (actor: Actor, { organisationId }: { organisationId: OrganisationId | null }) =>
    organisationId !== null && actor.organisationId === organisationId,
  /** Asking no longer. */
  "release.own": (actor: Actor, { organisationId }: { organisationId: OrganisationId }) =>
    editsFor(actor, organisationId),
  "introduction.list": (actor: Actor, { clusterId }: { clusterId: ClusterId }) =>
    belongsHere(actor, clusterId) || runsHere({ ...actor, readOnly: false }, { clusterId }),
  "introduction.see": (actor: Actor, introduction: IntroductionVisible) =>
    partyOf(actor, introduction) !== null,
  /** One of the two, not the team: times and places of talks are theirs. */
  "introduction.take-part": (actor: Actor, introduction: IntroductionVisible) =>
    isSide(partyOf(actor, introduction)),
  /** Proposing times, saying what came of it: for one of the two organisations. */
  "introduction.speak": (actor: Actor, introduction: IntroductionVisible) =>
    isSide(partyOf(actor, introduction)) &&
    actor.organisationId !== null &&
    editsFor(actor, actor.organisationId),
  /** Answering, writing: for the organisation, or for the team. */
  "introduction.act": (actor: Actor, introduction: IntroductionVisible) => {
    const party = partyOf(actor, introduction);
    if (party === "team") return runsCluster(actor);
    return party !== null && actor.organisationId !== null && editsFor(actor, actor.organisationId);
  },
  /** Asking for one's own organisation; the team proposes to two others. */
  "introduction.ask": (actor: Actor, wanted: ForOrganisation) =>
    writesHere(actor, wanted) || runsHere(actor, wanted),
  "introduction.figures": (actor: Actor, { clusterId }: { clusterId: ClusterId }) =>
    runsHere({ ...actor, readOnly: false }, { clusterId }),
  "introduction.settings": (actor: Actor, { clusterId }: { clusterId: ClusterId }) =>
    runsHere(actor, { clusterId }) && actor.office === "manager",
};
