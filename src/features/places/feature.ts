export { COUNTRY_CREDIT, countryShapes } from "./countries.ts";
export { extentAround } from "./extent.ts";
export { type Land, landBehind } from "./land.ts";
export { type NamedPlace, PLACE_CREDIT, placeNamed } from "./place-named.ts";
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
