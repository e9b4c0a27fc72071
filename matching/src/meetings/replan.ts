import { inRange } from "../core/check.ts";
import { MatchingError } from "../core/errors.ts";
import { Clockwork, settle } from "./clockwork.ts";
import { bookInOrder } from "./first-come.ts";
import { improve } from "./improve.ts";
import type { FixedTalk, MeetingInput, Participant, Talk } from "./input.ts";
import { type Model, modelOf, NONE, position } from "./model.ts";
import { qualityOf } from "./quality.ts";
import { seeded } from "./random.ts";
import type { MeetingPlan, PlanOptions } from "./result.ts";
import { Seating, type Stay } from "./seating.ts";
import { seatAtTables } from "./tables.ts";

/** Somebody does not come, or not in the slots named. */
export type Dropout = { participant: string; slots?: readonly string[] };

export type PlannedTalk = Pick<Talk, "participants" | "slot" | "table">;

export type ReplanOptions = Omit<PlanOptions, "solver"> & {
  /** Who does not come after all: nobody unless given. */
  dropped?: readonly Dropout[];
  /** Talks of the plan that must stay where they are, beside those fixed in the input. */
  fixed?: readonly PlannedTalk[];
  /** Talks in slots that start before this time (milliseconds since 1970) stay, whoever is in them, and no others are put there. */
  notBefore?: number;
  /**
   * What it costs, in the units of the score, to move a talk to another time; calling one off costs twenty times as much. 0.3 unless given:
   * a talk is moved where that seats another one, not for a little more value.
   */
  changeCost?: number;
};

export type Replan = MeetingPlan & {
  changes: {
    /** Talks that are as they were, in time and table. */
    kept: Talk[];
    /** Talks of the same two at another time, or at another table. */
    moved: { before: PlannedTalk; after: Talk }[];
    /** Talks that were planned and are no more. */
    cancelled: PlannedTalk[];
    /** Talks of two who had none. */
    added: Talk[];
  };
};

const CALLING_OFF = 20;
// Warm enough to exchange what costs little, too cold to shuffle the day.
const WARMTH = 0.15;

/**
 * Plans anew around what is there when somebody drops out, comes late, or new wishes come in, with few changes: `input` as it is now, and
 * the talks planned so far. What is freed is filled; a talk is moved only where that is worth its cost, for example to seat another one.
 *
 * Never has fewer talks than keeping what is still possible and filling the rest by first-come booking (`firstCome`). Gaps are not closed, as that
 * would move many. Deterministic like `planMeetings`, whose objective it shares; `solver` is always "search".
 *
 * A planned talk that has become impossible (somebody has no time any more, a table is closed, a wall was raised, the wish was withdrawn) is given
 * another time if there is one, or is cancelled. Throws a `MatchingError` where the input contradicts itself, or a planned or dropped name is unknown.
 *
 * @example
 * const later = await replanMeetings(input, plan.talks, { dropped: [{ participant: "Ben" }] });
 * later.changes.added; // what takes the place of Ben's talks
 */
export async function replanMeetings(
  input: MeetingInput,
  planned: readonly PlannedTalk[],
  options: ReplanOptions = {},
): Promise<Replan> {
  const { fairness, seed, effort } = settle(options);
  const changeCost = inRange("changeCost", options.changeCost ?? 0.3, 0);
  const clock = new Clockwork(options);
  const model = modelOf(around(input, planned, options));
  const before = seatsBefore(model, planned);
  const stay: Stay = { slotOf: before.slotOf, talk: CALLING_OFF * changeCost, slot: changeCost };

  const kept = new Seating(model, fairness, stay);
  keep(kept, before.slotOf);
  bookInOrder(kept);
  const seating = new Seating(model, fairness, stay);
  seating.take(kept.slotOf);
  await improve(seating, { random: seeded(seed), clock, effort, warmth: WARMTH, least: kept.talks });

  const talks = seatAtTables(model, seating.slotOf, tablesBefore(before, seating.slotOf));
  return {
    talks,
    quality: qualityOf(model, talks, fairness),
    firstCome: qualityOf(
      model,
      seatAtTables(model, kept.slotOf, tablesBefore(before, kept.slotOf)),
      fairness,
    ),
    solver: "search",
    bound: null,
    optimal: false,
    stopped: clock.stopped,
    changes: changesOf(planned, talks),
  };
}

/** The input without those who dropped out, with what stays fixed, and nothing new in what is past. */
function around(input: MeetingInput, planned: readonly PlannedTalk[], options: ReplanOptions): MeetingInput {
  const { dropped = [], notBefore = Number.NEGATIVE_INFINITY } = options;
  const past = new Set(input.slots.filter(({ from }) => from < notBefore).map(({ id }) => id));
  const gone = new Map<string, Set<string>>();
  for (const { participant, slots } of dropped) {
    if (!input.participants.some(({ id }) => id === participant)) {
      throw new MatchingError("unknown", `There is no participant "${participant}" who could drop out.`);
    }
    gone.set(
      participant,
      new Set([...(gone.get(participant) ?? []), ...(slots ?? input.slots.map(({ id }) => id))]),
    );
  }
  const isGone = ({ participants, slot }: PlannedTalk) =>
    !past.has(slot) && participants.some((id) => gone.get(id)?.has(slot) ?? false);
  const wanted = [
    ...(input.fixed ?? []),
    ...(options.fixed ?? []),
    ...planned.filter(({ slot }) => past.has(slot)),
  ].filter((talk) => !isGone(talk));
  return {
    ...input,
    participants: input.participants.map((participant): Participant => {
      const missing = gone.get(participant.id);
      if (!missing && past.size === 0) return participant;
      const slots = participant.slots ?? input.slots.map(({ id }) => id);
      return { ...participant, slots: slots.filter((id) => !past.has(id) && !missing?.has(id)) };
    }),
    fixed: once(wanted),
  };
}

function once(talks: readonly PlannedTalk[]): FixedTalk[] {
  const byKey = new Map(
    talks.map(({ participants, slot, table }) => [
      JSON.stringify([...[...participants].sort(), slot]),
      { participants, slot, table },
    ]),
  );
  return [...byKey.values()];
}

type Before = { slotOf: Int16Array; tableOf: Map<number, number> };

/** When and where each pair was planned to talk, as far as it is still a pair that may. */
function seatsBefore(model: Model, planned: readonly PlannedTalk[]): Before {
  const slotOf = new Int16Array(model.pairs).fill(NONE);
  const tableOf = new Map<number, number>();
  const pairAt = new Map<number, number>();
  for (let e = 0; e < model.pairs; e++) pairAt.set(model.a[e]! * model.participants + model.b[e]!, e);
  for (const { participants, slot, table } of planned) {
    const [x, y] = participants.map((id) => position(model.participantAt, id, "participant")) as [
      number,
      number,
    ];
    const e = pairAt.get(Math.min(x, y) * model.participants + Math.max(x, y));
    const s = position(model.slotAt, slot, "slot");
    const t = position(model.tableAt, table, "table");
    if (e === undefined) continue;
    slotOf[e] = s;
    tableOf.set(e, t);
  }
  return { slotOf, tableOf };
}

/** Seats what can stay, in the order of the list; where two exclude each other by now, the first does. */
function keep(seating: Seating, slotOf: Int16Array): void {
  for (let e = 0; e < slotOf.length; e++) {
    const s = slotOf[e]!;
    if (s !== NONE && seating.model.seatable[e] === 1 && seating.isOpen(e) && seating.isFree(e, s))
      seating.add(e, s);
  }
}

function tablesBefore({ slotOf, tableOf }: Before, now: Int16Array): Map<number, number> {
  return new Map([...tableOf].filter(([e]) => slotOf[e] === now[e]));
}

function changesOf(planned: readonly PlannedTalk[], talks: readonly Talk[]): Replan["changes"] {
  const who = ({ participants }: PlannedTalk) => JSON.stringify([...participants].sort());
  const where = (talk: PlannedTalk) => JSON.stringify([who(talk), talk.slot, talk.table]);
  const exact = new Set(planned.map(where));
  const kept = talks.filter((talk) => exact.has(where(talk)));
  const keptAt = new Set(kept.map(where));
  const others = new Map(talks.filter((talk) => !keptAt.has(where(talk))).map((talk) => [who(talk), talk]));
  const moved: Replan["changes"]["moved"] = [];
  const cancelled: PlannedTalk[] = [];
  for (const before of planned) {
    if (keptAt.has(where(before))) continue;
    const after = others.get(who(before));
    if (after) moved.push({ before, after });
    else cancelled.push(before);
    others.delete(who(before));
  }
  return { kept, moved, cancelled, added: [...others.values()] };
}
