import type { Locale } from "../../../kernel/locale.ts";
import { displayName, formatDate, type Tone } from "../../../ui/index.ts";
import { sayLadder } from "./messages.ts";
import { AGAIN_DAYS, ASKS_A_WEEK, type AskProblem, type GrantProblem, type ReleaseState } from "./rules.ts";
import type { Release } from "./store.ts";

export const TONES: Readonly<Record<ReleaseState, Tone>> = {
  asked: "wait",
  offered: "wait",
  granted: "good",
  refused: "stop",
  revoked: "stop",
  withdrawn: "plain",
  expired: "plain",
};

export const nameOf = ({ organisationName }: Pick<Release, "organisationName">, locale: Locale): string =>
  organisationName ? displayName(organisationName) : sayLadder(locale)("somebody");

/** When it came to stand as it stands. */
export const sinceOf = ({ state, askedAt, answeredAt, revokedAt, expiresAt }: Release): Date | null =>
  state === "asked" || state === "withdrawn"
    ? askedAt
    : state === "expired"
      ? expiresAt
      : state === "revoked"
        ? revokedAt
        : answeredAt;

/** "asked, until 3 December", "told · 1 December". */
export function stateWords(release: Release, locale: Locale): string {
  const say = sayLadder(locale);
  const state = say(`state.${release.state}`);
  if (release.state === "asked" && release.expiresAt)
    return say("state.until", { state, day: formatDate(release.expiresAt, locale) });
  const since = sinceOf(release);
  return since ? say("state.since", { state, day: formatDate(since, locale) }) : state;
}

export type Problem =
  | AskProblem
  | GrantProblem
  | "unknown-organisation"
  | "changed-meanwhile"
  | "name-missing";

export const problemWords = (problem: Problem, locale: Locale): string =>
  sayLadder(locale)(`problem.${problem}`, { days: AGAIN_DAYS, count: ASKS_A_WEEK });
