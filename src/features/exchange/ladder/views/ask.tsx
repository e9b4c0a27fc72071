import type { Context } from "../../../../access/context.ts";
import { type FieldSpec, Form, Notice, PageHead, Sheet } from "../../../../ui/index.ts";
import { askHref, needHref } from "../address.ts";
import { digestOf } from "../digest.ts";
import { sayLadder } from "../messages.ts";
import type { Reading } from "../reading.ts";
import { ASK_DAYS } from "../rules.ts";
import { problemWords } from "../words.ts";
import { Prose } from "./prose.tsx";
import { Steps } from "./steps.tsx";

export interface AskPageProps {
  ctx: Context;
  csrf: string;
  reading: Reading;
  values: Readonly<Record<string, string | string[]>>;
  problems: Readonly<Record<string, string>>;
}

/** Asking for the next step, with the terms where it stands behind terms; or agreeing to those that were offered. */
export function AskPage({ ctx, csrf, reading, values, problems }: AskPageProps) {
  const { locale } = ctx;
  const say = sayLadder(locale);
  const { next, offered, terms } = reading;
  const step = offered ? "agreed" : next?.ok ? next.value : null;
  const href = needHref(ctx.cluster!, reading.needId);
  const agrees = step === "agreed";
  return (
    <>
      <PageHead
        kicker={<a href={href}>{say("ask.back")}</a>}
        title={offered ? say("terms.title") : step ? say(`ask.title.${step}`) : say("ask.more")}
        lede={offered ? say("terms.offered") : step ? say("ask.lede", { days: ASK_DAYS }) : undefined}
      />
      <div class="grid">
        <div class="c8 stack">
          {problems[""] ? (
            <Notice tone="stop">
              <p>{problems[""]}</p>
            </Notice>
          ) : null}
          {step === null ? (
            <Notice tone="wait">
              <p>{next && !next.ok ? problemWords(next.problem, locale) : say("ladder.nobody")}</p>
            </Notice>
          ) : null}
          {agrees ? (
            <Sheet title={say("terms.title")}>
              <Prose text={terms} />
              <p>
                <small>{say("terms.lede")}</small>
              </p>
            </Sheet>
          ) : null}
          {step === null ? null : (
            <Form
              locale={locale}
              action={askHref(ctx.cluster!, reading.needId)}
              csrf={csrf}
              fields={fieldsOf(ctx, agrees, offered !== null)}
              values={values}
              problems={problems}
              hidden={agrees ? { terms: digestOf(terms) } : {}}
              submit={say(offered ? "terms.agree" : agrees ? "ask.agree-and-send" : "ask.send")}
              cancel={{ href }}
            />
          )}
        </div>
        <div class="c4 stack">
          <Sheet title={say("ladder.title")}>
            <Steps ctx={ctx} reading={reading} />
          </Sheet>
        </div>
      </div>
    </>
  );
}

function fieldsOf(ctx: Context, agrees: boolean, offered: boolean): FieldSpec[] {
  const say = sayLadder(ctx.locale);
  return [
    ...(agrees
      ? [{ name: "name", label: say("terms.name"), required: true, maxlength: 200, autocomplete: "name" }]
      : []),
    ...(offered
      ? []
      : [
          {
            name: "message",
            label: say("ask.message"),
            hint: agrees ? undefined : say("ask.message.hint"),
            type: "textarea" as const,
            rows: 5,
            maxlength: 2000,
          },
        ]),
  ];
}
