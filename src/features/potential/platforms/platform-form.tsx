import type { Context } from "../../../access/context.ts";
import { Form, PageHead } from "../../../ui/index.ts";
import { platformsHref } from "../address.ts";
import { sayPlatform } from "./messages.ts";
import { AREA_WORDS, AREAS, LEVEL_WORDS, LEVELS, SCALE_WORDS, SCALES, SIDE_WORDS, SIDES } from "./words.ts";

type Typed = Readonly<Record<string, string | string[]>>;

export function PlatformForm({
  ctx,
  csrf,
  action,
  title,
  cancel,
  values,
  problems,
}: {
  ctx: Context;
  csrf: string;
  action: string;
  title: string;
  cancel: string;
  values: Typed;
  problems?: Record<string, string> | undefined;
}) {
  const { locale } = ctx;
  const say = sayPlatform(locale);
  const choices = <K extends string>(keys: readonly K[], words: Record<K, Record<"en" | "de", string>>) =>
    keys.map((value) => ({ value, label: words[value][locale] }));
  return (
    <>
      <PageHead
        kicker={<a href={platformsHref(ctx.cluster!)}>{say("platforms.title")}</a>}
        title={title}
        lede={say("form.lede")}
      />
      <Form
        locale={locale}
        csrf={csrf}
        action={action}
        values={values}
        problems={problems}
        submit={say("form.save")}
        cancel={{ href: cancel }}
        fields={[
          { name: "name", label: say("form.name"), required: true, maxlength: 120 },
          { name: "text", label: say("form.text"), type: "textarea", maxlength: 1000 },
          { name: "provider", label: say("platform.provider"), maxlength: 120 },
          { name: "url", label: say("form.url"), type: "url", maxlength: 500 },
          {
            name: "area",
            label: say("column.area"),
            type: "select",
            required: true,
            choices: choices(AREAS, AREA_WORDS),
          },
          {
            ...{ name: "level", label: say("column.level"), type: "radio" as const, required: true },
            choices: choices(LEVELS, LEVEL_WORDS),
          },
          {
            ...{ name: "scale", label: say("column.scale"), type: "radio" as const, required: true },
            choices: choices(SCALES, SCALE_WORDS),
          },
          {
            ...{ name: "side", label: say("column.side"), type: "radio" as const, required: true },
            choices: choices(SIDES, SIDE_WORDS),
          },
          { name: "common", label: say("form.common"), type: "checkbox" },
        ]}
      />
    </>
  );
}
