import type { Filters } from "./schema.ts";
import type { LinkRow } from "./store.ts";

/** Whether a link belongs to the part of the network one looks at. */
export function passes(link: LinkRow, filters: Filters): boolean {
  if (filters.type.length > 0 && !filters.type.includes(link.type)) return false;
  if (filters.evidence.length > 0 && !filters.evidence.includes(link.origin)) return false;
  if (link.origin === "derived" && link.evidence.length < filters.min) return false;
  if (filters.to !== null && link.since !== null && yearOf(link.since) > filters.to) return false;
  return filters.from === null || link.until === null || yearOf(link.until) >= filters.from;
}

export const yearOf = (day: string) => Number(day.slice(0, 4));

/** The years the links speak of. One that has not ended is alive today. */
export function yearsOf(links: readonly LinkRow[], today: string): { first: number; last: number } | null {
  const starts = links.flatMap((link) => (link.since ? [yearOf(link.since)] : []));
  if (starts.length === 0) return null;
  const ends = links.flatMap((link) => (link.until ? [yearOf(link.until)] : []));
  const least = (a: number, b: number) => Math.min(a, b);
  const most = (a: number, b: number) => Math.max(a, b);
  return { first: starts.reduce(least), last: [...starts, ...ends, yearOf(today)].reduce(most) };
}

export const isFiltered = (filters: Filters) =>
  filters.type.length > 0 ||
  filters.evidence.length > 0 ||
  filters.from !== null ||
  filters.to !== null ||
  filters.min > 1;
