import type { Signal } from "./signal.ts";
import type { Situation } from "./situation.ts";

/** After so many days freshness is halved. */
const HALF_LIFE_DAYS = 365;
/** So many documents are as good as any number. */
const MANY_DOCUMENTS = 100;

/** Halved each year. */
export const freshness = (ageDays: number) => 0.5 ** (ageDays / HALF_LIFE_DAYS);

/** How much the organisation has done at all: the logarithm of its documents that the asker may see. */
export const experienceSignal = ({ count }: Situation): Signal => ({
  name: "experience",
  parts: (organisation) => [Math.min(1, Math.log1p(count(organisation)) / Math.log1p(MANY_DOCUMENTS))],
  reason: (organisation, share) => ({ signal: "experience", share, documents: count(organisation) }),
});

/** How recent the latest document is that resembles the ask: halved each year. */
export function freshnessSignal({ corpus: { members, day }, near, today }: Situation): Signal {
  const latest = new Map<number, number>();
  for (const [i, document] of near.documents.entries()) {
    if (Number.isNaN(day[document]!) || near.similarity[i] === 0) continue;
    for (let at = members.start[document]!; at < members.start[document + 1]!; at++) {
      const organisation = members.items[at]!;
      latest.set(
        organisation,
        Math.max(latest.get(organisation) ?? Number.NEGATIVE_INFINITY, day[document]!),
      );
    }
  }
  const age = (organisation: number) =>
    Math.max(0, today - (latest.get(organisation) ?? Number.NEGATIVE_INFINITY));
  return {
    name: "freshness",
    parts: (organisation) => [freshness(age(organisation))],
    reason: (organisation, share) => ({ signal: "freshness", share, days: age(organisation) }),
  };
}
