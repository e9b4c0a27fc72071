import { distanceKm } from "./distance.ts";
import type { Situation } from "./signals/situation.ts";

/** Whether an organisation can be proposed at all: seen, not the asker, not excluded, and of what is wanted. */
export function eligible({
  corpus,
  ask,
  asker,
  seesOrganisation,
}: Situation): (organisation: number) => boolean {
  const excluded = new Set(ask.exclude ?? []);
  const { kinds, countries, near } = ask;
  return (at) => {
    const { id, kind, country, place } = corpus.organisations[at]!;
    if (at === asker || excluded.has(id) || !seesOrganisation(at)) return false;
    if (kinds && !(kind !== undefined && kinds.includes(kind))) return false;
    if (countries && !(country !== undefined && countries.includes(country))) return false;
    if (near?.km === undefined) return true;
    return place !== undefined && distanceKm(near, place) <= near.km;
  };
}
