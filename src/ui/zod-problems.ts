import type { z } from "zod";
import type { Locale } from "../kernel/locale.ts";
import type { Values } from "../kernel/messages.ts";
import { messages, type UiMessage, uiSay } from "./messages.ts";

/** A key of the messages and what its sentence needs. A schema's own `error: "ends-before-it-starts"` comes through as that key. */
export interface FieldProblem {
  key: string;
  values: Values;
}

/** The first problem of each field, named by its path (`period.to`); what concerns the form as a whole is under `""`. */
export function zodProblems(error: z.ZodError): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {};
  for (const issue of error.issues) problems[issue.path.join(".")] ??= problemOf(issue);
  return problems;
}

/** The same as sentences. A feature's own keys are looked up in `own` first. */
export function problemSentences(
  problems: Readonly<Record<string, FieldProblem>>,
  locale: Locale,
  own?: (key: string, values: Values) => string | undefined,
): Record<string, string> {
  const say = uiSay(locale);
  return Object.fromEntries(
    Object.entries(problems).map(([field, { key, values }]) => {
      const ui = `wrong.${key}`;
      return [field, own?.(key, values) ?? say((ui in messages ? ui : "wrong.invalid") as UiMessage, values)];
    }),
  );
}

const FORMATS: Record<string, string> = {
  email: "not-an-email",
  url: "not-a-url",
  date: "not-a-date",
  datetime: "not-a-date",
};
const TYPES: Record<string, string> = { number: "not-a-number", int: "not-a-number", date: "not-a-date" };

/** A schema's own words are keys of messages; zod's are English sentences and are put aside. */
const KEY = /^[a-z0-9]+([-.][a-z0-9]+)*$/;

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (KEY.test(issue.message)) return { key: issue.message, values: {} };
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined && /received (undefined|null)/.test(issue.message)
        ? { key: "required", values: {} }
        : { key: TYPES[issue.expected] ?? "invalid", values: {} };
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum));
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum));
    case "invalid_format":
      return { key: FORMATS[issue.format] ?? "invalid", values: {} };
    case "invalid_value":
      return { key: "choose", values: {} };
    case "unrecognized_keys":
      return { key: "unknown-field", values: { fields: issue.keys.join(", ") } };
    default:
      return { key: "invalid", values: {} };
  }
}

function tooSmall(origin: string, least: number): FieldProblem {
  if (origin === "string")
    return least <= 1 ? { key: "required", values: {} } : { key: "too-short", values: { least } };
  if (origin === "array" || origin === "set") return { key: "too-few", values: { least } };
  if (origin === "date") return { key: "too-early", values: {} };
  return { key: "too-small", values: { least } };
}

function tooBig(origin: string, most: number): FieldProblem {
  if (origin === "string") return { key: "too-long", values: { most } };
  if (origin === "array" || origin === "set") return { key: "too-many", values: { most } };
  if (origin === "date") return { key: "too-late", values: {} };
  return { key: "too-big", values: { most } };
}
