import type { CellType } from "../mapping/roles.ts";

/** A cell of a table; `null` is missing, and the word `secret` stands in a column of numbers for a figure that is kept. */
export type TableCell = string | number | null;
export const SECRET_CELL = "secret";

export interface TableColumn {
  key: string;
  label: string;
  type: CellType;
}
