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
  const excluded = new Uint8Array(corpus.organisations.length);
  for (const id of ask.exclude ?? []) {
    const at = corpus.organisationAt.get(id);
    if (at !== undefined) excluded[at] = 1;
  }
  const { kinds, countries, near } = ask;
  return (at) => {
    if (at === asker || excluded[at] === 1 || !sees(at)) return false;
    const { kind, country, place } = corpus.organisations[at]!;
    if (kinds && !(kind !== undefined && kinds.includes(kind))) return false;
    if (countries && !(country !== undefined && countries.includes(country))) return false;
    if (near?.km === undefined) return true;
    return place !== undefined && distanceKm(near, place) <= near.km;
  };
}
