import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type KnownTowns, placeOf } from "../src/features/places/place-of.ts";
import { pointInRegion } from "../src/features/places/point-in-region.ts";
import { foldedTown } from "../src/features/places/town-names.ts";

interface Row {
  city?: string;
  country: string;
  nuts?: string;
  lat?: number;
  lon?: number;
}
interface Truth {
  city: string;
  country: string;
  nuts?: string;
  lat: number;
  lon: number;
}

const NEAR_KM = 25;

/**
 * How many addresses of an edition of CORDIS are placed within 25 km of the coordinates it gives. The town names that Kontor ships
 * come from organisations of the same source, so the second row learns its names from one half and is asked about the other.
 */
export function measurePlaces(folder: string): string {
  const all = readFileSync(join(folder, "organizations.ndjson.gz"));
  const rows = gunzipSync(all)
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
    .filter((row): row is Truth => row.lat != null && row.lon != null && Boolean(row.city));
  const odd = rows.filter((_, index) => index % 2 === 1);
  const even = rows.filter((_, index) => index % 2 === 0);
  return [
    line("as shipped", rows),
    line("names from one half, asked about the other", odd, namesOf(even)),
    line("GeoNames alone", rows, () => undefined),
  ].join("\n");
}

function line(label: string, rows: readonly Truth[], known?: KnownTowns): string {
  const started = performance.now();
  const found = rows.map((row) => placeOf({ city: row.city, country: row.country }, known));
  const seconds = (performance.now() - started) / 1000;
  const near = rows.filter((row, at) => found[at] && kilometres(row, found[at]) <= NEAR_KM).length;
  const none = found.filter((place) => place === null).length;
  const inNuts = rows.filter((row) => row.nuts?.length === 5);
  const right = rows.filter((row, at) => row.nuts?.length === 5 && found[at]?.nuts === row.nuts).length;
  // What the coordinates of the source themselves would say.
  const atBest = inNuts.filter((row) => pointInRegion(row.lat, row.lon, 3) === row.nuts).length;
  const share = (part: number, of: number) => `${((part / of) * 100).toFixed(1)} %`;
  return `${label}: ${rows.length} addresses, ${share(near, rows.length)} within ${NEAR_KM} km, ${share(none, rows.length)} not found; NUTS 3 right ${share(right, inNuts.length)} (by the source's own coordinates ${share(atBest, inNuts.length)}); ${seconds.toFixed(1)} s`;
}

function namesOf(rows: readonly Truth[]): KnownTowns {
  const points = new Map<string, Truth[]>();
  for (const row of rows)
    for (const name of new Set([row.city, ...row.city.split("/")].map(foldedTown))) {
      const key = `${{ UK: "GB", EL: "GR" }[row.country] ?? row.country} ${name}`;
      points.set(key, [...(points.get(key) ?? []), row]);
    }
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
  return (country, folded) => {
    const here = points.get(`${country} ${folded}`);
    return here && { lat: middle(here.map((row) => row.lat)), lon: middle(here.map((row) => row.lon)) };
  };
}

function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = Math.PI / 180;
  const [x, y] = [(b.lat - a.lat) * radians, (b.lon - a.lon) * radians];
  const h =
    Math.sin(x / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(y / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(h));
}
