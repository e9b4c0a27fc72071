export {
  type ComplexityIntervalOptions,
  type ComplexityIntervals,
  complexityIntervals,
} from "./bootstrap.ts";
export { type EciPlus, type EciPlusOptions, eciPlus } from "./eci-plus.ts";
export {
  type ComplexityScaling,
  type EconomicComplexity,
  type EconomicComplexityOptions,
  economicComplexity,
} from "./economic-complexity.ts";
export { economicFitness, type Fitness, type FitnessOptions } from "./fitness.ts";
export { type KnowledgeComplexity, knowledgeComplexity } from "./knowledge-complexity.ts";
export { orientTo } from "./orientation.ts";
export {
  complexityOutlookGain,
  complexityOutlookIndex,
  type OutlookGainOptions,
  type OutlookIndexOptions,
  opportunityGain,
} from "./outlook.ts";
export { productEmissionIntensityIndex, productGiniIndex } from "./product-index.ts";
export { expy, prody, type SophisticationOptions } from "./prody.ts";
export {
  averageModularComplexity,
  easeOfRecombination,
  modularComplexity,
  type RecombinationOptions,
} from "./recombination.ts";
export { type ReflectionSteps, type ReflectionsOptions, reflections } from "./reflections.ts";
export { complexitySpectrum } from "./spectrum.ts";
export { type SubnationalComplexityOptions, subnationalComplexity } from "./subnational.ts";
