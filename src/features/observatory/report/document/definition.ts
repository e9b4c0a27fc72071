import type { Column, Content, TableCell } from "pdfmake/interfaces.js";
import type { Locale } from "../../../../kernel/locale.ts";
import { formatDate } from "../../../../ui/index.ts";
import { MUTED, type Printed, RULE, VERDIGRIS } from "../../pdf/document-to-pdf.ts";
import { trendSvg } from "../../pdf/trend-svg.ts";
import { sayReport } from "../messages.ts";
import type { FrozenSection, Version } from "../store.ts";
import type { Figure } from "../words.ts";
import { inOrder, inWords, numberText, paragraphsOf, periodText, valueText } from "../words-of.ts";
import { barsSvg } from "./chart-svg.ts";

interface Cluster {
  nameEn: string;
  nameDe: string;
}

/** A cover, the contents, the sections with figures, charts and stories, and every figure with its source at the end. */
export function definitionOf(version: Version, cluster: Cluster, locale: Locale, madeAt: Date): Printed {
  const say = sayReport(locale);
  const name = locale === "de" ? cluster.nameDe : cluster.nameEn;
  const title = inWords(version.title, locale);
  const frozen = say("report.lede", {
    day: formatDate(version.frozenOn, locale),
    frozen: formatDate(madeAt, locale),
    number: version.number,
  });
  return {
    ...{ title: `${name}: ${title}`, author: name, locale, madeAt },
    foot: `${name} · ${title} · ${say("column.of-version", { number: version.number })}`,
    content: [
      { text: name, style: "kicker", fontSize: 12, margin: [0, 130, 0, 10] },
      { text: title, style: "cover" },
      {
        text: periodText(version.periodFrom, version.periodTo, locale),
        fontSize: 14,
        color: MUTED,
        margin: [0, 8, 0, 28],
      },
      { text: frozen },
      { text: say("report.for", { readers: say(`level.${version.visibility}`) }) },
      { text: say("report.checksum"), style: "small", margin: [0, 14, 0, 0] },
      { text: version.checksum ?? "", style: "small" },
      { toc: { title: { text: say("report.contents"), style: "h1" } }, pageBreak: "before" },
      ...version.sections.flatMap((section, i) => sectionOf(version, section, locale, i === 0)),
      ...annexOf(version, locale),
    ],
  };
}

function sectionOf(version: Version, section: FrozenSection, locale: Locale, first: boolean): Content[] {
  const figures = section.figures.flatMap((key) => version.figures[key] ?? []);
  const large = figures.filter(({ shape }) => section.kind === "year" || shape === "number");
  const drawn = figures.filter((figure) => !large.includes(figure));
  return [
    {
      text: inWords(section.title, locale),
      style: "h1",
      tocItem: true,
      headlineLevel: 1,
      ...(first ? { pageBreak: "before" as const } : {}),
    },
    ...proseOf(inWords(section.text, locale)),
    ...largeOf(large, locale),
    ...drawn.flatMap((figure) => pictureOf(figure, locale)),
    ...section.stories.flatMap((story): Content[] => [
      { text: inWords(story.title, locale), style: "h2", headlineLevel: 2 },
      ...(story.organisation
        ? [
            {
              text: sayReport(locale)("report.about", { name: story.organisation.name }),
              style: "kicker",
              margin: [0, 0, 0, 3] as [number, number, number, number],
            },
          ]
        : []),
      ...proseOf(inWords(story.text, locale)),
    ]),
  ];
}

const proseOf = (text: string): Content[] =>
  paragraphsOf(text).map((paragraph) => ({ text: paragraph, fontSize: 10.5, margin: [0, 0, 20, 7] }));

const ACROSS = 4;

/** Few words below large numbers, four in a row. */
function largeOf(figures: readonly Figure[], locale: Locale): Content[] {
  const say = sayReport(locale);
  const cells = figures.map(
    (figure): Column => ({
      width: `${100 / ACROSS}%`,
      stack: [
        {
          text: valueText(figure, locale),
          fontSize: figure.unit === "euro" ? 15 : 20,
          bold: true,
          color: VERDIGRIS,
        },
        { text: figure.name[locale], fontSize: 9 },
        ...(figure.before === null
          ? []
          : [
              {
                text: say("value.before", { value: numberText(figure.before, figure.unit, locale) }),
                style: "small",
              },
            ]),
      ],
      margin: [0, 0, 8, 10],
      unbreakable: true,
    }),
  );
  const rows: Content[] = [];
  for (let at = 0; at < cells.length; at += ACROSS)
    rows.push({
      columns: [
        ...cells.slice(at, at + ACROSS),
        // A row that is not full keeps the width of its cells.
        ...Array.from({ length: Math.max(0, at + ACROSS - cells.length) }, () => ({
          text: "",
          width: `${100 / ACROSS}%`,
        })),
      ],
      margin: [0, 6, 0, 0],
    });
  return rows;
}

function pictureOf(figure: Figure, locale: Locale): Content[] {
  const say = sayReport(locale);
  const head = figure.unit === "times" || figure.value === null ? "" : `: ${valueText(figure, locale)}`;
  return [
    { text: `${figure.name[locale]}${head}`, style: "h2", headlineLevel: 2 },
    ...(figure.kept
      ? [{ text: say("value.kept.text"), color: MUTED }]
      : figure.rows.length === 0
        ? [{ text: say("value.empty"), color: MUTED }]
        : [drawingOf(figure, locale)]),
    ...(figure.more > 0 ? [{ text: say("value.more", { count: figure.more }), style: "small" }] : []),
    {
      text: `${periodText(figure.from, figure.to, locale)} · ${figure.source[locale]} · ${figure.coverage[locale]}`,
      style: "small",
      margin: [0, 2, 0, 8],
    },
  ];
}

function drawingOf(figure: Figure, locale: Locale): Content {
  const rows = figure.rows.map((row) => ({ ...row, text: row.label[locale] }));
  if (figure.shape === "list")
    return table(
      ["*", 74, 74],
      [],
      rows.map((row): TableCell[] => [
        row.text,
        row.on ? formatDate(row.on, locale) : "",
        row.value === null ? "" : { text: numberText(row.value, "euro", locale), alignment: "right" },
      ]),
    );
  const known = rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));
  if (figure.shape === "line" && known.length > 1)
    return {
      svg: trendSvg({
        points: known.map((row) => ({ label: row.text, value: row.value })),
        threshold: null,
        format: (n) => numberText(n, figure.unit, locale),
      }),
    };
  return {
    svg: barsSvg(
      known.map((row) => ({
        label: row.text,
        value: row.value,
        text: numberText(row.value, figure.unit, locale),
      })),
    ),
  };
}

function annexOf(version: Version, locale: Locale): Content[] {
  const say = sayReport(locale);
  return [
    { text: say("report.annex"), style: "h1", pageBreak: "before", tocItem: true },
    {
      text: say("report.annex.text", { readers: say(`level.${version.visibility}`) }),
      margin: [0, 0, 0, 8],
    },
    table(
      [110, 58, "*"],
      [say("column.figure"), say("column.value"), say("column.source")],
      inOrder(version.sections, version.figures).map((figure): TableCell[] => [
        figure.name[locale],
        { text: figure.unit === "times" ? "" : valueText(figure, locale), alignment: "right" },
        {
          text: `${periodText(figure.from, figure.to, locale)}. ${figure.formula[locale]} ${figure.source[locale]}; ${figure.coverage[locale]}.`,
          color: MUTED,
        },
      ]),
    ),
  ];
}

const table = (widths: (string | number)[], head: string[], rows: TableCell[][]): Content => ({
  fontSize: 8.5,
  layout: {
    hLineWidth: (i: number) => (i === 0 ? 0 : 0.5),
    vLineWidth: () => 0,
    hLineColor: () => RULE,
    paddingTop: () => 2,
    paddingBottom: () => 2,
  },
  table: {
    headerRows: head.length > 0 ? 1 : 0,
    dontBreakRows: true,
    widths,
    body: [...(head.length > 0 ? [head.map((text) => ({ text, style: "head" }))] : []), ...rows],
  },
});
