import { file, type Reply } from "../../access/route.ts";
import { type ExportColumn, toCsv, toXlsx } from "../../ui/index.ts";

export const FORMATS = ["csv", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

/** The list of a page as a file for a spreadsheet. */
export async function listFile<T>(
  format: Format,
  name: string,
  columns: readonly ExportColumn<T>[],
  rows: Iterable<T>,
): Promise<Reply> {
  if (format === "csv") return file(`${name}.csv`, "text/csv; charset=utf-8", toCsv(columns, rows));
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return file(`${name}.xlsx`, type, await toXlsx(columns, rows, name));
}
