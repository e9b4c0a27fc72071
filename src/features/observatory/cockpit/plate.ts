import type { Feature } from "../../../access/feature.ts";

export const cockpitPlate: Partial<Feature> = {};
