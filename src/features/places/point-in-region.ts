import { once } from "./once.ts";
import { type RegionLevel, regionShapes } from "./regions.ts";
import type { PlaceShape, Position } from "./shape.ts";

interface Boxed {
  code: string;
  rings: Position[][];
  box: readonly [west: number, south: number, east: number, north: number];
}

// Outlines at 1:60 million cut across bays and islands: who is nearly inside is meant to be inside.
const NEARLY_DEGREES = 0.35;

/** The NUTS region in which a point lies, or the nearest one for a point just off its coarse coast; null elsewhere. */
export function pointInRegion(lat: number, lon: number, level: RegionLevel = 3): string | null {
  const near = boxed[level]().filter(
    ({ box: [west, south, east, north] }) =>
      lon >= west - NEARLY_DEGREES &&
      lon <= east + NEARLY_DEGREES &&
      lat >= south - NEARLY_DEGREES &&
      lat <= north + NEARLY_DEGREES,
  );
  const inside = near.find(({ rings }) => contains(rings, lon, lat));
  if (inside) return inside.code;

  let closest: { code: string; distance: number } | null = null;
  for (const { code, rings } of near) {
    const distance = distanceTo(rings, lon, lat);
    if (distance <= NEARLY_DEGREES && distance < (closest?.distance ?? Number.POSITIVE_INFINITY))
      closest = { code, distance };
  }
  return closest?.code ?? null;
}

const boxed: Record<RegionLevel, () => Boxed[]> = {
  1: once(() => regionShapes(1).map(toBoxed)),
  2: once(() => regionShapes(2).map(toBoxed)),
  3: once(() => regionShapes(3).map(toBoxed)),
};

function toBoxed({ geometry, properties }: PlaceShape): Boxed {
  const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  const lons = rings.flat().map((point) => point[0]!);
  const lats = rings.flat().map((point) => point[1]!);
  return {
    code: properties.code,
    rings,
    box: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)],
  };
}

/** Even-odd over all rings: a hole is a ring inside a ring. */
function contains(rings: readonly Position[][], lon: number, lat: number): boolean {
  let inside = false;
  for (const [a, b] of edges(rings)) {
    const crosses =
      a[1]! > lat !== b[1]! > lat && lon < ((b[0]! - a[0]!) * (lat - a[1]!)) / (b[1]! - a[1]!) + a[0]!;
    if (crosses) inside = !inside;
  }
  return inside;
}

/** In degrees of latitude; a degree of longitude counts for less the further north it is. */
function distanceTo(rings: readonly Position[][], lon: number, lat: number): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  for (const [a, b] of edges(rings)) {
    const [ax, ay] = [(a[0]! - lon) * shrink, a[1]! - lat];
    const [dx, dy] = [(b[0]! - a[0]!) * shrink, b[1]! - a[1]!];
    const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(ax + along * dx, ay + along * dy));
  }
  return least;
}

function* edges(rings: readonly Position[][]): Generator<readonly [Position, Position]> {
  for (const ring of rings) for (let i = 1; i < ring.length; i += 1) yield [ring[i - 1]!, ring[i]!];
}
