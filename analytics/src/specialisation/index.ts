export { diversity, ubiquity } from "./diversity.ts";
export { exportSimilarity } from "./export-similarity.ts";
export { averageLocationQuotient, hachman } from "./hachman.ts";
export { type KrugmanOptions, krugman, krugmanMatrix, specialisationCoefficient } from "./krugman.ts";
export { type LocationQuotientOptions, locationQuotient } from "./location-quotient.ts";
export { normalisedLocationQuotient } from "./normalised.ts";
export {
  inverseNormalisedUbiquity,
  type NormalisedUbiquityOptions,
  normalisedUbiquity,
} from "./normalised-ubiquity.ts";
export { perCapitaLocationQuotient } from "./per-capita.ts";
export { type QuotientSimilarityOptions, quotientSimilarity } from "./quotient-similarity.ts";
export {
  type BootstrapCutOff,
  type BootstrapCutOffOptions,
  bootstrapCutOff,
  type StandardisedOptions,
  standardisedLocationQuotient,
} from "./standardised.ts";
export { symmetricLocationQuotient } from "./symmetric.ts";
export type { DistributionOf, Empty } from "./totals.ts";
export { weightedAverage } from "./weighted-average.ts";
