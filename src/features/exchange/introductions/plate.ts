import type { Feature } from "../../../access/feature.ts";

export const introductionsPlate: Partial<Feature> = {};
