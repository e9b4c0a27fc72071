import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";

/** A role held for a time, `[since, until)`: a seat in an organisation or an office in a cluster's team. */
export interface Term {
  id: string;
  personId: string;
  role: string;
  title: string | null;
  since: string;
  until: string | null;
}

const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);
const Title = z.preprocess(blankIsNull, z.string().trim().max(200).nullable().default(null));
const Day = z.iso.date();
const OptionalDay = z.preprocess(blankIsNull, Day.nullable().default(null));

/** What is typed to give somebody a role. The address is looked up, never shown back with a name. */
export const newTerm = <R extends readonly [string, ...string[]]>(roles: R) =>
  z
    .strictObject({
      email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
      role: z.enum(roles),
      title: Title,
      since: OptionalDay,
      until: OptionalDay,
    })
    .refine(({ since, until }) => !since || !until || since < until, {
      path: ["until"],
      error: "ends-before-it-starts",
    });

/** What may be changed about a role that is held. */
export const termChange = <R extends readonly [string, ...string[]]>(roles: R) =>
  z.strictObject({ role: z.enum(roles), title: Title });

export const EndTerm = z.strictObject({ until: OptionalDay });

/** The same from a form, which may be a bare button. */
export const EndTyped = z.object({ until: OptionalDay.catch(null) });

export interface Wanted {
  role: string;
  title: string | null;
  since: string | null;
  until: string | null;
}

export type GiveProblem = "held-already" | "ends-before-it-starts";

/** Decides whether a person may be given a role. The same role twice at a time would make its end ambiguous. */
export function giveTerm(
  wanted: Wanted,
  held: readonly Term[],
  today: string,
): Result<Pick<Term, "role" | "title" | "since" | "until">, GiveProblem> {
  const { role, title, until } = wanted;
  const since = wanted.since ?? today;
  if (until !== null && until <= since) return refuse("ends-before-it-starts");
  const same = held.find(
    (term) => term.role === role && term.title === title && overlaps(term, { since, until }),
  );
  return same ? refuse("held-already") : ok({ role, title, since, until });
}

type Period = Pick<Term, "since" | "until">;
const overlaps = (a: Period, b: Period) =>
  (b.until === null || a.since < b.until) && (a.until === null || b.since < a.until);

export type EndProblem = "ended-already" | "last-one" | "ends-before-it-starts";

/**
 * Decides the day a role ends. A house without anybody who holds its keys could not be opened again: `keeper` names that role. `null`
 * where somebody else can open it, as the team of a cluster for its members.
 */
export function endTerm(
  term: Term,
  all: readonly Term[],
  keeper: string | null,
  until: string | null,
  today: string,
): Result<string, EndProblem> {
  if (term.until !== null && term.until <= today) return refuse("ended-already");
  // One that has not begun ends on the day it would have.
  const end = until ?? (term.since > today ? term.since : today);
  if (end < term.since) return refuse("ends-before-it-starts");
  return isLastKeeper(term, all, keeper, end) ? refuse("last-one") : ok(end);
}

const isLastKeeper = (term: Term, all: readonly Term[], keeper: string | null, end: string) =>
  term.role === keeper &&
  !all.some((other) => other.id !== term.id && other.role === keeper && lastsPast(other, end));

export type ChangeProblem = "ended-already" | "last-one" | "held-already";

/**
 * Decides how a role becomes another: from today there is a new one, and the old one stays on record. A title, and what began only
 * today or has not begun, is put right in its place.
 */
export function changeTerm(
  term: Term,
  all: readonly Term[],
  keeper: string | null,
  wanted: { role: string; title: string | null },
  today: string,
): Result<{ how: "in-place" | "anew" }, ChangeProblem> {
  if (term.until !== null && term.until <= today) return refuse("ended-already");
  const change = { since: term.since > today ? term.since : today, until: term.until };
  const clash = all.some(
    (other) =>
      other.id !== term.id &&
      other.personId === term.personId &&
      other.role === wanted.role &&
      other.title === wanted.title &&
      overlaps(other, change),
  );
  if (clash) return refuse("held-already");
  if (wanted.role === term.role) return ok({ how: "in-place" });
  if (isLastKeeper(term, all, keeper, change.since)) return refuse("last-one");
  return ok({ how: term.since >= today ? "in-place" : "anew" });
}

const lastsPast = (term: Term, day: string) => term.since <= day && (term.until === null || term.until > day);
