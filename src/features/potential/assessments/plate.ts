import type { Feature } from "../../../access/feature.ts";
import { answerRoutes } from "./answer-routes.tsx";
import { remind, sendLetters } from "./letters.ts";
import { assessmentApi, assessmentRoutes } from "./routes.tsx";

/** Asking members, answering, and what came of it for each. */
export const assessmentsPlate: Partial<Feature> = {
  routes: [...assessmentRoutes, ...answerRoutes, ...assessmentApi],
  jobs: { "potential.round.letters": sendLetters, "potential.remind": remind },
  recurring: { "potential.remind": "20 6 * * *" },
  topics: { potential: { en: "Potential", de: "Potenzial" } },
};
