import type { Feature } from "../../access/feature.ts";
import { styleguideRoute } from "./route.tsx";

/** The look of the house in one place, for those who build it. */
export const styleguide: Feature = { name: "styleguide", routes: [styleguideRoute], messages: {} };
