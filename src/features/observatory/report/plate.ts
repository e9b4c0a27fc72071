import type { Feature } from "../../../access/feature.ts";

export const reportPlate: Partial<Feature> = {};
