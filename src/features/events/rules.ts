import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { MeetingAnswer, MeetingState, State } from "./words.ts";

/**
 * How an event lives.
 *
 *     draft     --opened (the team)--> open: members register, then write wishes
 *     open      --closed (the team), or by itself when the time for wishes is over--> closed
 *     closed    --reopened (the team)--> open
 *     closed    --a plan is published (the team)--> published: everybody has a schedule
 *     published --changes are published (the team)--> published
 *     open, closed, published --by itself, when its last slot has passed--> over: everybody says what came of it
 *     open, closed, published --called off (the team)--> cancelled
 */
export const ACTS = ["open", "close", "reopen", "publish", "cancel", "end"] as const;
export type Act = (typeof ACTS)[number];
/** Whoever acts: the team, or the house by the clock. */
export type By = "team" | "house";

const STEPS: Readonly<Record<Act, { from: readonly State[]; to: State; by: readonly By[] }>> = {
  open: { from: ["draft"], to: "open", by: ["team"] },
  close: { from: ["open"], to: "closed", by: ["team", "house"] },
  reopen: { from: ["closed"], to: "open", by: ["team"] },
  publish: { from: ["closed", "published"], to: "published", by: ["team"] },
  cancel: { from: ["open", "closed", "published"], to: "cancelled", by: ["team"] },
  end: { from: ["open", "closed", "published"], to: "over", by: ["house"] },
};

export const stateAfter = (state: State, act: Act, by: By): State | null => {
  const step = STEPS[act];
  return step.from.includes(state) && step.by.includes(by) ? step.to : null;
};

export const isOver = (state: State) => state === "over" || state === "cancelled";

export interface Timing {
  state: State;
  registerUntil: Date;
  wishUntil: Date;
  startsAt: Date;
  endsAt: Date;
}

/** What the house does by itself at this moment; `null` for nothing. */
export function due({ state, wishUntil, endsAt }: Timing, now: Date): Act | null {
  if ((state === "open" || state === "closed" || state === "published") && now >= endsAt) return "end";
  if (state === "open" && now >= wishUntil) return "close";
  return null;
}

/** How long after the event everybody is asked what came of the talks. */
export const ANSWER_DAYS = 14;
const DAY = 86_400_000;
export const answersUntil = (endsAt: Date) => new Date(endsAt.getTime() + ANSWER_DAYS * DAY);

/** Where it stands: who is to act, and until when. */
export interface Turn {
  phase:
    | "draft"
    | "registration"
    | "wishes"
    | "planning"
    | "published"
    | "running"
    | "results"
    | "over"
    | "cancelled";
  who: "team" | "participants" | "nobody";
  until: Date | null;
}

export function turnOf(event: Timing, now: Date): Turn {
  switch (event.state) {
    case "draft":
      return { phase: "draft", who: "team", until: event.registerUntil };
    case "open":
      return now < event.registerUntil
        ? { phase: "registration", who: "participants", until: event.registerUntil }
        : { phase: "wishes", who: "participants", until: event.wishUntil };
    case "closed":
      return { phase: "planning", who: "team", until: event.startsAt };
    case "published":
      if (now < event.startsAt) return { phase: "published", who: "participants", until: event.startsAt };
      if (now < event.endsAt) return { phase: "running", who: "participants", until: event.endsAt };
      // The clock has not struck yet; answers are taken all the same.
      return results(event, now);
    case "over":
      return results(event, now);
    case "cancelled":
      return { phase: "cancelled", who: "nobody", until: null };
  }
}

function results({ endsAt }: Timing, now: Date): Turn {
  const until = answersUntil(endsAt);
  return now < until
    ? { phase: "results", who: "participants", until }
    : { phase: "over", who: "nobody", until: null };
}

/** Members register while there is time; the team also later, for those who ring up, as long as there is no plan. */
export const takesRegistrations = (event: Timing, now: Date, byTeam: boolean): boolean =>
  byTeam
    ? (event.state === "open" || event.state === "closed") && now < event.startsAt
    : event.state === "open" && now < event.registerUntil;

export const takesWishes = (event: Timing, now: Date): boolean =>
  event.state === "open" && now < event.wishUntil;

/** Times, tables and rules are laid out until talks stand on them. */
export const canLayOut = (state: State): boolean =>
  state === "draft" || state === "open" || state === "closed";

export const canPlan = (event: Timing, now: Date): boolean =>
  (event.state === "closed" || event.state === "published") && now < event.endsAt;

export type OpenProblem = "no-slots" | "no-tables" | "too-late";

/** Whether it can be opened: with time to register, and something to register for. */
export function opens(event: Timing, slots: number, tables: number, now: Date): Result<null, OpenProblem> {
  if (slots === 0) return refuse("no-slots");
  if (tables === 0) return refuse("no-tables");
  return now < event.registerUntil ? ok(null) : refuse("too-late");
}

/** What both sides said of a talk, taken together: that the other was missing weighs more than that it went well. */
export function heldAfter(state: MeetingState, answers: readonly MeetingAnswer[]): MeetingState {
  if (state !== "planned" && state !== "held" && state !== "no-show") return state;
  if (answers.length === 0) return state;
  return answers.includes("other-absent") && !answers.some((answer) => answer !== "other-absent")
    ? "no-show"
    : "held";
}

/** Both want to go on: only then each learns what the other said. */
export const bothGoOn = (answers: readonly MeetingAnswer[]): boolean =>
  answers.length === 2 && answers.every((answer) => answer === "follow-up");

/** Who was at a talk says so once it has begun. */
export const canAnswer = (state: MeetingState, fromAt: Date, now: Date): boolean =>
  (state === "planned" || state === "held" || state === "no-show") && now >= fromAt;
