import { Form, Sheet } from "../../../../ui/index.ts";
import { officeWord } from "../../../accounts/feature.ts";
import { indicatorPath } from "../address.ts";
import { sayCockpit } from "../messages.ts";
import type { IndicatorProps } from "./indicator-page.tsx";

/** Whoever of the team can add what is missing hears of it. */
export function AskForm({ ctx, csrf, view: { standing, set, colleagues }, problems }: IndicatorProps) {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const problem = problems?.person;
  return (
    <Sheet title={say("ask.title")} id="ask">
      <p>{say("ask.sentence")}</p>
      <Form
        locale={locale}
        action={`${indicatorPath(ctx.cluster!, standing.indicator.key)}/ask`}
        csrf={csrf}
        hidden={{ set: set.slug }}
        fields={[
          {
            name: "person",
            label: say("ask.person"),
            type: "select",
            required: true,
            choices: colleagues.map(({ id, name, office }) => ({
              value: id,
              label: `${name}, ${officeWord(office, locale)}`,
            })),
          },
        ]}
        problems={problem ? { person: problem } : {}}
        submit={say("ask.send")}
      />
    </Sheet>
  );
}
