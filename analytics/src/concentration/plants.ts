import { AnalyticsError } from "../core/error.ts";
import { type Vector, vector } from "../core/matrix.ts";

/** The Herfindahl index of plant sizes of each activity, from 0 to 1; `NaN` where it is not known. */
export function plantHerfindahls(values: Vector, activities: number): Float64Array {
  const checked = vector(values, activities, "The list of plant Herfindahl indices");
  checked.forEach((value, column) => {
    if (value < 0 || value > 1)
      throw new AnalyticsError(
        "option",
        `${value} is no Herfindahl index of plant sizes`,
        "Give Σ (plant's share of the activity)², from 0 to 1 and not in percent.",
        { column },
      );
  });
  return checked;
}

/** What a raw concentration says beyond the lumpiness of plants; `NaN` where one plant is all, or the correction unknown. */
export function beyondPlants(concentration: number, herfindahl: number): number {
  return herfindahl < 1 ? (concentration - herfindahl) / (1 - herfindahl) : Number.NaN;
}
