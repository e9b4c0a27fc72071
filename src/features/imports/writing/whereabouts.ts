import { placeOf } from "../../places/feature.ts";
import type { IdentityGiven } from "../rows/entry.ts";

/** The one place where an address becomes a point; what a sheet says itself is taken as it is. */
export function whereabouts({ city, country, nuts, lat, lon }: IdentityGiven): Partial<IdentityGiven> {
  if (lat !== undefined && lon !== undefined) return {};
  const place = city === undefined ? null : placeOf({ city, country: country ?? null, nuts: nuts ?? null });
  if (!place) return {};
  return {
    lat: place.lat,
    lon: place.lon,
    ...(nuts === undefined && place.nuts ? { nuts: place.nuts } : {}),
  };
}
