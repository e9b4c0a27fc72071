export { attributeAssortativity, degreeAssortativity, numericAssortativity } from "./assortativity.ts";
export { BROKERAGE_ROLES, type Brokerage, type BrokerageRole, brokerage } from "./brokerage.ts";
export { type EiIndex, type EiIndexOptions, eiIndex } from "./ei-index.ts";
export {
  constraint,
  effectiveSize,
  type StructuralHoles,
  type StructuralHolesOptions,
  structuralEfficiency,
  structuralHierarchy,
  structuralHoles,
} from "./structural-holes.ts";
