export { type CoOccurrenceOptions, coOccurrence } from "./co-occurrence.ts";
export { complementarity, complementaryDensity } from "./complementary.ts";
export { type ContinuousProximityOptions, correlationProximity, cosineProximity } from "./continuous.ts";
export { type CrossProximityOptions, crossProximity, crossRelatedness } from "./cross-space.ts";
export { type DensityOptions, relatednessDensity, relatednessDistance } from "./density.ts";
export { nearestDensity } from "./nearest.ts";
export {
  associationStrength,
  cosineRelatedness,
  jaccardRelatedness,
  type NormalisationOptions,
  probabilityRelatedness,
} from "./normalisation.ts";
export {
  averageExternalDensity,
  averageInternalDensity,
  externalDensity,
  internalDensity,
  type PartsOptions,
} from "./parts.ts";
export {
  type ProductSpace,
  type ProductSpaceOptions,
  productSpace,
  type RelatednessEdge,
  thresholdNetwork,
} from "./product-space.ts";
export {
  conditionalProximity,
  type ProximityMeasure,
  type ProximityOptions,
  proximity,
  regionProximity,
} from "./proximity.ts";
export { type RelativeRelatednessOptions, relativeRelatedness } from "./relative.ts";
export { linkSizes, occurrenceSizes, type Sizes } from "./sizes.ts";
export { relatednessZScore, type ZScoreOptions } from "./z-score.ts";
