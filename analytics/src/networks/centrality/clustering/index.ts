export { bipartiteClustering, robinsAlexanderClustering } from "./bipartite.ts";
export { averageClustering, type Lone, localClustering, transitivity } from "./local.ts";
export { triangles } from "./triangles.ts";
export { weightedClustering } from "./weighted.ts";
