import type { Locale } from "../../kernel/locale.ts";
import { type ExportColumn, formulaSafe } from "../../ui/index.ts";
import { say } from "./messages.ts";
import { isError } from "./rows/problem.ts";
import type { Run, StoredRow } from "./store.ts";
import { columnName, problemSentence } from "./words.ts";

/**
 * The rows that cannot be used, as they came, with what is wrong of each beside them: corrected, the file can be brought in again,
 * for columns it does not know are left aside. One sheet's rows only: heads differ from sheet to sheet.
 */
export function problemColumns(
  run: Run,
  sheet: number,
  head: readonly string[],
  locale: Locale,
): ExportColumn<StoredRow>[] {
  const t = say(locale);
  return [
    ...head.map((_, i) => ({
      label: columnName(i, head, locale),
      value: (row: StoredRow) => row.cells[i] ?? "",
    })),
    { label: `# ${t("row.number")}`, value: (row) => row.row },
    {
      label: `# ${t("row.problems")}`,
      value: (row) =>
        row.problems
          .filter(isError)
          .map((problem) => problemSentence(problem, head, locale))
          .join("; "),
    },
    ...(run.reading.sheets.length > 1
      ? [{ label: `# ${t("row.sheet")}`, value: () => run.reading.sheets[sheet]?.name ?? "" }]
      : []),
  ];
}

/** All sheets of a workbook that have such rows, under the names they came with, so that the corrected file is read like the first. */
export async function problemBook(
  sheets: readonly {
    name: string;
    columns: readonly ExportColumn<StoredRow>[];
    rows: readonly StoredRow[];
  }[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: excel } = await import("exceljs");
  const book = new excel.Workbook();
  const wanted = sheets.filter(({ rows }) => rows.length > 0);
  for (const { name, columns, rows } of wanted.length > 0 ? wanted : sheets.slice(0, 1)) {
    const page = book.addWorksheet(name || "Kontor", { views: [{ state: "frozen", ySplit: 1 }] });
    page.columns = columns.map(({ label }) => ({
      header: formulaSafe(label),
      width: Math.min(40, label.length + 6),
    }));
    page.getRow(1).font = { bold: true };
    for (const row of rows)
      page.addRow(
        columns.map(({ value }) =>
          typeof value(row) === "string" ? formulaSafe(String(value(row))) : value(row),
        ),
      );
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
