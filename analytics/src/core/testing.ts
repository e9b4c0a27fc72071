import { AnalyticsError } from "./error.ts";

/** What an act is refused with; whatever else it throws is a failure of the test, and so is nothing. */
export function refusal(act: () => unknown): AnalyticsError {
  try {
    act();
  } catch (error) {
    if (error instanceof AnalyticsError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}
