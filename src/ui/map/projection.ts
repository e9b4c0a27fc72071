import {
  type ExtendedFeature,
  type GeoGeometryObjects,
  type GeoProjection,
  geoArea,
  geoConicConformal,
  geoNaturalEarth1,
  geoPath,
} from "d3-geo";

/** West, south, east, north, in degrees. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

export interface Frame {
  width: number;
  height: number;
}

/** An outline as GeoJSON; what it is called is the caller's business. */
export type Shape = ExtendedFeature<GeoGeometryObjects | null, Record<string, unknown> | null>;
type Polygon = Extract<GeoGeometryObjects, { type: "Polygon" }>;

/** A flat picture of the part of the globe: angle-true for a region or a continent, the whole earth as an oval. */
export function projectionFor([west, south, east, north]: Extent, frame: Frame): GeoProjection {
  const edge = 4;
  return flat(west, south, east, north)
    .fitExtent(
      [
        [edge, edge],
        [frame.width - edge, frame.height - edge],
      ],
      { type: "MultiPoint", coordinates: outline(west, south, east, north) },
    )
    .clipExtent([
      [0, 0],
      [frame.width, frame.height],
    ]);
}

function flat(west: number, south: number, east: number, north: number): GeoProjection {
  if (east - west > 110) return geoNaturalEarth1();
  const sixth = (north - south) / 6;
  return geoConicConformal()
    .parallels([south + sixth, north - sixth])
    .rotate([-(west + east) / 2, 0]);
}

/** Points along the edges of the extent: its corners alone would cut off where a parallel bends outwards. */
function outline(west: number, south: number, east: number, north: number): [number, number][] {
  const coordinates: [number, number][] = [];
  for (let i = 0; i <= 20; i++) {
    const lon = west + ((east - west) * i) / 20;
    const lat = south + ((north - south) * i) / 20;
    coordinates.push([lon, south], [lon, north], [west, lat], [east, lat]);
  }
  return coordinates;
}

/** The smallest extent that shows all points, with air around them, and never less than a city. */
export function extentOf(points: readonly { lon: number; lat: number }[], air = 0.12): Extent | undefined {
  if (!points.length) return undefined;
  const lons = points.map((point) => point.lon);
  const lats = points.map((point) => point.lat);
  const [west, east, south, north] = [
    Math.min(...lons),
    Math.max(...lons),
    Math.min(...lats),
    Math.max(...lats),
  ];
  const dx = Math.max((east - west) * air, 0.25);
  const dy = Math.max((north - south) * air, 0.15);
  return [west - dx, Math.max(south - dy, -85), east + dx, Math.min(north + dy, 85)];
}

const drawn = new WeakMap<Shape, Map<string, string>>();

/** An outline as path data. It is the same for every reader and is kept with its shape, for the last few extents. */
export function outlinesOf(shapes: readonly Shape[], extent: Extent, frame: Frame): string[] {
  const key = `${extent.join(" ")} ${frame.width}x${frame.height}`;
  let path: ((shape: Shape) => string) | undefined;
  return shapes.map((shape) => {
    let byExtent = drawn.get(shape);
    if (!byExtent) {
      byExtent = new Map();
      drawn.set(shape, byExtent);
    }
    let data = byExtent.get(key);
    if (data === undefined) {
      path ??= painter(extent, frame);
      data = path(shape);
      if (byExtent.size >= 40) byExtent.clear();
      byExtent.set(key, data);
    }
    return data;
  });
}

function painter(extent: Extent, frame: Frame): (shape: Shape) => string {
  const path = geoPath(projectionFor(extent, frame)).digits(1);
  return (shape) => (shape.geometry ? (path(wound(shape.geometry)) ?? "") : "");
}

/**
 * d3 takes the inside of a ring to be on its right, GeoJSON (RFC 7946) on its left: read the other way round, a district covers
 * the earth except for itself. What is larger than half the globe is turned.
 */
function wound(geometry: GeoGeometryObjects): GeoGeometryObjects {
  if (geometry.type === "Polygon") return turned(geometry);
  if (geometry.type !== "MultiPolygon") return geometry;
  return {
    ...geometry,
    coordinates: geometry.coordinates.map(
      (rings) => turned({ type: "Polygon", coordinates: rings }).coordinates,
    ),
  };
}

function turned(polygon: Polygon): Polygon {
  if (geoArea(polygon) <= 2 * Math.PI) return polygon;
  return { ...polygon, coordinates: polygon.coordinates.map((ring) => [...ring].reverse()) };
}
