import { AnalyticsError } from "../core/error.ts";
import type { Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";

/** A series as the methods take it: what is unknown is `NaN`. */
export type Series = {
  values: Float64Array;
  /** Values that are known. */
  known: number;
  /** Position of the first known value; the length where there is none. */
  first: number;
  /** Whether all known values are the same. */
  constant: boolean;
  least: number;
  notes: Note[];
};

/** Looks at a series once: refuses what is no number or infinite, counts what is known, says what is not. */
export function seriesOf(given: Vector): Series {
  const values = new Float64Array(given.length);
  const missing: number[] = [];
  let first = given.length;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < given.length; t++) {
    const value: unknown = given[t];
    if (typeof value !== "number" || value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
      throw new AnalyticsError(
        "not-a-number",
        `${typeof value === "number" ? value : JSON.stringify(value)} is not a finite number`,
        "Give numbers in the order of time; NaN where a value is unknown.",
        { row: t },
      );
    values[t] = value;
    if (Number.isNaN(value)) {
      missing.push(t);
      continue;
    }
    if (first === given.length) first = t;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const known = values.length - missing.length;
  const notes: Note[] = [];
  if (missing.length > 0 && known > 0)
    notes.push({
      code: "missing",
      text: `${missing.length} of ${values.length} values are unknown; the method passes over them.`,
      positions: missing,
    });
  if (known === 1)
    notes.push({ code: "degenerate", text: "One value alone does not tell how sure a forecast is." });
  if (known > 1 && least === most)
    notes.push({ code: "degenerate", text: "The series does not vary, so the intervals have no width." });
  return { values, known, first, constant: known > 0 && least === most, least, notes };
}

/** Unknown values put on the straight line between their known neighbours; at the ends, the nearest known value. */
export function interpolated(values: Float64Array): Float64Array {
  const result = values.slice();
  let last = -1;
  for (let t = 0; t <= values.length; t++) {
    if (t < values.length && Number.isNaN(values[t]!)) continue;
    for (let gap = last + 1; gap < t; gap++) {
      if (last < 0) result[gap] = t < values.length ? values[t]! : Number.NaN;
      else if (t === values.length) result[gap] = values[last]!;
      else result[gap] = values[last]! + ((gap - last) / (t - last)) * (values[t]! - values[last]!);
    }
    last = t;
  }
  return result;
}

/** Value less fitted value, `NaN` where either is unknown. */
export const residualsOf = (values: Float64Array, fitted: Float64Array): Float64Array =>
  values.map((value, t) => value - fitted[t]!);

/** Intercept and slope of the least-squares line through the known values at 0, 1, 2, …. */
export function line(values: Float64Array): { intercept: number; slope: number } {
  let n = 0;
  let meanT = 0;
  let meanY = 0;
  let tt = 0;
  let ty = 0;
  for (let t = 0; t < values.length; t++) {
    const y = values[t]!;
    if (Number.isNaN(y)) continue;
    n++;
    const offT = t - meanT;
    meanT += offT / n;
    const offY = y - meanY;
    meanY += offY / n;
    tt += offT * (t - meanT);
    ty += offT * (y - meanY);
  }
  const slope = tt > 0 ? ty / tt : 0;
  return { intercept: n > 0 ? meanY - slope * meanT : Number.NaN, slope };
}
