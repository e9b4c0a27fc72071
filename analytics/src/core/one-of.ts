import { AnalyticsError } from "./error.ts";

/** Refuses an option that is none of those there are, for callers whose types are not checked. */
export function oneOf<T extends string>(value: T, choices: readonly T[], option: string): T {
  if (choices.includes(value)) return value;
  throw new AnalyticsError(
    "option",
    `The option ${option} cannot be ${JSON.stringify(value)}`,
    `Give ${choices.map((choice) => JSON.stringify(choice)).join(" or ")}.`,
  );
}

/** For each option that is a word, those it may be. */
type Words<Options> = { readonly [Name in keyof Options]?: readonly (Options[Name] & string)[] };

/** `oneOf` for several options at once; those that are not given are not looked at. */
export function checkWords<Options extends object>(options: Options, words: Words<Options>): void {
  for (const name in words) {
    const value = options[name] as string | undefined;
    if (value !== undefined) oneOf(value, words[name] as readonly string[], name);
  }
}
