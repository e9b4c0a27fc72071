import { type Extent, extentOf } from "../../../ui/index.ts";

const EUROPE: Extent = [-11, 35, 32, 70];
export const WORLD: Extent = [-170, -56, 179, 78];

/**
 * What most points need: a few far away must not shrink the rest to a dot. Its edges are rounded outwards, so that similar lists
 * share one drawn map.
 */
export function extentAround(points: readonly { lat: number; lon: number }[]): Extent {
  if (points.length === 0) return EUROPE;
  const [west, east] = most(points.map((point) => point.lon));
  const [south, north] = most(points.map((point) => point.lat));
  if (east - west > 60) return share(points, EUROPE) > 0.6 ? EUROPE : WORLD;
  if (east - west > 25) return EUROPE;
  return rounded(
    extentOf([
      { lat: south, lon: west },
      { lat: north, lon: east },
    ])!,
  );
}

const most = (values: number[]) => {
  const sorted = values.sort((a, b) => a - b);
  return [sorted[Math.floor(sorted.length * 0.03)]!, sorted[Math.ceil(sorted.length * 0.97) - 1]!] as const;
};

const share = (points: readonly { lat: number; lon: number }[], [west, south, east, north]: Extent) =>
  points.filter(({ lat, lon }) => lon >= west && lon <= east && lat >= south && lat <= north).length /
  points.length;

function rounded([west, south, east, north]: Extent): Extent {
  const step = east - west > 8 ? 2 : 0.5;
  const down = (value: number) => Math.floor(value / step) * step;
  const up = (value: number) => Math.ceil(value / step) * step;
  return [down(west), Math.max(down(south), -85), up(east), Math.min(up(north), 85)];
}
