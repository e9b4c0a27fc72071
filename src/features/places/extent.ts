import { type Extent, extentOf } from "../../ui/index.ts";

type Point = { lat: number; lon: number };

/**
 * What most points need: a few far away must not shrink the rest to a dot. Who lies further from the middle than four times what
 * half of them do is left outside; the map says how many. Edges are rounded outwards, so that similar lists share one drawn map.
 */
export function extentAround(
  points: readonly Point[],
  empty: Extent,
  /** What is shown instead when even most points need more than a country. */
  wide?: () => Extent,
): Extent {
  if (points.length === 0) return empty;
  const middle = {
    lat: median(points.map((point) => point.lat)),
    lon: median(points.map((point) => point.lon)),
  };
  // A degree of longitude is shorter than one of latitude, the further north the shorter.
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  const distance = (point: Point) => Math.hypot(point.lat - middle.lat, (point.lon - middle.lon) * shrink);
  const reach = Math.max(4 * median(points.map(distance)), 1.5);
  const near = extentOf(points.filter((point) => distance(point) <= reach))!;
  return wide && near[2] - near[0] > 25 ? wide() : rounded(near);
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

function rounded([west, south, east, north]: Extent): Extent {
  const step = east - west > 8 ? 2 : 0.5;
  const down = (value: number) => Math.floor(value / step) * step;
  const up = (value: number) => Math.ceil(value / step) * step;
  return [
    Math.max(down(west), -179),
    Math.max(down(south), -85),
    Math.min(up(east), 179),
    Math.min(up(north), 85),
  ];
}
