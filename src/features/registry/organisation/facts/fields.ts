import type { Context } from "../../../../access/context.ts";
import type { Locale } from "../../../../kernel/locale.ts";
import type { FieldSpec } from "../../../../ui/index.ts";
import { languageChoices } from "../vocabulary/languages.ts";
import { sayFact } from "./messages.ts";
import { FACT_LEVELS } from "./schema.ts";
import { type FactField, FIELDS } from "./shapes.ts";

/** What a form asks about one item of a field; without a field it asks for that too. Those with a vocabulary ask for themselves. */
export function fieldsFor({ locale }: Context, field: FactField | undefined): FieldSpec[] {
  const say = sayFact(locale);
  const about = {
    name: "field",
    label: say("form.field"),
    type: "select",
    required: true,
    choices: FIELDS.map((one) => ({ value: one, label: say(`field.${one}`) })),
  } as const;
  if (field === undefined) return [about, ...wordsOf(locale)];
  return itemOf(locale, field);
}

const wordsOf = (locale: Locale): FieldSpec[] => [
  {
    name: "value",
    label: sayFact(locale)("form.value"),
    type: "textarea",
    rows: 6,
    required: true,
    maxlength: 8000,
  },
  tongue(locale),
];

const tongue = (locale: Locale): FieldSpec => {
  const say = sayFact(locale);
  return {
    name: "language",
    label: say("form.language"),
    type: "select",
    hint: say("form.language.hint"),
    choices: (["en", "de"] as const).map((language) => ({
      value: language,
      label: say(`language.${language}`),
    })),
  };
};

function itemOf(locale: Locale, field: FactField): FieldSpec[] {
  const say = sayFact(locale);
  const value = (label: string, maxlength: number): FieldSpec => ({
    name: "value",
    label,
    required: true,
    maxlength,
  });
  switch (field) {
    case "products":
      return [
        value(say("item.products"), 300),
        { name: "text", label: say("item.products.text"), type: "textarea", rows: 4, maxlength: 4000 },
        {
          name: "url",
          label: say("item.products.url"),
          type: "url",
          maxlength: 500,
          placeholder: "https://",
        },
        tongue(locale),
      ];
    case "certificates":
      return [
        value(say("item.certificates"), 300),
        { name: "number", label: say("item.certificates.number"), maxlength: 120 },
        { name: "issuer", label: say("item.certificates.issuer"), maxlength: 200 },
        {
          name: "validUntil",
          label: say("item.certificates.validUntil"),
          type: "date",
          hint: say("item.certificates.hint"),
        },
      ];
    case "machines":
      return [
        value(say("item.machines"), 300),
        { name: "maker", label: say("item.machines.maker"), maxlength: 200 },
        { name: "model", label: say("item.machines.model"), maxlength: 200 },
        { name: "count", label: say("item.machines.count"), type: "number", min: 1, max: 100_000 },
        { name: "year", label: say("item.machines.year"), type: "number", min: 1900, max: 2100 },
      ];
    case "people":
      return [
        value(say("item.people"), 200),
        { name: "title", label: say("item.people.title"), maxlength: 200 },
        {
          name: "email",
          label: say("item.people.email"),
          type: "email",
          hint: say("item.people.email.hint"),
          maxlength: 254,
        },
        { name: "phone", label: say("item.people.phone"), type: "tel", maxlength: 60 },
      ];
    case "languages":
      return [
        {
          name: "code",
          label: say("item.languages"),
          type: "select",
          required: true,
          choices: languageChoices(locale),
        },
      ];
    default:
      return wordsOf(locale);
  }
}

export const visibilityField = (locale: Locale): FieldSpec => {
  const say = sayFact(locale);
  return {
    name: "visibility",
    label: say("form.visibility"),
    type: "radio",
    required: true,
    choices: FACT_LEVELS.map((level) => ({ value: level, label: say(`visibility.${level}`) })),
  };
};
