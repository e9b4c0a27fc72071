import { logarithmOfBase } from "../concentration/entropy.ts";
import { AnalyticsError } from "../core/error.ts";
import { amounts, Matrix, type Table } from "../core/matrix.ts";
import { blank, type Empty, totals } from "../specialisation/totals.ts";
import { type Classes, type Numbered, nested } from "./classes.ts";

export type VarietyOptions = {
  /** Base of the logarithm: 2 (bits) unless told. */
  base?: number;
  empty?: Empty;
};

/**
 * The entropy of each region over a nested classification, regions × (levels + 1): between the coarsest classes, between
 * those of each next level within them, between the activities within the finest. A row adds up to the region's entropy.
 */
export function entropyByLevel(table: Table, levels: readonly Classes[], options: VarietyOptions): Matrix {
  const unit = logarithmOfBase(options.base ?? 2);
  if (levels.length === 0)
    throw new AnalyticsError(
      "option",
      "There is no level of classes",
      "Give at least one class per activity.",
    );
  const matrix = amounts(table);
  // From one class that holds all down to one for each activity.
  const steps = nested(levels, matrix.columns);
  const sums = totals(matrix).rows;
  const depth = steps.length - 1;
  const byLevel = Array.from({ length: depth }, () => new Float64Array(matrix.rows));
  const parts = steps.map((step) => new Float64Array(step.count));
  for (let r = 0; r < matrix.rows; r++) {
    steps.forEach((step, level) => {
      gather(matrix.row(r), step, parts[level]!);
    });
    for (let level = 0; level < depth; level++)
      byLevel[level]![r] =
        surprise(parts[level + 1]!, steps[level + 1]!.parents, parts[level]!, sums[r]!) / unit;
  }
  const result = new Matrix(matrix.rows, depth);
  byLevel.forEach((column, level) => {
    blank(column, sums, options.empty).forEach((x, r) => {
      result.values[r * depth + level] = x;
    });
  });
  return result;
}

function gather(row: Float64Array, { codes }: Numbered, parts: Float64Array) {
  parts.fill(0);
  for (let c = 0; c < row.length; c++) if (row[c]! > 0) parts[codes[c]!]! += row[c]!;
}

/** Σ_f p_f ln(P / p_f), P the class above f: the entropy of the classes below, within those above. */
function surprise(below: Float64Array, parents: Int32Array, above: Float64Array, whole: number): number {
  let sum = 0;
  for (let f = 0; f < below.length; f++) {
    const part = below[f]!;
    if (part > 0) sum += (part / whole) * Math.log(above[parents[f]!]! / part);
  }
  return Math.max(0, sum);
}
