import type { Locale } from "../../../kernel/locale.ts";
import type { ExportColumn } from "../../../ui/index.ts";
import { sayReport } from "./messages.ts";
import type { Version } from "./store.ts";
import type { Figure } from "./words.ts";
import { inOrder, inWords } from "./words-of.ts";

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
export const annexOf = ({ sections, figures }: Version, locale: Locale): AnnexRow[] =>
  inOrder(sections, figures).flatMap((figure) => {
    const home = sections.find((section) => section.figures.includes(figure.key))!;
    const of = { figure, section: inWords(home.title, locale) };
    const kept = figure.kept ? sayReport(locale)("value.kept") : null;
    return [
      {
        ...of,
        ...{ part: null, on: null, unit: figure.unit },
        value: kept ?? figure.said?.[locale] ?? figure.value,
      },
      ...figure.rows.map((row) => ({
        ...of,
        ...{ part: row.label[locale], value: row.value, on: row.on ?? null },
        unit: figure.shape === "list" ? ("euro" as const) : figure.unit,
      })),
    ];
  });

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
