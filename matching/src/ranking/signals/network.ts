import type { Step } from "../types.ts";
import type { Signal } from "./signal.ts";
import type { Situation } from "./situation.ts";

/** What a step counts that leads over a middleman instead of directly. */
const SECOND_STEP = 0.3;
/** What joint work counts that has nothing to do with the ask, beside joint work on the same matter. */
const OTHER_MATTER = 0.1;

type Arrival = { strength: number; path: number[]; via: Step[] };

/**
 * How near the organisation is to the asker: over documents that both stand behind (each counts more the fewer
 * share it and the more it resembles the ask), over links, and over one organisation in between, for a third.
 * The value is the strength as a part of the strongest.
 */
export function networkSignal(situation: Situation): Signal | null {
  const { corpus, asker } = situation;
  if (asker < 0) return null;
  const similarity = new Map<number, number>();
  for (const [i, document] of situation.near.documents.entries())
    similarity.set(document, situation.near.similarity[i]!);
  const relevance = (document: number) => OTHER_MATTER + (similarity.get(document) ?? 0);

  const arrivals = new Map<number, Arrival>();
  const arrive = (to: number, arrival: Arrival) => {
    const known = arrivals.get(to);
    if (!known) arrivals.set(to, arrival);
    else {
      // The path shown is the strongest; the strength adds up over all.
      const strength = known.strength + arrival.strength;
      arrivals.set(to, { ...(arrival.strength > known.strength ? arrival : known), strength });
    }
  };
  const first = stepsFrom(situation, asker, relevance);
  for (const step of first) arrive(step.to, { strength: step.strength, path: [step.to], via: [step.via] });
  for (const [middle, arrival] of [...arrivals]) {
    const onward = stepsFrom(situation, middle, relevance);
    const total = onward.reduce((sum, { strength }) => sum + strength, 0);
    for (const step of onward) {
      if (step.to === asker) continue;
      arrive(step.to, {
        strength: (SECOND_STEP * arrival.strength * step.strength) / total,
        path: [middle, step.to],
        via: [arrival.via[0]!, step.via],
      });
    }
  }
  let most = 0;
  for (const { strength } of arrivals.values()) most = Math.max(most, strength);
  const value = (organisation: number) => (arrivals.get(organisation)?.strength ?? 0) / (most || 1);
  const name = (at: number) => corpus.organisations[at]!.id;
  return {
    name: "network",
    value,
    reason(organisation, share) {
      const { path, via } = arrivals.get(organisation)!;
      return {
        signal: "network",
        share,
        path: [asker, ...path].map(name),
        via,
        strength: value(organisation),
      };
    },
  };
}

function stepsFrom(
  { corpus, ...situation }: Situation,
  from: number,
  relevance: (document: number) => number,
) {
  const { members, documentsOf, linksOf } = corpus;
  const steps: { to: number; strength: number; via: Step }[] = [];
  for (let i = documentsOf.start[from]!; i < documentsOf.start[from + 1]!; i++) {
    const document = documentsOf.items[i]!;
    const [start, end] = [members.start[document]!, members.start[document + 1]!];
    if (end - start < 2 || !situation.seesDocument(document)) continue;
    const strength = relevance(document) / (end - start - 1);
    const via: Step = { id: corpus.documents[document]!.id, kind: "document" };
    for (let at = start; at < end; at++) {
      const to = members.items[at]!;
      if (to !== from && situation.seesOrganisation(to)) steps.push({ to, strength, via });
    }
  }
  for (let i = linksOf.start[from]!; i < linksOf.start[from + 1]!; i++) {
    const link = linksOf.items[i]!;
    const to = corpus.ends[2 * link]! + corpus.ends[2 * link + 1]! - from;
    if (to === from || !situation.seesLink(link) || !situation.seesOrganisation(to)) continue;
    const { id, strength = 1 } = corpus.links[link]!;
    steps.push({ to, strength, via: { id, kind: "link" } });
  }
  return steps;
}
