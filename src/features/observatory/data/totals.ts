import type { Db, Unit } from "../../../kernel/gateway.ts";
import { ESTIMATED, MISSING, SECRET, VALUE } from "./blocks.ts";
import type { PanelRef } from "./panel.ts";
import { readResult, saveResult } from "./results.ts";

/** All activities together, by region and period: what a panel is first seen by, and would else be summed anew by every page. */
export const TOTALS = "data.totals";

export interface Cell {
  value: number | null;
  mark: number;
}

/** A sum is of what is known: where a cell of it is secret or missing it counts as estimated. */
export function sumOfRow(cells: Float64Array, marks: Uint8Array): Cell {
  if (cells.length === 1)
    return { value: Number.isNaN(cells[0]!) ? null : cells[0]!, mark: marks[0] ?? MISSING };
  let sum = 0;
  let known = 0;
  for (const cell of cells)
    if (!Number.isNaN(cell)) {
      sum += cell;
      known += 1;
    }
  if (known === 0) return { value: null, mark: marks.includes(SECRET) ? SECRET : MISSING };
  const whole = known === cells.length && !marks.includes(ESTIMATED);
  return { value: sum, mark: whole ? VALUE : ESTIMATED };
}

/** The sums of one measure while its blocks are written; sums and marks lie like the cells of a panel whose activities are the periods. */
export class Totals {
  readonly #sums: Float64Array;
  readonly #marks: Float64Array;
  readonly #periods: number;

  constructor(regions: number, periods: number) {
    this.#periods = periods;
    this.#sums = new Float64Array(regions * periods).fill(Number.NaN);
    this.#marks = new Float64Array(regions * periods).fill(MISSING);
  }

  add(period: number, { cells, marks }: { cells: Float64Array; marks: Uint8Array }, width: number): void {
    for (let r = 0; r * width < cells.length; r++) {
      const [begin, end] = [r * width, (r + 1) * width];
      const { value, mark } = sumOfRow(cells.subarray(begin, end), marks.subarray(begin, end));
      this.#sums[r * this.#periods + period] = value ?? Number.NaN;
      this.#marks[r * this.#periods + period] = mark;
    }
  }

  save(unit: Unit, ref: PanelRef, measure: string): Promise<void> {
    return saveResult(unit, ref, TOTALS, measure, { cells: this.#sums, turned: this.#marks, tookMs: 0 });
  }
}

/** For each place, its sums in the order of the periods; `null` for a version that was written without them. */
export async function totalRows(
  db: Db,
  ref: PanelRef,
  measure: string,
  places: readonly number[],
  periods: number,
): Promise<Cell[][] | null> {
  const kept = await readResult(db, ref, TOTALS, measure);
  const { cells, turned } = kept ?? {};
  if (!cells || !turned) return null;
  return places.map((place) =>
    Array.from({ length: periods }, (_, i) => {
      const value = cells[place * periods + i]!;
      return { value: Number.isNaN(value) ? null : value, mark: turned[place * periods + i]! };
    }),
  );
}
