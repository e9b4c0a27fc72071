import { arithmeticIndex } from "@kontor/analytics";
import type { Question, Questionnaire } from "../questionnaires/schema.ts";

/** An answer as it is kept: the key of what was chosen, several keys, a number, or text. */
export type Value = string | number | readonly string[];
export type Answers = Readonly<Record<string, Value>>;

export const SCALE = ["0", "1", "2", "3", "4"] as const;
const MOST_TEXT = 4000;

/** What can be chosen for an answer; `null` where it is written. */
export function choicesOf(question: Question): readonly string[] | null {
  if (question.kind === "scale") return SCALE;
  if (question.kind === "yes-no") return ["yes", "no"];
  if (question.kind === "choice" || question.kind === "several")
    return (question.choices ?? []).map(({ key }) => key);
  return null;
}

export type Wrong = "not-a-choice" | "not-a-number" | "too-large" | "too-long";

/** Reads an answer as a form or a program sent it; `null` is none, which takes back an earlier one. */
export function readAnswer(
  question: Question,
  raw: unknown,
): { ok: true; value: Value | null } | { ok: false; wrong: Wrong } {
  const choices = choicesOf(question);
  if (question.kind === "several") {
    const chosen = [
      ...new Set(
        [raw ?? []]
          .flat()
          .map(String)
          .filter((one) => one !== ""),
      ),
    ];
    if (chosen.some((one) => !choices!.includes(one))) return { ok: false, wrong: "not-a-choice" };
    return { ok: true, value: chosen.length > 0 ? chosen : null };
  }
  if (Array.isArray(raw)) return { ok: false, wrong: "not-a-choice" };
  const text = String(raw ?? "").trim();
  if (text === "") return { ok: true, value: null };
  if (choices)
    return choices.includes(text) ? { ok: true, value: text } : { ok: false, wrong: "not-a-choice" };
  if (question.kind === "text")
    return text.length <= MOST_TEXT ? { ok: true, value: text } : { ok: false, wrong: "too-long" };
  if (!/^\d{1,7}([.,]\d{1,4})?$/.test(text)) return { ok: false, wrong: "not-a-number" };
  const value = Number(text.replace(",", "."));
  return question.unit?.en.startsWith("%") && value > 100
    ? { ok: false, wrong: "too-large" }
    : { ok: true, value };
}

/** The questions that are asked after these answers: a branch is skipped, and with it whatever hangs on it. */
export function asked(questionnaire: Questionnaire, answers: Answers): Question[] {
  const open = new Map<string, Question>();
  for (const question of questionnaire.questions) {
    const { when } = question;
    if (when) {
      const said = open.has(when.question) ? answers[when.question] : undefined;
      if (said === undefined || ![said].flat().some((one) => when.is.includes(String(one)))) continue;
    }
    open.set(question.key, question);
  }
  return [...open.values()];
}

/** Between the two ends, 0 to 100. */
export const between = (value: number, low: number, high: number) =>
  Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100));

/** 0 to 100; `null` for what is not scored or not answered. */
export function scoreOf(question: Question, value: Value | undefined): number | null {
  if (value === undefined || question.kind === "text") return null;
  if (question.kind === "number") return between(Number(value), question.low ?? 0, question.high ?? 100);
  if (question.kind === "scale") return Number(value) * 25;
  if (question.kind === "yes-no") return value === "yes" ? 100 : 0;
  const chosen = [value].flat().map(String);
  const sum = (question.choices ?? [])
    .filter(({ key }) => chosen.includes(key))
    .reduce((total, { score }) => total + score, 0);
  return Math.min(100, sum);
}

/** One thing that is looked at: an answer, a figure from the house's records, or one from official statistics. */
export interface Looked {
  key: string;
  section: string;
  source: "answer" | "record" | "dataset";
  weight: number;
  /** As it was said, or the figure. `null`: asked, and not known. */
  value: Value | null;
  score: number | null;
}

/** What records and datasets say, by the key of the indicator. */
export type Recorded = Readonly<Record<string, number>>;

export function lookAt(questionnaire: Questionnaire, answers: Answers, recorded: Recorded): Looked[] {
  return [
    ...asked(questionnaire, answers)
      .filter(({ kind }) => kind !== "text")
      .map((question): Looked => {
        const value = answers[question.key];
        return {
          ...{ key: question.key, section: question.section, source: "answer" },
          weight: question.weight ?? 1,
          value: value ?? null,
          score: scoreOf(question, value),
        };
      }),
    ...questionnaire.indicators.map((one): Looked => {
      const value = recorded[one.key] ?? null;
      return {
        ...{ key: one.key, section: one.section, weight: one.weight ?? 1, value },
        source: one.measure === "specialisation" ? "dataset" : "record",
        score: value === null ? null : between(value, one.low, one.high),
      };
    }),
  ];
}

/** The score of each section: the weighted mean of what is known in it, 0 to 100; `NaN` where nothing is. */
export const sectionScores = (questionnaire: Questionnaire, looked: readonly Looked[]): number[] =>
  questionnaire.sections.map(({ key }) => {
    const within = looked.filter(({ section }) => section === key);
    if (within.every(({ score }) => score === null)) return Number.NaN;
    return arithmeticIndex([within.map(({ score }) => score ?? Number.NaN)], {
      weights: within.map(({ weight }) => weight),
      unknown: "reweight",
    })[0]!;
  });
