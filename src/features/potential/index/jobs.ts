import { sql } from "kysely";
import type { Job } from "../../../access/feature.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { type Answers, lookAt, type Value } from "../assessments/scoring.ts";
import { type Round, roundBy } from "../assessments/store.ts";
import { judgementsOf } from "../questionnaires/store.ts";
import { countRecords, recordedOf, recordedOfCluster } from "./records.ts";
import {
  type Unit as Answered,
  computeRound,
  type RoundBefore,
  type RoundResult,
  type Score,
} from "./round-result.ts";
import { resultOf, saveResult, saveScores } from "./store.ts";

export const computeLater = (unit: Pick<Unit, "enqueue">, clusterId: string, roundId: string) =>
  unit.enqueue(
    "potential.round.compute",
    { clusterId, roundId },
    { key: `potential.round.compute:${roundId}` },
  );

/** The scores of everybody who answered a round, and what may be told of them together. */
export const computeRoundJob: Job = async (payload, house) => {
  const { clusterId, roundId } = payload as { clusterId: string; roundId: string };
  const today = house.now().toISOString().slice(0, 10);
  const begun = performance.now();
  await house.system("scores of a round of assessments", async (unit) => {
    const { db } = unit;
    const round = await roundBy(db, clusterId, roundId);
    if (!round) return;
    const { rows } = await sql<{
      id: string;
      organisationId: string | null;
      shared: boolean;
      note: string | null;
      counted: Score["counted"] | null;
      answers: Record<string, Value>;
    }>`
      select a.id, a.organisation_id, a.shared, a.note, s.value ->> 'counted' as counted, coalesce((select jsonb_object_agg(w.question, w.value) from assessment_answer w
        where w.cluster_id = a.cluster_id and w.assessment_id = a.id), '{}') as answers
      from assessment a left join assessment_score s on s.cluster_id = a.cluster_id and s.assessment_id = a.id
      where a.cluster_id = ${clusterId}::uuid and a.round_id = ${roundId}::uuid and a.state = 'submitted'
      order by a.id`.execute(db);
    const counts = await countRecords(db, clusterId, today);
    const byOrganisation = new Map(counts.map((one) => [one.organisationId, one]));
    const ofCluster =
      round.about === "cluster" ? await recordedOfCluster(db, clusterId, round.content, counts, today) : null;
    const units = rows.map(({ id, organisationId, shared, answers }): Answered => {
      const recorded =
        ofCluster ??
        recordedOf(round.content, organisationId ? byOrganisation.get(organisationId) : undefined);
      return { id, organisationId, shared, looked: lookAt(round.content, answers as Answers, recorded) };
    });
    const { scores, result } = computeRound(round.content, units, {
      closed: round.state === "closed",
      judgements: await judgementsOf(db, clusterId, round.questionnaire),
      before: round.about === "member" ? await before(db, round) : null,
      counted: new Map(rows.map(({ id, counted }) => [id, counted])),
    });
    const at = house.now();
    await saveScores(
      unit,
      clusterId,
      units.map(({ id, organisationId }) => ({
        ...{ assessmentId: id, organisationId },
        value: scores.get(id)!,
      })),
      at,
    );
    const took = performance.now() - begun;
    const note = rows.every((one) => one.note === rows[0]!.note) ? (rows[0]?.note ?? null) : null;
    await saveResult(unit, clusterId, "round", roundId, { ...result, note }, at, took);
    // The round after it can be compared now.
    if (result.of !== null && rows.every(({ counted }) => counted === null)) await computeNext(unit, round);
    // What the team says of the cluster is no member's answer: all of the cluster may know it.
    const [cluster] = round.about === "cluster" ? [...scores.values()] : [];
    if (cluster)
      await saveResult(unit, clusterId, "cluster", round.questionnaire, { ...cluster, roundId }, at, took);
  });
};

async function computeNext(
  unit: Unit,
  { clusterId, questionnaire, questionnaireVersion, openedAt }: Round,
): Promise<void> {
  const next = await unit.db
    .selectFrom("assessmentRound")
    .select("id")
    .where("clusterId", "=", clusterId)
    .where("questionnaire", "=", questionnaire)
    .where("questionnaireVersion", "=", questionnaireVersion)
    .where(sql<boolean>`opened_at > ${openedAt}`)
    .orderBy("openedAt")
    .limit(1)
    .executeTakeFirst();
  if (next) await computeLater(unit, clusterId, next.id);
}

/** The round told of before this one, of the same questionnaire. */
async function before(
  db: Unit["db"],
  round: { clusterId: string; questionnaire: string; questionnaireVersion: number; openedAt: Date },
): Promise<RoundBefore | null> {
  const { rows } = await sql<{ roundId: string; organisationId: string; value: Score }>`
    select a.round_id, a.organisation_id, s.value from assessment a
    join assessment_score s on s.cluster_id = a.cluster_id and s.assessment_id = a.id
    where a.cluster_id = ${round.clusterId}::uuid and a.organisation_id is not null and a.round_id = (
      select r.id from assessment_round r where r.cluster_id = ${round.clusterId}::uuid and r.state = 'closed'
        and r.questionnaire = ${round.questionnaire} and r.questionnaire_version = ${round.questionnaireVersion}
        and r.opened_at < ${round.openedAt} order by r.opened_at desc limit 1)`.execute(db);
  const [first] = rows;
  if (!first) return null;
  const told = await resultOf<RoundResult>(db, round.clusterId, "round", first.roundId);
  return {
    round: first.roundId,
    scores: new Map(rows.map((row) => [row.organisationId, row.value])),
    result: told?.value ?? null,
  };
}
