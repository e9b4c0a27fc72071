import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Origin, Party, Side, State, Via } from "./words.ts";

/**
 * How an introduction lives. `from` is the side it is asked for, `to` the side that is asked.
 *
 *     proposed --passed on (the team, whom a member asked to)--> asked
 *     proposed --yes (the side the team proposes it for)--> asked
 *     asked    --yes (the side asked): each is told who the other is--> accepted
 *     accepted --a talk was held, or one of them says they spoke--> met
 *     met      --either closes it; or by itself, a month after the last question--> closed
 *     met      --the talk did not take place after all--> accepted
 *
 *     proposed, asked --no (whose turn it is)--> declined
 *     proposed, asked --taken back (who asked, or the team what it proposed)--> withdrawn
 *     proposed, asked --nobody answered in time--> expired
 *     accepted        --either closes it, saying why--> closed
 *     accepted        --nobody spoke for two months--> expired
 */
export type Act = "pass-on" | "accept" | "decline" | "withdraw" | "met" | "close";
export const ACTS: readonly Act[] = ["pass-on", "accept", "decline", "withdraw", "met", "close"];

const DAY = 86_400_000;
export const ANSWER_DAYS = 14;
export const PER_WEEK = 5;
/** Without a talk an accepted introduction comes to its end. */
const IDLE_DAYS = 60;
/** After a no, the same is not asked again for a while. */
const REST_DAYS = 30;
export const FIRST_QUESTION_DAYS = 14;
const SECOND_QUESTION_DAYS = 91;
export const CLOSE_DAYS = 121;

export interface Standing {
  state: State;
  origin: Origin;
  via: Via;
}

/** Who is to act now; where both are, either may. */
export function turnOf({ state, origin }: Standing): readonly Party[] {
  switch (state) {
    case "proposed":
      return origin === "team" ? ["from"] : ["team"];
    case "asked":
      return ["to"];
    case "accepted":
    case "met":
      return ["from", "to"];
    default:
      return [];
  }
}

export const isOver = (state: State): boolean =>
  state === "closed" || state === "declined" || state === "expired" || state === "withdrawn";

/** Both have said yes: each knows the other, writes, proposes times. */
export const haveAgreed = (state: State): boolean => state === "accepted" || state === "met";

export function actsOf(standing: Standing, party: Party): readonly Act[] {
  const { state, origin, via } = standing;
  const turn = turnOf(standing).includes(party);
  switch (state) {
    case "proposed":
      if (party === "team") return origin === "team" ? ["withdraw"] : ["pass-on", "decline"];
      if (party === "from") return origin === "team" ? ["accept", "decline"] : ["withdraw"];
      return [];
    case "asked":
      if (turn) return ["accept", "decline"];
      return party === "from" || origin === "team" ? ["withdraw"] : [];
    case "accepted":
      return turn ? ["met", "close"] : via === "team" && party === "team" ? ["met"] : [];
    case "met":
      return turn ? ["close"] : [];
    default:
      return [];
  }
}

/** A no is easier to bear with its reason; a taken-back question needs none. */
const needsReason = (act: Act, state: State): boolean => act === "close" && state === "accepted";

export interface Change {
  state: State;
  turnAt: Date;
  movedAt: Date;
  expiresAt: Date | null;
  askedAt?: Date;
  answeredAt?: Date;
  metAt?: Date;
  closedAt?: Date;
  endedBy?: Party | "house";
  reason?: string | null;
  /** This party has said yes with it. */
  agrees?: Side;
}

export type MoveProblem = "not-your-turn" | "needs-reason";

/** One step, taken by a party whose turn it is. */
export function move(
  standing: Standing,
  act: Act,
  party: Party,
  { now, answerDays, reason = "" }: { now: Date; answerDays: number; reason?: string },
): Result<Change, MoveProblem> {
  if (!actsOf(standing, party).includes(act)) return refuse("not-your-turn");
  if (needsReason(act, standing.state) && reason.trim() === "") return refuse("needs-reason");
  const at = { turnAt: now, movedAt: now };
  const over = { ...at, expiresAt: null, closedAt: now, endedBy: party, reason: reason.trim() || null };
  switch (act) {
    case "pass-on":
      return ok({ ...at, state: "asked", askedAt: now, expiresAt: days(now, answerDays) });
    case "accept":
      return standing.state === "proposed"
        ? ok({ ...at, state: "asked", askedAt: now, expiresAt: days(now, answerDays), agrees: "from" })
        : ok({ ...at, state: "accepted", answeredAt: now, expiresAt: days(now, IDLE_DAYS), agrees: "to" });
    case "decline":
      return ok({ ...over, state: "declined", answeredAt: now });
    case "withdraw":
      return ok({ ...over, state: "withdrawn" });
    case "met":
      return ok({ ...at, state: "met", metAt: now, expiresAt: days(now, CLOSE_DAYS) });
    case "close":
      return ok({ ...over, state: "closed" });
  }
}

/** What happens by itself where nobody acts. */
export function lapse(standing: Standing, now: Date): Change {
  const state = standing.state === "met" ? "closed" : "expired";
  return { state, turnAt: now, movedAt: now, expiresAt: null, closedAt: now, endedBy: "house" };
}

/** The talk that made it `met` did not take place after all. */
export function unmet(now: Date): Omit<Change, "metAt"> & { metAt: null } {
  return { state: "accepted", turnAt: now, movedAt: now, expiresAt: days(now, IDLE_DAYS), metAt: null };
}

/** Days without a sign of life after which who has the turn is reminded. */
const REMINDERS: Partial<Record<State, readonly number[]>> = {
  proposed: [3, 10],
  asked: [5, 11],
  accepted: [7, 21, 50],
};

/** Reminded once for each of the days above, also after a day without this job. */
export function remindNow(
  { state, movedAt, remindedAt }: { state: State; movedAt: Date; remindedAt: Date | null },
  now: Date,
): boolean {
  const due = REMINDERS[state]?.findLast((after) => days(movedAt, after) <= now);
  if (due === undefined) return false;
  return remindedAt === null || remindedAt < days(movedAt, due);
}

export type Question = "first" | "second";

/** Which question about the outcome is due: two weeks and three months after the talk. */
export function questionDue(
  {
    state,
    metAt,
    firstAskedAt,
    secondAskedAt,
  }: { state: State; metAt: Date | null; firstAskedAt: Date | null; secondAskedAt: Date | null },
  now: Date,
): Question | null {
  if (state !== "met" || metAt === null) return null;
  if (secondAskedAt === null && days(metAt, SECOND_QUESTION_DAYS) <= now) return "second";
  if (firstAskedAt === null && secondAskedAt === null && days(metAt, FIRST_QUESTION_DAYS) <= now)
    return "first";
  return null;
}

export type AskProblem =
  | "with-itself"
  | "walled"
  | "not-open"
  | "already-open"
  | "declined-lately"
  | "too-many"
  | "team-does-not-know";

export interface Wanted {
  from: string;
  /** `null` where the asker does not know whom: the owner of what only its teaser is known of. */
  to: string | null;
  via: Via;
  /** The need or offer it is about can still be answered. */
  open: boolean;
  /** Organisations that never see what it is about. */
  wall: readonly string[];
  /** The team may know of what it is about. */
  mediated: boolean;
  /** Introductions this one has asked for within seven days, and how many it may. */
  asked: number;
  perWeek: number;
}

/** An earlier introduction of the same two about the same. */
export interface Earlier {
  state: State;
  closedAt: Date | null;
}

/** Whether an introduction can be asked for. */
export function ask(wanted: Wanted, earlier: readonly Earlier[], now: Date): Result<true, AskProblem> {
  if (wanted.from === wanted.to) return refuse("with-itself");
  if (!wanted.open) return refuse("not-open");
  if (wanted.wall.includes(wanted.from) || (wanted.to !== null && wanted.wall.includes(wanted.to)))
    return refuse("walled");
  if (wanted.via === "team" && !wanted.mediated) return refuse("team-does-not-know");
  if (earlier.some(({ state }) => !isOver(state))) return refuse("already-open");
  if (
    earlier.some(({ state, closedAt }) => state === "declined" && closedAt && days(closedAt, REST_DAYS) > now)
  )
    return refuse("declined-lately");
  if (wanted.asked >= wanted.perWeek) return refuse("too-many");
  return ok(true);
}

export const days = (from: Date, count: number) => new Date(from.getTime() + count * DAY);
