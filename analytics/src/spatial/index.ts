export type { LocalTestOptions } from "./conditional.ts";
export { distanceMatrix, type Metric } from "./distance.ts";
export {
  type DistanceWeightsOptions,
  distanceBandWeights,
  nearestNeighbourWeights,
} from "./distance-weights.ts";
export { geary } from "./geary.ts";
export { getisOrd } from "./getis-ord.ts";
export { type LocalGetisOrd, type LocalGetisOrdOptions, localGetisOrd } from "./local-getis-ord.ts";
export { type LocalMoran, localMoran, type Quadrant } from "./local-moran.ts";
export { moran } from "./moran.ts";
export type { SpatialTest, SpatialTestOptions } from "./significance.ts";
export { contiguityWeights, type SpatialWeights, type WeightStandard, weightsFromTable } from "./weights.ts";
