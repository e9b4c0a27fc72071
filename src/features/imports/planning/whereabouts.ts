import { LRUCache } from "lru-cache";
import { type Place, placeOf } from "../../places/feature.ts";
import type { IdentityGiven } from "../rows/entry.ts";

/** Most rows of a sheet lie in a few towns. */
const towns = new LRUCache<string, { place: Place | null }>({ max: 5_000 });

/**
 * The one place where an address becomes a point: what follows from a town. What a sheet says itself is taken as it is; `unknown` where
 * there is no such town.
 */
export function whereabouts({
  city,
  country,
  nuts,
  lat,
  lon,
}: IdentityGiven): Pick<IdentityGiven, "lat" | "lon" | "nuts"> | "unknown" {
  if (city === undefined || (lat !== undefined && lon !== undefined)) return {};
  const address = { city, country: country ?? null, nuts: nuts ?? null };
  const key = JSON.stringify(address);
  const found = towns.get(key) ?? { place: placeOf(address) };
  towns.set(key, found);
  const { place } = found;
  if (!place) return "unknown";
  return {
    lat: place.lat,
    lon: place.lon,
    ...(nuts === undefined && place.nuts ? { nuts: place.nuts } : {}),
  };
}
