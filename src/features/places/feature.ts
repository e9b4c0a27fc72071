export { COUNTRY_CREDIT, countryShapes } from "./countries.ts";
export { extentAround } from "./extent.ts";
export { type Land, landBehind } from "./land.ts";
export { type NamedPlace, PLACE_CREDIT, placeNamed } from "./place-named.ts";
export { type Address, type KnownTowns, type Place, placeOf } from "./place-of.ts";
export { pointInRegion } from "./point-in-region.ts";
export {
  countryOfRegion,
  hasRegionShapes,
  REGION_CREDIT,
  type RegionLevel,
  regionName,
  regionShapes,
} from "./regions.ts";
export type { PlaceProperties, PlaceShape } from "./shape.ts";
export { foldedTown } from "./town-names.ts";
export { TOWN_CREDIT } from "./towns.ts";
