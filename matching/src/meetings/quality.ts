import { gapsOf } from "./gaps.ts";
import type { MeetingInput } from "./input.ts";
import { AWAY, FREE, type Model, mayMeet, modelOf, position } from "./model.ts";
import type { MeetingQuality } from "./result.ts";
import { gainOfTalk } from "./seating.ts";

/** Two participants and a slot; tables do not matter here. */
type Seat = { readonly participants: readonly [string, string]; readonly slot: string };

/**
 * How good a list of talks is for those who wished, whoever made it.
 *
 * `fairness` as in `PlanOptions`. The talks are taken as they are: `checkMeetings` says whether they follow the rules. Throws a
 * `MatchingError` for a participant or slot that is not in the input.
 */
export function meetingQuality(input: MeetingInput, talks: readonly Seat[], fairness = 1): MeetingQuality {
  return qualityOf(modelOf(input), talks, fairness);
}

export function qualityOf(model: Model, talks: readonly Seat[], fairness: number): MeetingQuality {
  const { input, participants, slots } = model;
  const n = slots.length;
  const day = model.day.map((cell) => (cell === AWAY ? AWAY : FREE));
  const count = new Int32Array(participants);
  const met = new Set<number>();
  for (const { participants: two, slot } of talks) {
    const [a, b] = two.map((id) => position(model.participantAt, id, "participant")) as [number, number];
    const s = position(model.slotAt, slot, "slot");
    for (const p of [a, b]) {
      day[p * n + s] = 0;
      count[p]!++;
    }
    met.add(pairKey(participants, a, b));
  }

  const wishes = wishesMet(model, met);
  const served = Array.from(count.keys()).filter((p) => count[p]! > 0 || canMeetAnybody(model, p));
  const leastTalks = served.length > 0 ? Math.min(...served.map((p) => count[p]!)) : 0;
  let gaps = 0;
  for (let p = 0; p < participants; p++) gaps += gapsOf(day, p, model.sessionTo);
  const room = model.room.reduce((sum, free) => sum + free, 0) + model.fixed.length;
  const fair = Array.from(count, (talksOf) => {
    let sum = 0;
    for (let k = 0; k < talksOf; k++) sum += gainOfTalk(k, fairness);
    return sum;
  });

  return {
    talks: talks.length,
    score: wishes.value + fair.reduce((sum, x) => sum + x, 0),
    ...wishes,
    leastTalks,
    leastServed: served.filter((p) => count[p] === leastTalks).map((p) => input.participants[p]!.id),
    gaps,
    gini: gini(served.map((p) => count[p]!)),
    tableUse: room > 0 ? talks.length / room : 0,
  };
}

const pairKey = (participants: number, a: number, b: number) =>
  Math.min(a, b) * participants + Math.max(a, b);

function wishesMet(model: Model, met: ReadonlySet<number>) {
  const { input, participants, participantAt } = model;
  const allowed = mayMeet(model);
  const members = new Map<string, number[]>();
  input.participants.forEach(({ organisation }, p) => {
    if (organisation !== undefined) members.set(organisation, [...(members.get(organisation) ?? []), p]);
  });
  let wishes = 0;
  let wishesMet = 0;
  for (const wish of input.wishes) {
    const from = participantAt.get(wish.from)!;
    const to =
      (wish.to === undefined ? members.get(wish.toOrganisation) : [participantAt.get(wish.to)!]) ?? [];
    const possible = to.filter((p) => allowed(from, p) || met.has(pairKey(participants, from, p)));
    if (possible.length > 0) wishes++;
    if (possible.some((p) => met.has(pairKey(participants, from, p)))) wishesMet++;
  }
  const pairs = [
    ...Array.from(model.a, (a, e) => ({
      a,
      b: model.b[e]!,
      value: model.value[e]!,
      mutual: model.mutual[e]!,
    })),
    ...model.fixed.map(({ a, b }, i) => ({
      a,
      b,
      value: model.fixedValue[i]!,
      mutual: model.fixedMutual[i]!,
    })),
  ];
  const seated = pairs.filter(({ a, b }) => met.has(pairKey(participants, a, b)));
  return {
    value: seated.reduce((sum, { value }) => sum + value, 0),
    wishes,
    wishesMet,
    mutual: pairs.filter(({ mutual }) => mutual).length,
    mutualMet: seated.filter(({ mutual }) => mutual).length,
  };
}

function canMeetAnybody(model: Model, p: number): boolean {
  for (let i = model.pairsFrom[p]!; i < model.pairsFrom[p + 1]!; i++) {
    if (model.seatable[model.pairsOf[i]!] === 1) return true;
  }
  return false;
}

/** Gini coefficient: half the mean difference of two members, divided by the mean. 0 where nobody has anything. */
function gini(counts: readonly number[]): number {
  const sorted = [...counts].sort((x, y) => x - y);
  const total = sorted.reduce((sum, x) => sum + x, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce((sum, x, i) => sum + (i + 1) * x, 0);
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}
