import { AnalyticsError } from "@kontor/analytics";
import { sql } from "kysely";
import type { Job } from "../../../access/feature.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { cellsOf, type Source, safeCells } from "./table.ts";
import { TOPICS, topicOf } from "./topics.ts";

export const MAKE = "observatory.statistics.make";

/** Makes a table that was asked for: reads the records as they are, keeps back what must be, and writes all of it or nothing. */
export const makeStatistic: Job = async ({ clusterId, id }, house) => {
  await house.system("statistics", async ({ db, audit }) => {
    // One table at a time in a cluster: each is protected against those before it.
    await sql`select id from cluster where id = ${String(clusterId)}::uuid for update`.execute(db);
    const asked = await db
      .selectFrom("statistic")
      .selectAll()
      .where("clusterId", "=", String(clusterId))
      .where("id", "=", String(id))
      .where("state", "=", "making")
      .executeTakeFirst();
    const topic = asked && topicOf(asked.topic);
    if (!topic) return;
    const rows = await topic.read(db, asked.clusterId, asked.day);
    const out = await figuresOut(db, asked.clusterId, topic.unit);
    const { minimum, dominance, width } = asked;
    const settle = (state: "out" | "failed") =>
      db
        .updateTable("statistic")
        .set({ state, madeAt: house.now() })
        .where("clusterId", "=", asked.clusterId)
        .where("id", "=", asked.id)
        .execute();
    let cells: ReturnType<typeof safeCells>;
    try {
      cells = safeCells(
        cellsOf(asked.clusterId, rows),
        out,
        { minimum, dominance, width },
        topic.unit === null,
      );
    } catch (error) {
      if (!(error instanceof AnalyticsError)) throw error;
      // Under stricter rules than those of earlier tables these may tell too much already.
      await settle("failed");
      return;
    }
    for (const [position, { codes, value, keys, amounts }] of cells.entries()) {
      const at = { clusterId: asked.clusterId, statisticId: asked.id, position };
      await db
        .insertInto("statisticCell")
        .values({ ...at, codes: codes as string[], value })
        .execute();
      if (value !== null)
        await db
          .insertInto("statisticSource")
          .values({ ...at, keys, amounts })
          .execute();
    }
    await settle("out");
    audit({
      action: "statistic.made",
      subjectKind: "statistic",
      subjectId: asked.id,
      clusterId: asked.clusterId,
      after: { topic: asked.topic, day: asked.day, cells: cells.length },
    });
  });
};

/** Every figure of a unit that a cluster gave out, in whatever table. */
async function figuresOut(db: Db, clusterId: string, unit: "euro" | null): Promise<Source[]> {
  const topics = Object.entries(TOPICS).flatMap(([name, topic]) => (topic.unit === unit ? [name] : []));
  return db
    .selectFrom("statisticSource")
    .innerJoin("statistic", (join) =>
      join
        .onRef("statistic.clusterId", "=", "statisticSource.clusterId")
        .onRef("statistic.id", "=", "statisticSource.statisticId"),
    )
    .select(["statisticSource.keys", "statisticSource.amounts"])
    .where("statistic.clusterId", "=", clusterId)
    .where("statistic.state", "=", "out")
    .where("statistic.topic", "in", topics)
    .orderBy("statistic.madeAt")
    .orderBy("statisticSource.position")
    .execute();
}
