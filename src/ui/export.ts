export type CellValue = string | number | boolean | Date | null | undefined;

export interface ExportColumn<T> {
  label: string;
  value: (row: T) => CellValue;
  /** Of the sheet, in characters; guessed from the label if missing. */
  width?: number | undefined;
}

/** Spreadsheets read text that begins like this as a formula (OWASP "CSV injection"); they also see through white space and full-width signs. */
const FORMULA = /^[\s\u0000\ufeff\u200b]*[=+\-@＝＋－＠]|^[\t\r\n\u0000]/;

/** Text as text: an apostrophe in front of whatever a spreadsheet would calculate. Numbers are numbers and need none. */
export const formulaSafe = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

/** RFC 4180 with a byte order mark, without which Excel takes UTF-8 for something else. */
export function toCsv<T>(columns: readonly ExportColumn<T>[], rows: Iterable<T>): string {
  let text = `\ufeff${columns.map((column) => csvCell(column.label)).join(",")}\r\n`;
  for (const row of rows) text += `${columns.map((column) => csvCell(column.value(row))).join(",")}\r\n`;
  return text;
}

function csvCell(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value === "boolean") return String(value);
  const text = value instanceof Date ? value.toISOString() : formulaSafe(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same list as a workbook with one sheet: a fixed, bold head with filters, dates as dates, numbers as numbers. */
export async function toXlsx<T>(
  columns: readonly ExportColumn<T>[],
  rows: Iterable<T>,
  sheetName: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: excel } = await import("exceljs");
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(safeSheetName(sheetName), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ label, width }) => ({
    header: xlsxText(label),
    width: width ?? Math.min(Math.max(label.length + 4, 12), 40),
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(columns.map((column) => xlsxCell(column.value(row))));
  if (columns.length)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function xlsxCell(value: CellValue): string | number | boolean | Date | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" ? xlsxText(value) : value;
}

/** XML 1.0 has no control characters, and a cell holds 32,767 characters. */
const xlsxText = (text: string) =>
  formulaSafe(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .slice(0, 32_767);

/** Excel refuses some characters in the name of a sheet, and more than 31 of any. */
const safeSheetName = (name: string) =>
  name
    .replace(/[[\]:*?/\\']/g, " ")
    .trim()
    .slice(0, 31) || "Kontor";
