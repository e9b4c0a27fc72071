import type { z } from "zod";
import type { Locale } from "../../kernel/locale.ts";
import { speaker } from "../../kernel/messages.ts";
import { settings } from "./env.ts";
import { type ConfigMessage, messages } from "./messages.ts";

const say = speaker(messages);

type Question = {
  given: Readonly<Record<string, string | undefined>>;
  issues: readonly z.core.$ZodIssue[];
  locale: Locale;
};

/** One sentence for each thing that is wrong: misspelt names, wrong values, what is missing beside another. */
export function problemsOf({ given, issues, locale }: Question): string[] {
  const unknown = Object.keys(given)
    .filter(isUnknown)
    .map((name) => say(locale)("unknown", { name, near: nearest(name) ?? "none" }));

  const values = new Map(issues.map((issue) => [String(issue.path[0]), issue.message as ConfigMessage]));
  const wrong = [...values].map(([name, key]) => say(locale)(key, { name, value: given[name] ?? "" }));

  const missing = given.SMTP_URL && !given.MAIL_FROM ? [say(locale)("senderMissing")] : [];
  return [...unknown, ...wrong, ...missing, ...halfProvider(given, locale)];
}

const PROVIDER = ["KONTOR_OIDC_ISSUER", "KONTOR_OIDC_CLIENT_ID", "KONTOR_OIDC_CLIENT_SECRET"] as const;

const halfProvider = (given: Question["given"], locale: Locale) =>
  [...PROVIDER, "KONTOR_OIDC_NAME"].some((name) => given[name])
    ? PROVIDER.filter((name) => !given[name]).map((name) => say(locale)("oidcMissing", { name }))
    : [];

/** All of it as the operator reads it. */
export const problemText = (problems: readonly string[], locale: Locale) =>
  [say(locale)("intro", { count: problems.length }), ...problems.map((line) => `  - ${line}`)].join("\n");

/** Only names with our prefix: other programs' variables are none of our business. Those of our tests have their own. */
const isUnknown = (name: string) =>
  name.startsWith("KONTOR_") && !name.startsWith("KONTOR_TEST_") && !(name in settings);

/** The setting that was probably meant: with the prefix too much or too little, or with a few letters wrong. */
function nearest(name: string): string | undefined {
  const bare = (text: string) => text.replace(/^KONTOR_/, "");
  const ranked = Object.keys(settings)
    .map((known) => ({ known, steps: distance(bare(name), bare(known)) }))
    .toSorted((a, b) => a.steps - b.steps);
  const best = ranked[0];
  return best && best.steps <= bare(name).length / 2 ? best.known : undefined;
}

/** Levenshtein's distance: how many letters to add, drop or change. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
