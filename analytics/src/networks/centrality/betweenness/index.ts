export { type BetweennessThreads, betweennessAsync } from "./async.ts";
export { type Betweenness, type BetweennessOptions, betweenness } from "./betweenness.ts";
export { type EdgeBetweennessOptions, edgeBetweenness } from "./edges.ts";
export { type BetweennessPart, betweennessPart, type GraphArrays } from "./part.ts";
