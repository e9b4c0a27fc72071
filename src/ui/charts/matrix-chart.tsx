import type { Locale } from "../../kernel/locale.ts";
import { formatNumber } from "../format.ts";
import { NoFigures } from "./chart-frame.tsx";
import { stepsOf } from "./steps.ts";

export interface MatrixChartProps {
  locale: Locale;
  /** What a cell says: "joint projects of two clusters". */
  caption: string;
  rows: readonly { label: string; href?: string | undefined }[];
  columns: readonly { label: string; href?: string | undefined }[];
  /** `null` where there is nothing to say, which is not zero. */
  value: (row: number, column: number) => number | null;
  href?: ((row: number, column: number) => string | undefined) | undefined;
  format?: ((value: number) => string) | undefined;
}

/** Two lists against each other, the darker the more. It is a table that happens to be coloured, and so its own twin. */
export function MatrixChart({ locale, caption, rows, columns, value, href, format }: MatrixChartProps) {
  if (!rows.length || !columns.length) return <NoFigures locale={locale} />;
  const say = format ?? ((n: number) => formatNumber(n, locale, 1));
  const values = rows.map((_, row) => columns.map((_, column) => value(row, column)));
  const step = stepsOf(values.flat());
  return (
    <div class="matrix-frame">
      <table class="matrix">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th scope="col">
                <span>{column.href ? <a href={column.href}>{column.label}</a> : column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr>
              <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
              {values[r]!.map((n, c) => {
                const target = n === null ? undefined : href?.(r, c);
                const text = n === null ? "" : say(n);
                return <td class={`q${step(n)}`}>{target ? <a href={target}>{text}</a> : text}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
