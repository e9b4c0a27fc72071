import type { Ask } from "@kontor/matching";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Matchable } from "./found.ts";

/** What a need asks of the ranking. */
export const askOf = (
  need: Matchable,
  { today, exclude }: { today: string; exclude: Iterable<OrganisationId> },
): Ask => ({
  text: { title: need.title, keywords: need.competences.join(", "), body: need.text },
  asker: need.organisationId,
  today,
  exclude,
  ...(need.countries.length > 0 ? { countries: need.countries } : {}),
  ...(need.lat !== null && need.lon !== null
    ? {
        near: {
          latitude: need.lat,
          longitude: need.lon,
          ...(need.radiusKm === null ? {} : { km: need.radiusKm }),
        },
      }
    : {}),
  ...(need.deadline !== null && need.deadline >= today ? { deadline: need.deadline } : {}),
  ...(need.codes.length > 0 ? { competences: need.codes.filter(Boolean) } : {}),
  languages: [need.language],
});
