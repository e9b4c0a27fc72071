import type { Corpus } from "./corpus.ts";
import { distanceKm } from "./distance.ts";
import type { Ask } from "./types.ts";

/** Whether an organisation can be proposed at all: seen, not the asker, not excluded, and of what is wanted. */
export function eligibleFor(
  corpus: Corpus,
  ask: Ask,
  asker: number,
  sees: (organisation: number) => boolean,
): (organisation: number) => boolean {
  const excluded = new Set(ask.exclude ?? []);
  const { kinds, countries, near } = ask;
  return (at) => {
    const { id, kind, country, place } = corpus.organisations[at]!;
    if (at === asker || excluded.has(id) || !sees(at)) return false;
    if (kinds && !(kind !== undefined && kinds.includes(kind))) return false;
    if (countries && !(country !== undefined && countries.includes(country))) return false;
    if (near?.km === undefined) return true;
    return place !== undefined && distanceKm(near, place) <= near.km;
  };
}
