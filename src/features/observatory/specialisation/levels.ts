/** Regions that are compared with one another: all districts, all countries. Nested ones counted together would count people twice. */
export interface Level {
  key: string;
  /** Their positions in the panel. */
  regions: number[];
}

const NUTS = /^[A-Z]{2}[A-Z0-9]{0,3}$/;
/** What statistics offices put beside countries: the Union and the euro area as one. */
const UNION = /^E[AU]\d/;

/** By the depth of the code where the list is nested; one level for everything else. */
export function levelsOf(regionList: string | null, codes: readonly string[]): Level[] {
  if (!regionList?.startsWith("nuts")) return [{ key: "all", regions: codes.map((_, i) => i) }];
  const byDepth = Map.groupBy(
    codes.map((code, i) => ({ code, i })).filter(({ code }) => NUTS.test(code) && !UNION.test(code)),
    ({ code }) => code.length - 2,
  );
  return [...byDepth]
    .sort(([a], [b]) => a - b)
    .filter(([, regions]) => regions.length > 1)
    .map(([depth, regions]) => ({ key: `nuts${depth}`, regions: regions.map(({ i }) => i) }));
}

/** Sums and answers not given are no activity: with them everything would be counted twice. */
const NO_ACTIVITY = new Set(["TOTAL", "T", "_T", "NRP", "NA", "UNK"]);

export const isActivity = (code: string): boolean => !NO_ACTIVITY.has(code.toUpperCase());

/** The positions of what can be compared. */
export const activitiesOf = (codes: readonly string[]): number[] =>
  codes.flatMap((code, i) => (isActivity(code) ? [i] : []));

/**
 * The class of each activity, for related variety within classes and unrelated variety between them: two digits of KldB, NACE and
 * CPV. `null` where the activities are as coarse as that themselves.
 */
export function classesOf(activityList: string | null, codes: readonly string[]): string[] | null {
  const digits = (code: string) => code.replace(/^[A-Z]/, "").replaceAll(".", "");
  if (!activityList || !/^(kldb|nace|cpv)/.test(activityList)) return null;
  const counted = codes.filter(isActivity);
  if (counted.some((code) => !/^\d{3,}$/.test(digits(code)))) return null;
  const classes = codes.map((code) => digits(code).slice(0, 2));
  return new Set(classes).size < counted.length ? classes : null;
}
