import type { Feature } from "../../../access/feature.ts";

export const specialisationPlate: Partial<Feature> = {};
