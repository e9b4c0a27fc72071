export { attributeAssortativity, degreeAssortativity, numericAssortativity } from "./assortativity.ts";
export { type Backbone, disparityFilter, maximumSpanningTree } from "./backbone.ts";
export { barabasiAlbert } from "./barabasi-albert.ts";
export { BROKERAGE_ROLES, type Brokerage, type BrokerageRole, brokerage } from "./brokerage.ts";
export { type EiIndex, type EiIndexOptions, eiIndex } from "./ei-index.ts";
export { evaluateLinks, type LinkEvaluation } from "./link-evaluation.ts";
export {
  type LikelyLink,
  type LinkScore,
  type LinkScoreOptions,
  likelyLinks,
  linkScores,
} from "./link-prediction.ts";
export { type NullModel, type NullModelOptions, nullModel } from "./null-model.ts";
export {
  bipartiteProjection,
  type ProjectionOptions,
  type ProjectionWeight,
  resourceProjection,
} from "./projection.ts";
export { type RewireOptions, rewire } from "./rewire.ts";
export { type RichClub, type RichClubOptions, richClub } from "./rich-club.ts";
export { type Robustness, type RobustnessOptions, robustness } from "./robustness.ts";
export { simmelianStrength } from "./simmelian.ts";
export {
  constraint,
  effectiveSize,
  type StructuralHoles,
  type StructuralHolesOptions,
  structuralEfficiency,
  structuralHierarchy,
  structuralHoles,
} from "./structural-holes.ts";
