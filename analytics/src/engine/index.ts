export { cooccurrence } from "./cooccurrence.ts";
export { gatherSum } from "./gather-sum.ts";
export { type Engine, engine, setEngine } from "./kernel.ts";
export { type SecondPair, secondPair } from "./second-pair.ts";
export { specialised } from "./specialised.ts";
