import { type Hit, TextIndex } from "@kontor/matching";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { needsForOrganisation } from "../../exchange/feature.ts";
import { sayEvents } from "../messages.ts";
import type { FoundRegistration } from "../registrations/actions.ts";
import type { Candidate } from "./actions.ts";

export interface Suggestion {
  slug: string;
  /** Sentences in the reader's language. */
  reasons: string[];
}

const MOST = 8;
/** A need that fits less is no reason to travel. */
const LEAST_FIT = 0.3;
/** One common word is chance. */
const LEAST_WORDS = 2;

/**
 * Who among those who come may be worth a talk: by what they and the asker have written about themselves, and by needs that are open to the
 * asker by name. What nobody may know of is not looked at: no wishes, and no need that is kept in confidence.
 */
export async function suggestFor(
  ctx: Context,
  { event, registration }: FoundRegistration,
  candidates: readonly Candidate[],
): Promise<Suggestion[]> {
  const say = sayEvents(ctx.locale);
  const found = new Map<string, { score: number; reasons: string[] }>();
  const note = (slug: string, score: number, reason: string) => {
    const known = found.get(slug) ?? { score: 0, reasons: [] };
    found.set(slug, { score: known.score + score, reasons: [...known.reasons, reason] });
  };
  for (const { slug, score, words } of alike(candidates, "brings", registration.seeks))
    note(slug, score, say("suggested.brings", { words: words.join(", ") }));
  for (const { slug, score, words } of alike(candidates, "seeks", registration.brings))
    note(slug, score, say("suggested.seeks", { words: words.join(", ") }));
  if (
    can(ctx.actor, "exchange.fits", {
      clusterId: event.clusterId,
      organisationId: registration.organisationId,
    })
  ) {
    const fits = await needsForOrganisation(ctx, registration.organisationId, { limit: 50 });
    for (const { need, fit } of fits.items) {
      if (need.known !== "name" || fit < LEAST_FIT) continue;
      const candidate = candidates.find(({ organisationId }) => organisationId === need.organisation.id);
      if (candidate) note(candidate.slug, fit, say("suggested.need", { title: need.title.slice(0, 120) }));
    }
  }
  return [...found]
    .map(([slug, { score, reasons }]) => ({ slug, score, reasons }))
    .sort((a, b) => b.score - a.score || a.slug.localeCompare(b.slug))
    .slice(0, MOST)
    .map(({ slug, reasons }) => ({ slug, reasons }));
}

/** Whose words answer the asker's, with the words both have; the best has the score 1. */
function alike(candidates: readonly Candidate[], field: "brings" | "seeks", asked: string) {
  const index = new TextIndex({ fields: { body: {} } });
  if (asked.trim() === "") return [];
  for (const { slug, people } of candidates) {
    const body = people.map((person) => person[field]).join("\n");
    if (body.trim() !== "") index.add({ id: slug, fields: { body } });
  }
  const hits: Hit[] = index.search(asked, { limit: MOST });
  return hits.flatMap(({ id, score }) => {
    const words = index.explain(asked, id).terms.map(({ word }) => word);
    return words.length < LEAST_WORDS
      ? []
      : [{ slug: id, score: score / hits[0]!.score, words: words.slice(0, 4) }];
  });
}
