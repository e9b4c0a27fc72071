import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { computeLater } from "../index/jobs.ts";
import type { Score } from "../index/round-result.ts";
import type { Question, Questionnaire } from "../questionnaires/schema.ts";
import { asked, readAnswer, type Value, type Wrong } from "./scoring.ts";
import * as store from "./store.ts";

const here = (ctx: Context): string => {
  if (!ctx.cluster) throw new Error("An assessment belongs to a cluster.");
  return ctx.cluster.id;
};

export interface NewRound {
  due: string;
  remindAfter: number;
  /** Slugs of the members to ask; empty for all. */
  members: readonly string[];
}

export type RoundProblem = "over-already" | "nobody-to-ask" | "open-already";

/** Asks members, or for what is about the cluster its team. The letters are a job of this transaction. */
export async function openRound(
  ctx: Context,
  questionnaire: Questionnaire,
  wanted: NewRound,
): Promise<Result<{ id: string; asked: number }, RoundProblem>> {
  const clusterId = here(ctx);
  if (wanted.due < ctx.today()) return refuse("over-already");
  const all =
    questionnaire.about === "cluster"
      ? []
      : await ctx.system("whom a round of assessments asks", ({ db }) =>
          store.membersOf(db, clusterId, ctx.today()),
        );
  const chosen = wanted.members.length > 0 ? all.filter(({ slug }) => wanted.members.includes(slug)) : all;
  if (questionnaire.about === "member" && chosen.length === 0) return refuse("nobody-to-ask");
  return ctx.write(async (unit) => {
    const open = await unit.db
      .selectFrom("assessmentRound")
      .select("id")
      .where("clusterId", "=", clusterId)
      .where("questionnaire", "=", questionnaire.key)
      .where("state", "=", "open")
      .executeTakeFirst();
    if (open) return refuse("open-already");
    const id = uuidv7();
    await unit.db
      .insertInto("assessmentRound")
      .values({
        ...{ clusterId, id, questionnaire: questionnaire.key, questionnaireVersion: questionnaire.version },
        ...{ about: questionnaire.about, content: JSON.stringify(questionnaire) },
        ...{ due: wanted.due, remindAfter: wanted.remindAfter, createdBy: ctx.actor.personId },
        openedAt: ctx.now(),
      })
      .execute();
    const rows =
      questionnaire.about === "cluster"
        ? [{ organisationId: null, wall: [] as string[] }]
        : chosen.map(({ organisationId, wall }) => ({ organisationId, wall }));
    await unit.db
      .insertInto("assessment")
      .values(rows.map((row) => ({ clusterId, id: uuidv7(), roundId: id, ...row })))
      .execute();
    if (questionnaire.about === "member")
      await unit.enqueue(
        "potential.round.letters",
        { clusterId, roundId: id },
        { key: `potential.round.letters:${id}` },
      );
    unit.audit({
      action: "assessment.open",
      subjectKind: "assessment-round",
      subjectId: id,
      after: { questionnaire: questionnaire.key, version: questionnaire.version, asked: rows.length },
    });
    return ok({ id, asked: rows.length });
  });
}

export const closeRound = (ctx: Context, round: store.Round): Promise<Result<null, "not-open">> =>
  ctx.write(async (unit) => {
    const { numUpdatedRows } = await unit.db
      .updateTable("assessmentRound")
      .set({ state: "closed", closedAt: ctx.now() })
      .where("clusterId", "=", round.clusterId)
      .where("id", "=", round.id)
      .where("state", "=", "open")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("not-open");
    unit.audit({ action: "assessment.close", subjectKind: "assessment-round", subjectId: round.id });
    await computeLater(unit, round.clusterId, round.id);
    return ok(null);
  });

export interface Opened {
  round: store.Round;
  assessment: store.Assessment;
  organisation: { slug: string; name: string } | null;
  kept: Map<string, store.Kept>;
  score: { value: Score; computedAt: Date } | null;
  before: { id: string; value: Score; openedAt: Date } | null;
}

/** An assessment with everything of it that the asker may read; `null` where it may read nothing. */
export const readAssessment = (ctx: Context, id: string): Promise<Opened | null> =>
  ctx.read(async (db) => {
    const clusterId = here(ctx);
    const assessment = await store.assessmentBy(db, ctx.actor, clusterId, id);
    if (!assessment || !can(ctx.actor, "assessment.see", assessment)) return null;
    const round = await store.roundBy(db, clusterId, assessment.roundId);
    if (!round) return null;
    const organisation = assessment.organisationId
      ? await db
          .selectFrom("organisation")
          .select(["slug", "name"])
          .where("id", "=", assessment.organisationId)
          .executeTakeFirst()
      : undefined;
    return {
      ...{ round, assessment, organisation: organisation ?? null },
      kept: await store.answersOf(db, clusterId, id),
      score: await store.scoreBy(db, clusterId, id),
      before: await store.scoreBefore(db, round, assessment.organisationId),
    };
  });

export const takesAnswers = ({ state, due }: Pick<store.Round, "state" | "due">, today: string) =>
  state === "open" && today <= due;

export type AnswerProblem = "over" | "unknown-question" | Wrong;

export interface Said {
  question: string;
  raw: unknown;
  evidence?: string | undefined;
}

/** Keeps what is right of what was sent, answer by answer, and says what is not. */
export async function keepAnswers(
  ctx: Context,
  opened: Pick<Opened, "round" | "assessment">,
  said: readonly Said[],
): Promise<{ kept: number; wrong: Record<string, AnswerProblem> }> {
  const { round, assessment } = opened;
  const wrong: Record<string, AnswerProblem> = {};
  if (!takesAnswers(round, ctx.today())) {
    for (const { question } of said) wrong[question] = "over";
    return { kept: 0, wrong };
  }
  const values: { question: Question; value: Value | null; evidence: string }[] = [];
  for (const { question: key, raw, evidence } of said) {
    const question = round.content.questions.find((one) => one.key === key);
    const read = question && readAnswer(question, raw);
    if (!question || !read) wrong[key] = "unknown-question";
    else if (!read.ok) wrong[key] = read.wrong;
    else if ((evidence ?? "").length > 1000) wrong[key] = "too-long";
    else values.push({ question, value: read.value, evidence: (evidence ?? "").trim() });
  }
  await ctx.write(async (unit) => {
    const own = { clusterId: round.clusterId, assessmentId: assessment.id };
    for (const { question, value, evidence } of values) {
      if (value === null) {
        await unit.db
          .deleteFrom("assessmentAnswer")
          .where("clusterId", "=", own.clusterId)
          .where("assessmentId", "=", own.assessmentId)
          .where("question", "=", question.key)
          .execute();
        continue;
      }
      const row = {
        value: JSON.stringify(value),
        evidence,
        personId: ctx.actor.personId,
        answeredAt: ctx.now(),
      };
      await unit.db
        .insertInto("assessmentAnswer")
        .values({ ...own, organisationId: assessment.organisationId, question: question.key, ...row })
        .onConflict((conflict) =>
          conflict.columns(["clusterId", "assessmentId", "question"]).doUpdateSet(row),
        )
        .execute();
    }
    if (values.length > 0)
      unit.audit({
        action: "assessment.answer",
        subjectKind: "assessment",
        subjectId: assessment.id,
        after: { answers: values.length },
        ...(assessment.organisationId ? { ownOf: assessment.organisationId } : {}),
      });
    // A mended answer of what was handed in already changes its score.
    if (assessment.state === "submitted") await computeLater(unit, round.clusterId, round.id);
  });
  return { kept: values.length, wrong };
}

/** Hands it in, and says whether the team may read the answers. It can be mended until the round is over. */
export const submit = (
  ctx: Context,
  { round, assessment, kept }: Pick<Opened, "round" | "assessment" | "kept">,
  shared: boolean,
): Promise<Result<null, "over" | "nothing-said">> => {
  if (!takesAnswers(round, ctx.today())) return Promise.resolve(refuse("over"));
  const values = store.valuesOf(kept);
  if (!asked(round.content, values).some(({ key }) => values[key] !== undefined))
    return Promise.resolve(refuse("nothing-said"));
  return ctx.write(async (unit) => {
    await unit.db
      .updateTable("assessment")
      .set({
        state: "submitted",
        submittedAt: ctx.now(),
        shared: assessment.organisationId === null ? false : shared,
      })
      .where("clusterId", "=", round.clusterId)
      .where("id", "=", assessment.id)
      .execute();
    unit.audit({
      action: "assessment.submit",
      subjectKind: "assessment",
      subjectId: assessment.id,
      after: { shared },
      ...(assessment.organisationId ? { ownOf: assessment.organisationId } : {}),
    });
    await computeLater(unit, round.clusterId, round.id);
    return ok(null);
  });
};

/** Sharing is taken back at any time, also when the round is over. */
export const share = (ctx: Context, { assessment }: Pick<Opened, "assessment">, shared: boolean) =>
  ctx.write(async (unit) => {
    await unit.db
      .updateTable("assessment")
      .set({ shared })
      .where("clusterId", "=", assessment.clusterId)
      .where("id", "=", assessment.id)
      .execute();
    unit.audit({
      action: "assessment.share",
      subjectKind: "assessment",
      subjectId: assessment.id,
      before: { shared: assessment.shared },
      after: { shared },
      ...(assessment.organisationId ? { ownOf: assessment.organisationId } : {}),
    });
  });
