import type { DatasetRow } from "./panel.ts";

/** Values, missing, secret, estimated. */
export type Counts = [number, number, number, number];

export const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce<Counts>((sum, one) => sum.map((n, i) => n + one[i]!) as Counts, [0, 0, 0, 0]);

/** All measures together, by period. */
export const coverageByPeriod = ({ coverage, periods }: Pick<DatasetRow, "coverage" | "periods">) =>
  periods.map((period) => ({
    period,
    counts: sumOf(
      Object.values(coverage).flatMap((byPeriod) => (byPeriod[period] ? [byPeriod[period]] : [])),
    ),
  }));

export const cellsIn = (counts: Counts) => counts.reduce((sum, n) => sum + n, 0);

/** The share of cells with a figure in them, estimated ones included; `null` where there are no cells. */
export const shareKnown = (counts: Counts) => {
  const all = cellsIn(counts);
  return all === 0 ? null : (counts[0] + counts[3]) / all;
};
