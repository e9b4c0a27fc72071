import { type NamedPlace, namedPlaces, placeNamed } from "./place-named.ts";
import { pointInRegion } from "./point-in-region.ts";
import { townsMeant } from "./town-names.ts";
import { type Point, townsCalled } from "./towns.ts";

export interface Address {
  city: string | null;
  /** ISO 3166; the Commission's EL and UK are understood. */
  country: string | null;
  /** Where it is known, it tells two towns of one name apart. */
  nuts?: string | null;
}

export interface Place extends Point {
  /** NUTS 2021, level 3; null outside of its countries. */
  nuts: string | null;
}

/** Names of towns in a country, by folded name: what organisations call them. */
export type KnownTowns = (country: string, folded: string) => Town | undefined;

/** A town may know its region better than a map drawn in rough lines does, near a border. */
interface Town extends Point {
  nuts?: string | null;
}

/**
 * Where an address lies, without asking anybody outside: first by the names that European organisations use for their towns, then by
 * GeoNames. To the town, not to the house. `null` where no town of that name is known in that country.
 */
export function placeOf(address: Address, known: KnownTowns = byOrganisations): Place | null {
  const city = address.city?.trim() ?? "";
  if (city === "") return null;
  const point = address.country
    ? inCountry(city, isoOf(address.country), address.nuts ?? null, known)
    : placeNamed(city);
  if (!point) return null;
  return { lat: point.lat, lon: point.lon, nuts: regionOf(point) };
}

function inCountry(city: string, country: string, nuts: string | null, known: KnownTowns): Town | null {
  for (const name of townsMeant(city)) {
    const used = known(country, name);
    if (used && (nuts === null || lies(used, nuts))) return used;
    const towns = townsCalled(country, name);
    const there = nuts === null ? undefined : towns.find((town) => lies(town, nuts));
    const best = there ?? used ?? towns[0];
    if (best) return best;
  }
  return null;
}

const regionOf = (town: Town) => town.nuts ?? pointInRegion(town.lat, town.lon, 3);
const lies = (town: Town, nuts: string) => regionOf(town)?.startsWith(nuts) === true;

const byOrganisations: KnownTowns = (country, folded): NamedPlace | undefined =>
  namedPlaces()
    .get(folded)
    ?.find((place) => place.country === country);

/** The Commission writes EL for Greece and UK for the United Kingdom. */
const isoOf = (country: string): string => {
  const code = country.trim().toUpperCase();
  return ({ EL: "GR", UK: "GB" } as Record<string, string>)[code] ?? code;
};
