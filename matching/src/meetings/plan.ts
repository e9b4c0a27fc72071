import { Clockwork, settle } from "./clockwork.ts";
import { bookInOrder } from "./first-come.ts";
import { boundByChoice, sizeOfModel, solveExactly } from "./highs.ts";
import { type Course, closeGaps, improve } from "./improve.ts";
import type { MeetingInput, Talk } from "./input.ts";
import { modelOf } from "./model.ts";
import { qualityOf } from "./quality.ts";
import { seeded } from "./random.ts";
import type { MeetingPlan, PlanOptions } from "./result.ts";
import { Search } from "./search.ts";
import { Seating } from "./seating.ts";
import { seatAtTables } from "./tables.ts";

/** Possible talks times possible slots beyond which the solver is not asked for a plan: some seconds, or what somebody has patience for. */
const LARGEST_MODEL = { best: 2000, highs: 12_000 };

/** Scores are sums of rounded numbers; the solver is exact to a millionth. */
const PROVEN = 1e-6;

/**
 * Plans the talks of a matchmaking event: who talks to whom, in which slot, at which table.
 *
 * As large as possible is made
 *
 *     Σ value(talk) + fairness × Σ over participants p, k = 1 … talks(p): 6 / k²
 *
 * where the value of a talk is the sum of what both wish for it. The second part is concave: a first talk for somebody without any
 * counts more than one more for those who have some. Then the slots of talks are exchanged, without changing who talks to whom, so that
 * as few as possible wait between two talks.
 *
 * Starts from a greedy plan, or from first-come booking if that is better; goes on by local search that ousts talks, seats them elsewhere, and
 * exchanges slots along chains (talks are edges, slots are colours: Kempe's chains). It never has fewer talks than first-come booking
 * (`firstComeMeetings`), and no lower score. Then the solver HiGHS says how much higher the score could be at most (`bound`), and where the event is
 * small, looks for the plan that has it. It runs within the call and blocks the thread meanwhile. The same input, seed and effort give the same plan, unless a time limit or `shouldStop` ends it.
 *
 * Throws a `MatchingError` where the input contradicts itself (unknown or double ids, slots that overlap, values out of range).
 *
 * S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, "Optimization by Simulated Annealing", Science 220 (1983), 671–680; for the
 * chains, A. B. Kempe, "On the Geographical Problem of the Four Colours", American Journal of Mathematics 2 (1879), 193–200.
 *
 * @example
 * const day = { slots: [{ id: "10:00", from: 0, to: 1_200_000 }], tables: [{ id: "1" }] };
 * const participants = [{ id: "Ada" }, { id: "Ben" }, { id: "Cem" }];
 * const wishes = [{ from: "Ada", to: "Ben", value: 0.5 }, { from: "Ada", to: "Cem" }, { from: "Cem", to: "Ada" }];
 * const { talks } = await planMeetings({ ...day, participants, wishes });
 * talks[0].participants; // ["Ada", "Cem"]
 */
export async function planMeetings(input: MeetingInput, options: PlanOptions = {}): Promise<MeetingPlan> {
  const { fairness, seed, effort, solver } = settle(options);
  const clock = new Clockwork(options);
  const model = modelOf(input);
  const random = seeded(seed);
  const booked = new Seating(model, fairness);
  bookInOrder(booked);

  const isSmall = solver !== "search" && sizeOfModel(model) <= LARGEST_MODEL[solver];
  const course = { random, clock, effort, warmth: 1, least: booked.talks };
  const seating = new Seating(model, fairness);
  seating.take(booked.slotOf);
  if (solver !== "highs" || !isSmall) await search(seating, course);
  const proof = solver === "search" || clock.isOver() ? null : await prove(seating, course, isSmall);
  await closeGaps(seating, course);

  const talks = seatAtTables(model, seating.slotOf);
  const quality = qualityOf(model, talks, fairness);
  const ofFixedTalks = quality.score - seating.score;
  return {
    talks,
    quality,
    firstCome: qualityOf(model, seatAtTables(model, booked.slotOf), fairness),
    solver: proof?.isBySolver ? "highs" : "search",
    bound: proof ? Math.max(quality.score, proof.bound + ofFixedTalks) : null,
    optimal: proof !== null && seating.score >= proof.bound - PROVEN,
    stopped: clock.stopped || (proof?.isCut ?? false),
  };
}

/** The greedy plan where it is better than the one there is, and on from the better one by local search. */
async function search(seating: Seating, course: Course): Promise<void> {
  const greedy = new Seating(seating.model, seating.fairness);
  new Search(greedy, course.random).greedy();
  if (greedy.talks >= seating.talks && greedy.score >= seating.score) seating.take(greedy.slotOf);
  await improve(seating, course);
}

/** How high a score can be, and where the model is small enough, the plan that has it. */
async function prove(seating: Seating, { least, clock }: Course, isSmall: boolean) {
  const choice = await boundByChoice(seating, least, clock);
  const isProven = seating.score >= choice.bound - PROVEN;
  if (!isSmall || isProven || clock.isOver()) return { ...choice, isBySolver: false };
  const solved = await solveExactly(seating, least, clock);
  const found = new Seating(seating.model, seating.fairness);
  if (solved.slotOf) found.take(solved.slotOf);
  const isBetter = found.score > seating.score + PROVEN;
  if (isBetter) seating.take(found.slotOf);
  return { bound: Math.min(choice.bound, solved.bound), isCut: solved.isCut, isBySolver: isBetter };
}

/**
 * What self-booking gives: each wish in the order of the list takes the first slot that is free for both and has a table, or nothing. Fixed talks
 * stay. Follows the same rules as a plan.
 *
 * Throws a `MatchingError` where the input contradicts itself.
 */
export function firstComeMeetings(input: MeetingInput): Talk[] {
  const model = modelOf(input);
  const seating = new Seating(model, 0);
  bookInOrder(seating);
  return seatAtTables(model, seating.slotOf);
}
