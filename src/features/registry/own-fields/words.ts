import type { Locale } from "../../../kernel/locale.ts";
import { type FieldSpec, formatDate, formatNumber } from "../../../ui/index.ts";
import { sayField } from "./messages.ts";
import type { OwnField, OwnValue, ValueProblem } from "./rules.ts";

export const nameOf = (field: Pick<OwnField, "nameEn" | "nameDe">, locale: Locale) =>
  locale === "de" ? field.nameDe : field.nameEn;

/** A value as it is read. */
export function valueWords(field: Pick<OwnField, "kind">, value: OwnValue | null, locale: Locale): string {
  if (value === null) return "";
  if (field.kind === "number") return formatNumber(Number(value), locale, 2);
  if (field.kind === "date") return formatDate(String(value), locale);
  return String(value);
}

/** A value as a spreadsheet takes it. */
export const valueCell = (field: Pick<OwnField, "kind">, value: OwnValue | null | undefined) =>
  value === null || value === undefined ? null : field.kind === "number" ? Number(value) : String(value);

/** The control for a field's kind. A value that is no choice any more can still stay. */
export function controlOf(field: OwnField, name: string, locale: Locale, held?: OwnValue | null): FieldSpec {
  const label = nameOf(field, locale);
  if (field.kind === "choice") {
    const kept = typeof held === "string" && held !== "" && !field.choices.includes(held) ? [held] : [];
    return {
      name,
      label,
      type: "select",
      choices: [...field.choices, ...kept].map((choice) => ({ value: choice, label: choice })),
    };
  }
  if (field.kind === "date") return { name, label, type: "date" };
  // As text: a browser's number field knows only one way to write a number.
  if (field.kind === "number") return { name, label, type: "text" };
  return { name, label, type: "textarea", rows: 2, maxlength: 2000 };
}

/** What stands in the control. */
export const typedOf = (field: Pick<OwnField, "kind">, value: OwnValue | null, locale: Locale): string =>
  value === null
    ? ""
    : field.kind === "number" && locale === "de"
      ? String(value).replace(".", ",")
      : String(value);

export const problemWords = (problem: ValueProblem | "unknown-field", locale: Locale) =>
  sayField(locale)(`value.${problem}`);
