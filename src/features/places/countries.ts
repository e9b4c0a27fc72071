import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { lettersOf } from "./iso-3166.ts";
import { once } from "./once.ts";
import type { MultiPolygon, PlaceShape, Polygon } from "./shape.ts";

/** Outlines of all countries: coarse for the globe and a continent, fine for a country. */
export const countryShapes = (detail: "coarse" | "fine" = "coarse"): readonly PlaceShape[] =>
  detail === "coarse" ? coarse() : fine();

export const COUNTRY_CREDIT = "Natural Earth";

const coarse = once(() => read("110m"));
const fine = once(() => read("50m"));

type Atlas = Parameters<typeof feature>[0];
/** What the atlas holds, once its shared borders are drawn out for each country. */
interface Countries {
  features: { id?: string; geometry: Polygon | MultiPolygon; properties: { name: string } }[];
}

function read(scale: "110m" | "50m"): PlaceShape[] {
  const path = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  const atlas: Atlas = JSON.parse(readFileSync(path, "utf8"));
  const countries = feature(atlas, atlas.objects.countries!) as unknown as Countries;
  return countries.features.map(({ id, geometry, properties: { name } }) => {
    const letters = lettersOf(String(id)) ?? UNNUMBERED[name] ?? null;
    return {
      type: "Feature",
      id: letters ?? name,
      geometry,
      properties: { code: letters ?? name, name, country: letters },
    };
  });
}

// Not in ISO 3166-1, but a country of CORDIS and of Eurostat.
const UNNUMBERED: Readonly<Record<string, string>> = { Kosovo: "XK" };
