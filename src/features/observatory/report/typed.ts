import type { z } from "zod";
import type { Locale } from "../../../kernel/locale.ts";
import { ok } from "../../../kernel/result.ts";
import { problemSentences, zodProblems } from "../../../ui/index.ts";
import { reportMessages, sayReport } from "./messages.ts";

export type Typed = Readonly<Record<string, string | string[] | undefined>>;

export const text = (typed: Typed, name: string): string => String([typed[name] ?? ""].flat()[0] ?? "");
export const several = (typed: Typed, name: string): string[] =>
  [typed[name] ?? []].flat().filter((value) => value !== "");

/** What was typed, by the names of the fields: a form that comes back has all of it. */
export const kept = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.keys(typed)
      .filter((name) => name !== "csrf")
      .map((name) => [name, text(typed, name)]),
  );

/** Reads a form whose fields are called by the paths of the schema, as `title.en`. */
export function readTyped<T extends z.ZodType>(
  schema: T,
  typed: Typed,
  locale: Locale,
  more: Readonly<Record<string, unknown>> = {},
): { ok: true; value: z.output<T> } | { ok: false; problems: Record<string, string> } {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(kept(typed))) {
    const [outer, inner] = name.split(".") as [string, string | undefined];
    if (inner === undefined) values[outer] = value;
    else values[outer] = { ...(values[outer] as Record<string, unknown> | undefined), [inner]: value };
  }
  const read = schema.safeParse({ ...values, ...more });
  if (read.success) return ok(read.data);
  const own = (key: string) => {
    const name = `problem.${key}`;
    return Object.hasOwn(reportMessages, name)
      ? sayReport(locale)(name as keyof typeof reportMessages)
      : undefined;
  };
  return { ok: false, problems: problemSentences(zodProblems(read.error), locale, own) };
}
