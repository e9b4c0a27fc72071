import type { Extent } from "../../../ui/index.ts";
import { extentAround as extentOfMost } from "../../places/feature.ts";

const EUROPE: Extent = [-11, 35, 32, 70];
export const WORLD: Extent = [-170, -56, 179, 78];

type Points = readonly { lat: number; lon: number }[];

/** Around most of what was found; where that is more than a country, all of Europe or the whole world. */
export const extentAround = (points: Points): Extent =>
  extentOfMost(points, EUROPE, () => (shareWithin(EUROPE, points) > 0.6 ? EUROPE : WORLD));

const shareWithin = ([west, south, east, north]: Extent, points: Points) =>
  points.filter(({ lat, lon }) => lon >= west && lon <= east && lat >= south && lat <= north).length /
  points.length;
