import type { Feature } from "../../../access/feature.ts";

export const qualityPlate: Partial<Feature> = {};
