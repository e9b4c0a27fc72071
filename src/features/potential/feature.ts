import { madeOf } from "../../access/made-of.ts";
import { assessmentsPlate } from "./assessments/plate.ts";
import { indexPlate } from "./index/plate.ts";
import { potentialMessages } from "./messages.ts";
import { platformsPlate } from "./platforms/plate.ts";
import { questionnairesPlate } from "./questionnaires/plate.ts";
import { stagePlate } from "./stage/plate.ts";

export type { Value } from "./assessments/scoring.ts";
export { findPotentialHeadline } from "./headline.ts";
export { quartilesOf } from "./index/quartiles.ts";
export { innovationMember as innovationPotential } from "./questionnaires/innovation-member.ts";
export type { Question, Questionnaire } from "./questionnaires/schema.ts";
export { SHIPPED } from "./questionnaires/shipped.ts";

/** What members and a cluster are able to do: assessments, the index made of them, the platforms in use. */
export const potential = madeOf("potential", [
  { messages: potentialMessages },
  assessmentsPlate,
  platformsPlate,
  stagePlate,
  questionnairesPlate,
  // The last word of its address is the name of a questionnaire: the addresses of the others come before.
  indexPlate,
]);
