import { AnalyticsError } from "../core/error.ts";
import { amounts, Matrix, type Table } from "../core/matrix.ts";
import { totals } from "../specialisation/totals.ts";

/** Refuses two periods whose tables do not have the same regions and activities. */
export function sameShape(
  before: { rows: number; columns: number },
  after: { rows: number; columns: number },
): void {
  if (before.rows !== after.rows || before.columns !== after.columns)
    throw new AnalyticsError(
      "shape",
      `The periods have ${before.rows} × ${before.columns} and ${after.rows} × ${after.columns} cells`,
      "Give both the same regions and activities in the same order, with 0 for what was not there.",
    );
}

/** Two periods in which a cell unknown in one is unknown in both. */
export function matched(before: Table, after: Table): { first: Matrix; second: Matrix } {
  const x1 = amounts(before);
  const x2 = amounts(after);
  sameShape(x1, x2);
  if (unknownAlike(x1.values, x2.values)) return { first: x1, second: x2 };
  const without = (x: Matrix, other: Matrix) =>
    new Matrix(
      x.rows,
      x.columns,
      x.values.map((value, k) => (Number.isNaN(other.values[k]!) ? Number.NaN : value)),
    );
  return { first: without(x1, x2), second: without(x2, x1) };
}

function unknownAlike(a: Float64Array, b: Float64Array): boolean {
  for (let k = 0; k < a.length; k++) if (Number.isNaN(a[k]!) !== Number.isNaN(b[k]!)) return false;
  return true;
}

/** The totals of two periods over the cells that are known in both. */
export function inBoth(before: Table, after: Table) {
  const { first, second } = matched(before, after);
  return { x1: totals(first), x2: totals(second) };
}
