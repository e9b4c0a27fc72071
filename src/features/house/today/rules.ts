import type { Member } from "../members.ts";
import type { YearRow } from "./figures.ts";

export interface Count {
  value: string;
  count: number;
}

/** How many there are of each, the most first. */
export function countBy<T>(items: readonly T[], key: (item: T) => string): Count[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

/** A year in which nothing began is a zero, not a gap the line jumps over. */
export function yearsFilled(rows: readonly YearRow[]): YearRow[] {
  const [first, last] = [rows[0]?.year, rows.at(-1)?.year];
  if (first === undefined || last === undefined) return [];
  const known = new Map(rows.map((row) => [row.year, row]));
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    return known.get(year) ?? { year, projects: 0, contribution: 0 };
  });
}

export interface CoverageRow {
  field: "place" | "size" | "industries" | "competences";
  known: number;
  share: number;
}

/** Of how many members something is known: the doubt about every figure made from it. */
export function coverage(members: readonly Member[], withCompetence: number): CoverageRow[] {
  const row = (field: CoverageRow["field"], known: number) => ({
    field,
    known,
    share: members.length === 0 ? 0 : known / members.length,
  });
  return [
    row("place", members.filter((member) => member.place).length),
    row("size", members.filter((member) => member.sizeClass !== null).length),
    row("industries", members.filter((member) => member.industries).length),
    row("competences", withCompetence),
  ];
}
