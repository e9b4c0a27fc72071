import { z } from "zod";
import type { Locale } from "../../../kernel/locale.ts";
import { problemSentences, zodProblems } from "../../../ui/index.ts";
import { messages, say } from "../messages.ts";

/** The fields of a form as they were typed, without the token every form carries. */
export function typedValues(body: unknown): Record<string, string> {
  const { csrf: _, ...values } = z
    .record(z.string(), z.string())
    .catch({})
    .parse({ ...(body as object) });
  return values;
}

/** What is wrong, field by field, in this feature's words where it has some. */
export const sentencesOf = (error: z.ZodError, locale: Locale) =>
  problemSentences(zodProblems(error), locale, (key, values) =>
    key in messages ? say(locale)(key as keyof typeof messages, values) : undefined,
  );
