import type { Context } from "../../../../access/context.ts";
import type { FieldSpec } from "../../../../ui/index.ts";
import { sayLink } from "../messages.ts";
import { DIGITAL_LEVELS, ISSUES, LINK_LEVELS } from "../schema.ts";
import { digitalWords, issueWords } from "../words.ts";

/** What is said of a link beside its ends and its nature, when it is declared and when it is changed. */
export function termFields(locale: Context["locale"]): FieldSpec[] {
  const say = sayLink(locale);
  return [
    {
      name: "issue",
      label: say("field.issue"),
      type: "select",
      choices: ISSUES.map((issue) => ({ value: issue, label: issueWords(locale, issue) })),
    },
    { name: "since", label: say("field.since"), type: "date" },
    { name: "until", label: say("field.until"), type: "date" },
    {
      name: "strength",
      label: say("field.strength"),
      type: "select",
      required: true,
      choices: ([1, 2, 3, 4, 5] as const).map((step) => ({
        value: String(step),
        label: say(`strength.${step}`),
      })),
    },
    {
      name: "digitalLevel",
      label: say("field.digital"),
      type: "select",
      hint: say("field.digital.hint"),
      choices: DIGITAL_LEVELS.map((level) => ({ value: level, label: digitalWords(locale, level) })),
    },
    { name: "note", label: say("field.note"), type: "textarea", maxlength: 2000 },
    {
      name: "visibility",
      label: say("field.visibility"),
      type: "radio",
      required: true,
      choices: LINK_LEVELS.map((level) => ({ value: level, label: say(`visibility.${level}`) })),
    },
  ];
}
