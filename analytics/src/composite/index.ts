export {
  type AggregateOptions,
  arithmeticIndex,
  geometricIndex,
  mazziottaParetoIndex,
  topsis,
} from "./aggregate.ts";
export { analyticHierarchy, type Hierarchy } from "./ahp.ts";
export { minMaxScores, type Polarity, rankScores, referenceScores, standardScores } from "./normalise.ts";
export { cronbachAlpha } from "./reliability.ts";
export {
  type Aggregation,
  type IndexRobustnessOptions,
  type LeaveOneOut,
  leaveOneOut,
  type Normalisation,
  type RankIntervals,
  rankIntervals,
  type Sensitivity,
  sensitivity,
} from "./robustness.ts";
export {
  componentWeights,
  criticWeights,
  entropyWeights,
  equalWeights,
  type PrincipalComponents,
  principalComponents,
} from "./weights.ts";
