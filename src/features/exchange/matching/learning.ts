import { type Example, learn, type SignalName, startWeights } from "@kontor/matching";
import { sql } from "kysely";
import type { Job } from "../../../access/feature.ts";
import type { ClusterId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { NotRelevant, Verdict } from "./found.ts";
import { groundOf } from "./weights.ts";

/** After so many needs a cluster's own answers count as much as the start weights. */
const PRIOR = 25;
/** A smaller change is none: it would only make another version. */
const LEAST_CHANGE = 0.005;

interface Answer {
  needId: string;
  signals: Partial<Record<SignalName, number>>;
  verdict: Verdict | null;
  reason: NotRelevant | null;
  /** How far the introduction of the two came, where there was one. */
  introduction: string | null;
  outcome: string | null;
}

/**
 * Learns the weights of a cluster anew from everything said of suggestions there and from what came of introductions. What an owner
 * keeps from the team teaches nothing: nobody could tell from the weights that there is such a need.
 */
export const learnJob: Job = async ({ clusterId }, house) => {
  await house.system("learning from answers to suggestions", async ({ db }) => {
    const id = String(clusterId);
    const answers = await answersIn(db, id);
    const examples = [...Map.groupBy(answers, (one) => one.needId).values()].map(exampleOf);
    const { weights, used } = learn(examples, { start: startWeights, prior: PRIOR });
    const ground = await groundOf(db, id);
    const names = Object.keys(startWeights) as SignalName[];
    if (names.every((name) => Math.abs(weights[name] - ground.weights[name]) < LEAST_CHANGE)) return;
    const judged = answers.filter((one) => worthOf(one) !== null);
    await db
      .insertInto("matchWeights")
      .values({
        clusterId: id,
        version: ground.version + 1,
        weights: JSON.stringify(weights),
        examples: used === 0 ? 0 : judged.length,
        good: judged.filter((one) => worthOf(one)! >= 0.5).length,
        learnedAt: house.now(),
      })
      .execute();
  });
};

const answersIn = async (db: Db, clusterId: ClusterId): Promise<Answer[]> =>
  (
    await sql<Answer>`
      select s.need_id, s.signals, f.verdict, f.reason, came.state as introduction, came.outcome
      from match_suggestion s
      join need n on n.cluster_id = s.cluster_id and n.id = s.need_id and n.mediated
      left join match_feedback f on f.cluster_id = s.cluster_id and f.need_id = s.need_id and f.organisation_id = s.organisation_id
        and f.side = 'need' and f.taken_back_at is null
      left join lateral (
        select i.state, (select o.kind from outcome o where o.cluster_id = i.cluster_id and o.introduction_id = i.id
          and o.state = 'confirmed' order by o.stated_at desc limit 1) as outcome
        from introduction_side a
        join introduction i on i.cluster_id = a.cluster_id and i.id = a.introduction_id and i.mediated
        join introduction_side b on b.cluster_id = a.cluster_id and b.introduction_id = a.introduction_id and b.side <> a.side
        where a.need_id = s.need_id and a.organisation_id = n.organisation_id and b.organisation_id = s.organisation_id
        order by i.created_at desc limit 1
      ) came on true
      where s.cluster_id = ${clusterId}::uuid and s.side = 'need'
      order by s.need_id, s.place`.execute(db)
  ).rows;

/** What was shown and left alone was not chosen; that is what the chosen one is compared with. */
const exampleOf = (answers: readonly Answer[]): Example =>
  answers.map((one) => ({ values: one.signals, outcome: worthOf(one) ?? 0 }));

/** 1 for what led somewhere, 0 for what was of no use; `null` where nothing was said and nothing came. */
export function worthOf({
  verdict,
  reason,
  introduction,
  outcome,
}: Omit<Answer, "needId" | "signals">): number | null {
  if (outcome !== null && outcome !== "nothing") return 1;
  if (introduction === "met" || introduction === "closed" || introduction === "accepted") return 0.8;
  if (verdict === "good") return 1;
  if (verdict === "not-relevant")
    return reason === "known-already" ? 0.6 : reason === "no-capacity" ? 0.4 : 0;
  return introduction === null ? null : introduction === "declined" ? 0.2 : 0.6;
}
