export {
  type ClusterCandidate,
  type ClusterDefinition,
  type ClusteringMethod,
  type DefineClustersOptions,
  defineClusters,
} from "./define.ts";
export { cutDendrogram, hierarchicalClustering, type Linkage, type Merge } from "./hierarchical.ts";
export { type KMeans, type KMeansOptions, kMeans } from "./k-means.ts";
export { type ClusterLinkages, clusterLinkages, clusterSpectrum } from "./linkages.ts";
export { correctOutliers, type Outlier, type OutlierCorrection, type OutlierOptions } from "./outliers.ts";
export { euclideanDistances, similarityProfiles } from "./profiles.ts";
export {
  type AverageSimilarityOptions,
  averageSimilarity,
  inputOutputLinks,
  type LocationCorrelationOptions,
  locationCorrelation,
  occupationSimilarity,
} from "./similarity.ts";
export { type ClusterStars, type ClusterStarsOptions, clusterStars } from "./stars.ts";
export {
  type ClusterStrength,
  type ClusterStrengthOptions,
  clusterAmounts,
  clusterStrength,
} from "./strength.ts";
export {
  type ClusterRelatedness,
  type ClusterValidation,
  clusterRelatedness,
  clusterValidation,
} from "./validation.ts";
