import type { Db } from "../../../kernel/gateway.ts";
import type { Judgements } from "../index/weights.ts";
import type { Questionnaire } from "./schema.ts";
import { SHIPPED } from "./shipped.ts";

/** Those that ship with the house and the newest of the cluster's own. */
export async function questionnairesOf(db: Db, clusterId: string): Promise<Questionnaire[]> {
  const rows = await db
    .selectFrom("questionnaire")
    .distinctOn("key")
    .select("content")
    .where("clusterId", "=", clusterId)
    .orderBy("key")
    .orderBy("version", "desc")
    .execute();
  return [...SHIPPED, ...rows.map(({ content }) => content as unknown as Questionnaire)];
}

export async function questionnaireBy(db: Db, clusterId: string, key: string): Promise<Questionnaire | null> {
  const shipped = SHIPPED.find((one) => one.key === key);
  if (shipped) return shipped;
  const row = await db
    .selectFrom("questionnaire")
    .select("content")
    .where("clusterId", "=", clusterId)
    .where("key", "=", key)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return (row?.content as unknown as Questionnaire | undefined) ?? null;
}

export async function judgementsOf(
  db: Db,
  clusterId: string,
  questionnaire: string,
): Promise<Judgements | null> {
  const row = await db
    .selectFrom("potentialWeighting")
    .select("judgements")
    .where("clusterId", "=", clusterId)
    .where("questionnaire", "=", questionnaire)
    .executeTakeFirst();
  return (row?.judgements as Judgements | undefined) ?? null;
}
