import type { Locale } from "../../../kernel/locale.ts";
import { formatDate, formatMoney, formatNumber } from "../../../ui/index.ts";
import { sayReport } from "./messages.ts";
import type { Figure, FiguresOf, Unit, Words } from "./words.ts";

/** `2025` for a calendar year, otherwise both days. */
export function periodText(from: string | null, to: string, locale: Locale): string {
  if (from === null) return formatDate(to, locale);
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31`
    ? year
    : `${formatDate(from, locale)} – ${formatDate(to, locale)}`;
}

export function numberText(value: number, unit: Unit, locale: Locale): string {
  if (unit === "euro") return formatMoney(Math.round(value), locale).replace(/[.,]00(?=\D*$)/, "");
  const digits = unit === "percent" || unit === "times" || unit === "points" ? 1 : 0;
  return `${formatNumber(value, locale, digits)}${unit === "percent" ? " %" : ""}`;
}

export function valueText({ value, kept, said, unit }: Figure, locale: Locale): string {
  const say = sayReport(locale);
  if (kept) return say("value.kept");
  if (said) return said[locale];
  return value === null ? say("value.none") : numberText(value, unit, locale);
}

/** Figures as a report tells them, each once: what is stored has no order. */
export const inOrder = (sections: readonly { figures: readonly string[] }[], figures: FiguresOf): Figure[] =>
  [...new Set(sections.flatMap((section) => section.figures))].flatMap((key) => figures[key] ?? []);

/** In the reader's language, or in the one there is. */
export const inWords = (words: Words, locale: Locale): string =>
  words[locale] || words[locale === "en" ? "de" : "en"];
export const isElsewise = (words: Words, locale: Locale): boolean =>
  words[locale] === "" && words[locale === "en" ? "de" : "en"] !== "";

export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
