import type { Context } from "../../../../access/context.ts";
import { Button, Facts, Form, formatTime, Notice, Sheet } from "../../../../ui/index.ts";
import { SCHEDULES } from "../actions.ts";
import { datasetHref, homeHref } from "../here.ts";
import { sayData } from "../messages.ts";
import type { DatasetRow } from "../panel.ts";
import type { Keeping } from "../store.ts";

/** What was typed into the form about the address, and the sentences about it. */
export interface Refused {
  typed: { address: string; schedule: string };
  problems: Readonly<Record<string, string>>;
}

interface KeepingProps {
  ctx: Context;
  csrf: string;
  dataset: DatasetRow;
  keeping: Keeping | null;
  refused: Refused | undefined;
}

/** How a dataset is kept up to date, and the way to remove it. */
export function KeepingSheet({ ctx, csrf, dataset, keeping, refused }: KeepingProps) {
  const { locale } = ctx;
  const say = sayData(locale);
  const href = datasetHref(ctx, dataset.slug);
  if (dataset.derivedFrom)
    return (
      <Sheet title={say("keeping")}>
        <div class="stack">
          <p>{say("own.keeping")}</p>
          <form method="post" action={`${homeHref(ctx)}/own-records`}>
            <input type="hidden" name="csrf" value={csrf} />
            <Button>{say("own.count")}</Button>
          </form>
        </div>
      </Sheet>
    );
  return (
    <Sheet title={say("keeping")} id="keeping">
      <div class="stack">
        {keeping?.lastProblem ? (
          <Notice tone="stop">{say("keeping.problem", { problem: keeping.lastProblem })}</Notice>
        ) : null}
        {keeping?.nextAt ? (
          <Facts facts={[[say("keeping.next"), formatTime(keeping.nextAt, locale)]]} />
        ) : null}
        <Form
          locale={locale}
          action={`${href}/keeping`}
          csrf={csrf}
          fields={[
            { name: "address", type: "url", label: say("keeping.from"), maxlength: 1000 },
            {
              name: "schedule",
              type: "select",
              label: say("keeping.schedule"),
              choices: SCHEDULES.map((value) => ({ value, label: say(`schedule.${value}`) })),
            },
          ]}
          values={
            refused?.typed ?? { address: keeping?.address ?? "", schedule: keeping?.schedule ?? "never" }
          }
          problems={refused?.problems}
          submit={say("keeping.save")}
          acts={
            <Button href={`${homeHref(ctx)}/imports?dataset=${dataset.slug}`}>{say("keeping.file")}</Button>
          }
        />
        <form method="post" action={`${href}/remove`}>
          <input type="hidden" name="csrf" value={csrf} />
          <Button kind="stop">{say("remove")}</Button>
        </form>
      </div>
    </Sheet>
  );
}
