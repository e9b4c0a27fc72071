/** The day so many months before, the last of its month where that is shorter. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Whole months from one day to another. */
export function monthsBetween(from: string, to: string): number {
  const [y1, m1, d1] = from.split("-").map(Number) as [number, number, number];
  const [y2, m2, d2] = to.split("-").map(Number) as [number, number, number];
  return (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0);
}

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The last days of the months before this one, the earliest first. */
export function monthEnds(today: string, months: number): string[] {
  const [year, month] = today.split("-").map(Number) as [number, number];
  return Array.from({ length: months }, (_, i) =>
    new Date(Date.UTC(year, month - 1 - (months - 1 - i), 0)).toISOString().slice(0, 10),
  );
}

export const holds = ({ since, until }: { since: string; until: string | null }, day: string): boolean =>
  since <= day && (until === null || until > day);

/** In the twelve months that end with this day. */
export const inYear = (on: string, day: string): boolean => on > monthsBefore(day, 12) && on <= day;
