import type { Feature } from "../../../access/feature.ts";

export const dataPlate: Partial<Feature> = {};
