import { dayOf } from "../corpus.ts";
import { distanceKm } from "../distance.ts";
import { placesNamed } from "../place-names.ts";
import type { Signal } from "./signal.ts";
import type { Situation } from "./situation.ts";

/** At this distance nearness is halved. */
const HALF_NEAR_KM = 50;
/** From so many days before a deadline on, availability counts more than without one. */
const URGENT_DAYS = 60;

/**
 * How near the organisation is: to the point that the ask names, else to the asker; and whether its place is named in
 * the text of the ask (see `Organisation.placeNames`). Null if neither can be known.
 */
export function placeSignal({ corpus, ask, asker }: Situation): Signal | null {
  const own = asker < 0 ? undefined : corpus.organisations[asker]!;
  const from = ask.near ?? own?.place;
  const named =
    corpus.placeNames.size > 0 ? placesNamed(corpus.placeNames, ask.text) : new Map<number, string>();
  if (!from && !own?.region && !own?.country && named.size === 0) return null;
  const facts = (at: number) => {
    const { place, region, country } = corpus.organisations[at]!;
    const name = named.get(at);
    return {
      km: from && place ? distanceKm(from, place) : null,
      sameRegion: region !== undefined && region === own?.region,
      sameCountry: country !== undefined && country === own?.country,
      ...(name !== undefined && { named: name }),
    };
  };
  return {
    name: "place",
    parts(organisation) {
      const { km, sameRegion, sameCountry, named: name } = facts(organisation);
      const near = km === null ? 0 : 0.5 ** (km / HALF_NEAR_KM);
      return [near, sameRegion ? 1 : 0, sameCountry ? 1 : 0, name === undefined ? 0 : 1];
    },
    reason: (organisation, share) => ({ signal: "place", share, ...facts(organisation) }),
  };
}

/** 1 for an organisation of a preferred size. Null if none is preferred. */
export function sizeSignal({ corpus, ask: { sizes } }: Situation): Signal | null {
  if (!sizes || sizes.length === 0) return null;
  return {
    name: "size",
    parts(organisation) {
      const { size } = corpus.organisations[organisation]!;
      return [size && sizes.includes(size) ? 1 : 0];
    },
    reason: (organisation, share) => ({
      signal: "size",
      share,
      size: corpus.organisations[organisation]!.size!,
    }),
  };
}

/** How free the organisation is; half as much where no deadline presses. Null if nobody has said. */
export function availabilitySignal({ corpus, ask: { deadline }, today }: Situation): Signal {
  const left =
    deadline === undefined ? Number.POSITIVE_INFINITY : Math.max(0, dayOf(deadline, "the deadline") - today);
  const urgency = 0.5 + 0.5 * Math.max(0, 1 - left / URGENT_DAYS);
  const free = (organisation: number) => corpus.organisations[organisation]!.availability ?? 0;
  return {
    name: "availability",
    parts: (organisation) => [urgency * free(organisation)],
    reason: (organisation, share) => ({ signal: "availability", share, availability: free(organisation) }),
  };
}

/** 1 for an organisation one shares a language with. Null if the ask names none. */
export function languageSignal({ corpus, ask: { languages } }: Situation): Signal | null {
  if (!languages || languages.length === 0) return null;
  const shared = (organisation: number) =>
    languages.filter((language) => corpus.organisations[organisation]!.languages?.includes(language));
  return {
    name: "language",
    parts: (organisation) => [shared(organisation).length > 0 ? 1 : 0],
    reason: (organisation, share) => ({ signal: "language", share, languages: shared(organisation) }),
  };
}

/**
 * Which part of the competences looked for the organisation has; those that the asker lacks count twice.
 * Null if the ask names none.
 */
export function complementaritySignal({ corpus, ask: { competences }, asker }: Situation): Signal | null {
  if (!competences || competences.length === 0) return null;
  const own = asker < 0 ? undefined : corpus.organisations[asker]!.competences;
  const worth = (competence: string) => (own?.includes(competence) ? 1 : 2);
  const total = competences.reduce((sum, competence) => sum + worth(competence), 0);
  const covered = (organisation: number) =>
    competences.filter((competence) => corpus.organisations[organisation]!.competences?.includes(competence));
  return {
    name: "complementarity",
    parts: (organisation) => [
      covered(organisation).reduce((sum, competence) => sum + worth(competence), 0) / total,
    ],
    reason(organisation, share) {
      const has = covered(organisation);
      return {
        signal: "complementarity",
        share,
        competences: has,
        missingToAsker: own ? has.filter((competence) => !own.includes(competence)) : [],
      };
    },
  };
}
