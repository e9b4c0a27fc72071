import type { Extent, MapRegion, Shape } from "../../ui/index.ts";
import { COUNTRY_CREDIT, countryShapes } from "./countries.ts";
import { hasRegionShapes, REGION_CREDIT, type RegionLevel, regionShapes } from "./regions.ts";
import type { PlaceShape } from "./shape.ts";

export interface Land {
  countries: readonly Shape[];
  /** Small regions on a small map, larger ones on a larger map, none where they would be specks. */
  regions: MapRegion[];
  credit: string;
}

/** What lies behind the points of a map: outlines within its extent, regions coloured by how many are in them. */
export function landBehind(
  extent: Extent,
  codes: ReadonlyMap<string, number>,
  href: (code: string) => string,
): Land {
  const level = levelFor(extent);
  const counts = level === null ? new Map<string, number>() : atLevel(codes, level);
  const regions = level === null || !hasRegionShapes() ? [] : inSight(regionShapes(level), extent);
  return {
    countries: inSight(countryShapes(level === null ? "coarse" : "fine"), extent).map(({ shape }) => shape),
    regions: regions.map(({ code, name, shape }) => {
      const value = counts.get(code);
      return { id: code, name, shape, value, ...(value ? { href: href(code) } : {}) };
    }),
    credit: regions.length > 0 ? `${REGION_CREDIT} · ${COUNTRY_CREDIT}` : COUNTRY_CREDIT,
  };
}

function levelFor([west, , east]: Extent): RegionLevel | null {
  const degrees = east - west;
  return degrees < 8 ? 3 : degrees < 20 ? 2 : null;
}

function atLevel(codes: ReadonlyMap<string, number>, level: RegionLevel): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [code, count] of codes) {
    const region = code.slice(0, 2 + level);
    if (region.length === 2 + level) counts.set(region, (counts.get(region) ?? 0) + count);
  }
  return counts;
}

interface Outline {
  code: string;
  name: string;
  shape: Shape;
  box: Extent;
}

const outlines = new WeakMap<PlaceShape, Outline>();

/** With air: the picture is wider than its extent where the shape of the sheet asks for it. */
function inSight(shapes: readonly PlaceShape[], [west, south, east, north]: Extent): Outline[] {
  const air = Math.max(east - west, north - south) / 2;
  return shapes
    .map(outlineOf)
    .filter(
      ({ box }) =>
        box[0] <= east + air && box[2] >= west - air && box[1] <= north + air && box[3] >= south - air,
    );
}

function outlineOf(place: PlaceShape): Outline {
  const known = outlines.get(place);
  if (known) return known;
  const { geometry, properties } = place;
  const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of rings.flat()) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const shape: Shape = { type: "Feature", geometry, properties: { ...properties } };
  const outline: Outline = {
    code: properties.code,
    name: properties.name,
    shape,
    box: [west, south, east, north],
  };
  outlines.set(place, outline);
  return outline;
}
