import type { Feature } from "../../../access/feature.ts";

export const diversificationPlate: Partial<Feature> = {};
