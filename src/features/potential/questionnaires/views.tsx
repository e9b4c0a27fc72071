import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { Button, Field, Form, formatNumber, Notice, PageHead, Sheet } from "../../../ui/index.ts";
import { questionnaireHref } from "../address.ts";
import { expertWeights, type Judgements, pairsOf } from "../index/weights.ts";
import { sayPotential } from "../messages.ts";
import { JUDGEMENTS, signOf, type Typed } from "./edit.ts";
import type { Question, Questionnaire } from "./schema.ts";
import { isShipped } from "./shipped.ts";

export function QuestionsPage({ ctx, questionnaire }: { ctx: Context; questionnaire: Questionnaire }) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const href = questionnaireHref(ctx.cluster!, questionnaire.key);
  const shipped = isShipped(questionnaire.key);
  return (
    <>
      <PageHead
        kicker={<a href={href}>{questionnaire.title[locale]}</a>}
        title={say("questions.title")}
        lede={say("questions.lede", {
          questions: questionnaire.questions.length,
          sections: questionnaire.sections.length,
          version: questionnaire.version,
          records: questionnaire.indicators.length,
        })}
        actions={
          can(ctx.actor, "questionnaire.keep", { clusterId: ctx.cluster!.id }) ? (
            <Button href={`${href}/edit`}>{say(shipped ? "questions.copy" : "questions.edit")}</Button>
          ) : null
        }
      />
      <p>{questionnaire.text[locale]}</p>
      {questionnaire.basedOn ? (
        <p class="src">{say("questions.based", { name: questionnaire.basedOn })}</p>
      ) : null}
      <div class="stack">
        {questionnaire.sections.map((section) => (
          <Sheet title={section.title[locale]}>
            <p>{section.text[locale]}</p>
            <ol>
              {questionnaire.questions
                .filter((one) => one.section === section.key)
                .map((question) => (
                  <li>
                    {question.text[locale]} <small>{detailOf(ctx, questionnaire, question)}</small>
                  </li>
                ))}
              {questionnaire.indicators
                .filter((one) => one.section === section.key)
                .map((one) => (
                  <li>
                    {one.text[locale]}{" "}
                    <small>
                      {say("questions.record", {
                        low: formatNumber(one.low, locale, 1),
                        high: formatNumber(one.high, locale, 1),
                      })}
                    </small>
                  </li>
                ))}
            </ol>
          </Sheet>
        ))}
      </div>
    </>
  );
}

function detailOf(ctx: Context, questionnaire: Questionnaire, question: Question): string {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const { when } = question;
  const parts: string[] = [];
  if (question.kind === "scale") parts.push(`${say("scale.0")} – ${say("scale.4")}`);
  if (question.kind === "yes-no") parts.push(`${say("said.yes")} / ${say("said.no")}`);
  if (question.choices)
    parts.push(
      question.choices
        .map(({ text, score }) => `${text[locale]} (${formatNumber(score, locale)})`)
        .join(" · "),
    );
  if (question.kind === "number")
    parts.push(
      say("questions.range", {
        low: formatNumber(question.low ?? 0, locale, 1),
        high: formatNumber(question.high ?? 100, locale, 1),
        unit: question.unit?.[locale] ?? "",
      }),
    );
  if (question.kind === "text") parts.push(say("questions.text"));
  if (when) {
    const before = questionnaire.questions.find(({ key }) => key === when.question);
    const word = (key: string) =>
      key === "yes" || key === "no"
        ? say(`said.${key}`)
        : (before?.choices?.find((one) => one.key === key)?.text[locale] ?? key);
    parts.push(
      say("questions.when", { question: before?.text[locale] ?? "", is: when.is.map(word).join(", ") }),
    );
  }
  return parts.join("; ");
}

/** What a form for changing shows at first. */
export const typedOf = (questionnaire: Questionnaire): Typed => ({
  "title-en": questionnaire.title.en,
  "title-de": questionnaire.title.de,
  ...Object.fromEntries(
    questionnaire.questions.flatMap(({ key, text, weight }) => [
      [`en-${key}`, text.en],
      [`de-${key}`, text.de],
      [`w-${key}`, String(weight ?? 1)],
    ]),
  ),
});

export function EditPage({
  ctx,
  csrf,
  questionnaire,
  values,
  problems,
}: {
  ctx: Context;
  csrf: string;
  questionnaire: Questionnaire;
  values: Typed;
  problems?: Record<string, string> | undefined;
}) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const href = questionnaireHref(ctx.cluster!, questionnaire.key);
  const shipped = isShipped(questionnaire.key);
  const field = (name: string, label: string, most = 600) => (
    <Field
      {...{ name, label, locale }}
      maxlength={most}
      value={values[name] ?? ""}
      problem={problems?.[name]}
    />
  );
  return (
    <>
      <PageHead
        kicker={<a href={`${href}/questions`}>{questionnaire.title[locale]}</a>}
        title={say("edit.title")}
        lede={say("edit.lede")}
      />
      <Form
        locale={locale}
        csrf={csrf}
        action={`${href}/edit`}
        values={values}
        problems={problems}
        submit={say("edit.save")}
        cancel={{ href: `${href}/questions` }}
        fields={[
          ...(shipped
            ? [
                {
                  name: "key",
                  label: say("edit.key"),
                  hint: say("edit.key.hint"),
                  required: true,
                  maxlength: 60,
                },
              ]
            : []),
          { name: "title-en", label: say("edit.title-en"), required: true, maxlength: 600 },
          { name: "title-de", label: say("edit.title-de"), required: true, maxlength: 600 },
        ]}
      >
        {questionnaire.sections.map((section, at) => (
          <details open={at === 0 || problems !== undefined}>
            <summary>{section.title[locale]}</summary>
            {questionnaire.questions
              .filter((one) => one.section === section.key)
              .map(({ key }, n) => (
                <>
                  {field(`en-${key}`, say("edit.question-en", { n: n + 1 }))}
                  {field(`de-${key}`, say("edit.question-de", { n: n + 1 }))}
                  {field(`w-${key}`, say("edit.weight", { n: n + 1 }), 6)}
                </>
              ))}
            <h3>{say("edit.new")}</h3>
            {field(`new-en-${section.key}`, say("edit.question-en", { n: "+" }))}
            {field(`new-de-${section.key}`, say("edit.question-de", { n: "+" }))}
          </details>
        ))}
      </Form>
    </>
  );
}

export function WeightsPage({
  ctx,
  csrf,
  questionnaire,
  judgements,
  typed,
  problems,
}: {
  ctx: Context;
  csrf: string;
  questionnaire: Questionnaire;
  judgements: Judgements | null;
  typed?: Typed;
  problems?: Record<string, string>;
}) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const href = questionnaireHref(ctx.cluster!, questionnaire.key);
  const keys = questionnaire.sections.map(({ key }) => key);
  const name = new Map(questionnaire.sections.map(({ key, title }) => [key, title[locale]]));
  const expert = judgements ? expertWeights(keys, judgements) : null;
  return (
    <>
      <PageHead
        kicker={<a href={href}>{questionnaire.title[locale]}</a>}
        title={say("weights.keep")}
        lede={say("weights.lede")}
      />
      {expert ? (
        expert.consistencyRatio > 0.1 ? (
          <Notice tone="stop">
            {say("weights.inconsistent", { ratio: formatNumber(expert.consistencyRatio, locale, 2) })}
          </Notice>
        ) : (
          <Notice tone="good">
            {say("weights.consistent", { ratio: formatNumber(expert.consistencyRatio, locale, 2) })}
          </Notice>
        )
      ) : null}
      <Form
        locale={locale}
        csrf={csrf}
        action={`${href}/weights`}
        problems={problems}
        values={
          typed ??
          Object.fromEntries(pairsOf(keys).map(([a, b]) => [`${a}:${b}`, signOf(judgements?.[`${a}:${b}`])]))
        }
        submit={say("weights.save")}
        cancel={{ href }}
        fields={pairsOf(keys).map(([a, b]) => ({
          name: `${a}:${b}`,
          label: say("weights.pair", { a: name.get(a)!, b: name.get(b)! }),
          type: "select",
          required: true,
          choices: JUDGEMENTS.map((value) => ({
            value: signOf(value),
            label:
              value > 1
                ? say("weights.more", { n: value, b: name.get(b)! })
                : value === 1
                  ? say("weights.alike", { b: name.get(b)! })
                  : say("weights.less", { n: Math.round(1 / value), b: name.get(b)! }),
          })),
        }))}
      />
    </>
  );
}
