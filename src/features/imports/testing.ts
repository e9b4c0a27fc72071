import excel from "exceljs";

/** A workbook as a spreadsheet program would save it. */
export async function workbook(
  sheets: Record<string, readonly (readonly unknown[])[]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const book = new excel.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows as unknown[][]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
