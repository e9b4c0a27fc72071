/** What a column of a file can mean. */
export const ROLES = [
  "skip",
  "region",
  "regionName",
  "activity",
  "activityName",
  "period",
  "measure",
  "value",
  "ofPeriod",
  "flag",
  "secrecy",
] as const;
export type Role = (typeof ROLES)[number];

export interface Mapping {
  /** By column of the file. */
  columns: Role[];
  /** What the columns were called: a file that comes later has to have the same head. */
  head: string[];
  decimal: "." | ",";
  /** Signs that stand in the place of a figure. */
  secret: string[];
  missing: string[];
  /** Flags that make a figure an estimated one. */
  estimated: string[];
  /** What an empty cell is. */
  blank: "missing" | "secret";
  /** Whether figures may be below zero. */
  negative: boolean;
  /** Rows with a problem are left out rather than standing in the way. */
  lenient: boolean;
  regionList: string | null;
  activityList: string | null;
}

export type MappingProblem = "no-region" | "no-period" | "no-value" | "twice" | "value-and-period";

const ONCE: readonly Role[] = ["region", "regionName", "activity", "activityName", "period", "measure"];

/** What keeps a file from being read like this. */
export function mappingProblems({ columns }: Pick<Mapping, "columns">): MappingProblem[] {
  const has = (role: Role) => columns.includes(role);
  const problems: MappingProblem[] = [];
  if (!has("region")) problems.push("no-region");
  if (!has("period") && !has("ofPeriod")) problems.push("no-period");
  if (!has("value") && !has("ofPeriod")) problems.push("no-value");
  if (has("ofPeriod") && (has("value") || has("period"))) problems.push("value-and-period");
  if (ONCE.some((role) => columns.filter((one) => one === role).length > 1)) problems.push("twice");
  return problems;
}
