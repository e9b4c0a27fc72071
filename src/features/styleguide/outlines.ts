import { createRequire } from "node:module";
import { feature } from "topojson-client";
import type { Shape } from "../../ui/index.ts";

interface World {
  type: "Topology";
  objects: { countries: { type: "GeometryCollection"; geometries: never[] } };
  arcs: never[];
}

let countries: Shape[] | undefined;

/** Natural Earth's countries, read when the first map of this page is drawn. */
export function countryOutlines(): Shape[] {
  if (!countries) {
    const world: World = createRequire(import.meta.url)("world-atlas/countries-50m.json");
    countries = feature(world, world.objects.countries).features;
  }
  return countries;
}
