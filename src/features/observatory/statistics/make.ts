import { AnalyticsError } from "@kontor/analytics";
import { sql } from "kysely";
import type { Job } from "../../../access/feature.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { cellsOf, type SafeCell, type Source, safeCells, sharing } from "./table.ts";
import { TOPICS, topicOf } from "./topics.ts";

export const MAKE = "observatory.statistics.make";

/** Makes a table that was asked for: reads the records as they are, keeps back what must be, and writes all of it or nothing. */
export const makeStatistic: Job = async ({ clusterId, id }, house) => {
  await house.system("statistics", async ({ db, audit }) => {
    // One table at a time in the house: each is protected against all before it, also of clusters that share members.
    await sql`select pg_advisory_xact_lock(hashtextextended('statistics', 0))`.execute(db);
    const asked = await db
      .selectFrom("statistic")
      .selectAll()
      .where("clusterId", "=", String(clusterId))
      .where("id", "=", String(id))
      .where("state", "=", "making")
      .executeTakeFirst();
    const topic = asked && topicOf(asked.topic);
    if (!topic) return;
    const at = { clusterId: asked.clusterId, statisticId: asked.id };
    const settle = (state: "out" | "failed") =>
      db
        .updateTable("statistic")
        .set({ state, madeAt: house.now() })
        .where("clusterId", "=", at.clusterId)
        .where("id", "=", at.statisticId)
        .execute();
    const cells = cellsOf(await topic.read(db, asked.clusterId, asked.day));
    const out = sharing(cells, await figuresOut(db, topic.unit));
    let safe: SafeCell[];
    try {
      safe = safeCells(cells, out, asked, topic.unit === null);
    } catch (error) {
      if (!(error instanceof AnalyticsError)) throw error;
      // Under stricter rules than those of earlier tables these may tell too much already.
      await settle("failed");
      return;
    }
    await write(db, at, safe);
    await settle("out");
    audit({
      action: "statistic.made",
      subjectKind: "statistic",
      subjectId: asked.id,
      clusterId: asked.clusterId,
      after: { topic: asked.topic, day: asked.day, cells: safe.length },
    });
  });
};

/** Rows of one statement. */
const BATCH = 1000;

async function write(db: Db, at: { clusterId: string; statisticId: string }, cells: readonly SafeCell[]) {
  for (let from = 0; from < cells.length; from += BATCH) {
    const rows = cells.slice(from, from + BATCH).map((cell, i) => ({ ...cell, position: from + i }));
    await db
      .insertInto("statisticCell")
      .values(
        rows.map(({ position, codes, value }) => ({ ...at, position, codes: codes as string[], value })),
      )
      .execute();
    await db
      .insertInto("statisticSource")
      .values(rows.map(({ position, keys, amounts }) => ({ ...at, position, keys, amounts })))
      .execute();
  }
}

/** Every figure of a unit that any cluster gave out, in whatever table and at whatever time. */
async function figuresOut(db: Db, unit: "euro" | null): Promise<Source[]> {
  const topics = Object.entries(TOPICS).flatMap(([name, topic]) => (topic.unit === unit ? [name] : []));
  return db
    .selectFrom("statisticSource")
    .innerJoin("statistic", (join) =>
      join
        .onRef("statistic.clusterId", "=", "statisticSource.clusterId")
        .onRef("statistic.id", "=", "statisticSource.statisticId"),
    )
    .select(["statisticSource.keys", "statisticSource.amounts"])
    .distinct()
    .where("statistic.state", "=", "out")
    .where("statistic.topic", "in", topics)
    .orderBy("statisticSource.keys")
    .orderBy("statisticSource.amounts")
    .execute();
}
