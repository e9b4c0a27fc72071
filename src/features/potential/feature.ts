import type { Feature } from "../../access/feature.ts";

/** What members and a cluster are able to do: assessments, the index made of them, the platforms in use. */
export const potential: Feature = { name: "potential", routes: [], messages: {} };
