import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { State, Step } from "../words.ts";

/** Needs and offers live alike: what is said of one side here holds for the other. */
export const SIDES = ["need", "offer"] as const;
export type Side = (typeof SIDES)[number];

/**
 * How a need or an offer lives:
 *
 *     draft --open (its own people; after the team's visit: the member's yes)--> open
 *     open --an introduction is under way--> in-talks --nothing came of it--> open
 *     open, in-talks --what was looked for is found--> met
 *     open, in-talks --closed, with a reason--> closed
 *     open --its deadline has passed and nobody prolonged it--> expired
 *     met, closed, expired --reopened, as long as its people want--> open
 *
 * A draft nobody opens stays a draft; it is the only state that can be removed for good.
 */
const NEXT: Readonly<Record<State, readonly State[]>> = {
  draft: ["open"],
  open: ["in-talks", "met", "closed", "expired"],
  "in-talks": ["open", "met", "closed"],
  met: ["open", "closed"],
  closed: ["open"],
  expired: ["open"],
};

export const mayBecome = (from: State, to: State): boolean => NEXT[from].includes(to);

/** It is being looked at: by matching, and by those who see it. */
export const isLive = (state: State): boolean => state === "open" || state === "in-talks";
export const isOver = (state: State): boolean => state === "met" || state === "closed" || state === "expired";

/** Why it is closed. What was found through the cluster is a success of it, and counted as one. */
export const ENDINGS = ["found-here", "found-elsewhere", "not-needed"] as const;
export type Ending = (typeof ENDINGS)[number];
export const endsAs = (because: Ending): "met" | "closed" => (because === "found-here" ? "met" : "closed");

export const REPEATS = ["monthly", "quarterly", "yearly"] as const;
export type Repeats = (typeof REPEATS)[number];

/** Told a week before the deadline, so that there is time to prolong it. */
export const REMIND_DAYS = 7;

export type OpenProblem =
  | "needs-title"
  | "needs-text"
  | "needs-teaser"
  | "deadline-over"
  | "ends-before-it-starts"
  | "public-and-confidential"
  | "would-wall-the-owner"
  | "would-not-see-it";

/** What decides whether it can be opened. */
export interface Openable {
  organisationId: string;
  title: string;
  text: string;
  teaser: string;
  step: Step;
  visibility: string;
  wall: readonly string[];
  deadline: string | null;
  availableFrom: string | null;
}

/**
 * Whether it can be kept as it stands, and whether it can be opened: the first thing in the way, and at which field.
 * `ownOrganisations`: those of the person who writes; behind a wall against one of them they would not see what they wrote.
 */
export function standing(item: Openable, ownOrganisations: readonly string[]): Result<true, OpenProblem> {
  if (item.title.trim() === "") return refuse("needs-title");
  if (item.visibility === "public" && isConfidential(item)) return refuse("public-and-confidential");
  if (item.wall.includes(item.organisationId)) return refuse("would-wall-the-owner");
  if (item.wall.some((walled) => ownOrganisations.includes(walled))) return refuse("would-not-see-it");
  if (item.availableFrom !== null && item.deadline !== null && item.deadline < item.availableFrom)
    return refuse("ends-before-it-starts");
  return ok(true);
}

export function open(
  item: Openable,
  ownOrganisations: readonly string[],
  today: string,
): Result<true, OpenProblem> {
  const stands = standing(item, ownOrganisations);
  if (!stands.ok) return stands;
  if (item.text.trim() === "") return refuse("needs-text");
  if (item.step === "teaser" && item.teaser.trim() === "") return refuse("needs-teaser");
  if (item.deadline !== null && item.deadline < today) return refuse("deadline-over");
  return ok(true);
}

/** At which field a refusal is shown. */
export const FIELD_OF: Readonly<Record<OpenProblem, string>> = {
  "needs-title": "title",
  "needs-text": "text",
  "needs-teaser": "teaser",
  "deadline-over": "deadline",
  "ends-before-it-starts": "deadline",
  "public-and-confidential": "visibility",
  "would-wall-the-owner": "wall",
  "would-not-see-it": "wall",
};

/** Its owner is told to nobody without a release. */
export const isConfidential = ({ step }: { step: Step }): boolean => step === "match" || step === "teaser";

/**
 * Whether the log's entries about it are its owner's alone: the confidential, what is not said to anybody yet, and what some are
 * walled off from or nobody else sees, since those who read a cluster's log may be those people.
 */
export const isKept = (item: { step: Step; state: State; visibility: string; wall: readonly string[] }) =>
  isConfidential(item) ||
  item.state === "draft" ||
  item.visibility === "organisation" ||
  item.wall.length > 0;

const MONTHS: Readonly<Record<Repeats, number>> = { monthly: 1, quarterly: 3, yearly: 12 };

/** The deadline of the next in a series: the last one moved on until it lies ahead; the last day of a month stays within its month. */
export function nextDeadline(deadline: string | null, repeats: Repeats, today: string): string | null {
  if (deadline === null) return null;
  const [year, month, day] = deadline.split("-").map(Number) as [number, number, number];
  for (let step = 1; ; step++) {
    const months = year * 12 + (month - 1) + step * MONTHS[repeats];
    const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
    const next = new Date(Date.UTC(Math.floor(months / 12), months % 12, Math.min(day, last)));
    const text = next.toISOString().slice(0, 10);
    if (text > today) return text;
  }
}
