import type { Locale } from "../../kernel/locale.ts";
import type { OwnField } from "../registry/feature.ts";
import { OWN, type SheetMapping } from "./mapping/targets.ts";
import { importMessages, say } from "./messages.ts";
import type { NotRead } from "./reading/read-file.ts";
import type { RowProblem } from "./rows/problem.ts";

/** What a column can mean, as a reader calls it. */
export function targetWord(target: string, own: readonly OwnField[], locale: Locale): string {
  if (target.startsWith(OWN)) {
    const field = own.find((one) => OWN + one.key === target);
    return field ? (locale === "de" ? field.nameDe : field.nameEn) : target;
  }
  const key = `target.${target}`;
  return key in importMessages ? say(locale)(key as keyof typeof importMessages) : target;
}

/** The name a spreadsheet gives a column: A, B, … AA. */
export function columnLetter(at: number): string {
  const rest = String.fromCharCode(65 + (at % 26));
  return at < 26 ? rest : columnLetter(Math.floor(at / 26) - 1) + rest;
}

/** The column as its head calls it. */
export const columnName = (at: number, head: readonly string[], locale: Locale): string =>
  head[at] || say(locale)("column.unnamed", { letter: columnLetter(at) });

export const reasonSentence = ({ reason, values }: RowProblem, locale: Locale): string =>
  say(locale)(`reason.${reason}`, { said: "", choices: "", most: 0, row: 0, ...values });

export function problemSentence(problem: RowProblem, head: readonly string[], locale: Locale): string {
  const reason = reasonSentence(problem, locale);
  return problem.column === null
    ? reason
    : say(locale)("in-column", { column: columnName(problem.column, head, locale), reason });
}

export const unreadableSentence = ({ problem, values }: NotRead, locale: Locale): string =>
  say(locale)(`unreadable.${problem}`, values);

export const sheetName = (name: string, locale: Locale): string =>
  name === "" ? say(locale)("sheet.only") : say(locale)("sheet.title", { name });

/** The target a problem's column stands for, for programs. */
export const targetAt = (problem: RowProblem, mapping: SheetMapping | undefined): string | null =>
  problem.column === null ? null : (mapping?.columns[problem.column] ?? null);
