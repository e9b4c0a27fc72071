import type { Context } from "../../../access/context.ts";
import type { Finding } from "./actions.ts";
import type { Catalogue } from "./catalogue.ts";
import { organisationsById } from "./store.ts";

export interface Spot {
  lat: number;
  lon: number;
  city: string;
  count: number;
  /** Where it stands for one organisation alone. */
  organisation: { name: string; slug: string; kind: string } | null;
}

/** How many of the hits lie in which region, by the code in their records. */
export function regionsOf({ catalogue, hits }: Finding): Map<string, number> {
  const counts = new Uint32Array(catalogue.regions.length);
  for (const at of hits) counts[catalogue.nuts[at]!]!++;
  return new Map(
    catalogue.regions.flatMap((code, i) =>
      code !== "" && counts[i]! > 0 ? [[code, counts[i]!] as const] : [],
    ),
  );
}

const MOST_NAMED = 400;

/** The hits as spots on a map: each by name while they are few, else by the town around which they lie. */
export async function spotsOf(ctx: Context, { catalogue, hits }: Finding): Promise<Spot[]> {
  const placed = hits.filter((at) => !Number.isNaN(catalogue.lat[at]!));
  if (placed.length > MOST_NAMED) return townsOf(catalogue, placed);
  const ids = placed.map((at) => catalogue.ids[at]!);
  const rows = await ctx.read((db) => organisationsById(db, ctx.actor, ids));
  return placed.flatMap((at) => {
    const row = rows.get(catalogue.ids[at]!);
    if (!row) return [];
    const organisation = { name: row.name, slug: row.slug, kind: row.kind };
    return [
      { lat: catalogue.lat[at]!, lon: catalogue.lon[at]!, city: row.city ?? "", count: 1, organisation },
    ];
  });
}

const CELLS_PER_DEGREE = 4;

/** Cells of a quarter of a degree, each called after the town most of its organisations are in. */
function townsOf({ lat, lon, city, cities }: Catalogue, placed: readonly number[]): Spot[] {
  const cells = Map.groupBy(
    placed,
    (at) =>
      Math.round((lat[at]! + 90) * CELLS_PER_DEGREE) * 4096 + Math.round((lon[at]! + 180) * CELLS_PER_DEGREE),
  );
  return [...cells.values()].map((cell) => {
    const first = mostOften(cell, (at) => city[at]!);
    return {
      lat: lat[first]!,
      lon: lon[first]!,
      city: cities[city[first]!]!,
      count: cell.length,
      organisation: null,
    };
  });
}

function mostOften(cell: readonly number[], cityOf: (at: number) => number): number {
  const counts = new Map<number, number>();
  let best = cell[0]!;
  for (const at of cell) {
    const count = (counts.get(cityOf(at)) ?? 0) + 1;
    counts.set(cityOf(at), count);
    if (count > (counts.get(cityOf(best)) ?? 0)) best = at;
  }
  return best;
}
