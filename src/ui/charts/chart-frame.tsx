import type { Child } from "hono/jsx";
import type { Locale } from "../../kernel/locale.ts";
import { type Column, DataTable } from "../data-table.tsx";
import { ExportLinks } from "../export-links.tsx";
import { uiSay } from "../messages.ts";

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
  /** Inside a `Sheet` that has the title already. */
  untitled?: boolean | undefined;
  children?: Child;
}

/** What stands around every picture of numbers: the title, the sentence, the source, and the table twin. */
export function ChartFrame<T>(props: ChartFrameProps<T>) {
  const { locale, title, sentence, source, table, csv, xlsx } = props;
  const say = uiSay(locale);
  return (
    <figure class="chart" aria-label={title}>
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
      {table?.rows.length || csv || xlsx ? (
        <details class="twin">
          <summary>{say("chart.data")}</summary>
          {table ? <DataTable locale={locale} caption={title} {...table} /> : null}
          {csv || xlsx ? <ExportLinks locale={locale} csv={csv} xlsx={xlsx} /> : null}
        </details>
      ) : null}
    </figure>
  );
}

export const NoFigures = ({ locale }: { locale: Locale }) => (
  <p class="empty">{uiSay(locale)("chart.empty")}</p>
);
