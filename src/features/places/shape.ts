import type { ExtendedFeature, GeoGeometryObjects } from "d3-geo";

export type Polygon = Extract<GeoGeometryObjects, { type: "Polygon" }>;
export type MultiPolygon = Extract<GeoGeometryObjects, { type: "MultiPolygon" }>;
export type Position = Polygon["coordinates"][number][number];

/** The outline of a country or region: GeoJSON, exterior rings clockwise, as d3-geo wants them. */
export type PlaceShape = ExtendedFeature<Polygon | MultiPolygon, PlaceProperties>;

export interface PlaceProperties {
  /** ISO 3166 for a country, NUTS for a region. */
  code: string;
  name: string;
  /** ISO 3166, or null where a land has no code. */
  country: string | null;
}
