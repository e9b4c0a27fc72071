import type { Step } from "../types.ts";
import { compressed } from "./circle.ts";
import type { Signal } from "./signal.ts";
import type { Situation } from "./situation.ts";

/** What a joint document counts on the second step that is not near, beside one that is nearest. */
const OTHER_MATTER = 0.05;
/** Who is reached on the second step with less than this part of the strongest is not proposed for that alone. */
const LEAST_PART = 0.02;

type OneStep = { to: number; plain: number; matter: number; via: Step };

/**
 * How near the organisation is to the asker: over documents that both stand behind (each counts more the fewer
 * share it), the same for those that resemble the ask, over links, and over one organisation in between.
 * Values are compressed parts of the most that anybody eligible has; null if nobody is asking.
 */
export function networkSignal(situation: Situation): (Signal & { reached: readonly number[] }) | null {
  const { corpus, asker, eligible } = situation;
  if (asker < 0) return null;
  const similarity = new Map<number, number>();
  for (const [i, document] of situation.near.documents.entries()) {
    similarity.set(document, situation.near.similarity[i]!);
  }
  const [joint, matter] = [new Map<number, number>(), new Map<number, number>()];
  for (const step of stepsFrom(situation, asker, similarity)) {
    add(joint, step.to, step.plain);
    if (step.matter > 0) add(matter, step.to, step.matter);
  }
  const second = secondSteps(situation, joint, similarity);
  const most = [joint, matter, second].map((values) => {
    let highest = 0;
    for (const [organisation, value] of values)
      if (value > highest && eligible(organisation)) highest = value;
    return highest;
  });
  const parts = (organisation: number) => [
    compressed(joint.get(organisation) ?? 0, most[0]!),
    compressed(matter.get(organisation) ?? 0, most[1]!),
    compressed(second.get(organisation) ?? 0, most[2]!),
  ];
  return {
    name: "network",
    parts,
    reached: [
      ...joint.keys(),
      ...[...second]
        .filter(([, value]) => value >= LEAST_PART * most[2]!)
        .map(([organisation]) => organisation),
    ],
    reason(organisation, share) {
      const { path, via } = strongestPath(situation, organisation, joint, similarity);
      const names = path.map((at) => corpus.organisations[at]!.id);
      return { signal: "network", share, path: names, via, strength: Math.max(...parts(organisation)) };
    },
  };
}

/** From those one step away, each with the strength of that step, over all that they do to others. */
function secondSteps(
  situation: Situation,
  joint: ReadonlyMap<number, number>,
  similarity: ReadonlyMap<number, number>,
): Map<number, number> {
  const { corpus, asker, count } = situation;
  const { members, documentsOf, linksOf } = corpus;
  const second = new Map<number, number>();
  const ways = new Map<number, number>();
  for (const [middle, strength] of joint) {
    const each = strength / Math.max(1, count(middle));
    for (let i = documentsOf.start[middle]!; i < documentsOf.start[middle + 1]!; i++) {
      const document = documentsOf.items[i]!;
      if (situation.seesDocument(document)) add(ways, document, each);
    }
    for (let i = linksOf.start[middle]!; i < linksOf.start[middle + 1]!; i++) {
      const step = overLink(situation, middle, linksOf.items[i]!);
      if (step && step.to !== asker) add(second, step.to, each * OTHER_MATTER * step.plain);
    }
  }
  for (const [document, way] of ways) {
    const [start, end] = [members.start[document]!, members.start[document + 1]!];
    if (end - start < 2) continue;
    const each = (way * (OTHER_MATTER + (similarity.get(document) ?? 0))) / (end - start - 1);
    for (let at = start; at < end; at++) {
      const to = members.items[at]!;
      if (to !== asker && situation.seesOrganisation(to)) add(second, to, each);
    }
  }
  return second;
}

/** The direct way if there is one, else the best over one in between. */
function strongestPath(
  situation: Situation,
  organisation: number,
  joint: ReadonlyMap<number, number>,
  similarity: ReadonlyMap<number, number>,
): { path: number[]; via: Step[] } {
  const { asker } = situation;
  const strength = ({ plain, matter }: OneStep) => OTHER_MATTER * plain + matter;
  const best = (steps: OneStep[], worth: (step: OneStep) => number) =>
    steps.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  const between = (from: number, to: number) => {
    const steps = stepsFrom(situation, from, similarity).filter((step) => step.to === to);
    return best(steps, strength).via;
  };
  if (joint.has(organisation)) return { path: [asker, organisation], via: [between(asker, organisation)] };
  const back = stepsFrom(situation, organisation, similarity).filter(({ to }) => joint.has(to));
  const { to: middle, via } = best(back, (step) => strength(step) * joint.get(step.to)!);
  return { path: [asker, middle, organisation], via: [between(asker, middle), via] };
}

function stepsFrom(situation: Situation, from: number, similarity: ReadonlyMap<number, number>): OneStep[] {
  const { members, documentsOf, linksOf, documents } = situation.corpus;
  const steps: OneStep[] = [];
  for (let i = documentsOf.start[from]!; i < documentsOf.start[from + 1]!; i++) {
    const document = documentsOf.items[i]!;
    const [start, end] = [members.start[document]!, members.start[document + 1]!];
    if (end - start < 2 || !situation.seesDocument(document)) continue;
    const plain = 1 / (end - start - 1);
    const matter = plain * (similarity.get(document) ?? 0);
    const via: Step = { id: documents[document]!.id, kind: "document" };
    for (let at = start; at < end; at++) {
      const to = members.items[at]!;
      if (to !== from && situation.seesOrganisation(to)) steps.push({ to, plain, matter, via });
    }
  }
  for (let i = linksOf.start[from]!; i < linksOf.start[from + 1]!; i++) {
    const step = overLink(situation, from, linksOf.items[i]!);
    if (step) steps.push(step);
  }
  return steps;
}

function overLink(
  { corpus, seesLink, seesOrganisation }: Situation,
  from: number,
  link: number,
): OneStep | null {
  const to = corpus.ends[2 * link]! + corpus.ends[2 * link + 1]! - from;
  if (to === from || !seesLink(link) || !seesOrganisation(to)) return null;
  const { id, strength = 1 } = corpus.links[link]!;
  return { to, plain: strength, matter: 0, via: { id, kind: "link" } };
}

function add(sums: Map<number, number>, key: number, value: number) {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
