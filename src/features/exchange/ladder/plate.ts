import type { Feature } from "../../../access/feature.ts";

export const ladderPlate: Partial<Feature> = {};
