import type { Context } from "../../../access/context.ts";
import { TAKEN } from "../address.ts";
import { computeLater } from "../index/jobs.ts";
import { type Judgements, pairsOf } from "../index/weights.ts";
import { sayPotential } from "../messages.ts";
import { Questionnaire } from "./schema.ts";
import { isShipped } from "./shipped.ts";

export type Typed = Readonly<Record<string, string | string[]>>;
type Read<T> = { ok: true; value: T } | { ok: false; problems: Record<string, string> };

const text = (typed: Typed, name: string) => String(typed[name] ?? "").trim();

/** The questionnaire as a form changed it: texts, weights, left out and added questions. Scales and branches stay as they were. */
export function readEdited(
  ctx: Context,
  base: Questionnaire,
  typed: Typed,
  known: readonly string[],
): Read<Questionnaire> {
  const say = sayPotential(ctx.locale);
  const problems: Record<string, string> = {};
  const copying = isShipped(base.key);
  const key = copying ? text(typed, "key") : base.key;
  if (
    copying &&
    (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > 60 || TAKEN.includes(key) || known.includes(key))
  )
    problems.key = say("problem.key");
  const title = { en: text(typed, "title-en"), de: text(typed, "title-de") };
  for (const language of ["en", "de"] as const)
    if (title[language] === "") problems[`title-${language}`] = say("problem.both");

  const questions: Questionnaire["questions"] = [];
  for (const question of base.questions) {
    const en = text(typed, `en-${question.key}`);
    const de = text(typed, `de-${question.key}`);
    if (en === "" && de === "") continue;
    if (en === "" || de === "") problems[`${en === "" ? "en" : "de"}-${question.key}`] = say("problem.both");
    const weight = Number((text(typed, `w-${question.key}`) || "1").replace(",", "."));
    if (!(weight > 0 && weight <= 10)) problems[`w-${question.key}`] = say("problem.weight");
    questions.push({ ...question, text: { en, de }, weight });
  }
  for (const section of base.sections) {
    const en = text(typed, `new-en-${section.key}`);
    const de = text(typed, `new-de-${section.key}`);
    if (en === "" && de === "") continue;
    if (en === "" || de === "")
      problems[`new-${en === "" ? "en" : "de"}-${section.key}`] = say("problem.both");
    const used = new Set(base.questions.map((one) => one.key));
    let n = 1;
    while (used.has(`${section.key}-own-${n}`)) n++;
    questions.push({ key: `${section.key}-own-${n}`, section: section.key, kind: "scale", text: { en, de } });
  }
  // What hangs on a question that was left out is asked of everybody.
  const kept = new Set(questions.map((one) => one.key));
  const free = questions.map(({ when, ...rest }) =>
    when && kept.has(when.question) ? { ...rest, when } : rest,
  );
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const read = Questionnaire.safeParse({
    ...base,
    ...{ key, title, questions: free },
    version: copying ? 1 : base.version + 1,
    ...(copying ? { basedOn: `${base.key} ${base.version}` } : {}),
  });
  return read.success
    ? { ok: true, value: read.data }
    : { ok: false, problems: { "": say("problem.empty-part") } };
}

/** `false` where somebody else has just kept that version. */
export const saveQuestionnaire = (ctx: Context, questionnaire: Questionnaire): Promise<boolean> =>
  ctx.write(async (unit) => {
    const { numInsertedOrUpdatedRows } = await unit.db
      .insertInto("questionnaire")
      .values({
        clusterId: ctx.cluster!.id,
        key: questionnaire.key,
        version: questionnaire.version,
        content: JSON.stringify(questionnaire),
        createdBy: ctx.actor.personId,
        createdAt: ctx.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) return false;
    unit.audit({
      action: "questionnaire.write",
      subjectKind: "questionnaire",
      after: { key: questionnaire.key, version: questionnaire.version },
    });
    return true;
  });

/** What can be said of a pair: odd steps of Saaty's scale, to both sides. */
export const JUDGEMENTS = [9, 7, 5, 3, 1, 1 / 3, 1 / 5, 1 / 7, 1 / 9] as const;
const SIGNS = ["9", "7", "5", "3", "1", "1/3", "1/5", "1/7", "1/9"] as const;
export const signOf = (value: number | undefined): string =>
  value === undefined ? "" : (SIGNS[JUDGEMENTS.findIndex((one) => Math.abs(one - value) < 1e-9)] ?? "");

export function readJudgements(ctx: Context, questionnaire: Questionnaire, typed: Typed): Read<Judgements> {
  const problems: Record<string, string> = {};
  const judgements: Record<string, number> = {};
  for (const [a, b] of pairsOf(questionnaire.sections.map(({ key }) => key))) {
    const at = (SIGNS as readonly string[]).indexOf(text(typed, `${a}:${b}`));
    if (at < 0) problems[`${a}:${b}`] = sayPotential(ctx.locale)("problem.judgement");
    else judgements[`${a}:${b}`] = JUDGEMENTS[at]!;
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, value: judgements };
}

/** Keeps the judgements; every round of the questionnaire is computed anew with them. */
export const saveJudgements = (ctx: Context, questionnaire: Questionnaire, judgements: Judgements) =>
  ctx.write(async (unit) => {
    const clusterId = ctx.cluster!.id;
    const row = {
      judgements: JSON.stringify(judgements),
      judgedBy: ctx.actor.personId,
      judgedAt: ctx.now(),
    };
    await unit.db
      .insertInto("potentialWeighting")
      .values({ clusterId, questionnaire: questionnaire.key, ...row })
      .onConflict((conflict) => conflict.columns(["clusterId", "questionnaire"]).doUpdateSet(row))
      .execute();
    const rounds = await unit.db
      .selectFrom("assessmentRound")
      .select("id")
      .where("clusterId", "=", clusterId)
      .where("questionnaire", "=", questionnaire.key)
      .execute();
    for (const { id } of rounds) await computeLater(unit, clusterId, id);
    unit.audit({
      action: "questionnaire.weigh",
      subjectKind: "questionnaire",
      after: { key: questionnaire.key, judgements },
    });
  });
