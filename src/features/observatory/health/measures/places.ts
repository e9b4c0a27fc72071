import { distanceMatrix } from "@kontor/analytics";

export const RINGS = ["local", "regional", "national", "global"] as const;
export type Ring = (typeof RINGS)[number];

export interface Placed {
  city: string | null;
  country: string | null;
  nuts: string | null;
  lat: number | null;
  lon: number | null;
}

/**
 * How far a relation reaches. Local: the same district (NUTS 3). Regional: both in the cluster's region, or in the same large region
 * (NUTS 1). National: the same country. Global: two countries. `null` where a place is not known well enough to tell.
 */
export function ringOf(a: Placed, b: Placed, regions: readonly string[]): Ring | null {
  const [here, there] = [countryOf(a), countryOf(b)];
  if (here === null || there === null) return null;
  if (here !== there) return "global";
  if (a.nuts === null || b.nuts === null) return null;
  if (a.nuts === b.nuts && a.nuts.length >= 5) return "local";
  const ours = (nuts: string) => regions.some((region) => nuts.startsWith(region));
  if (a.nuts.slice(0, 3) === b.nuts.slice(0, 3) || (ours(a.nuts) && ours(b.nuts))) return "regional";
  return "national";
}

// The Commission writes EL and UK where others write GR and GB: by one word each they are the same country.
const countryOf = ({ country, nuts }: Placed) => {
  const code = country ?? nuts?.slice(0, 2) ?? null;
  return code === "EL" ? "GR" : code === "UK" ? "GB" : code;
};

/** Great-circle distance; `null` where either place is unknown. */
export function kilometres(a: Placed, b: Placed): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null;
  const points = [
    [a.lat, a.lon],
    [b.lat, b.lon],
  ];
  return distanceMatrix(points, "sphere").at(0, 1);
}

export interface Reach extends Record<Ring, number> {
  unknown: number;
  medianKm: number | null;
  meanKm: number | null;
}

/** Counts pairs by how far they reach. */
export function reachOf(pairs: Iterable<readonly [Placed, Placed]>, regions: readonly string[]): Reach {
  const reach = { local: 0, regional: 0, national: 0, global: 0, unknown: 0 };
  const all: number[] = [];
  for (const [a, b] of pairs) {
    reach[ringOf(a, b, regions) ?? "unknown"] += 1;
    const km = kilometres(a, b);
    if (km !== null) all.push(km);
  }
  all.sort((a, b) => a - b);
  const middle = (all.length - 1) / 2;
  return {
    ...reach,
    medianKm: all.length ? (all[Math.floor(middle)]! + all[Math.ceil(middle)]!) / 2 : null,
    meanKm: all.length ? all.reduce((sum, km) => sum + km, 0) / all.length : null,
  };
}
