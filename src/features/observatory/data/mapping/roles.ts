/** What a file is taken for. */
export const TAKEN_FOR = ["panel", "table", "correspondence"] as const;
export type TakenFor = (typeof TAKEN_FOR)[number];

/** What a column of a file can mean; which of these a file has says what it is. */
const ROLES_OF = {
  panel: [
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
  ],
  table: ["text", "number", "date"],
  correspondence: ["from", "to", "weight"],
} as const;
export type PanelRole = (typeof ROLES_OF)["panel"][number];
export type CellType = (typeof ROLES_OF)["table"][number];
export type Role = "skip" | (typeof ROLES_OF)[TakenFor][number];

export const rolesFor = (what: TakenFor): readonly Role[] => ["skip", ...ROLES_OF[what]];
export const ROLES: readonly [Role, ...Role[]] = [
  "skip",
  ...ROLES_OF.panel,
  ...ROLES_OF.table,
  ...ROLES_OF.correspondence,
];

const isFor = (what: TakenFor, role: Role) => (ROLES_OF[what] as readonly Role[]).includes(role);

export const takenFor = ({ columns }: Pick<Mapping, "columns">): TakenFor =>
  TAKEN_FOR.find((what) => columns.some((role) => isFor(what, role))) ?? "panel";

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
  /** Correspondences, by the slug of their dataset: codes are of the list they lead from, and stored as those they lead to. */
  regionBy?: string | null;
  activityBy?: string | null;
  /** The lists a correspondence leads from and to. */
  fromList?: string | null;
  toList?: string | null;
}

export type MappingProblem =
  | "no-period"
  | "no-value"
  | "twice"
  | "value-and-period"
  | "mixed"
  | "no-from-to"
  | "no-lists";

const ONCE: readonly Role[] = [
  "region",
  "regionName",
  "activity",
  "activityName",
  "period",
  "measure",
  "from",
  "to",
  "weight",
];

/** What keeps a file from being read like this. */
export function mappingProblems(mapping: Mapping): MappingProblem[] {
  const { columns } = mapping;
  const what = takenFor(mapping);
  const problems: MappingProblem[] = [];
  if (columns.some((role) => role !== "skip" && !isFor(what, role))) problems.push("mixed");
  if (ONCE.some((role) => columns.filter((one) => one === role).length > 1)) problems.push("twice");
  return [...problems, ...PROBLEMS_OF[what](mapping)];
}

const PROBLEMS_OF: Record<TakenFor, (mapping: Mapping) => MappingProblem[]> = {
  panel: ({ columns }) => {
    const has = (role: Role) => columns.includes(role);
    const problems: MappingProblem[] = [];
    if (!has("period") && !has("ofPeriod")) problems.push("no-period");
    if (!has("value") && !has("ofPeriod")) problems.push("no-value");
    if (has("ofPeriod") && (has("value") || has("period"))) problems.push("value-and-period");
    return problems;
  },
  table: () => [],
  correspondence: ({ columns, fromList, toList }) => {
    if (!columns.includes("from") || !columns.includes("to")) return ["no-from-to"];
    return fromList && toList && fromList !== toList ? [] : ["no-lists"];
  },
};
