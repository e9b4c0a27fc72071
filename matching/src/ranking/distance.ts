import type { GeoPoint } from "./types.ts";

const EARTH_RADIUS_KM = 6371.0088;

/** Great-circle distance in kilometres (haversine, mean radius of the earth). */
export function distanceKm(a: GeoPoint, b: GeoPoint): number {
  const [latitudeA, latitudeB] = [radians(a.latitude), radians(b.latitude)];
  const height = Math.sin((latitudeB - latitudeA) / 2) ** 2;
  const width = Math.sin((radians(b.longitude) - radians(a.longitude)) / 2) ** 2;
  const chord = height + Math.cos(latitudeA) * Math.cos(latitudeB) * width;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
