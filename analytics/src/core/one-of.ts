import { AnalyticsError } from "../core/error.ts";

/** Refuses an option that is none of those there are, for callers whose types are not checked. */
export function oneOf<T extends string>(value: T, choices: readonly T[], option: string): T {
  if (choices.includes(value)) return value;
  throw new AnalyticsError(
    "option",
    `The option ${option} cannot be ${JSON.stringify(value)}`,
    `Give ${choices.map((choice) => JSON.stringify(choice)).join(" or ")}.`,
  );
}
