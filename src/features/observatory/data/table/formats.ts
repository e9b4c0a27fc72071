import type { Context } from "../../../../access/context.ts";
import { type ExportColumn, toXlsx } from "../../../../ui/index.ts";
import { csvText } from "../formats/stream.ts";
import type { DatasetRow } from "../panel.ts";
import { allRows, type TableRow } from "./rows.ts";

/** The rows as they lie there, or those that are looked for, under the names of their columns. */
export async function* tableCsv(ctx: Context, dataset: DatasetRow, query?: string): AsyncGenerator<string> {
  yield `\ufeff${dataset.columns.map(({ label }) => csvText(label)).join(",")}\r\n`;
  for await (const rows of allRows((work) => ctx.read(work), dataset, query))
    yield rows
      .map(
        ({ cells }) =>
          `${cells.map((cell) => (typeof cell === "string" ? csvText(cell) : (cell ?? ""))).join(",")}\r\n`,
      )
      .join("");
}

export async function tableXlsx(ctx: Context, dataset: DatasetRow, query?: string) {
  const rows: TableRow[] = [];
  for await (const some of allRows((work) => ctx.read(work), dataset, query)) rows.push(...some);
  const columns = dataset.columns.map(
    ({ label }, i): ExportColumn<TableRow> => ({ label, value: (row) => row.cells[i] ?? "" }),
  );
  return toXlsx(columns, rows, dataset.slug);
}
