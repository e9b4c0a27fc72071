import type { Table } from "../core/matrix.ts";
import { deviation, sum } from "../core/statistics.ts";
import { type Polarity, standardScores } from "./normalise.ts";
import { eachColumn } from "./weights.ts";

/**
 * Cronbach's alpha of the standardised indicators: how far they tell the same story. From 0.7 on they are usually taken as one
 * scale; below 0 they contradict one another.
 *
 *     k / (k - 1) × (1 - Σ variance of an indicator / variance of their sum)
 *
 * Units × indicators in, one number out, at most 1. Units with an unknown indicator and indicators without spread are left out;
 * `NaN` with fewer than two indicators or units. O(units × indicators).
 *
 * L. J. Cronbach, "Coefficient Alpha and the Internal Structure of Tests", Psychometrika 16 (1951), 297–334.
 *
 * @example
 * cronbachAlpha([[1, 2], [2, 4], [3, 6]]); // 1
 */
export function cronbachAlpha(table: Table, polarity?: Polarity): number {
  const scores = standardScores(table, polarity, "sample");
  const columns = eachColumn(scores, (column) => column).filter((column) => !column.every(Number.isNaN));
  const units = Array.from({ length: scores.rows }, (_, u) => u).filter((u) =>
    columns.every((column) => !Number.isNaN(column[u]!)),
  );
  const k = columns.length;
  if (k < 2 || units.length < 2) return Number.NaN;
  const variance = (values: readonly number[]) => deviation(values, "sample") ** 2;
  const own = sum(columns.map((column) => variance(units.map((u) => column[u]!))));
  const total = variance(units.map((u) => sum(columns.map((column) => column[u]!))));
  return total > 0 ? (k / (k - 1)) * (1 - own / total) : Number.NaN;
}
