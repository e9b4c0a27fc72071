import type { Locale } from "../../../../kernel/locale.ts";
import type { FieldSpec } from "../../../../ui/index.ts";
import { sayCockpit } from "../messages.ts";
import { slugOf } from "../rules.ts";
import {
  DIRECTIONS,
  type Direction,
  FIELDS,
  type Field,
  hasDirection,
  type Indicator,
  type IndicatorSet,
  isMeasure,
  UNITS,
  type Unit,
} from "../words.ts";
import { KNOWN } from "./shipped.ts";
import { type Typed, text, thresholdIn } from "./typed.ts";

const ENTERED = "entered";

/** Measures of the house that the set does not ask for yet: each can stand in it once, by whatever name. */
const measures = (set: IndicatorSet): Indicator[] =>
  [...KNOWN.values()].filter(({ key }) => isMeasure(key) && !set.indicators.some((one) => one.key === key));

/** The fields of one indicator that no set of the house has. */
export function ownFields(set: IndicatorSet, locale: Locale): FieldSpec[] {
  const say = sayCockpit(locale);
  const choose = <T extends string>(all: readonly T[], label: (one: T) => string) =>
    all.map((one) => ({ value: one, label: label(one) }));
  return [
    { name: "own-en", label: say("set.name-en"), maxlength: 120 },
    { name: "own-de", label: say("set.name-de"), maxlength: 120 },
    { name: "own-text-en", label: say("own.text-en"), maxlength: 600 },
    { name: "own-text-de", label: say("own.text-de"), maxlength: 600 },
    {
      name: "own-field",
      label: say("column.field"),
      type: "select",
      required: true,
      choices: choose(FIELDS, (field) => say(`field.${field}`)),
    },
    {
      name: "own-how",
      label: say("own.how"),
      type: "select",
      required: true,
      choices: [
        { value: ENTERED, label: say("own.entered") },
        ...measures(set).map(({ key, name }) => ({
          value: key,
          label: say("own.computed", { name: name[locale] }),
        })),
      ],
    },
    {
      name: "own-unit",
      label: say("column.unit"),
      hint: say("own.unit.hint"),
      type: "select",
      required: true,
      choices: choose(UNITS, (unit) => say(`unit.${unit}`)),
    },
    { name: "own-at", label: say("set.threshold-of"), maxlength: 12 },
    {
      name: "own-direction",
      label: say("set.direction"),
      type: "select",
      required: true,
      choices: choose(DIRECTIONS, (direction) => say(`direction.${direction}`)),
    },
  ];
}

/** What its form holds as it is opened. */
export const OWN_AT_FIRST: Readonly<Record<string, string>> = {
  "own-field": FIELDS[0],
  "own-how": ENTERED,
  "own-unit": UNITS[0],
  "own-direction": DIRECTIONS[0],
};

/** What was typed of it; nothing where all of it is empty. */
export function readOwn(
  set: IndicatorSet,
  typed: Typed,
  locale: Locale,
): { own: Indicator | null; problems: Record<string, string> } {
  const say = sayCockpit(locale);
  const name = { en: text(typed, "own-en"), de: text(typed, "own-de") };
  const asked = { en: text(typed, "own-text-en"), de: text(typed, "own-text-de") };
  const at = text(typed, "own-at");
  if ([name.en, name.de, asked.en, asked.de, at].every((one) => one === ""))
    return { own: null, problems: {} };
  const measure = measures(set).find(({ key }) => key === text(typed, "own-how"));
  const unit = measure?.unit ?? oneOf<Unit>(UNITS, text(typed, "own-unit"));
  const problems: Record<string, string> = {};
  for (const language of ["en", "de"] as const) {
    if (!name[language] || name[language].length > 120) problems[`own-${language}`] = say("problem.name");
    if (!asked[language] || asked[language].length > 600)
      problems[`own-text-${language}`] = say("problem.text");
  }
  // Yes has no amount.
  const threshold = unit === "yes-no" ? 1 : thresholdIn(at, unit);
  if (threshold === null)
    problems["own-at"] = say(unit === "percent" ? "problem.not-a-share" : "problem.number");
  const own: Indicator = {
    key: measure?.key ?? freeKey(set, name.en),
    field: oneOf<Field>(FIELDS, text(typed, "own-field")),
    name,
    text: asked,
    unit,
    threshold: threshold ?? 0,
    ...(hasDirection(unit) ? { direction: oneOf<Direction>(DIRECTIONS, text(typed, "own-direction")) } : {}),
    hidden: false,
  };
  return { own, problems };
}

const oneOf = <T extends string>(all: readonly T[], wanted: string): T =>
  all.find((one) => one === wanted) ?? all[0]!;

/** Values belong to keys, and those of the house have theirs. */
function freeKey(set: IndicatorSet, name: string): string {
  const base = `own-${slugOf(name)}`.slice(0, 55);
  const taken = (key: string) => set.indicators.some((one) => one.key === key);
  let key = base;
  for (let n = 2; taken(key); n += 1) key = `${base}-${n}`;
  return key;
}
