import type { Context } from "../../../access/context.ts";
import { type OwnAssessment, ownAssessments, type Round, roundsOf, scoreBy } from "../assessments/store.ts";
import type { Questionnaire } from "../questionnaires/schema.ts";
import { judgementsOf, questionnaireBy, questionnairesOf } from "../questionnaires/store.ts";
import type { RoundResult, Score } from "./round-result.ts";
import { resultOf, type Stored } from "./store.ts";
import type { Judgements } from "./weights.ts";

const here = (ctx: Context): string => {
  if (!ctx.cluster) throw new Error("Potential belongs to a cluster.");
  return ctx.cluster.id;
};

export interface Overview {
  lines: {
    questionnaire: Questionnaire;
    round: Round | null;
    result: Stored<RoundResult> | null;
    cluster: Stored<Score> | null;
    own: OwnAssessment | null;
  }[];
  rounds: number;
  open: number;
}

/** The questionnaires of the cluster with the newest round of each. */
export const readOverview = (ctx: Context): Promise<Overview> =>
  ctx.read(async (db) => {
    const clusterId = here(ctx);
    const questionnaires = await questionnairesOf(db, clusterId);
    const rounds = await roundsOf(db, clusterId);
    const own = await ownAssessments(db, ctx.actor, clusterId);
    const lines: Overview["lines"] = [];
    for (const questionnaire of questionnaires) {
      const asked = rounds.filter((one) => one.questionnaire === questionnaire.key);
      const told = asked.find(({ state, about }) => state === "closed" || about === "cluster");
      lines.push({
        questionnaire,
        round: asked[0] ?? null,
        result: told ? await resultOf<RoundResult>(db, clusterId, "round", told.id) : null,
        cluster:
          questionnaire.about === "cluster" && told
            ? await resultOf<Score>(db, clusterId, "cluster", questionnaire.key)
            : null,
        own: own.find(({ roundId }) => asked.some(({ id }) => id === roundId)) ?? null,
      });
    }
    return { lines, rounds: rounds.length, open: rounds.filter(({ state }) => state === "open").length };
  });

export interface IndexRead {
  questionnaire: Questionnaire;
  rounds: Round[];
  /** The one shown: the one asked for, else the newest that tells something, else the newest. */
  round: Round | null;
  result: Stored<RoundResult> | null;
  cluster: Stored<Score> | null;
  own: { assessment: OwnAssessment; score: Score | null } | null;
  judgements: Judgements | null;
}

export const findQuestionnaire = (ctx: Context, key: string): Promise<Questionnaire | null> =>
  ctx.read((db) => questionnaireBy(db, here(ctx), key));

export const readIndex = (
  ctx: Context,
  questionnaire: Questionnaire,
  wanted: string | undefined,
): Promise<IndexRead> =>
  ctx.read(async (db) => {
    const clusterId = here(ctx);
    const rounds = await roundsOf(db, clusterId, questionnaire.key);
    const round =
      rounds.find(({ id }) => id === wanted) ??
      rounds.find(({ state }) => state === "closed") ??
      rounds[0] ??
      null;
    const cluster =
      round?.about === "cluster"
        ? await resultOf<Score & { roundId: string }>(db, clusterId, "cluster", questionnaire.key)
        : null;
    const own = round
      ? (await ownAssessments(db, ctx.actor, clusterId)).find(({ roundId }) => roundId === round.id)
      : undefined;
    return {
      // As it was asked: the questionnaire may have changed since.
      questionnaire: round?.content ?? questionnaire,
      ...{ rounds, round },
      result: round ? await resultOf<RoundResult>(db, clusterId, "round", round.id) : null,
      // What was said in earlier rounds is with their assessments.
      cluster: cluster?.value.roundId === round?.id ? cluster : null,
      own: own ? { assessment: own, score: (await scoreBy(db, clusterId, own.id))?.value ?? null } : null,
      judgements: await judgementsOf(db, clusterId, questionnaire.key),
    };
  });
