import type { Feature, MultiPolygon, Polygon } from "geojson";

/** The outline of a country or region: GeoJSON, exterior rings clockwise, as d3-geo wants them. */
export type PlaceShape = Feature<Polygon | MultiPolygon, PlaceProperties>;

export interface PlaceProperties {
  /** ISO 3166 for a country, NUTS for a region. */
  code: string;
  name: string;
  /** ISO 3166, or null where a land has no code. */
  country: string | null;
}
