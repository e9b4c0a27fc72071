import type { Feature } from "../../../access/feature.ts";

export const campaignsPlate: Partial<Feature> = {};
