/** Kinds of records one may hear of; an organisation hears of its own alone, and of none that are the team's matter. */
export const CLUSTER_KINDS = [
  "organisation",
  "membership",
  "application",
  "fact",
  "link",
  "seat",
  "office",
  "invitation",
  "import",
  "merge",
] as const;
export const ORGANISATION_KINDS = ["organisation", "membership", "fact", "link", "seat"] as const;
export const ALL = "*";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long to wait after each failure. After the last one the telling is given up and shown as such: a dead letter. */
export const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR];

/** When to try again after `attempts` tries have failed; `null` gives up. */
export const nextTry = (attempts: number, now: Date): Date | null => {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
};

/** An address that has not answered for this long is no longer told; its keeper hears of that. */
export const BROKEN_AFTER_MS = 5 * 24 * HOUR;

export const delivered = (status: number): boolean => status >= 200 && status < 300;

/** Organisations a log entry is about, by the ids its snapshots carry. */
export function organisationsIn(
  kind: string,
  subjectId: string | null,
  snapshots: readonly (Record<string, unknown> | null)[],
): string[] {
  const named = snapshots.flatMap((snapshot) =>
    ["organisationId", "fromOrganisationId", "toOrganisationId"].map((key) => snapshot?.[key]),
  );
  const ids = named.filter((id): id is string => typeof id === "string");
  return [...new Set(kind === "organisation" && subjectId ? [subjectId, ...ids] : ids)];
}
