import {
  type ExtendedFeature,
  type GeoGeometryObjects,
  type GeoProjection,
  geoArea,
  geoConicConformal,
  geoNaturalEarth1,
  geoPath,
} from "d3-geo";
import { LRUCache } from "lru-cache";

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

const isEarth = ([west, , east]: Extent) => east - west > 110;

function flat(west: number, south: number, east: number, north: number): GeoProjection {
  if (isEarth([west, south, east, north])) return geoNaturalEarth1();
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

const drawn = new LRUCache<string, WeakMap<Shape, string>>({ max: 300 });

/** An outline as path data. It is the same for every reader and is kept with its shape, for the last few hundred extents. */
export function outlinesOf(shapes: readonly Shape[], extent: Extent, frame: Frame): string[] {
  const key = `${extent.join(" ")} ${frame.width}x${frame.height}`;
  const byShape = drawn.get(key) ?? new WeakMap<Shape, string>();
  drawn.set(key, byShape);
  let paint: ((shape: Shape) => string) | undefined;
  return shapes.map((shape) => {
    let data = byShape.get(shape);
    if (data === undefined) {
      paint ??= painter(extent, frame);
      data = paint(shape);
      byShape.set(shape, data);
    }
    return data;
  });
}

function painter(extent: Extent, frame: Frame): (shape: Shape) => string {
  // Outlines are dense enough: to bend each edge between its ends is most of the work and shows nowhere.
  const projection = projectionFor(extent, frame).precision(0);
  const sight = sightOf(projection, extent, frame);
  const pen = new Pen(isEarth(extent) ? 20 : 10);
  const path = geoPath(projection, pen as never);
  return (shape) => {
    const ready = readied(shape);
    if (!ready || !meet(ready.box, sight)) return "";
    path(ready.geometry);
    return pen.take();
  };
}

/**
 * Writes what d3 draws, from corner to corner: that is half as long as saying where each lies. A tenth of a unit is fine enough, and
 * nobody sees two corners less than a unit apart, or two on a picture of the earth.
 */
class Pen {
  #data = "";
  #ring = "";
  #corners = 0;
  /** The shortest edge worth drawing, in tenths. */
  readonly #step: number;
  /** Where it stands, in tenths. */
  #x = 0;
  #y = 0;

  constructor(step: number) {
    this.#step = step;
  }

  moveTo(x: number, y: number) {
    this.#x = Math.round(x * 10);
    this.#y = Math.round(y * 10);
    this.#ring = `M${this.#x / 10},${this.#y / 10}`;
    this.#corners = 1;
  }

  lineTo(x: number, y: number) {
    const dx = Math.round(x * 10) - this.#x;
    const dy = Math.round(y * 10) - this.#y;
    if (Math.abs(dx) + Math.abs(dy) < this.#step) return;
    this.#ring += `${this.#corners === 1 ? "l" : " "}${dx / 10},${dy / 10}`;
    this.#corners++;
    this.#x += dx;
    this.#y += dy;
  }

  /** What is left of a speck is no area. */
  closePath() {
    if (this.#corners > 2) this.#data += `${this.#ring}Z`;
  }

  take(): string {
    const data = this.#data;
    this.#data = "";
    return data;
  }
}

interface Readied {
  geometry: GeoGeometryObjects;
  box: Extent;
}

const ready = new WeakMap<Shape, Readied>();

/** What costs most is the same for every picture: which way a ring runs, and where the shape lies. */
function readied(shape: Shape): Readied | null {
  if (!shape.geometry) return null;
  let known = ready.get(shape);
  if (!known) {
    known = { geometry: wound(shape.geometry), box: boxOf(shape.geometry) };
    ready.set(shape, known);
  }
  return known;
}

const EVERYWHERE: Extent = [-180, -90, 180, 90];

function boxOf(geometry: GeoGeometryObjects): Extent {
  const rings =
    geometry.type === "Polygon"
      ? geometry.coordinates
      : geometry.type === "MultiPolygon"
        ? geometry.coordinates.flat()
        : null;
  if (!rings) return EVERYWHERE;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const ring of rings)
    for (const [lon = 0, lat = 0] of ring) {
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  return [west, south, east, north];
}

/** What the picture really shows: where its shape is not that of the extent, more than that. */
function sightOf(projection: GeoProjection, extent: Extent, { width, height }: Frame): Extent {
  if (isEarth(extent)) return EVERYWHERE;
  let sight: Extent = extent;
  for (let i = 0; i <= 8; i++)
    for (const at of [
      [(width * i) / 8, 0],
      [(width * i) / 8, height],
      [0, (height * i) / 8],
      [width, (height * i) / 8],
    ] as const) {
      const [lon, lat] = projection.invert?.([at[0], at[1]]) ?? [extent[0], extent[1]];
      sight = [
        Math.min(sight[0], lon),
        Math.min(sight[1], lat),
        Math.max(sight[2], lon),
        Math.max(sight[3], lat),
      ];
    }
  // An edge may bulge a little between the points that were asked.
  return [sight[0] - 1, sight[1] - 1, sight[2] + 1, sight[3] + 1];
}

const meet = (a: Extent, b: Extent) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

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
