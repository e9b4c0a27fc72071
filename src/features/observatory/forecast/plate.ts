import type { Feature } from "../../../access/feature.ts";

export const forecastPlate: Partial<Feature> = {};
