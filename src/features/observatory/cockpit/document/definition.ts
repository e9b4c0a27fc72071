import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { Locale } from "../../../../kernel/locale.ts";
import { displayName, formatDate, formatMonth } from "../../../../ui/index.ts";
import { BRICK, MUTED, type Printed, RULE, VERDIGRIS } from "../../pdf/document-to-pdf.ts";
import { trendSvg } from "../../pdf/trend-svg.ts";
import type { Proof } from "../evidence.ts";
import { sayCockpit } from "../messages.ts";
import type { Standing } from "../rules.ts";
import { formulaOf } from "../views/indicator-page.tsx";
import { FIELDS } from "../words.ts";
import { lackText, markText, proofText, thresholdText, valueText, whoText } from "../words-of.ts";
import { sayDocument } from "./messages.ts";
import type { Frozen } from "./read.ts";

/** A cover, a summary, a block for each indicator, and the records in an annex. */
export function definitionOf(frozen: Frozen, locale: Locale, madeAt: Date): Printed {
  const { cluster, set } = frozen;
  const name = locale === "de" ? cluster.nameDe : cluster.nameEn;
  const title = `${name}: ${set.title[locale]}`;
  const say = sayDocument(locale);
  const annexes = annexNumbers(frozen);
  return {
    title,
    author: name,
    locale,
    madeAt,
    foot: `${title} · ${say("frozen", { date: formatDate(madeAt, locale) })} · ${frozen.checksum.slice(0, 12)}`,
    content: [
      ...coverOf(frozen, name, locale, madeAt),
      ...summaryPage(frozen, locale),
      { text: say("indicators"), style: "h1", pageBreak: "before", tocItem: true },
      ...FIELDS.flatMap((field) => {
        const ours = frozen.standings.filter(({ indicator }) => indicator.field === field);
        return ours.length === 0
          ? []
          : [
              { text: sayCockpit(locale)(`field.${field}`), style: "h1", headlineLevel: 1 },
              ...ours.flatMap((standing) => blockOf(frozen, standing, annexes, locale)),
            ];
      }),
      ...annexOf(frozen, annexes, locale),
    ],
  };
}

function coverOf(frozen: Frozen, name: string, locale: Locale, madeAt: Date): Content[] {
  const say = sayDocument(locale);
  const { set, checksum, computedAt } = frozen;
  return [
    { text: name, style: "kicker", fontSize: 12, margin: [0, 120, 0, 10] },
    { text: set.title[locale], style: "cover" },
    { text: say("subtitle"), fontSize: 14, color: MUTED, margin: [0, 8, 0, 28] },
    { text: set.about[locale], margin: [0, 0, 60, 28] },
    { text: say("frozen", { date: formatDate(madeAt, locale) }), bold: true },
    { text: say("version", { version: set.version }) },
    ...(computedAt ? [{ text: say("computed", { date: formatDate(computedAt, locale) }) }] : []),
    { text: say("checksum"), style: "small", margin: [0, 14, 0, 0] },
    { text: checksum, style: "small" },
  ];
}

function summaryPage(frozen: Frozen, locale: Locale): Content[] {
  const [say, words] = [sayDocument(locale), sayCockpit(locale)];
  return [
    { text: say("summary"), style: "h1", pageBreak: "before" },
    { text: say("summary.text", { ...frozen.summary }), fontSize: 11, margin: [0, 0, 0, 6] },
    { text: say("counted"), style: "small", margin: [0, 0, 0, 10] },
    table(
      ["*", 62, 96, 72],
      [say("indicator"), say("value"), say("threshold"), say("standing")],
      FIELDS.flatMap((field) => {
        const ours = frozen.standings.filter(({ indicator }) => indicator.field === field);
        return ours.length === 0
          ? []
          : [
              [{ text: words(`field.${field}`), bold: true, colSpan: 4 }, "", "", ""],
              ...ours.map((standing): TableCell[] => [
                standing.indicator.name[locale],
                { text: valueText(standing.indicator.unit, standing.value, locale), alignment: "right" },
                thresholdText(standing.indicator, locale),
                standingCell(standing, locale),
              ]),
            ];
      }),
    ),
  ];
}

function standingCell({ reached }: Standing, locale: Locale): TableCell {
  const say = sayCockpit(locale);
  if (reached === null) return { text: say("standing.unknown"), color: MUTED };
  return reached
    ? { text: say("standing.reached"), color: VERDIGRIS, bold: true }
    : { text: say("standing.missed"), color: BRICK, bold: true };
}

/** So many records stand with the indicator; whoever wants all turns to the annex. */
const FEW = 5;

function blockOf(
  frozen: Frozen,
  standing: Standing,
  annexes: ReadonlyMap<string, number>,
  locale: Locale,
): Content[] {
  const [say, words] = [sayDocument(locale), sayCockpit(locale)];
  const { indicator, how, on, said, value } = standing;
  const lack = lackText(standing, locale);
  const text = valueText(indicator.unit, value, locale);
  const source = [
    words(how === null ? "how.none" : `how.${how}`),
    ...(on ? [formatDate(on, locale)] : []),
    ...(how === "entered" && said?.invented ? [words("how.invented")] : []),
  ].join(" · ");
  const facts: [string, TableCell][] = [
    [say("value"), { text, bold: true }],
    [say("threshold"), thresholdText(indicator, locale)],
    [say("standing"), standingCell(standing, locale)],
    [say("source"), source],
    ...(how === null ? [] : ([[say("formula"), formulaOf(standing, text, locale)]] as [string, TableCell][])),
    [say("missing"), lack === null ? words("missing.nothing") : `${lack}; ${whoText(indicator.key, locale)}`],
  ];
  const points = (how === "computed" ? frozen.months.get(indicator.key) : undefined) ?? [];
  return [
    { text: indicator.name[locale], style: "h2", headlineLevel: 2 },
    { text: indicator.text[locale], color: MUTED, margin: [0, 0, 0, 4] },
    {
      layout: "noBorders",
      table: {
        widths: [96, "*"],
        body: facts.map(([label, cell]) => [{ text: label, style: "small" }, cell]),
        dontBreakRows: true,
      },
    },
    ...(points.length > 1
      ? [
          {
            svg: trendSvg({
              points: points.map((point) => ({
                label: formatMonth(point.month, locale),
                value: point.value,
              })),
              threshold: indicator.unit === "yes-no" ? null : indicator.threshold,
              format: (n) => valueText(indicator.unit, n, locale),
            }),
            margin: [0, 4, 0, 4] as [number, number, number, number],
          },
        ]
      : []),
    { text: say("evidence"), style: "head", margin: [0, 3, 0, 1] },
    evidenceOf(frozen, standing, annexes, locale),
  ];
}

function evidenceOf(
  frozen: Frozen,
  standing: Standing,
  annexes: ReadonlyMap<string, number>,
  locale: Locale,
): Content {
  const say = sayDocument(locale);
  const { indicator, how, stored } = standing;
  if (how === "entered") {
    const entries = frozen.entries.get(indicator.key) ?? [];
    return {
      ul: entries
        .slice(0, FEW)
        .map(({ saidOn, note, url, fileName }) =>
          [formatDate(saidOn, locale), note, url, fileName].filter(Boolean).join(" · "),
        ),
    };
  }
  if (stored?.innerOnly) return { text: say("evidence.inner") };
  const counted = (frozen.proofs.get(indicator.key) ?? []).filter(({ counts }) => counts);
  const number = annexes.get(indicator.key);
  if (counted.length === 0 || number === undefined) return { text: say("evidence.none") };
  return {
    ul: [
      ...counted.slice(0, FEW).map((proof) => proofLine(proof, locale)),
      ...(counted.length > FEW ? [say("evidence.more", { count: counted.length, number })] : []),
    ],
  };
}

const proofLine = (proof: Proof, locale: Locale): string =>
  [
    proof.organisation ? displayName(proof.organisation) : null,
    proofText(locale, proof),
    proof.on ? formatDate(proof.on, locale) : null,
    markText(locale, proof),
  ]
    .filter(Boolean)
    .join(" · ");

const annexNumbers = (frozen: Frozen): Map<string, number> =>
  new Map(
    frozen.standings
      .filter(({ indicator }) => (frozen.proofs.get(indicator.key)?.length ?? 0) > 0)
      .map(({ indicator }, i) => [indicator.key, i + 1]),
  );

function annexOf(frozen: Frozen, annexes: ReadonlyMap<string, number>, locale: Locale): Content[] {
  const [say, words] = [sayDocument(locale), sayCockpit(locale)];
  if (annexes.size === 0) return [];
  return [
    { text: say("annex"), style: "h1", pageBreak: "before" },
    ...frozen.standings.flatMap(({ indicator }) => {
      const number = annexes.get(indicator.key);
      const proofs = frozen.proofs.get(indicator.key) ?? [];
      if (number === undefined) return [];
      return [
        {
          text: say("annex.of", { number, name: indicator.name[locale] }),
          style: "h2",
          headlineLevel: 2,
        } satisfies Content,
        table(
          [150, "*", 62, 72, 44],
          [
            words("column.organisation"),
            words("column.record"),
            words("column.day"),
            words("column.mark"),
            words("column.counts"),
          ],
          proofs.map((proof) => [
            proof.organisation ? displayName(proof.organisation) : "",
            proofText(locale, proof),
            proof.on ? formatDate(proof.on, locale) : "",
            markText(locale, proof),
            words(proof.counts ? "yes" : "no"),
          ]),
        ),
      ];
    }),
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
    headerRows: 1,
    dontBreakRows: true,
    widths,
    body: [head.map((text) => ({ text, style: "head" })), ...rows],
  },
});
