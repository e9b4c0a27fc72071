import type { Feature } from "../../access/feature.ts";
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

/** Addresses of their own come before the index's, whose last word is the name of a questionnaire. */
const PARTS: readonly Partial<Feature>[] = [
  assessmentsPlate,
  platformsPlate,
  stagePlate,
  questionnairesPlate,
  indexPlate,
];

const together = <K extends "messages" | "jobs" | "recurring" | "topics">(key: K) =>
  Object.assign({}, ...PARTS.map((part) => part[key] ?? {})) as NonNullable<Feature[K]>;

/** What members and a cluster are able to do: assessments, the index made of them, the platforms in use. */
export const potential: Feature = {
  name: "potential",
  routes: PARTS.flatMap((part) => part.routes ?? []),
  messages: { ...potentialMessages, ...together("messages") },
  jobs: together("jobs"),
  slow: PARTS.flatMap((part) => part.slow ?? []),
  recurring: together("recurring"),
  topics: together("topics"),
  nav: (ctx) => PARTS.flatMap((part) => part.nav?.(ctx) ?? []),
};
