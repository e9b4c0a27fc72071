export { type AnnealedOrder, type AnnealingOptions, annealDiffusionOrder } from "./annealing.ts";
export { type Cover, type CoverOptions, cheapestCover, greedyCover } from "./cover.ts";
export {
  calibrateDiffusion,
  type DiffusionBin,
  type DiffusionCalibration,
  type DiffusionLaw,
  diffusionProbability,
} from "./diffusion.ts";
export {
  type DiffusionOrder,
  type DiffusionOrderOptions,
  type DiffusionStrategy,
  diffusionOrder,
} from "./diffusion-order.ts";
export {
  type Diversification,
  type DiversificationOption,
  type DiversificationOptions,
  diversification,
  type TradeOff,
  type TradeOffName,
} from "./diversification.ts";
export { effortMatrix } from "./effort.ts";
export type { EntryPair } from "./entry-cells.ts";
export {
  type EntryEvaluation,
  type EntryEvaluationOptions,
  type EntryScores,
  evaluateEntryModel,
} from "./entry-evaluation.ts";
export { type EntryFeature, type EntryFeaturesOptions, entryFeatures } from "./entry-features.ts";
export { type EntryModel, type EntryModelOptions, entryModel, entryProbabilities } from "./entry-model.ts";
export {
  complexityForGrowth,
  type GrowthModel,
  type GrowthModelOptions,
  growthModel,
} from "./growth-model.ts";
export type { EntryLead, LeadInterval } from "./lead.ts";
export {
  choleskyFactor,
  type LeastSquares,
  type LeastSquaresOptions,
  leastSquares,
} from "./least-squares.ts";
export { type LogisticOptions, type LogisticRegression, logisticRegression } from "./logistic.ts";
export {
  areaUnderCurve,
  averagePrecision,
  type Calibration,
  type CalibrationBin,
  calibration,
  precisionAt,
} from "./scores.ts";
export {
  type SteppingStone,
  type SteppingStoneModel,
  type SteppingStoneOptions,
  type SteppingStoneTerms,
  steppingStone,
} from "./stepping-stone.ts";
export { type ComplexityTarget, type ComplexityTargetOptions, complexityTarget } from "./target.ts";
