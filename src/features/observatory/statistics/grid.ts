import type { ShownCell } from "./store.ts";

export interface Row {
  /** `null` for all together. */
  code: string | null;
  /** By the code of the second dimension, "" for all of it. */
  values: ReadonlyMap<string, number>;
}

export interface Grid {
  rows: Row[];
  columns: string[];
}

/** What stands where a figure is kept back and where nobody is: to tell the two apart would tell of somebody. */
export const KEPT_BACK = "·";

/** A table as rows and columns, totals at the end. Nothing is listed of which nothing is shown: it may be empty or kept back. */
export function gridOf(cells: readonly ShownCell[]): Grid {
  const rows = new Map<string | null, Map<string, number>>();
  const columns = new Set<string>();
  for (const { codes, value } of cells) {
    const [first = null, second = null] = codes;
    if (second !== null) columns.add(second);
    const values = rows.get(first) ?? new Map();
    rows.set(first, values.set(second ?? "", value));
  }
  const byCode = (a: string, b: string) => (a < b ? -1 : 1);
  return {
    rows: [...rows]
      .map(([code, values]) => ({ code, values }))
      .sort((a, b) => (a.code === null ? 1 : b.code === null ? -1 : byCode(a.code, b.code))),
    columns: [...columns].sort(byCode),
  };
}

export interface GridCell {
  codes: (string | null)[];
  /** `null` where it is kept back or nobody is. */
  value: number | null;
}

/** Every place of the grid, shown or not. */
export const placesOf = ({ rows, columns }: Grid): GridCell[] =>
  rows.flatMap(({ code, values }) =>
    [...columns, null].map((column) => ({ codes: [code, column], value: values.get(column ?? "") ?? null })),
  );
