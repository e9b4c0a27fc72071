import type { Feature } from "../../../access/feature.ts";
import { questionnaireApi, questionnaireRoutes } from "./routes.tsx";

/** What is asked, and how its parts weigh. */
export const questionnairesPlate: Partial<Feature> = {
  routes: [...questionnaireRoutes, ...questionnaireApi],
};
