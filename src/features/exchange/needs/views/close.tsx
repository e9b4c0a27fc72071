import type { Context } from "../../../../access/context.ts";
import { Form, PageHead } from "../../../../ui/index.ts";
import { itemHref } from "../address.ts";
import { sayNeeds } from "../messages.ts";
import { ENDINGS } from "../rules.ts";
import type { Item } from "../store.ts";

export function ClosePage({
  ctx,
  csrf,
  item,
  problems = {},
}: {
  ctx: Context;
  csrf: string;
  item: Item;
  problems?: Readonly<Record<string, string>>;
}) {
  const say = sayNeeds(ctx.locale);
  const href = itemHref(ctx.cluster!, item);
  return (
    <>
      <PageHead title={say(`close.${item.side}`)} lede={say("close.lede", { title: item.title })} />
      <Form
        locale={ctx.locale}
        action={`${href}/close`}
        csrf={csrf}
        fields={[
          {
            name: "because",
            label: say("close.because"),
            type: "radio",
            required: true,
            choices: ENDINGS.map((ending) => ({ value: ending, label: say(`because.${ending}`) })),
          },
        ]}
        problems={problems}
        submit={say(`close.${item.side}`)}
        cancel={{ href }}
      />
    </>
  );
}
