export { bipartiteModularity, twoSides } from "./bipartite-modularity.ts";
export {
  adjustedRandIndex,
  type Normaliser,
  normalisedMutualInformation,
  variationOfInformation,
} from "./compare-partitions.ts";
export { type GirvanNewman, girvanNewman } from "./girvan-newman.ts";
export { type LabelPropagationOptions, labelPropagation } from "./label-propagation.ts";
export { type Communities, type LeidenOptions, leiden } from "./leiden.ts";
export type { Quality } from "./level.ts";
export { constantPottsQuality, modularity } from "./modularity.ts";
export { type ParticipationOptions, participationCoefficient, withinModuleDegree } from "./participation.ts";
export type { Groups } from "./partition.ts";
export { type Bisection, spectralBisection } from "./spectral-bisection.ts";
export { spectralCommunities } from "./spectral-communities.ts";
