import type { Locale } from "../../../kernel/locale.ts";
import { type Format, listFile } from "../list-file.ts";
import { say } from "../messages.ts";
import type { TermRow } from "./store.ts";

/** Who holds which role as a file for a spreadsheet. */
export function termFile(
  format: Format,
  name: string,
  rows: readonly TermRow[],
  roleWord: (role: string, locale: Locale) => string,
  locale: Locale,
) {
  const t = say(locale);
  return listFile<TermRow>(
    format,
    name,
    [
      { label: t("term.person"), value: (term) => term.name },
      { label: t("term.email"), value: (term) => term.email },
      { label: t("term.role"), value: (term) => roleWord(term.role, locale) },
      { label: t("term.title"), value: (term) => term.title },
      { label: t("term.since"), value: (term) => term.since },
      { label: t("term.until"), value: (term) => term.until },
    ],
    rows,
  );
}
