/** How often a person hears of a topic by letter. */
export const FREQUENCIES = ["at-once", "daily", "weekly", "monthly", "never"] as const;
export type Frequency = (typeof FREQUENCIES)[number];
export type Digest = Exclude<Frequency, "at-once" | "never">;

/** Stands for every topic a person has made no choice about. */
export const EVERYTHING = "*";

/** What a person has chosen, by topic. */
export type Choices = Readonly<Record<string, Frequency>>;

export interface Told {
  topic: string;
  /** Somebody waits for an answer, or the matter cannot wait until tomorrow. */
  urgent: boolean;
}

/** Without a choice: what waits for an answer comes at once, the rest once a day. */
export const frequencyOf = ({ topic, urgent }: Told, choices: Choices): Frequency =>
  choices[topic] ?? choices[EVERYTHING] ?? (urgent ? "at-once" : "daily");

/** The digest a notice waits for; `null` where it comes at once or never. */
export const digestOf = (frequency: Frequency): Digest | null =>
  frequency === "at-once" || frequency === "never" ? null : frequency;

/** What already waits for a letter follows a new choice; it cannot come at once any more, so it comes with the next day's. */
export const waitsAfter = (frequency: Frequency): Digest | null =>
  frequency === "at-once" ? "daily" : digestOf(frequency);

const HOUR = 6;

/**
 * The latest moment at which this digest was due: every day at 06:00 UTC, on Mondays, on the first of the month. It tells what
 * happened before that moment. A digest the house slept through is told when it wakes.
 */
export function lastDue(digest: Digest, now: Date): Date {
  const due = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), HOUR));
  if (due > now) due.setUTCDate(due.getUTCDate() - 1);
  if (digest === "weekly") due.setUTCDate(due.getUTCDate() - ((due.getUTCDay() + 6) % 7));
  if (digest === "monthly") due.setUTCDate(1);
  return due;
}

/** How long an act's link is worth something, unless its writer says otherwise. */
export const LINK_DAYS = 14;

export const actUntil = (days: number | undefined, told: Date) =>
  new Date(told.getTime() + (days ?? LINK_DAYS) * 86_400_000);
