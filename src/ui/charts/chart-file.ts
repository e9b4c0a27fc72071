import type { Child } from "hono/jsx";
import { z } from "zod";
import type { Locale } from "../../kernel/locale.ts";
import { type CellValue, toCsv } from "../export.ts";
import { figureId } from "./chart-frame.tsx";
import { bringFonts } from "./fonts.ts";
import { childrenOf, type Element, find, hasClass, parseMarkup, textOf } from "./markup.ts";
import { standalone, tableRows } from "./standalone.ts";

/** What a page's query asks for besides its own: one of its charts as a file, as in `?chart=pairs.svg`. */
export const ChartParam = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+\.(?:svg|png|csv)$/)
  .optional()
  .catch(undefined);

interface Asked {
  /** As the query said it: the chart's name in its frame, and the kind of file. */
  chart: string;
  /** The file's name begins like this; the chart's is added. */
  name: string;
  locale: Locale;
  /** What the page would have shown: the file has the same chart, in the same state, with nothing more than its reader sees. */
  content: Child;
}

type Answer =
  | { kind: "file"; name: string; type: string; body: string | Uint8Array; inline: boolean }
  | { kind: "problem"; problem: "not-found" };

/**
 * One chart of a page as a file, an answer of a route as it stands: SVG with its colours, words and source in it, PNG of that at twice
 * its size, or CSV of the table twin. The chart is whatever stands in the `ChartFrame` with `download={{ chart, path, query }}`:
 *
 *     query: z.object({ …, chart: ChartParam }),
 *     handle: ({ ctx, query }) => {
 *       const content = <Page … />;
 *       if (query.chart) return chartFile({ chart: query.chart, name: "aviation-forecast", locale: ctx.locale, content });
 *       return page(frame, content);
 */
export async function chartFile({ chart, name, locale, content }: Asked): Promise<Answer> {
  const [id, format] = chart.split(".") as [string, "svg" | "png" | "csv"];
  const html = await (content as { toString(): string | Promise<string> }).toString();
  const figure = find(parseMarkup(html), ({ attributes }) => attributes.id === figureId(id));
  const file = (type: string, body: string | Uint8Array): Answer => ({
    kind: "file",
    name: `${name}-${id}.${format}`,
    type,
    body,
    inline: false,
  });
  if (!figure) return { kind: "problem", problem: "not-found" };
  if (format === "csv") return file("text/csv; charset=utf-8", csvOf(figure, locale));
  const svg = standalone(figure);
  return format === "svg" ? file("image/svg+xml; charset=utf-8", svg) : file("image/png", await pngOf(svg));
}

function csvOf(figure: Element, locale: Locale): string {
  const twin = find(figure, (element) => hasClass(element, "twin")) ?? figure;
  const table = find(twin, ({ tag }) => tag === "table");
  const rows = table ? tableRows(table) : barRows(figure);
  const [head = [], ...body] = rows.map((row) => row.map((cell) => figureOr(cell, locale)));
  return toCsv(
    head.map((label, i) => ({ label: String(label ?? ""), value: (row: CellValue[]) => row[i] })),
    body,
  );
}

/** Bars without a table are one: names and values. */
function barRows(figure: Element): Element[][] {
  const list = find(figure, (element) => hasClass(element, "bars"));
  const head: Element = { tag: "th", attributes: {}, children: [] };
  return [[head, head], ...childrenOf(list, "li").map((row) => childrenOf(row, "span", "b"))];
}

/** Figures as figures, whatever signs the language writes them with; the rest as it is read. */
function figureOr(cell: Element, locale: Locale): CellValue {
  const text = textOf(cell);
  const isFigure = hasClass(cell, "n") || cell.tag === "b" || /\bq\d\b/.test(cell.attributes.class ?? "");
  if (cell.tag === "th" || !isFigure) return text;
  if (text === "–") return null;
  const [thousands, decimals] = locale === "de" ? [/[.\s]/g, ","] : [/[,\s]/g, "."];
  const plain = text.replace("−", "-").replaceAll(thousands, "").replace(decimals, ".");
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text;
}

async function pngOf(svg: string): Promise<Uint8Array> {
  await bringFonts();
  const { default: sharp } = await import("sharp");
  return new Uint8Array(await sharp(Buffer.from(svg), { density: 144 }).png().toBuffer());
}
