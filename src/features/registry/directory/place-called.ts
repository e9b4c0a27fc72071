import type { Catalogue } from "./catalogue.ts";
import { folded } from "./words.ts";

export interface Place {
  name: string;
  lat: number;
  lon: number;
}

const placesOf = new WeakMap<Catalogue, Map<string, Place>>();

/** A town by its name, at the middle of the organisations that give it as theirs. */
export function placeCalled(name: string, catalogue: Catalogue): Place | null {
  let places = placesOf.get(catalogue);
  if (!places) {
    places = townsOf(catalogue);
    placesOf.set(catalogue, places);
  }
  return places.get(key(name)) ?? null;
}

const key = (name: string) =>
  folded(name)
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, " ")
    .trim();

function townsOf(catalogue: Catalogue): Map<string, Place> {
  const towns = new Map<string, { at: number; lats: number[]; lons: number[] }>();
  catalogue.ids.forEach((_, at) => {
    const town = key(catalogue.cities[catalogue.city[at]!]!);
    if (town === "" || Number.isNaN(catalogue.lat[at]!) || catalogue.walls.has(at)) return;
    const known = towns.get(town) ?? { at, lats: [], lons: [] };
    known.lats.push(catalogue.lat[at]!);
    known.lons.push(catalogue.lon[at]!);
    towns.set(town, known);
  });
  return new Map(
    [...towns].map(([town, { at, lats, lons }]) => [
      town,
      { name: catalogue.cities[catalogue.city[at]!]!, lat: median(lats), lon: median(lons) },
    ]),
  );
}

/** Not the mean: one wrong coordinate must not move a town into the sea. */
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
