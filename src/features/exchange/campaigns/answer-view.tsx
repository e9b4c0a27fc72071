import type { Context } from "../../../access/context.ts";
import { Field, Form, formatDate, Notice, PageHead, Sheet, Tag } from "../../../ui/index.ts";
import { STATE_WORDS, type State } from "../words.ts";
import type { ToAnswer } from "./actions.ts";
import {
  allAnswerFields,
  answerFields,
  NEED_NUMBERS,
  needFields,
  type Problems,
  type Typed,
} from "./form.ts";
import { sayCampaign } from "./messages.ts";
import { named, titleOf } from "./views.tsx";

/** The questionnaire, for somebody signed in and for somebody who came by the letter. */
export function AnswerPage({
  ctx,
  csrf,
  action,
  organisation,
  asked,
  values,
  problems,
  linked,
}: {
  ctx: Context;
  csrf?: string | undefined;
  action: string;
  organisation: string;
  asked: ToAnswer;
  values: Typed;
  problems?: Problems | undefined;
  /** Whether the needs can be opened from here: by somebody signed in. */
  linked: boolean;
}) {
  const { locale } = ctx;
  const say = sayCampaign(locale);
  const { campaign, before, needs, open } = asked;
  const cluster = locale === "de" ? ctx.cluster!.nameDe : ctx.cluster!.nameEn;
  const due = formatDate(campaign.due, locale);
  const intro = locale === "de" ? campaign.introDe : campaign.introEn;
  return (
    <>
      <PageHead
        kicker={say("answer.kicker", { cluster, organisation })}
        title={titleOf(campaign, ctx)}
        lede={
          !open
            ? say("answer.over")
            : before
              ? say("answer.lede.again", { day: formatDate(before.answeredAt, locale), due })
              : say("answer.lede", { due })
        }
      />
      {before && !problems ? <Notice tone="good">{say("answer.thanks")}</Notice> : null}
      {intro ? <p>{intro}</p> : null}
      {needs.length > 0 ? (
        <Sheet title={say("answer.before")}>
          <ul>
            {needs.map((need) => (
              <li>
                {linked ? (
                  <a href={`/clusters/${ctx.cluster!.slug}/needs/${need.id}`}>{need.title}</a>
                ) : (
                  need.title
                )}{" "}
                <Tag>{STATE_WORDS[need.state as State][locale]}</Tag>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
      {open ? (
        <Form
          locale={locale}
          csrf={csrf}
          action={action}
          fields={answerFields(campaign, locale)}
          values={values}
          problems={named(problems, allAnswerFields(campaign, locale))}
          submit={say("answer.send")}
        >
          <h2>{say("answer.title")}</h2>
          {NEED_NUMBERS.map((n) => (
            <details
              open={
                n === 1 ||
                Boolean(values[`title-${n}`] || values[`text-${n}`]) ||
                needFields(locale, n).some(({ name }) => problems?.[name])
              }
            >
              <summary>{say("answer.need", { n })}</summary>
              {needFields(locale, n).map((field) => (
                <Field
                  {...field}
                  locale={locale}
                  value={values[field.name] ?? BLANK[field.name.slice(0, -2)] ?? ""}
                  problem={problems?.[field.name]}
                />
              ))}
            </details>
          ))}
        </Form>
      ) : null}
    </>
  );
}

const BLANK: Readonly<Record<string, string>> = { kind: "partner", as: "cluster" };
