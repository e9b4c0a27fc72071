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

type RoundProblem = "over-already" | "nobody-to-ask" | "open-already";

/** Asks members, or for what is about the cluster its team. The letters are a job of this transaction. */
export async function openRound(
  ctx: Context,
  questionnaire: Questionnaire,
  wanted: NewRound,
): Promise<Result<{ id: string }, RoundProblem>> {
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
      after: { questionnaire: questionnaire.key, version: questionnaire.version },
    });
    return ok({ id });
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
      before: await store.scoreBefore(db, ctx.actor, round, assessment.organisationId),
    };
  });

export const takesAnswers = ({ state, due }: Pick<store.Round, "state" | "due">, today: string) =>
  state === "open" && today <= due;

export type AnswerProblem = "over" | "unknown-question" | "evidence-alone" | Wrong;

export interface Said {
  question: string;
  raw: unknown;
  evidence?: string | undefined;
}

interface Read {
  question: Question;
  value: Value | null;
  evidence: string;
}

const MOST_EVIDENCE = 1000;

function readSaid({ content }: store.Round, { question: key, raw, evidence }: Said): Read | AnswerProblem {
  const question = content.questions.find((one) => one.key === key);
  const read = question && readAnswer(question, raw);
  if (!read) return "unknown-question";
  if (!read.ok) return read.wrong;
  const shows = (evidence ?? "").trim();
  if (shows.length > MOST_EVIDENCE) return "too-long";
  if (read.value === null && shows !== "") return "evidence-alone";
  return { question, value: read.value, evidence: shows };
}

/**
 * Keeps what is right of what was sent, answer by answer, and says what is not. `since` is when the form was opened: a question left
 * blank on it takes back no answer that a colleague has given meanwhile.
 */
export async function keepAnswers(
  ctx: Context,
  { round, assessment, kept }: Pick<Opened, "round" | "assessment" | "kept">,
  said: readonly Said[],
  since = ctx.now(),
): Promise<{ wrong: Record<string, AnswerProblem>; now: Map<string, Value> }> {
  const wrong: Record<string, AnswerProblem> = {};
  const now = new Map([...kept].map(([key, { value }]) => [key, value]));
  const changed: Read[] = [];
  const over = !takesAnswers(round, ctx.today());
  for (const one of said) {
    const read = over ? "over" : readSaid(round, one);
    if (typeof read === "string") {
      wrong[one.question] = read;
      continue;
    }
    const before = kept.get(read.question.key);
    const colleagues = before && before.answeredAt > since && before.personId !== ctx.actor.personId;
    if (read.value === null ? !before || colleagues : isSame(before, read)) continue;
    changed.push(read);
    if (read.value === null) now.delete(read.question.key);
    else now.set(read.question.key, read.value);
  }
  if (changed.length > 0) await writeAnswers(ctx, round, assessment, changed);
  return { wrong, now };
}

const isSame = (before: store.Kept | undefined, { value, evidence }: Read) =>
  before !== undefined &&
  before.evidence === evidence &&
  JSON.stringify(before.value) === JSON.stringify(value);

const writeAnswers = (
  ctx: Context,
  round: store.Round,
  assessment: store.Assessment,
  changed: readonly Read[],
) =>
  ctx.write(async (unit) => {
    const own = { clusterId: round.clusterId, assessmentId: assessment.id };
    const said = changed.filter(({ value }) => value !== null);
    const unsaid = changed.filter(({ value }) => value === null);
    if (unsaid.length > 0)
      await unit.db
        .deleteFrom("assessmentAnswer")
        .where("clusterId", "=", own.clusterId)
        .where("assessmentId", "=", own.assessmentId)
        .where(
          "question",
          "in",
          unsaid.map(({ question }) => question.key),
        )
        .execute();
    if (said.length > 0)
      await unit.db
        .insertInto("assessmentAnswer")
        .values(
          said.map(({ question, value, evidence }) => ({
            ...{ ...own, organisationId: assessment.organisationId, question: question.key },
            ...{ value: JSON.stringify(value), evidence },
            ...{ personId: ctx.actor.personId, answeredAt: ctx.now() },
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(["clusterId", "assessmentId", "question"]).doUpdateSet((eb) => ({
            value: eb.ref("excluded.value"),
            evidence: eb.ref("excluded.evidence"),
            personId: eb.ref("excluded.personId"),
            answeredAt: eb.ref("excluded.answeredAt"),
          })),
        )
        .execute();
    unit.audit({
      action: "assessment.answer",
      subjectKind: "assessment",
      subjectId: assessment.id,
      after: { answers: changed.length },
      ...(assessment.organisationId ? { ownOf: assessment.organisationId } : {}),
    });
    // A mended answer of what was handed in already changes its score.
    if (assessment.state === "submitted") await computeLater(unit, round.clusterId, round.id);
  });

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
