import { parse } from "csv-parse/sync";
import { dataFile } from "./data-file.ts";
import { once } from "./once.ts";
import { foldedTown } from "./town-names.ts";

export interface NamedPlace {
  /** As its organisations write it, in readable case. */
  name: string;
  country: string;
  lat: number;
  lon: number;
  /** The region its organisations name, level 3, where they do. */
  nuts: string | null;
}

/**
 * Where a town lies, by any name its organisations use for it: Wien or Vienna, Bruxelles or Brussel. Of towns with one name the one
 * with most organisations counts, unless a country follows: "Frankfurt, DE".
 */
export function placeNamed(query: string): NamedPlace | null {
  const [, town = query, country] = /^(.*?)[\s,]+([A-Za-z]{2})$/.exec(query.trim()) ?? [];
  const key = foldedTown(town);
  const inCountry = country
    ? namedPlaces()
        .get(key)
        ?.find((place) => place.country === country.toUpperCase())
    : undefined;
  return inCountry ?? namedPlaces().get(foldedTown(query))?.[0] ?? null;
}

/** Whose names these are. */
export const PLACE_CREDIT = "© European Union, CORDIS";

export const namedPlaces = once(() => {
  const rows: { country: string; city: string; lat: string; lon: string; nuts: string }[] = parse(
    dataFile("demo/places/cities.csv.gz") ?? "",
    {
      columns: true,
    },
  );
  const found = new Map<string, NamedPlace[]>();
  for (const row of rows) {
    const place = {
      name: readable(row.city),
      country: row.country,
      lat: Number(row.lat),
      lon: Number(row.lon),
      nuts: row.nuts || null,
    };
    for (const name of row.city.split(/\s*\/\s*/)) {
      const key = foldedTown(name);
      if (key === "") continue;
      const known = found.get(key) ?? [];
      const same = known.find((other) => other.country === place.country);
      if (!same) found.set(key, [...known, place]);
      // One town in several spellings: the one with its own letters is the one to show.
      else if (/[^\0-\x7f]/.test(place.name)) same.name = place.name;
    }
  }
  return found;
});

const readable = (city: string) =>
  city.toLowerCase().replace(/(^|[\s/'(-])\p{L}/gu, (start) => start.toUpperCase());
