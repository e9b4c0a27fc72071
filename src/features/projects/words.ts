import type { Locale } from "../../kernel/locale.ts";
import { projectMessages, say } from "./messages.ts";

function word(locale: Locale, key: string, otherwise: string): string {
  return key in projectMessages ? say(locale)(key as keyof typeof projectMessages) : otherwise;
}

/** The name of a programme; a code that nobody named yet is shown as it is. */
export const programmeWords = (locale: Locale, code: string | null) =>
  code === null ? "" : word(locale, `programme.${code}`, code);
export const roleWords = (locale: Locale, role: string) => word(locale, `role.${role}`, role);

/** The vocabulary was translated only in part: what has no German word keeps its English one. */
export const competenceTitle = (locale: Locale, term: { titleEn: string; titleDe: string | null }) =>
  (locale === "de" && term.titleDe) || term.titleEn;

/** Where the source keeps the project itself. */
export function sourceOf(project: {
  source: string;
  sourceKey: string | null;
}): { name: string; href?: string } | null {
  if (project.source === "declared") return null;
  if (!project.source.startsWith("cordis")) return { name: project.source };
  const number = project.sourceKey;
  return number !== null && /^\d+$/.test(number)
    ? { name: "CORDIS", href: `https://cordis.europa.eu/project/id/${number}` }
    : { name: "CORDIS" };
}

/** A word in a narrow column that stays in one piece. */
export const unbroken = (text: string) => text.replaceAll(" ", "\u00a0");

/** What people call a project. */
export const nameOf = (project: { acronym: string | null; title: string }) =>
  project.acronym ?? project.title;
