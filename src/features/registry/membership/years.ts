import type { LeavingReason } from "./schema.ts";

export interface Stay {
  organisationId: string;
  slug: string;
  name: string;
  role: string;
  since: string;
  until: string | null;
  reason: string | null;
}

/** One uninterrupted time as a member: rows that follow each other without a gap are one stay, however often terms changed. */
export function stays(rows: readonly Stay[]): Stay[] {
  const whole: Stay[] = [];
  const real = rows.filter(
    (row) => row.role !== "applicant" && (row.until === null || row.until > row.since),
  );
  for (const row of [...real].sort(
    (a, b) => a.organisationId.localeCompare(b.organisationId) || a.since.localeCompare(b.since),
  )) {
    const last = whole.at(-1);
    if (
      last &&
      last.organisationId === row.organisationId &&
      last.until !== null &&
      last.until >= row.since
    ) {
      last.until = row.until === null || row.until > last.until ? row.until : last.until;
      last.reason = row.reason;
      last.role = row.role;
    } else if (last && last.organisationId === row.organisationId && last.until === null) continue;
    else whole.push({ ...row });
  }
  return whole;
}

export interface YearRow {
  year: number;
  came: number;
  left: number;
  /** Members on its last day. */
  members: number;
}

/** Who came and left, year by year, until today. */
export function byYear(all: readonly Stay[], today: string): YearRow[] {
  const years = all.flatMap(({ since, until }) => [since, ...(until && until <= today ? [until] : [])]);
  const past = years.filter((day) => day <= today).map(yearOf);
  if (past.length === 0) return [];
  const rows: YearRow[] = [];
  for (let year = Math.min(...past); year <= yearOf(today); year++) {
    const last = `${year}-12-31` < today ? `${year}-12-31` : today;
    rows.push({
      year,
      came: all.filter(({ since }) => yearOf(since) === year && since <= today).length,
      left: all.filter(({ until }) => until !== null && yearOf(until) === year && until <= today).length,
      members: all.filter(({ since, until }) => since <= last && (until === null || until > last)).length,
    });
  }
  return rows;
}

export interface Cohort {
  year: number;
  came: number;
  /** How many were still there one, two, … years after they came; `null` where that is still to come. */
  after: (number | null)[];
}

/** Of those who came in a year, how many stayed how long. */
export function cohorts(all: readonly Stay[], today: string, most = 10): Cohort[] {
  const years = [
    ...new Set(all.filter(({ since }) => since <= today).map(({ since }) => yearOf(since))),
  ].sort();
  const longest = Math.min(most, Math.max(0, yearOf(today) - (years[0] ?? yearOf(today))));
  return years.map((year) => {
    const came = all.filter(({ since }) => yearOf(since) === year && since <= today);
    return {
      year,
      came: came.length,
      after: Array.from({ length: longest }, (_, at) => {
        // Known for the whole cohort once its last day has had its anniversary.
        if (later(`${year}-12-31`, at + 1) > today) return null;
        return came.filter(({ since, until }) => until === null || until > later(since, at + 1)).length;
      }),
    };
  });
}

export function reasonsOf(
  all: readonly Stay[],
  today: string,
): { reason: LeavingReason | null; count: number }[] {
  const counts = new Map<LeavingReason | null, number>();
  for (const { until, reason } of all)
    if (until !== null && until <= today) {
      const key = reason as LeavingReason | null;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}

export const yearOf = (day: string) => Number(day.slice(0, 4));

/** The same day some years later; the 29th of February becomes the 1st of March. */
export function later(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
