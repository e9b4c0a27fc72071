import type { Feature } from "../../../access/feature.ts";

export const needsPlate: Partial<Feature> = {};
