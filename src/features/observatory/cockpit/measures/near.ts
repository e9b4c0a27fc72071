import { distanceMatrix } from "@kontor/analytics";
import { median } from "d3-array";

interface Place {
  lat: number;
  lon: number;
}

/** Along a great circle. */
export const distanceKm = (a: Place, b: Place): number =>
  distanceMatrix(
    [
      [a.lat, a.lon],
      [b.lat, b.lon],
    ],
    "sphere",
  ).at(0, 1);

/** The middle of most: the median of latitudes and that of longitudes, which a few far ones do not move. */
export const coreOf = (places: readonly Place[]): Place | null =>
  places.length === 0
    ? null
    : { lat: median(places, ({ lat }) => lat)!, lon: median(places, ({ lon }) => lon)! };
