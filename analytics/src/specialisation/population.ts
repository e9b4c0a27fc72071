import { AnalyticsError } from "../core/error.ts";
import { type Vector, vector } from "../core/matrix.ts";

/** One size (people, area, jobs) for each region; refuses negative and infinite ones. `NaN` is "unknown". */
export function population(sizes: Vector, regions: number, what = "The population"): Float64Array {
  const checked = vector(sizes, regions, what);
  checked.forEach((size, row) => {
    if (size < 0 || size === Number.POSITIVE_INFINITY)
      throw new AnalyticsError(
        size < 0 ? "negative" : "not-a-number",
        `${size} in ${what.toLowerCase()} is ${size < 0 ? "below zero" : "not a finite number"}`,
        "Give a size from 0, or NaN where it is unknown.",
        { row },
      );
  });
  return checked;
}
