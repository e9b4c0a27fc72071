import { sql } from "kysely";
import type { Db, Unit } from "../../../kernel/gateway.ts";

export interface Stored<T> {
  value: T;
  computedAt: Date;
  tookMs: number;
}

/** What was computed of many, by its name. */
export async function resultOf<T>(
  db: Db,
  clusterId: string,
  name: "round" | "cluster" | "stage" | "platforms",
  params = "",
): Promise<Stored<T> | null> {
  const row = await db
    .selectFrom("potentialResult")
    .select(["value", "computedAt", "tookMs"])
    .where("clusterId", "=", clusterId)
    .where("name", "=", name)
    .where("params", "=", params)
    .executeTakeFirst();
  return (row as unknown as Stored<T> | undefined) ?? null;
}

export async function saveResult(
  { db }: Pick<Unit, "db">,
  clusterId: string,
  name: "round" | "cluster" | "stage" | "platforms",
  params: string,
  value: unknown,
  at: Date,
  tookMs: number,
): Promise<void> {
  const row = { value: JSON.stringify(value), computedAt: at, tookMs: Math.round(tookMs) };
  await db
    .insertInto("potentialResult")
    .values({ clusterId, name, params, ...row })
    .onConflict((conflict) => conflict.columns(["clusterId", "name", "params"]).doUpdateSet(row))
    .execute();
}

export async function saveScores(
  { db }: Pick<Unit, "db">,
  clusterId: string,
  scores: readonly { assessmentId: string; organisationId: string | null; value: unknown }[],
  at: Date,
): Promise<void> {
  for (let from = 0; from < scores.length; from += 200)
    await db
      .insertInto("assessmentScore")
      .values(
        scores.slice(from, from + 200).map(({ assessmentId, organisationId, value }) => ({
          ...{ clusterId, assessmentId, organisationId },
          value: JSON.stringify(value),
          computedAt: at,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(["clusterId", "assessmentId"])
          .doUpdateSet({ value: sql`excluded.value`, computedAt: at }),
      )
      .execute();
}
