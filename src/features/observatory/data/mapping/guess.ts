import { CODE_LISTS } from "../lists.ts";
import type { Shape } from "../reading/table.ts";
import { detectDecimal } from "./numbers.ts";
import { dayOf, periodOf } from "./period.ts";
import { type Mapping, mappingProblems, type Role, type TakenFor } from "./roles.ts";

/** Signs that statistics offices put in the place of a figure they keep, and of one they do not have. */
export const SECRET_SIGNS = [".", "*", "x", "c", "(c)", "X"];
export const MISSING_SIGNS = [":", "-", "–", "/", "...", "…", "n/a", "NA", "NaN", "null"];
export const ESTIMATED_FLAGS = ["e", "p", "u", "s", "i", "r"];

type Sampled = Pick<Shape, "head" | "sample">;
export type Guess = Mapping & { example: string | null };

/** What a file is, and what its columns mean, as far as names and first rows tell; a person looks at it before anything is read. */
export function guessMapping(shape: Sampled): Guess {
  const led = guessFor(shape, "correspondence");
  if (led.columns.includes("from") && led.fromList && led.toList) return led;
  const panel = guessFor(shape, "panel");
  return mappingProblems(panel).length === 0 ? panel : guessFor(shape, "table");
}

/** Likewise where somebody has said what the file is. */
export const guessFor = (shape: Sampled, what: TakenFor): Guess =>
  ({ panel: guessPanel, table: guessTable, correspondence: guessCorrespondence })[what](shape);

const columnOf = ({ sample }: Sampled, at: number) =>
  sample.map((row) => row[at]?.trim() ?? "").filter((cell) => cell !== "");

const guessed = (head: string[], columns: Role[], figures: readonly string[]): Guess => ({
  columns,
  head,
  ...detectDecimal(figures),
  secret: SECRET_SIGNS,
  missing: MISSING_SIGNS,
  estimated: ESTIMATED_FLAGS,
  blank: "missing",
  negative: false,
  lenient: false,
  regionList: null,
  activityList: null,
});

/** Codes that begin with a zero are names, not numbers. */
function guessTable(shape: Sampled): Guess {
  const columns = shape.head.map((_, at): Role => {
    const cells = columnOf(shape, at);
    if (mostly(cells, (cell) => dayOf(cell) !== null)) return "date";
    const numbers = mostly(cells, isNumber) && cells.some((cell) => /\d/.test(cell));
    return numbers && !cells.some((cell) => /^0\d/.test(cell)) ? "number" : "text";
  });
  const figures = columns.flatMap((role, at) => (role === "number" ? columnOf(shape, at) : []));
  return { ...guessed(shape.head, columns, figures), negative: true };
}

function guessCorrespondence(shape: Sampled): Guess {
  const columns = shape.head.map(
    (name): Role => LEADING.find(([pattern]) => pattern.test(name.trim().toLowerCase()))?.[1] ?? "skip",
  );
  const at = (role: Role) => columns.indexOf(role);
  const codes = (role: Role) => (at(role) < 0 ? [] : columnOf(shape, at(role)));
  const list = (role: Role) => guessList("region", codes(role)) ?? guessList("activity", codes(role));
  return { ...guessed(shape.head, columns, codes("weight")), fromList: list("from"), toList: list("to") };
}

const LEADING: readonly (readonly [RegExp, Role])[] = [
  [/^(from|source|von|quelle)([ _-]?code)?$/, "from"],
  [/^(to|target|nach|ziel)([ _-]?code)?$/, "to"],
  [/^(weight|share|gewicht|anteil)$/, "weight"],
];

const isNumber = (cell: string) =>
  /^[-−]?[\d.,\s'’]*\d$/.test(cell) || SECRET_SIGNS.includes(cell) || MISSING_SIGNS.includes(cell);

function guessPanel(shape: Sampled): Guess {
  const { head } = shape;
  const columns = head.map((name) => byName(name));
  // A second column about the regions, or the activities, says what they are called.
  for (const [side, name] of [
    ["region", "regionName"],
    ["activity", "activityName"],
  ] as const) {
    const [, ...others] = columns.flatMap((role, at) => (role === side ? [at] : []));
    for (const at of others) columns[at] = columns.includes(name) ? "skip" : name;
  }
  const taken = (role: Role) => columns.includes(role);
  const column = (at: number) => columnOf(shape, at);

  for (const [at, name] of head.entries())
    if (columns[at] === null && periodOf(name) !== null && mostly(column(at), isFigure))
      columns[at] = "ofPeriod";
  if (taken("ofPeriod"))
    for (const [at, role] of columns.entries()) if (role === "value") columns[at] = "skip";

  // What its name does not tell, its codes may: the list most of them look like.
  for (const side of ["region", "activity"] as const) {
    if (taken(side)) continue;
    const at = columns.findIndex(
      (role, at) =>
        role === null &&
        CODE_LISTS.some((list) => list.side === side && mostly(column(at), (cell) => fits(list.key, cell))),
    );
    if (at >= 0) columns[at] = side;
  }
  if (!taken("period") && !taken("ofPeriod")) {
    const at = columns.findIndex(
      (role, at) => role === null && mostly(column(at), (cell) => periodOf(cell) !== null),
    );
    if (at >= 0) columns[at] = "period";
  }
  if (!taken("region")) {
    const at = columns.findIndex((role, at) => role === null && !mostly(column(at), isFigure));
    if (at >= 0) columns[at] = "region";
  }
  if (!taken("value") && !taken("ofPeriod"))
    for (const [at, role] of columns.entries())
      if (role === null && mostly(column(at), isFigure)) columns[at] = "value";

  const roles = columns.map((role) => role ?? "skip");
  const figures = roles.flatMap((role, at) => (role === "value" || role === "ofPeriod" ? column(at) : []));
  const listOf = (side: "region" | "activity") => {
    const at = roles.indexOf(side);
    return at < 0 ? null : guessList(side, column(at));
  };
  return {
    ...guessed(head, roles, figures),
    regionList: listOf("region"),
    activityList: listOf("activity"),
  };
}

const NAMES: readonly (readonly [RegExp, Role])[] = [
  [/^(dataflow|structure.*|freq|action|nutslevel|last ?update)$/, "skip"],
  [/^(ref_area|geo|region|regions?code|ags|nuts(_?(id|code|\d))?|kreis|gebiet|area|district)$/, "region"],
  [/^(regions?name|region:label|region_name|geo:label|gebietsname|kreisname|ref_area:label)$/, "regionName"],
  [
    /^(activity|nace.*|nace_r2|occupation|beruf|berufe|kldb.*|industry|wz.*|branche|wirtschaftszweig|cpv|esco|isco.*|sector|economic_activity)$/,
    "activity",
  ],
  [
    /^(activityname|activity_name|(activity|nace.*|occupation|industry|sector):label|berufsname)$/,
    "activityName",
  ],
  [/^(time_period|time|period|year|jahr|datum|date|zeit|zeitraum|quartal|monat)$/, "period"],
  [/^(obs_value|value|values|wert|anzahl)$/, "value"],
  [/^(obs_status|obs_flag|flags?|status|mark)$/, "flag"],
  [/^(conf_status|confidentiality)$/, "secrecy"],
  [/^(measure|indicator|indic|merkmal|variable|unit_measure|measure_code)$/, "measure"],
  [/:label$/, "skip"],
];

const byName = (name: string): Role | null => {
  const plain = name.trim().toLowerCase();
  return NAMES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
};

const isFigure = (cell: string) =>
  /^[-−]?[\d.,\s'’]*\d( ?[a-z]{1,3})?$/.test(cell) ||
  SECRET_SIGNS.includes(cell) ||
  MISSING_SIGNS.includes(cell);

const mostly = (cells: readonly string[], is: (cell: string) => boolean) =>
  cells.length > 0 && cells.filter(is).length >= cells.length * 0.8;

function fits(key: string, code: string): boolean {
  const list = CODE_LISTS.find((one) => one.key === key)!;
  return list.pattern.test(code) && (list.known()?.has(code) ?? false);
}

/** The list that knows most of the codes; for regions of Europe the edition of NUTS that does. */
function guessList(side: "region" | "activity", codes: readonly string[]): string | null {
  if (codes.length === 0) return null;
  const unique = [...new Set(codes)];
  let best: { key: string; share: number } | null = null;
  for (const list of CODE_LISTS) {
    const known = list.known();
    if (list.side !== side || !known) continue;
    const share =
      unique.filter((code) => known.has(code) || (list.key === "ags" && known.has(code.padStart(5, "0"))))
        .length / unique.length;
    if (share >= 0.5 && (!best || share > best.share)) best = { key: list.key, share };
  }
  // Regions that the newest edition no longer has are of the one before.
  if (best?.key === "nuts-2021" && best.share < 1 && unique.every((code) => /^[A-Z]{2}/.test(code)))
    return "nuts-2013";
  return best?.key ?? null;
}
