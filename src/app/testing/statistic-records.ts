import type { Db } from "../../kernel/gateway.ts";

/** A table that was given out to the cluster, with one figure kept back. */
export async function fillStatistic(db: Db, clusterId: string, id: string) {
  await db
    .insertInto("statistic")
    .values({
      clusterId,
      id,
      topic: "members",
      day: "2025-01-01",
      state: "out",
      minimum: 3,
      dominance: 0.75,
      width: 0.2,
    })
    .execute();
  await db
    .insertInto("statisticCell")
    .values([
      { clusterId, statisticId: id, position: 0, codes: ["enterprise", null] as string[], value: 3 },
      { clusterId, statisticId: id, position: 1, codes: ["research", null] as string[], value: null },
    ])
    .execute();
}
