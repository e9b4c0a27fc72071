export { type CsvOptions, readCsv, type TextTable, writeCsv } from "./csv.ts";
export { type Marks, readAmount } from "./number.ts";
export { type PanelColumns, panelFromCsv } from "./panel.ts";
