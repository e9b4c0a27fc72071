import type { Feature } from "../../../access/feature.ts";

export const statisticsPlate: Partial<Feature> = {};
