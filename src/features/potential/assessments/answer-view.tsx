import type { Child } from "hono/jsx";
import type { Context } from "../../../access/context.ts";
import {
  Button,
  displayName,
  Field,
  type FieldSpec,
  Form,
  formatDate,
  Notice,
  PageHead,
  Tabs,
} from "../../../ui/index.ts";
import { assessmentHref } from "../address.ts";
import { sayPotential } from "../messages.ts";
import type { Question } from "../questionnaires/schema.ts";
import type { Opened } from "./actions.ts";
import { asked, SCALE, type Value } from "./scoring.ts";
import { valuesOf } from "./store.ts";

export type Typed = Readonly<Record<string, string | string[]>>;

/** Questions and their evidence have names of their own in a form. */
export const questionField = (key: string) => `q-${key}`;
const evidenceField = (key: string) => `e-${key}`;

function fieldOf(question: Question, ctx: Context): FieldSpec {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const unit = question.unit?.[locale];
  const common = {
    name: questionField(question.key),
    label: unit ? `${question.text[locale]} (${unit})` : question.text[locale],
    hint: question.hint?.[locale],
    // Everything may be left blank, and the page says so once.
    required: true,
  };
  if (question.kind === "scale")
    return {
      ...common,
      type: "radio",
      choices: SCALE.map((value) => ({ value, label: say(`scale.${value}`) })),
    };
  if (question.kind === "yes-no")
    return {
      ...common,
      type: "radio",
      choices: (["yes", "no"] as const).map((value) => ({ value, label: say(`said.${value}`) })),
    };
  if (question.kind === "choice" || question.kind === "several")
    return {
      ...common,
      type: question.kind === "choice" ? "radio" : "checkboxes",
      choices: (question.choices ?? []).map(({ key, text }) => ({ value: key, label: text[locale] })),
    };
  return question.kind === "text"
    ? { ...common, type: "textarea", rows: 3, maxlength: 4000 }
    : { ...common, type: "text" };
}

const shown = (value: Value | undefined, locale: string): string | readonly string[] => {
  if (typeof value === "number") return locale === "de" ? String(value).replace(".", ",") : String(value);
  return value ?? "";
};

/** One part of the questionnaire, or the last page, on which it is handed in. */
export function AnswerPage({
  ctx,
  csrf,
  action,
  opened,
  at,
  typed,
  problems = {},
  results,
}: {
  ctx: Context;
  csrf: string;
  /** The address without the part. */
  action: string;
  opened: Opened;
  /** Number of the part, from 1; one more than there are is the last page. */
  at: number;
  typed?: Typed | undefined;
  problems?: Readonly<Record<string, string>>;
  /** Where the result is, for somebody signed in. */
  results: string | null;
}) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const { round, kept, organisation, assessment } = opened;
  const { sections } = round.content;
  const values = valuesOf(kept);
  const open = asked(round.content, values);
  const answered = open.filter(({ key }) => kept.has(key)).length;
  const last = sections.length + 1;
  const section = sections[at - 1];
  const questions = section ? open.filter(({ section: own }) => own === section.key) : [];
  const cluster = locale === "de" ? ctx.cluster!.nameDe : ctx.cluster!.nameEn;
  const due = formatDate(round.due, locale);
  const fields = questions.map((question) => fieldOf(question, ctx));
  return (
    <>
      <PageHead
        kicker={
          organisation
            ? say("answer.kicker", { cluster, organisation: displayName(organisation.name) })
            : cluster
        }
        title={round.content.title[locale]}
        lede={say("answer.lede", { answered, asked: open.length, day: due })}
      />
      {assessment.state === "submitted" ? (
        <Notice tone="good">
          {say("answer.submitted", { day: due })}{" "}
          {results ? (
            <a href={results}>{say("answer.results")}</a>
          ) : (
            <a href={`/sign-in?next=${encodeURIComponent(assessmentHref(ctx.cluster!, assessment.id))}`}>
              {say("answer.sign-in")}
            </a>
          )}
        </Notice>
      ) : null}
      <Tabs
        label={say("answer.title")}
        tabs={[
          ...sections.map(({ key, title }, n) => {
            const own = open.filter((one) => one.section === key);
            return {
              label: title[locale],
              href: `${action}?part=${n + 1}`,
              count: `${own.filter((one) => kept.has(one.key)).length}/${own.length}`,
              current: n + 1 === at,
            };
          }),
          { label: say("answer.last"), href: `${action}?part=${last}`, current: at === last },
        ]}
      />
      {section ? (
        <Keeping ctx={ctx}>
          <Form
            locale={locale}
            csrf={csrf}
            action={`${action}?part=${at}`}
            problems={problems}
            hidden={{
              shown: questions.map(({ key }) => key).join(" "),
              opened: ctx.now().toISOString(),
            }}
            submit={say("answer.next")}
          >
            <h2>
              {section.title[locale]} <small>{say("answer.part", { n: at, of: sections.length })}</small>
            </h2>
            <p>{section.text[locale]}</p>
            <p class="src">{say("answer.skip")}</p>
            {questions.map((question, n) => {
              const stored = kept.get(question.key);
              const evidence = evidenceField(question.key);
              return (
                <>
                  <Field
                    {...fields[n]!}
                    locale={locale}
                    value={typed?.[questionField(question.key)] ?? shown(stored?.value, locale)}
                    problem={problems[questionField(question.key)]}
                  />
                  {question.kind === "text" ? null : (
                    <details open={Boolean(stored?.evidence || typed?.[evidence])}>
                      <summary>{say("answer.evidence")}</summary>
                      <Field
                        name={evidence}
                        label={say("answer.evidence")}
                        hint={say("answer.evidence.hint")}
                        locale={locale}
                        maxlength={1000}
                        value={typed?.[evidence] ?? stored?.evidence ?? ""}
                      />
                    </details>
                  )}
                </>
              );
            })}
          </Form>
        </Keeping>
      ) : (
        <Form
          locale={locale}
          csrf={csrf}
          action={`${action}?part=${last}`}
          problems={problems}
          fields={
            assessment.organisationId
              ? [
                  {
                    name: "shared",
                    type: "checkbox",
                    label: say("answer.share"),
                    hint: say("answer.share.hint"),
                  },
                ]
              : []
          }
          values={{ shared: assessment.shared }}
          submit={say("answer.last")}
        >
          <p>{say("answer.summary", { answered, asked: open.length, missing: open.length - answered })}</p>
        </Form>
      )}
    </>
  );
}

/** The questions that stood on a part's form; `null` of a form that does not say. */
export const shownIn = (typed: Typed): string[] | null =>
  typeof typed.shown === "string" ? typed.shown.split(" ") : null;

/** When the form was opened: what came later is not taken back by what it leaves blank. */
export function openedAt(typed: Typed, now: Date): Date {
  const at = new Date(String(typed.opened ?? ""));
  return Number.isNaN(at.getTime()) || at > now ? now : at;
}

/** What a part's form sent, for the questions that were on it. */
export function saidIn(opened: Opened, at: number, typed: Typed) {
  const section = opened.round.content.sections[at - 1];
  const shown = shownIn(typed);
  const within = shown
    ? opened.round.content.questions.filter(({ key }) => shown.includes(key))
    : asked(opened.round.content, valuesOf(opened.kept));
  return within
    .filter((question) => question.section === section?.key)
    .map((question) => ({
      question: question.key,
      raw: typed[questionField(question.key)] ?? "",
      evidence: String(typed[evidenceField(question.key)] ?? ""),
    }));
}

/** Answers are kept as they are given, where the browser can; the button keeps them everywhere. */
const Keeping = ({ ctx, children }: { ctx: Context; children?: Child }) => {
  const say = sayPotential(ctx.locale);
  return (
    <draft-keeper>
      {children}
      <p
        class="hint"
        role="status"
        data-said
        data-kept={say("answer.kept", { time: "{time}" })}
        data-trying={say("answer.trying")}
        data-wrong={say("answer.wrong")}
        hidden
      />
    </draft-keeper>
  );
};

export const GoneLink = ({ ctx }: { ctx: Context }) => {
  const say = sayPotential(ctx.locale);
  return (
    <>
      <PageHead title={say("answer.gone")} />
      <Notice tone="wait">{say("answer.gone.text")}</Notice>
      <p>
        <Button href="/sign-in">{ctx.locale === "de" ? "Anmelden" : "Sign in"}</Button>
      </p>
    </>
  );
};
