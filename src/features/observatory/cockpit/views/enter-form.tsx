import { type FieldSpec, Form, Sheet } from "../../../../ui/index.ts";
import { indicatorHref, indicatorPath } from "../address.ts";
import { sayCockpit } from "../messages.ts";
import type { IndicatorProps } from "./indicator-page.tsx";

export type TypedValues = Readonly<Record<string, string>>;

/** Where nothing is computed: the value, the day it is true for, and what shows it. */
export function EnterForm({ ctx, csrf, view: { standing, set }, typed, problems }: IndicatorProps) {
  const { indicator, how } = standing;
  if (how === "computed") return null;
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const since = indicator.unit === "months-since";
  const fields: FieldSpec[] = [
    ...(since
      ? []
      : indicator.unit === "yes-no"
        ? [
            {
              name: "yes",
              label: say("enter.yes"),
              type: "radio" as const,
              required: true,
              choices: [
                { value: "yes", label: say("yes") },
                { value: "no", label: say("no") },
              ],
            },
          ]
        : [
            {
              name: "value",
              label: say(indicator.unit === "percent" ? "enter.percent" : "enter.value"),
              required: true,
              maxlength: 20,
            },
          ]),
    {
      name: "saidOn",
      label: say(since ? "enter.day.since" : "enter.day"),
      type: "date",
      required: true,
      max: ctx.today(),
    },
    {
      name: "note",
      label: say("enter.note"),
      type: "textarea",
      hint: say("enter.note.hint"),
      maxlength: 2000,
      rows: 3,
    },
    { name: "url", label: say("enter.url"), type: "url", maxlength: 500, placeholder: "https://" },
  ];
  const problem = problems?.file;
  return (
    <Sheet title={say(since ? "indicator.enter-day" : "indicator.enter")} id="enter">
      <Form
        locale={locale}
        action={`${indicatorPath(ctx.cluster!, indicator.key)}/entries`}
        csrf={csrf}
        multipart
        hidden={{ set: set.slug }}
        fields={fields}
        values={typed ?? { saidOn: since ? "" : ctx.today() }}
        problems={problems}
        submit={say("enter.save")}
        cancel={typed ? { href: indicatorHref(ctx.cluster!, indicator.key, set.slug) } : undefined}
      >
        <div class="field">
          <label for="field-file">{say("enter.file")}</label>
          <p class="hint" id="field-file-hint">
            {say("enter.file.hint")}
          </p>
          <input type="file" id="field-file" name="file" aria-describedby="field-file-hint" />
          {problem ? <p class="wrong">{problem}</p> : null}
        </div>
      </Form>
    </Sheet>
  );
}
