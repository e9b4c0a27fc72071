import type { CellValue, Workbook, Worksheet } from "exceljs";
import { trimmed } from "./csv.ts";
import { MAX_COLUMNS, MAX_SHEETS, type RawRow, Unreadable } from "./sheet.ts";
import { inspectWorkbook } from "./zip.ts";

/** What a sheet carries beside its cells is not read. */
const IGNORED = ["dataValidations", "conditionalFormatting", "drawing", "picture", "extLst"];

export interface Book {
  names: string[];
  rows(): Generator<RawRow>;
}

/** The sheets of a workbook that are not hidden. Formulas give what they gave when the file was saved. */
export async function readXlsx(bytes: Uint8Array): Promise<Book> {
  await inspectWorkbook(bytes);
  const { default: excel } = await import("exceljs");
  const book: Workbook = new excel.Workbook();
  await book.xlsx.load(bytes as never, { ignoreNodes: IGNORED }).catch(() => {
    throw new Unreadable("broken-workbook");
  });
  const sheets = book.worksheets.filter((sheet) => sheet.state === "visible" && sheet.actualRowCount > 0);
  if (sheets.length === 0) throw new Unreadable("empty-file");
  if (sheets.length > MAX_SHEETS) throw new Unreadable("too-many-sheets", { most: MAX_SHEETS });
  return { names: sheets.map((sheet) => sheet.name), rows: () => rowsOf(sheets) };
}

function* rowsOf(sheets: readonly Worksheet[]): Generator<RawRow> {
  for (const [sheet, page] of sheets.entries()) {
    for (let row = 1; row <= page.rowCount; row++) {
      const found = page.findRow(row);
      if (!found) continue;
      const values: string[] = [];
      found.eachCell((cell, column) => {
        const text = textOf(cell.value);
        if (text === "") return;
        if (column > MAX_COLUMNS) throw new Unreadable("too-many-columns", { most: MAX_COLUMNS });
        while (values.length < column - 1) values.push("");
        values[column - 1] = text;
      });
      const cells = trimmed(values);
      if (cells.length > 0) yield { sheet, row, cells };
    }
  }
}

/** What a cell shows, as text; dates as in `2026-11-24`. */
export function textOf(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return String(value);
  if (value instanceof Date) return dateText(value);
  if ("richText" in value) return value.richText.map((part) => part.text).join("");
  if ("error" in value) return String(value.error);
  if ("hyperlink" in value) return hyperlinkText(value as { text: unknown; hyperlink?: string });
  if ("result" in value) return textOf(value.result as CellValue);
  return "";
}

/** Excel keeps fifteen digits, and 0.1 + 0.2 is 0.3 there. */
const numberText = (value: number) => String(Number(value.toPrecision(15)));

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return "";
  const text = value.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}

function hyperlinkText({ text, hyperlink }: { text: unknown; hyperlink?: string }): string {
  const shown = typeof text === "object" ? textOf(text as CellValue) : String(text ?? "");
  return shown || (hyperlink ?? "").replace(/^mailto:/, "");
}
