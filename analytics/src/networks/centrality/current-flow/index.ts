export { currentFlowBetweenness } from "./betweenness.ts";
export { currentFlowCloseness } from "./closeness.ts";
