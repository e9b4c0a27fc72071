/**
 * What the job keeps of a panel, by name, with what tells siblings apart. Matrices are as wide as the panel, with NaN where nothing
 * is defined, so that a region's or an activity's row is read by its position alone.
 */
export const KEPT = {
  /** Location quotient, by region and turned by activity: measure, period. */
  quotients: "lq",
  /** The amounts turned by activity: measure, period. */
  amounts: "amount",
  /** A row of `REGION_FIGURES` for each region: measure, period. */
  regions: "region-figures",
  /** A row of `ACTIVITY_FIGURES` for each activity: measure, period, level. */
  activities: "activity-figures",
  /** For each region the density of every activity, then what it would open up: measure, period. */
  options: "options",
  /** For each region the probability of entering every activity, then the same by the location quotient alone: measure. */
  chances: "chances",
  /** The network of activities as it is drawn: measure, level. */
  space: "space",
  /** The proximity of every two activities: measure, level. */
  proximity: "proximity",
  /** How well relatedness told past entries: measure, level. */
  accuracy: "accuracy",
  /** What all regions had in both periods, by activity; first before, then after: measure, from, to, level. */
  windows: "windows",
  /** Written last: what there is. */
  ready: "pictures",
} as const;

export const paramsOf = (...parts: readonly string[]): string => parts.join("|");

export const REGION_FIGURES = [
  /** Everything counted there. */
  "total",
  /** In how many activities its quotient is at least 1. */
  "strengths",
  /** Of how many activities the amount is known. */
  "known",
  "krugman",
  "eci",
  "outlook",
  "unrelated",
  "related",
] as const;
export type RegionFigure = (typeof REGION_FIGURES)[number];

export const ACTIVITY_FIGURES = [
  "total",
  /** Share of everything. */
  "share",
  "gini",
  /** How many regions have it, at a quotient of at least 1. */
  "regions",
  /** In how many regions the amount is known. */
  "known",
  "pci",
] as const;
export type ActivityFigure = (typeof ACTIVITY_FIGURES)[number];

/** A row of figures by their names. */
export function named<K extends string>(
  names: readonly K[],
  row: ArrayLike<number>,
  at = 0,
): Record<K, number> {
  // A loop: pages do this for every region of a level.
  const figures = {} as Record<K, number>;
  for (const [i, name] of names.entries()) figures[name] = row[at * names.length + i] ?? Number.NaN;
  return figures;
}

/** The rule of computing: with a new one, what older ones made is computed again. */
export const RULE = 1;

export interface Ready {
  rule: number;
  measures: string[];
  /** Measures that are no amounts (negative, or rates): nothing is made of them. */
  unfit: string[];
  periods: string[];
  /** For large panels the last ones alone. */
  optionPeriods: string[];
  levels: { key: string; regions: number }[];
  /** Computing and storing together. */
  tookMs: number;
}
