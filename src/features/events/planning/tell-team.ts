import type { SystemUnit } from "../../../kernel/gateway.ts";
import { notify } from "../../notices/feature.ts";
import { planHref } from "../address.ts";
import type { EventRow } from "../event/store.ts";
import { sayEvents } from "../messages.ts";
import type { PlanMode } from "../words.ts";

/** The plan somebody waits for is ready; or the house has found what can take the place of what fell out. */
export async function tellTeamOfPlan(
  unit: SystemUnit,
  event: EventRow,
  { mode, talks, askedBy }: { planId: string; mode: PlanMode; talks: number; askedBy: string | null },
): Promise<void> {
  const { slug } = await unit.db
    .selectFrom("cluster")
    .select("slug")
    .where("id", "=", event.clusterId)
    .executeTakeFirstOrThrow();
  const key = mode === "around" ? "told.replanned" : "told.plan-ready";
  const values = { title: event.title.slice(0, 120), talks };
  await notify(unit, {
    to: mode === "anew" && askedBy ? { person: askedBy } : { team: event.clusterId },
    clusterId: event.clusterId,
    topic: "events",
    text: { en: sayEvents("en")(key, values), de: sayEvents("de")(key, values) },
    href: planHref({ slug }, event.id),
    key: `event-plan:${event.id}`,
    wall: event.wall,
    urgent: mode === "around",
  });
}
