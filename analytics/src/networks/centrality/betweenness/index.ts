export { type Betweenness, type BetweennessOptions, betweenness } from "./betweenness.ts";
export { type EdgeBetweennessOptions, edgeBetweenness } from "./edges.ts";
export { betweennessPart, type GraphArrays } from "./part.ts";
