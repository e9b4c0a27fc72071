import type { z } from "zod";
import type { Locale } from "../../kernel/locale.ts";
import { problemSentences, zodProblems } from "../../ui/index.ts";
import { messages, sayEvents } from "./messages.ts";

export type Typed = Record<string, string | string[]>;

/** A refusal as a sentence, where there is one for it. */
export function refusalIn(locale: Locale, problem: string): string | undefined {
  const key = `problem.${problem}`;
  return key in messages ? sayEvents(locale)(key as keyof typeof messages) : undefined;
}

/** Problems of a form as sentences; ours first. */
export const sentencesOf = (error: z.ZodError, locale: Locale): Record<string, string> =>
  problemSentences(zodProblems(error), locale, (key) => refusalIn(locale, key));
