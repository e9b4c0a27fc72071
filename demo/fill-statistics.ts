import type { SystemUnit } from "../src/kernel/gateway.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import type { Days } from "./days.ts";

/** Tables that three clusters have given out: by a job, as when their team asks for them. */
export async function fillStatistics(
  { db, enqueue }: SystemUnit,
  clusters: ReadonlyMap<string, string>,
  days: Days,
): Promise<void> {
  for (const slug of ["aviation", "maritime", "logistics"]) {
    const clusterId = clusters.get(slug)!;
    for (const topic of ["members", "places", "funding", "needs"]) {
      const id = uuidv7();
      await db
        .insertInto("statistic")
        .values({ clusterId, id, topic, day: days.today, minimum: 3, dominance: 0.75, width: 0.2 })
        .execute();
      await enqueue("observatory.statistics.make", { clusterId, id });
    }
  }
}
