export type { Classes } from "./classes.ts";
export { coherence } from "./coherence.ts";
export type { VarietyOptions } from "./entropy-by-level.ts";
export {
  relatedVariety,
  unrelatedVariety,
  type VarietyDecomposition,
  varietyDecomposition,
} from "./variety.ts";
