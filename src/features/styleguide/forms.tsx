import { z } from "zod";
import type { Locale } from "../../kernel/locale.ts";
import { type FieldSpec, Form, problemSentences, Sheet, zodProblems } from "../../ui/index.ts";
import { say } from "./messages.ts";

const Example = z.object({
  name: z.string().min(1),
  email: z.email(),
  since: z.iso.date(),
  staff: z.coerce.number().int().min(1),
  type: z.enum(["formal", "production", "informal"]),
  about: z.string().min(20),
  issues: z.array(z.string()).min(1),
});

/** As it might come from a browser: each entry with something to mend. */
const typed = {
  name: "",
  email: "kontakt@werft",
  since: "2024-02-31",
  staff: "-4",
  type: "formal",
  about: "Schweißen",
  issues: [],
};

export function FormExamples({ locale }: { locale: Locale }) {
  const t = say(locale);
  const parsed = Example.safeParse(typed);
  const problems = parsed.success ? {} : problemSentences(zodProblems(parsed.error), locale);
  return (
    <>
      <Sheet title={t("form.new")} id="forms" class="c6">
        <Form
          locale={locale}
          action="#forms"
          method="get"
          fields={fields(locale, "a-")}
          cancel={{ href: "#forms" }}
        />
      </Sheet>
      <Sheet title={t("form.back")} class="c6">
        <Form
          locale={locale}
          action="#forms"
          method="get"
          fields={fields(locale, "b-")}
          values={prefixed(typed, "b-")}
          problems={prefixed(problems, "b-")}
        />
      </Sheet>
    </>
  );
}

/** Two forms on one page need names of their own, or their fields would share an id. */
const prefixed = <V,>(record: Record<string, V>, prefix: string): Record<string, V> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [prefix + name, value]));

function fields(locale: Locale, prefix: string): FieldSpec[] {
  const t = say(locale);
  const all: FieldSpec[] = [
    { name: "name", label: t("form.name"), required: true, autocomplete: "organization" },
    {
      name: "email",
      label: t("form.email"),
      type: "email",
      hint: t("form.email.hint"),
      required: true,
      autocomplete: "email",
    },
    { name: "since", label: t("form.since"), type: "date" },
    { name: "staff", label: t("form.staff"), type: "number", min: 1 },
    {
      name: "type",
      label: t("form.type"),
      type: "select",
      required: true,
      choices: (["formal", "production", "informal"] as const).map((value) => ({
        value,
        label: t(`link.${value}`),
      })),
    },
    { name: "about", label: t("form.about"), type: "textarea", maxlength: 500, required: true },
    {
      name: "issues",
      label: t("form.issues"),
      type: "checkboxes",
      choices: (["training", "technology", "export"] as const).map((value) => ({
        value,
        label: t(`issue.${value}`),
      })),
    },
    {
      name: "level",
      label: t("form.level"),
      type: "radio",
      choices: [
        { value: "none", label: t("level.none") },
        { value: "mail", label: t("level.mail") },
        { value: "portal", label: t("level.portal"), hint: t("level.portal.hint") },
      ],
    },
    { name: "terms", label: t("form.terms"), type: "checkbox" },
  ];
  return all.map((field) => ({ ...field, name: prefix + field.name }));
}
