import { MatchingError } from "./errors.ts";

/** Refuses an option that is none of the words there are. */
export function oneOf<T extends string>(
  name: string,
  value: string,
  words: readonly T[],
): asserts value is T {
  if (words.includes(value as T)) return;
  throw new MatchingError("option", `The option ${name} is "${value}"; it can be ${words.join(", ")}.`);
}

/** Refuses a number that is none, or lies outside of the range. */
export function inRange(name: string, value: number, least: number, most = Number.POSITIVE_INFINITY): number {
  if (value >= least && value <= most) return value;
  const range = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `between ${least} and ${most}`;
  throw new MatchingError("number", `${name} is ${value}; it has to be ${range}.`);
}
