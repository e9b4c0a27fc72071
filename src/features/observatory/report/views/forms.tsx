import type { Locale } from "../../../../kernel/locale.ts";
import type { FieldSpec } from "../../../../ui/index.ts";
import { sayReport } from "../messages.ts";
import { LEVELS, type Words } from "../words.ts";

/** What was typed, by the name of the field, and sentences where something is wrong. */
export interface Back {
  typed?: Record<string, string> | undefined;
  /** Chosen figures of a section. */
  chosen?: readonly string[] | undefined;
  problems?: Record<string, string> | undefined;
}

export const flat = (name: string, { en, de }: Words): Record<string, string> => ({
  [`${name}.en`]: en,
  [`${name}.de`]: de,
});

export function headFields(locale: Locale): FieldSpec[] {
  const say = sayReport(locale);
  return [
    { name: "title.en", label: say("draft.title.en"), required: true, maxlength: 160 },
    { name: "title.de", label: say("draft.title.de"), required: true, maxlength: 160 },
    { name: "periodFrom", label: say("draft.from"), type: "date", required: true },
    { name: "periodTo", label: say("draft.to"), type: "date", required: true },
    {
      name: "visibility",
      label: say("draft.readers"),
      type: "radio",
      required: true,
      hint: say("draft.readers.hint"),
      choices: LEVELS.map((level) => ({ value: level, label: say(`level.${level}`) })),
    },
  ];
}

export function textFields(locale: Locale, of: "section" | "story"): FieldSpec[] {
  const say = sayReport(locale);
  const rows = of === "section" ? 8 : 10;
  return [
    { name: "title.en", label: say(`${of}.title.en`), required: true, maxlength: 160 },
    { name: "title.de", label: say(`${of}.title.de`), required: true, maxlength: 160 },
    {
      name: "text.en",
      label: say("section.text.en"),
      type: "textarea",
      rows,
      hint: say("section.text.hint"),
    },
    { name: "text.de", label: say("section.text.de"), type: "textarea", rows },
  ];
}
