import type { Locale } from "../../../../kernel/locale.ts";
import { ok } from "../../../../kernel/result.ts";
import { sayCockpit } from "../messages.ts";
import { SetIn } from "../schema.ts";
import { DIRECTIONS, hasDirection, type Indicator, type IndicatorSet } from "../words.ts";
import { OWN_AT_FIRST, readOwn } from "./own-indicator.ts";
import { KNOWN } from "./shipped.ts";
import { type Typed, text, thresholdIn } from "./typed.ts";

/** What this set could ask for besides. */
export const others = (set: IndicatorSet): Indicator[] =>
  [...KNOWN.values()].filter(({ key }) => !set.indicators.some((one) => one.key === key));

/** What stands in the form of a set: names, thresholds, what is hidden; one name for each field. */
export const typedOf = (set: IndicatorSet): Record<string, string> => ({
  titleEn: set.title.en,
  titleDe: set.title.de,
  note: "",
  ...OWN_AT_FIRST,
  ...Object.fromEntries(
    set.indicators.flatMap(({ key, name, threshold, direction, hidden }) => [
      [`en-${key}`, name.en],
      [`de-${key}`, name.de],
      [`at-${key}`, String(threshold)],
      [`way-${key}`, direction ?? DIRECTIONS[0]],
      [`hide-${key}`, hidden ? "on" : ""],
    ]),
  ),
});

/** Reads the form of a set. What stays as it was, as what is asked and in which unit, comes from the set itself. */
export function readSet(
  set: IndicatorSet,
  typed: Typed,
  locale: Locale,
): { ok: true; value: SetIn } | { ok: false; problems: Record<string, string> } {
  const say = sayCockpit(locale);
  const problems: Record<string, string> = {};
  const indicators = set.indicators.map((one) => {
    const name = { en: text(typed, `en-${one.key}`), de: text(typed, `de-${one.key}`) };
    if (!name.en || name.en.length > 120) problems[`en-${one.key}`] = say("problem.name");
    if (!name.de || name.de.length > 120) problems[`de-${one.key}`] = say("problem.name");
    const threshold = thresholdIn(text(typed, `at-${one.key}`), one.unit);
    if (threshold === null)
      problems[`at-${one.key}`] = say(one.unit === "percent" ? "problem.not-a-share" : "problem.number");
    const direction = hasDirection(one.unit)
      ? (DIRECTIONS.find((way) => way === text(typed, `way-${one.key}`)) ?? one.direction)
      : undefined;
    const { direction: _, ...rest } = one;
    return {
      ...rest,
      ...{ name, threshold: threshold ?? 0, hidden: text(typed, `hide-${one.key}`) === "on" },
      ...(direction ? { direction } : {}),
    };
  });
  const added = others(set)
    .filter(({ key }) => [typed.more ?? []].flat().includes(key))
    .map((one) => ({ ...one, hidden: false }));
  const { own, problems: ofOwn } = readOwn(set, typed, locale);
  Object.assign(problems, ofOwn);
  const all = [...indicators, ...added.filter(({ key }) => key !== own?.key), ...(own ? [own] : [])];
  if (all.every(({ hidden }) => hidden)) problems[""] = say("problem.all-hidden");
  const title = { en: text(typed, "titleEn"), de: text(typed, "titleDe") };
  for (const [language, name] of [
    ["en", "titleEn"],
    ["de", "titleDe"],
  ] as const)
    if (!title[language] || title[language].length > 120) problems[name] = say("problem.name");
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const read = SetIn.safeParse({ title, indicators: all, note: text(typed, "note") });
  return read.success ? ok(read.data) : { ok: false, problems: { "": say("problem.number") } };
}
