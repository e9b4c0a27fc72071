import { ok, type Result, refuse } from "../../../../kernel/result.ts";

/**
 * How a talk comes about, once both have said yes to the introduction:
 *
 *     proposed --one of the times (the other side)--> agreed --called off (either)--> cancelled
 *     proposed --none suits (the other side)--> declined
 *     proposed --taken back (who proposed)--> withdrawn
 *     proposed --nobody answers in time--> expired
 *     agreed   --its time has come and gone--> held, unless one says it did not take place--> missed
 *
 * The times proposed are held by both sides until then; whatever ends the proposal frees all that was not taken.
 */
export const MOST_SLOTS = 5;
const SHORTEST_MINUTES = 15;
const LONGEST_MINUTES = 480;
export const ANSWER_DAYS = 7;
/** Nobody answers within less. */
const NOTICE_HOURS = 2;
const FARTHEST_DAYS = 180;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Time {
  startsAt: Date;
  endsAt: Date;
}

/** A time somebody keeps already: held for an answer, or agreed. */
export interface Kept extends Time {
  personId: string | null;
}

export type ProposeProblem =
  | "no-times"
  | "too-many-times"
  | "too-soon"
  | "too-far"
  | "wrong-length"
  | "times-overlap"
  | "kept-already"
  | "proposed-already";

export const overlap = (a: Time, b: Time): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** Times of the same person, or of the same side where nobody is named. */
const keeps = (kept: Kept, personId: string | null) =>
  kept.personId === null || personId === null || kept.personId === personId;

export function propose(
  times: readonly Time[],
  { now, kept, personId, open }: { now: Date; kept: readonly Kept[]; personId: string | null; open: boolean },
): Result<Date, ProposeProblem> {
  if (open) return refuse("proposed-already");
  if (times.length === 0) return refuse("no-times");
  if (times.length > MOST_SLOTS) return refuse("too-many-times");
  for (const time of times) {
    const minutes = (time.endsAt.getTime() - time.startsAt.getTime()) / 60_000;
    if (minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES) return refuse("wrong-length");
    if (time.startsAt.getTime() < now.getTime() + NOTICE_HOURS * HOUR) return refuse("too-soon");
    if (time.startsAt.getTime() > now.getTime() + FARTHEST_DAYS * DAY) return refuse("too-far");
  }
  if (times.some((a, i) => times.some((b, j) => i < j && overlap(a, b)))) return refuse("times-overlap");
  if (times.some((time) => kept.some((other) => keeps(other, personId) && overlap(time, other))))
    return refuse("kept-already");
  return ok(answerBy(times, now));
}

/** A week, and no longer than until the last of the times begins. */
export function answerBy(times: readonly Time[], now: Date): Date {
  const last = Math.max(...times.map((time) => time.startsAt.getTime()));
  return new Date(Math.min(now.getTime() + ANSWER_DAYS * DAY, last));
}

export type AcceptProblem = "not-proposed" | "over" | "kept-already";

/** Takes one of the times proposed. `kept` are those the accepting side has agreed to or proposed otherwise. */
export function accept(
  talk: { state: string; expiresAt: Date },
  time: (Time & { state: string }) | undefined,
  { now, kept, personId }: { now: Date; kept: readonly Kept[]; personId: string | null },
): Result<true, AcceptProblem> {
  if (talk.state !== "proposed" || !time || time.state !== "held") return refuse("not-proposed");
  if (talk.expiresAt <= now || time.startsAt <= now) return refuse("over");
  // Nobody can be at two places. What others have proposed can still be let go; what one proposed oneself may be taken at any moment.
  if (kept.some((other) => keeps(other, personId) && overlap(time, other))) return refuse("kept-already");
  return ok(true);
}
