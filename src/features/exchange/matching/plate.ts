import type { Feature } from "../../../access/feature.ts";

export const matchingPlate: Partial<Feature> = {};
