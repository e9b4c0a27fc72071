import { amounts, Matrix, type Table } from "../core/matrix.ts";
import { sameShape } from "../dynamics/periods.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import { type EntryFeature, entryFeatures } from "./entry-features.ts";

/** Amounts (regions × activities) of one period and of a later one, same regions and activities. */
export type EntryPair = { before: Table; after: Table };

/** The cells in which a region could enter, one below the other; only those of which every feature is known. */
export function entryCells(
  pairs: readonly EntryPair[],
  features: readonly EntryFeature[],
  threshold: number,
  absentBelow: number,
) {
  const design: number[] = [];
  const quotients: number[] = [];
  const outcomes: number[] = [];
  const regions: number[] = [];
  for (const pair of pairs) {
    const before = amounts(pair.before);
    const after = amounts(pair.after);
    sameShape(before, after);
    const matrices = entryFeatures(before, { features, threshold });
    const was = locationQuotient(before).values;
    const is = locationQuotient(after).values;
    for (let k = 0; k < was.length; k++) {
      if (!(was[k]! < absentBelow) || Number.isNaN(is[k]!)) continue;
      if (matrices.some(({ values }) => Number.isNaN(values[k]!))) continue;
      for (const { values } of matrices) design.push(values[k]!);
      quotients.push(Math.log1p(was[k]!));
      outcomes.push(is[k]! >= threshold ? 1 : 0);
      regions.push(Math.floor(k / before.columns));
    }
  }
  const cells = outcomes.length;
  return {
    design: new Matrix(cells, features.length, Float64Array.from(design)),
    quotients: new Matrix(cells, 1, Float64Array.from(quotients)),
    outcomes: Float64Array.from(outcomes),
    regions: Int32Array.from(regions),
  };
}
