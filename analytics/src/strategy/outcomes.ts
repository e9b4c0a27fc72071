import { AnalyticsError } from "../core/error.ts";

/** Outcomes are 1 where something happened and 0 where not; `NaN` where it is unknown. */
export function refuseOtherOutcomes(y: Float64Array) {
  y.forEach((value, row) => {
    if (value !== 0 && value !== 1 && !Number.isNaN(value))
      throw new AnalyticsError(
        "not-binary",
        `The outcome ${value} is neither 0 nor 1`,
        "Give 1 where it happened, 0 where not, NaN where unknown.",
        { row },
      );
  });
}
