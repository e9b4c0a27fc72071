import type { Actor, ClusterId, OrganisationId } from "../../kernel/actor.ts";
import { editsFor } from "../registry/policy.ts";

interface Here {
  clusterId: ClusterId;
}

/** What decides who reads an assessment. */
export interface AssessmentVisible extends Here {
  /** `null`: the cluster itself, answered by its team. */
  organisationId: OrganisationId | null;
  state: "open" | "submitted";
  shared: boolean;
  wall: readonly OrganisationId[];
}

export interface UseVisible extends Here {
  organisationId: OrganisationId | null;
}

/** Works on potential: whoever runs the cluster, and its analyst. */
const isTeam = (actor: Actor, { clusterId }: Here) =>
  actor.clusterId === clusterId &&
  (actor.office === "manager" || actor.office === "facilitator" || actor.office === "analyst");

const isOwn = (actor: Actor, { clusterId, organisationId }: UseVisible) =>
  organisationId !== null && actor.clusterId === clusterId && actor.organisationId === organisationId;

const isMember = (actor: Actor, { clusterId }: Here) =>
  actor.clusterId === clusterId && actor.membership !== null && actor.membership !== "applicant";

/** A member's answers are its own; the team reads them where the member said so, and over no wall. */
const readsAnswers = (actor: Actor, assessment: AssessmentVisible) =>
  isOwn(actor, assessment) ||
  (isTeam(actor, assessment) &&
    (assessment.organisationId === null ||
      (assessment.shared &&
        assessment.state === "submitted" &&
        !assessment.wall.some((walled) => actor.ownOrganisations.includes(walled)))));

const judges = (actor: Actor, here: Here) =>
  isTeam(actor, here) && actor.office !== "facilitator" && !actor.readOnly;

export const potentialPolicy = {
  /** What was made of many: members, the team, and authorities that work with the cluster. */
  "potential.see": (actor: Actor, { clusterId }: Here) =>
    actor.clusterId === clusterId && (actor.levels.includes("peers") || actor.levels.includes("cluster")),
  /** Asking members, and seeing who has answered. */
  "potential.ask": (actor: Actor, here: Here) => isTeam(actor, here) && !actor.readOnly,
  "potential.follow": isTeam,
  /** Questionnaires of the cluster's own, and how their parts weigh. */
  "questionnaire.keep": judges,
  "assessment.see": readsAnswers,
  "assessment.answer": (actor: Actor, assessment: AssessmentVisible) =>
    assessment.organisationId === null
      ? isTeam(actor, assessment) && !actor.readOnly
      : isOwn(actor, assessment) && isMember(actor, assessment) && editsFor(actor, assessment.organisationId),
  /** Naming a platform: members that see what the cluster sees, and the team. */
  "platform.add": (actor: Actor, here: Here) =>
    !actor.readOnly &&
    actor.levels.includes("cluster") &&
    (isTeam(actor, here) ||
      (isMember(actor, here) && actor.organisationId !== null && editsFor(actor, actor.organisationId))),
  "platform.keep": (actor: Actor, here: Here) => isTeam(actor, here) && !actor.readOnly,
  /** What an organisation uses is for itself to say. */
  "platform.use": (actor: Actor, use: UseVisible) =>
    isOwn(actor, use) &&
    isMember(actor, use) &&
    actor.levels.includes("cluster") &&
    editsFor(actor, use.organisationId!),
};
