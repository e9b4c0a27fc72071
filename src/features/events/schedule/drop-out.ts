import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { displayName } from "../../../ui/index.ts";
import type { EventRow } from "../event/store.ts";
import { sayEvents } from "../messages.ts";
import type { RegistrationRow } from "../registrations/store.ts";

/**
 * The talks to come of somebody who does not come are called off. Those they would have met are told, and what was freed is planned anew: the
 * team publishes what comes of it.
 */
export async function callOffTalks(
  unit: Unit,
  ctx: Context,
  event: EventRow,
  registration: RegistrationRow,
): Promise<number> {
  if (event.state !== "published") return 0;
  const { clusterId } = event;
  const talks = await unit.db
    .selectFrom("meeting as m")
    .innerJoin("meetingParty as p", (join) =>
      join.onRef("p.clusterId", "=", "m.clusterId").onRef("p.meetingId", "=", "m.id"),
    )
    .innerJoin("eventSlot as s", (join) =>
      join.onRef("s.clusterId", "=", "m.clusterId").onRef("s.id", "=", "m.slotId"),
    )
    .select("m.id")
    .where("m.clusterId", "=", clusterId)
    .where("p.registrationId", "=", registration.id)
    .where("m.state", "=", "planned")
    .where("s.toAt", ">", ctx.now())
    .execute();
  if (talks.length === 0) return 0;
  const ids = talks.map(({ id }) => id);
  const name = displayName(registration.organisationName).slice(0, 120);
  await unit.db
    .updateTable("meetingParty")
    .set({ agreed: false })
    .where("clusterId", "=", clusterId)
    .where("meetingId", "in", ids)
    .execute();
  await unit.db
    .updateTable("meeting")
    .set({
      state: "cancelled",
      because: sayEvents(ctx.locale)("because.dropped-out", { name }),
      sequence: sql`sequence + 1`,
      updatedAt: ctx.now(),
    })
    .where("clusterId", "=", clusterId)
    .where("id", "in", ids)
    .execute();
  await unit.enqueue("events.changed", {
    clusterId,
    eventId: event.id,
    at: ctx.now().toISOString(),
    // Whoever drops out knows.
    except: registration.id,
  });
  await unit.enqueue("events.replan", { clusterId, eventId: event.id }, { key: `events.replan:${event.id}` });
  return ids.length;
}
