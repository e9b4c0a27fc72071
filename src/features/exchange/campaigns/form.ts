import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { FieldSpec } from "../../../ui/index.ts";
import { problemSentences, zodProblems } from "../../../ui/index.ts";
import { KIND_WORDS, KINDS } from "../words.ts";
import { sayCampaign } from "./messages.ts";
import {
  AnswerValues,
  ASKED_ROLES,
  CampaignValues,
  KEPT_AS,
  MOST_NEEDS,
  MOST_QUESTIONS,
  QUESTION_KINDS,
  type Question,
} from "./schema.ts";
import type { Campaign } from "./store.ts";

/** What a form sent, kept as it was typed. */
export type Typed = Record<string, string | string[]>;
export type Problems = Record<string, string>;
type Read<T> = { ok: true; value: T } | { ok: false; problems: Problems };

const text = (typed: Typed, name: string) => String(typed[name] ?? "").trim();
const list = (typed: Typed, name: string) => [typed[name] ?? []].flat().filter((one) => one !== "");
const lines = (typed: Typed, name: string) =>
  text(typed, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

const NUMBERS = Array.from({ length: MOST_QUESTIONS }, (_, at) => at + 1);

export function campaignFields(locale: Locale): FieldSpec[] {
  const say = sayCampaign(locale);
  return [
    { name: "titleEn", label: say("field.title-en"), required: true, maxlength: 160 },
    { name: "titleDe", label: say("field.title-de"), required: true, maxlength: 160 },
    { name: "introEn", label: say("field.intro-en"), type: "textarea", maxlength: 4000 },
    { name: "introDe", label: say("field.intro-de"), type: "textarea", maxlength: 4000 },
    { name: "due", label: say("field.due"), type: "date", required: true },
    { name: "remindAfter", label: say("field.remind"), type: "number", required: true, min: 1, max: 60 },
    {
      name: "roles",
      label: say("field.roles"),
      hint: say("field.roles.hint"),
      type: "checkboxes",
      choices: ASKED_ROLES.map((role) => ({ value: role, label: say(`role.${role}`) })),
    },
  ];
}

export function questionFields(locale: Locale, n: number): FieldSpec[] {
  const say = sayCampaign(locale);
  return [
    { name: `en-${n}`, label: say("field.question.en", { n }), maxlength: 300 },
    { name: `de-${n}`, label: say("field.question.de", { n }), maxlength: 300 },
    {
      name: `kind-${n}`,
      label: say("field.question.kind", { n }),
      type: "select",
      required: true,
      choices: QUESTION_KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) })),
    },
    {
      name: `choices-${n}`,
      label: say("field.question.choices", { n }),
      hint: say("field.question.choices.hint"),
      type: "textarea",
      rows: 3,
    },
  ];
}

/** All fields of the form, for the summary of problems. */
export const allCampaignFields = (locale: Locale): FieldSpec[] => [
  ...campaignFields(locale),
  ...NUMBERS.flatMap((n) => questionFields(locale, n)),
];

export const typedOf = (campaign: CampaignValues): Typed => ({
  titleEn: campaign.titleEn,
  titleDe: campaign.titleDe,
  introEn: campaign.introEn,
  introDe: campaign.introDe,
  due: campaign.due,
  remindAfter: String(campaign.remindAfter),
  roles: campaign.roles,
  ...Object.fromEntries(
    campaign.questions.flatMap((question, at) => [
      [`en-${at + 1}`, question.en],
      [`de-${at + 1}`, question.de],
      [`kind-${at + 1}`, question.kind],
      [`choices-${at + 1}`, question.choices.join("\n")],
    ]),
  ),
});

export function readCampaign(ctx: Context, typed: Typed): Read<CampaignValues> {
  const say = sayCampaign(ctx.locale);
  const problems: Problems = {};
  const questions: Question[] = [];
  for (const n of NUMBERS) {
    const en = text(typed, `en-${n}`);
    const de = text(typed, `de-${n}`);
    const kind = QUESTION_KINDS.find((one) => one === text(typed, `kind-${n}`)) ?? "text";
    const choices = kind === "choice" ? lines(typed, `choices-${n}`) : [];
    if (en === "" && de === "") continue;
    if (en === "" || de === "") problems[en === "" ? `en-${n}` : `de-${n}`] = say("problem.both");
    else if (kind === "choice" && choices.length < 2) problems[`choices-${n}`] = say("problem.choices");
    else questions.push({ key: `q${questions.length + 1}`, kind, en, de, choices });
  }
  const read = CampaignValues.safeParse({
    titleEn: text(typed, "titleEn"),
    titleDe: text(typed, "titleDe"),
    introEn: text(typed, "introEn"),
    introDe: text(typed, "introDe"),
    questions,
    roles: list(typed, "roles"),
    due: text(typed, "due"),
    remindAfter: Number(text(typed, "remindAfter") || Number.NaN),
  });
  if (!read.success) Object.assign(problems, problemSentences(zodProblems(read.error), ctx.locale));
  else if (read.data.due < ctx.today()) problems.due = say("problem.due");
  return read.success && Object.keys(problems).length === 0
    ? { ok: true, value: read.data }
    : { ok: false, problems };
}

export const questionText = (question: Question, locale: Locale) =>
  locale === "de" ? question.de : question.en;

export function answerFields(campaign: Campaign, locale: Locale): FieldSpec[] {
  const say = sayCampaign(locale);
  return campaign.questions.map((question): FieldSpec => {
    const common = { name: question.key, label: questionText(question, locale) };
    if (question.kind === "text") return { ...common, type: "textarea", maxlength: 2000 };
    return {
      ...common,
      type: "radio",
      choices:
        question.kind === "choice"
          ? question.choices.map((choice) => ({ value: choice, label: choice }))
          : [
              { value: "yes", label: say("answer.yes") },
              { value: "no", label: say("answer.no") },
            ],
    };
  });
}

export const NEED_NUMBERS = Array.from({ length: MOST_NEEDS }, (_, at) => at + 1);

export function needFields(locale: Locale, n: number): FieldSpec[] {
  const say = sayCampaign(locale);
  return [
    { name: `title-${n}`, label: say("answer.need.title"), maxlength: 200 },
    {
      name: `kind-${n}`,
      label: say("answer.need.kind"),
      type: "select",
      required: true,
      choices: KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind][locale] })),
    },
    { name: `text-${n}`, label: say("answer.need.text"), type: "textarea", maxlength: 4000 },
    {
      name: `as-${n}`,
      label: say("answer.need.as"),
      type: "radio",
      required: true,
      choices: KEPT_AS.map((as) => ({ value: as, label: say(`as.${as}`), hint: say(`as.${as}.hint`) })),
    },
  ];
}

export const allAnswerFields = (campaign: Campaign, locale: Locale): FieldSpec[] => [
  ...answerFields(campaign, locale),
  ...NEED_NUMBERS.flatMap((n) => needFields(locale, n)),
];

export function readAnswer(ctx: Context, campaign: Campaign, typed: Typed): Read<AnswerValues> {
  const problems: Problems = {};
  const needs = NEED_NUMBERS.flatMap((n) => {
    const title = text(typed, `title-${n}`);
    const more = text(typed, `text-${n}`);
    if (title === "" && more !== "") problems[`title-${n}`] = sayCampaign(ctx.locale)("problem.need-title");
    if (title === "") return [];
    return [
      {
        kind: text(typed, `kind-${n}`) || "partner",
        title,
        text: more,
        as: text(typed, `as-${n}`) || "draft",
      },
    ];
  });
  const read = AnswerValues.safeParse({
    answers: Object.fromEntries(campaign.questions.map(({ key }) => [key, text(typed, key)])),
    needs,
  });
  if (!read.success) Object.assign(problems, problemSentences(zodProblems(read.error), ctx.locale));
  return read.success && Object.keys(problems).length === 0
    ? { ok: true, value: read.data }
    : { ok: false, problems };
}
