import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { type End, NATURES, type Nature } from "./schema.ts";

/**
 * How a link lives:
 *
 *     declared --confirm (the other side)--> confirmed --withdraw (who declared it)--> ended
 *     declared --dispute, with a reason (the other side)--> disputed --amend (who declared it)--> declared
 *     disputed --confirm (the other side, after all)--> confirmed
 *     declared --withdraw (who declared it)--> gone
 *     derived  lives and ends with the records it follows from
 *
 * What both have said is changed by a proposal that the other side accepts. A disputed link is shown to its two sides and the team alone.
 * If nobody answers, the link stays what it is: the word of one side, and shown as such.
 */
export type LinkState = "declared" | "disputed" | "confirmed" | "ended" | "derived";
export type LinkAct = "confirm" | "dispute" | "withdraw";
export type Side = "declarer" | "other" | "neither";

/** What somebody is asked to answer is answered within a month, or it is called unanswered. */
export const ANSWER_DAYS = 30;

export interface LinkStanding {
  origin: string;
  until: string | null;
  disputedAt?: Date | null;
}

export function stateOf(link: LinkStanding, today: string): LinkState {
  if (link.origin === "derived") return "derived";
  if (link.disputedAt) return "disputed";
  if (link.until !== null && link.until <= today) return "ended";
  return link.origin === "confirmed" ? "confirmed" : "declared";
}

const ACTS: Record<LinkState, Partial<Record<Side, readonly LinkAct[]>>> = {
  declared: { declarer: ["withdraw"], other: ["confirm", "dispute"] },
  disputed: { declarer: ["withdraw"], other: ["confirm"] },
  confirmed: { declarer: ["withdraw"], other: ["withdraw"] },
  // A link that was over when it was declared is still a claim about the other side.
  ended: { declarer: ["withdraw"], other: ["confirm", "dispute"] },
  derived: {},
};

export function actsOf(link: LinkStanding, side: Side, today: string): readonly LinkAct[] {
  const state = stateOf(link, today);
  // What both agreed on and is over is history: nobody takes it back.
  if (state === "ended" && link.origin === "confirmed") return [];
  return ACTS[state][side] ?? [];
}

export interface Ends {
  fromOrganisationId: string;
  toOrganisationId: string;
  declaredFor: string | null;
}

export function sideOf(link: Ends, organisationId: string | null): Side {
  if (organisationId === null) return "neither";
  if (organisationId !== link.fromOrganisationId && organisationId !== link.toOrganisationId)
    return "neither";
  return organisationId === link.declaredFor ? "declarer" : "other";
}

/** The side that is asked: the one that did not declare it. */
export const otherSide = (link: Ends): string =>
  link.declaredFor === link.fromOrganisationId ? link.toOrganisationId : link.fromOrganisationId;

export function answerBy(createdAt: Date): Date {
  return new Date(createdAt.getTime() + ANSWER_DAYS * 86_400_000);
}

/** "Supplies" is said of one end and "is supplied by" of the other; where both say the same there is one label. */
export function endOf(link: Pick<Ends, "fromOrganisationId">, organisationId: string): End {
  return link.fromOrganisationId === organisationId ? "from" : "to";
}

export type DeclareProblem = "with-itself" | "already-declared" | "would-wall-an-end" | "would-not-see-it";

export interface Wanted {
  own: string;
  other: string;
  end: End;
  nature: Nature;
  since: string | null;
  until: string | null;
  wall: readonly string[];
  /** Other organisations of the person: behind a wall against one of them the person would not see the own link. */
  ownOrganisations: readonly string[];
}

export interface Standing {
  fromOrganisationId: string;
  toOrganisationId: string;
  nature: string;
  since: string | null;
  until: string | null;
}

/**
 * A firm may supply, own and compete with another at once, each a link of its own; the same statement twice over the same time is
 * one too many, whichever side made it first.
 */
export function declare(
  wanted: Wanted,
  standing: readonly Standing[],
): Result<{ from: string; to: string }, DeclareProblem> {
  if (wanted.own === wanted.other) return refuse("with-itself");
  if (wanted.wall.includes(wanted.other) || wanted.wall.includes(wanted.own))
    return refuse("would-wall-an-end");
  if (wanted.wall.some((walled) => wanted.ownOrganisations.includes(walled)))
    return refuse("would-not-see-it");
  const { directed } = NATURES[wanted.nature];
  const [from, to] =
    !directed || wanted.end === "from" ? [wanted.own, wanted.other] : [wanted.other, wanted.own];
  const same = standing.some(
    (link) =>
      link.nature === wanted.nature &&
      overlap(link, wanted) &&
      ((link.fromOrganisationId === from && link.toOrganisationId === to) ||
        (!directed && link.fromOrganisationId === to && link.toOrganisationId === from)),
  );
  return same ? refuse("already-declared") : ok({ from, to });
}

/** An open end reaches for ever. */
const overlap = (
  a: { since: string | null; until: string | null },
  b: { since: string | null; until: string | null },
) => (a.since ?? "") < (b.until ?? "9999-99-99") && (b.since ?? "") < (a.until ?? "9999-99-99");

/** What of a link may be said anew. Its ends and its nature are what it is: another one is another link. */
export interface LinkTerms {
  issue: string | null;
  since: string | null;
  until: string | null;
  strength: number;
  digitalLevel: string | null;
  note: string | null;
  visibility: string;
}
export type AmendProblem = "nothing-new" | "counts-for-votes" | "ends-before-it-starts";

/**
 * Whether these terms can take the place of those. A confirmed link from a firm to its association carries votes: when it began stays
 * as it was, and it ends today or later, so that lists of past days do not change.
 */
export function amend(
  link: LinkStanding & { nature: string } & LinkTerms,
  wanted: LinkTerms,
  today: string,
): Result<Partial<LinkTerms>, AmendProblem> {
  const changes = Object.fromEntries(
    (Object.keys(wanted) as (keyof LinkTerms)[])
      .filter((key) => wanted[key] !== link[key])
      .map((key) => [key, wanted[key]]),
  ) as Partial<LinkTerms>;
  if (Object.keys(changes).length === 0) return refuse("nothing-new");
  if (wanted.since && wanted.until && wanted.until < wanted.since) return refuse("ends-before-it-starts");
  if (link.nature === "member" && link.origin === "confirmed") {
    const ends = changes.until === undefined ? null : changes.until;
    const wasOver = link.until !== null && link.until <= today;
    if ("since" in changes || ("until" in changes && (wasOver || (ends !== null && ends < today))))
      return refuse("counts-for-votes");
  }
  return ok(changes);
}
