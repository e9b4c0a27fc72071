import { parse } from "csv-parse/sync";
import { geoArea } from "d3-geo";
import { dataFile } from "./data-file.ts";
import { once } from "./once.ts";
import type { MultiPolygon, PlaceShape, Polygon, Position } from "./shape.ts";

/** NUTS levels whose outlines we know: 1 large regions, 2 basic regions, 3 small regions. */
export type RegionLevel = 1 | 2 | 3;

/** EuroGeographics asks for these words under every map that shows its boundaries. */
export const REGION_CREDIT = "© EuroGeographics for the administrative boundaries";

/** Outlines of NUTS 2021 regions, of some countries (ISO 3166) or of all. None where the installation goes without them. */
export function regionShapes(level: RegionLevel, countries?: readonly string[]): readonly PlaceShape[] {
  const all = shapesOf[level]();
  return countries ? all.filter((shape) => countries.includes(shape.properties.country!)) : all;
}

export const hasRegionShapes = (): boolean => shapesOf[2]().length > 0;

/** What a region is called in its own country, in Latin letters; null for a code nobody knows. */
export const regionName = (code: string): string | null => names().get(code) ?? null;

/** The country of a NUTS code, in ISO 3166: the Commission writes EL for Greece and UK for the United Kingdom. */
export function countryOfRegion(code: string): string {
  const prefix = code.slice(0, 2);
  return COMMISSION_CODES[prefix] ?? prefix;
}

const COMMISSION_CODES: Readonly<Record<string, string>> = { EL: "GR", UK: "GB" };

type NutsProperties = { NUTS_ID: string; NAME_LATN: string };

const shapesOf: Record<RegionLevel, () => PlaceShape[]> = {
  1: once(() => read(1)),
  2: once(() => read(2)),
  3: once(() => read(3)),
};

function read(level: RegionLevel): PlaceShape[] {
  const text = dataFile(`demo/shapes/nuts-2021-60m-level${level}.geojson.gz`);
  if (text === null) return [];
  const regions: { features: { geometry: Polygon | MultiPolygon; properties: NutsProperties }[] } =
    JSON.parse(text);
  return regions.features.map(({ geometry, properties: { NUTS_ID: code, NAME_LATN: name } }) => ({
    type: "Feature",
    id: code,
    geometry: clockwise(geometry),
    properties: { code, name, country: countryOfRegion(code) },
  }));
}

/** On a sphere a ring the wrong way round means all of the earth but the region. */
function clockwise(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  if (geometry.type === "Polygon") return { ...geometry, coordinates: outward(geometry.coordinates) };
  return { ...geometry, coordinates: geometry.coordinates.map(outward) };
}

const HALF_EARTH = 2 * Math.PI;

const outward = (rings: Position[][]): Position[][] =>
  geoArea({ type: "Polygon", coordinates: rings }) > HALF_EARTH
    ? rings.map((ring) => ring.toReversed())
    : rings;

const names = once(() => {
  const rows: { code: string; name: string }[] = parse(dataFile("demo/places/nuts-names.csv.gz") ?? "", {
    columns: true,
  });
  return new Map(rows.map((row) => [row.code, row.name]));
});
