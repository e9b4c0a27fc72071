import { type SignalName, startWeights, type Weights } from "@kontor/matching";
import type { ClusterId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Learned } from "./found.ts";

/** What a ranking is done by: the start weights, or what this cluster's answers made of them. */
export interface Ground {
  weights: Weights;
  /** 0: the start weights. */
  version: number;
  learned: Learned | null;
}

export const START: Ground = { weights: startWeights, version: 0, learned: null };

/** Less than that is not worth a word. */
const TELLING = 0.05;

export async function groundOf(db: Db, clusterId: ClusterId): Promise<Ground> {
  const row = await db
    .selectFrom("matchWeights")
    .select(["version", "weights", "learnedAt", "examples", "good"])
    .where("clusterId", "=", clusterId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return START;
  const weights = { ...startWeights, ...(row.weights as unknown as Partial<Weights>) };
  const moved = (Object.keys(startWeights) as SignalName[])
    .map((signal) => ({ signal, factor: weights[signal] / startWeights[signal] }))
    .filter(({ factor }) => Math.abs(factor - 1) >= TELLING)
    .sort((a, b) => Math.abs(Math.log(b.factor || 0.01)) - Math.abs(Math.log(a.factor || 0.01)));
  const { version, learnedAt, examples, good } = row;
  return { weights, version, learned: { version, learnedAt, examples, good, moved } };
}
