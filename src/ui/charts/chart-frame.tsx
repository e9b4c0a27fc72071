import type { Child } from "hono/jsx";
import type { Locale } from "../../kernel/locale.ts";
import { address, type Query } from "../address.ts";
import { type Column, DataTable } from "../data-table.tsx";
import { ExportLinks } from "../export-links.tsx";
import { uiSay } from "../messages.ts";
import { chartSay } from "./messages.ts";

export interface ChartFrameProps<T> {
  locale: Locale;
  title: string;
  /** What the picture shows, in a sentence. */
  sentence?: Child;
  /** Where the figures come from: source, year, coverage. */
  source?: Child;
  /** The same figures as a table, folded below the picture. */
  table?: { columns: readonly Column<T>[]; rows: readonly T[] } | undefined;
  csv?: string | undefined;
  xlsx?: string | undefined;
  /**
   * The chart's own name on its page, and the address of that page with its state: from these come a permanent address and the files of
   * `chartFile`, which the page's route has to answer.
   */
  download?: { chart: string; path: string; query?: Query } | undefined;
  /** Inside a `Sheet` that has the title already. */
  untitled?: boolean | undefined;
  children?: Child;
}

/** What stands around every picture of numbers: the title, the sentence, the source, and the table twin. */
export function ChartFrame<T>(props: ChartFrameProps<T>) {
  const { locale, title, sentence, source, table, csv, xlsx, download } = props;
  const say = uiSay(locale);
  return (
    <figure class="chart" id={download && figureId(download.chart)} aria-label={title}>
      <figcaption>
        {props.untitled ? null : <h3>{title}</h3>}
        {sentence ? <p>{sentence}</p> : null}
      </figcaption>
      {props.children}
      {source ? (
        <p class="src">
          {say("chart.source", { source: "" })}
          {source}
        </p>
      ) : null}
      {table?.rows.length || (!download && (csv || xlsx)) ? (
        <details class="twin">
          <summary>{say("chart.data")}</summary>
          {table ? <DataTable locale={locale} caption={title} {...table} /> : null}
          {!download && (csv || xlsx) ? <ExportLinks locale={locale} csv={csv} xlsx={xlsx} /> : null}
        </details>
      ) : null}
      {download ? <Files locale={locale} {...download} csv={csv} xlsx={xlsx} /> : null}
    </figure>
  );
}

/** Of the frame on its page: the permanent address of a chart in its state ends with it. */
export const figureId = (chart: string) => `chart-${chart}`;

/** The chart as files, and the address under which it stands as it is now. */
function Files({
  locale,
  chart,
  path,
  query = {},
  csv,
  xlsx,
}: NonNullable<ChartFrameProps<never>["download"]> &
  Pick<ChartFrameProps<never>, "locale" | "csv" | "xlsx">) {
  const as = (format: string) => address(path, query, { chart: `${chart}.${format}` });
  const files = [
    ["SVG", as("svg")],
    ["PNG", as("png")],
    ["CSV", csv ?? as("csv")],
    ...(xlsx ? [["XLSX", xlsx] as const] : []),
  ] as const;
  return (
    <p class="exports">
      {uiSay(locale)("download")}{" "}
      {files.map(([name, href]) => (
        <a href={href} download="">
          {name}
        </a>
      ))}{" "}
      <a href={`${address(path, query, { chart: null })}#${figureId(chart)}`}>
        {chartSay(locale)("address")}
      </a>
    </p>
  );
}

export const NoFigures = ({ locale }: { locale: Locale }) => (
  <p class="empty">{uiSay(locale)("chart.empty")}</p>
);
