import type { Locale } from "../../../kernel/locale.ts";
import type { ExportColumn } from "../../../ui/index.ts";
import { sayReport } from "./messages.ts";
import type { Version } from "./store.ts";
import type { Figure } from "./words.ts";
import { inWords } from "./words-of.ts";

/** A figure, or a part of one, as a row of the data annex. */
export interface AnnexRow {
  figure: Figure;
  section: string;
  part: string | null;
  value: number | string | null;
  unit: Figure["unit"];
  on: string | null;
}

/** Every figure once, in the order of the report, its parts below it. */
export function annexOf({ sections, figures }: Version, locale: Locale): AnnexRow[] {
  const rows: AnnexRow[] = [];
  const told = new Set<string>();
  for (const section of sections)
    for (const key of section.figures) {
      const figure = figures[key];
      if (!figure || told.has(key)) continue;
      told.add(key);
      const of = { figure, section: inWords(section.title, locale) };
      const kept = figure.kept ? sayReport(locale)("value.kept") : null;
      rows.push({
        ...of,
        part: null,
        value: kept ?? figure.said?.[locale] ?? figure.value,
        unit: figure.unit,
        on: null,
      });
      for (const row of figure.rows)
        rows.push({
          ...of,
          part: row.label[locale],
          value: row.value,
          unit: figure.shape === "list" ? "euro" : figure.unit,
          on: row.on ?? null,
        });
    }
  return rows;
}

export function annexColumns(locale: Locale, address: (page: string) => string): ExportColumn<AnnexRow>[] {
  const say = sayReport(locale);
  return [
    { label: say("column.section"), value: ({ section }) => section, width: 26 },
    { label: say("column.figure"), value: ({ figure }) => figure.name[locale], width: 34 },
    { label: say("column.part"), value: ({ part }) => part, width: 30 },
    { label: say("column.value"), value: ({ value }) => value, width: 14 },
    { label: say("column.unit"), value: ({ unit }) => say(`unit.${unit}`), width: 16 },
    { label: say("column.day"), value: ({ on }) => on, width: 12 },
    { label: say("column.from"), value: ({ figure }) => figure.from, width: 12 },
    { label: say("column.to"), value: ({ figure }) => figure.to, width: 12 },
    { label: say("column.formula"), value: ({ figure }) => figure.formula[locale], width: 60 },
    { label: say("column.source"), value: ({ figure }) => figure.source[locale], width: 60 },
    { label: say("column.coverage"), value: ({ figure }) => figure.coverage[locale], width: 40 },
    {
      label: say("column.records"),
      value: ({ figure }) => (figure.page === null ? null : address(figure.page)),
      width: 40,
    },
  ];
}
