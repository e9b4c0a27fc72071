import type { Feature } from "../../../access/feature.ts";

export const healthPlate: Partial<Feature> = {};
