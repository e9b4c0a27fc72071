import { AnalyticsError } from "../core/error.ts";
import { type Observation, Panel, type PanelOptions } from "../panel/panel.ts";
import { type CsvOptions, readCsv, type TextTable } from "./csv.ts";
import { type Marks, readAmount } from "./number.ts";

/**
 * Which column says what. Without `period` all observations are of one. Where each period has a column of its own, `value`
 * lists these columns and their names become the periods.
 */
export type PanelColumns = {
  region: string;
  activity: string;
  value: string | readonly string[];
  period?: string;
};

/**
 * A panel from the text of a CSV file in long form, one observation a line. Secret and missing cells are told from zeros by
 * what statistical offices write there (see `Marks`). Throws `unknown-name` for a column that is not there and `not-a-number`
 * for a cell that is nothing known, with record and column.
 *
 * @example
 * const text = "kreis,job,year,n\nHamburg,baker,2020,12\nHamburg,pilot,2020,*\n";
 * const panel = panelFromCsv(text, { region: "kreis", activity: "job", period: "year", value: "n" });
 * panel.state("Hamburg", "pilot"); // "secret"
 */
export function panelFromCsv(
  text: string,
  columns: PanelColumns,
  options: PanelOptions & CsvOptions & Marks = {},
): Panel {
  const table = readCsv(text, options);
  return Panel.from(observations(table, columns, options), options);
}

function* observations(table: TextTable, columns: PanelColumns, marks: Marks): Generator<Observation> {
  const region = place(table, columns.region);
  const activity = place(table, columns.activity);
  const wide = typeof columns.value !== "string";
  const values = [columns.value].flat().map((name) => ({ name, at: place(table, name) }));
  if (wide && columns.period !== undefined)
    throw new AnalyticsError(
      "option",
      "Periods are named twice",
      "Give a column of periods or a column for each period.",
    );
  const period = columns.period === undefined ? -1 : place(table, columns.period);
  for (const [row, record] of table.records.entries())
    for (const { name, at } of values)
      yield {
        region: record[region]!,
        activity: record[activity]!,
        period: wide ? name : period < 0 ? "" : record[period]!,
        value: amountAt(record, row, at, name, record[region]!, marks),
      };
}

function amountAt(
  record: readonly string[],
  row: number,
  column: number,
  columnName: string,
  rowName: string,
  marks: Marks,
) {
  const amount = readAmount(record[column]!, marks);
  if (amount !== undefined && !((amount as number) < 0)) return amount;
  throw amount === undefined
    ? new AnalyticsError(
        "not-a-number",
        `"${record[column]}" is not a number`,
        "Correct the cell, say which mark means secret or missing, or which decimal sign is used.",
        { row, column, rowName, columnName },
      )
    : new AnalyticsError(
        "negative",
        `${amount} is below zero`,
        "Amounts start at 0; leave the cell empty where one is unknown.",
        { row, column, rowName, columnName },
      );
}

/** Where a column is; throws with the names there are. */
export function place(table: TextTable, name: string): number {
  const at = table.columns.indexOf(name);
  if (at < 0)
    throw new AnalyticsError(
      "unknown-name",
      `There is no column "${name}"`,
      `The columns are: ${table.columns.join(", ")}.`,
    );
  return at;
}
