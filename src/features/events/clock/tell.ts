import { levelsOpen } from "../../../access/identity.ts";
import type { MembershipRole, OrganisationId } from "../../../kernel/actor.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Visibility } from "../../../kernel/visibility.ts";
import { type Addressee, type NewNotice, notify } from "../../notices/feature.ts";
import { eventHref, planHref, scheduleHref, wishesHref } from "../address.ts";
import type { EventRow } from "../event/store.ts";
import { sayEvents } from "../messages.ts";
import { comersOf } from "../registrations/comers.ts";
import { sayDay, sayUntil } from "../times.ts";

type Key = "told.open" | "told.wish" | "told.plan" | "told.results";

async function tell(
  unit: SystemUnit,
  event: EventRow,
  to: Addressee,
  key: Key,
  href: string,
  more: Partial<NewNotice> = {},
): Promise<void> {
  const text = (locale: Locale) =>
    sayEvents(locale)(key, {
      title: event.title.slice(0, 120),
      day: sayDay(event.startsAt, event.zone, locale),
      until: sayUntil(
        event.state === "open" && key === "told.open" ? event.registerUntil : event.wishUntil,
        event.zone,
        locale,
      ),
    });
  await notify(unit, {
    to,
    clusterId: event.clusterId,
    topic: "events",
    text: { en: text("en"), de: text("de") },
    href,
    wall: event.wall,
    ...more,
  });
}

const slugOf = async ({ db }: SystemUnit, event: EventRow) =>
  db.selectFrom("cluster").select("slug").where("id", "=", event.clusterId).executeTakeFirstOrThrow();

/** The members to whom the event is open at all. */
export async function membersToTell(unit: SystemUnit, event: EventRow, now: Date): Promise<OrganisationId[]> {
  const today = now.toISOString().slice(0, 10);
  const members = await unit.db
    .selectFrom("membership as m")
    .innerJoin("organisation as o", "o.id", "m.organisationId")
    .select(["m.organisationId", "m.role", "o.kind"])
    .where("m.clusterId", "=", event.clusterId)
    .where("m.since", "<=", today)
    .where((eb) => eb.or([eb("m.until", "is", null), eb("m.until", ">", today)]))
    .where("m.role", "<>", "applicant")
    .execute();
  return members
    .filter(
      ({ organisationId, role, kind }) =>
        !event.wall.includes(organisationId) &&
        levelsOpen(null, role as MembershipRole, kind).includes(event.visibility as Visibility),
    )
    .map(({ organisationId }) => organisationId);
}

export async function tellOpen(
  unit: SystemUnit,
  event: EventRow,
  members: readonly OrganisationId[],
): Promise<void> {
  const href = eventHref(await slugOf(unit, event), event.id);
  for (const organisation of members)
    await tell(unit, event, { organisation, roles: ["owner", "editor"] }, "told.open", href, {
      key: `event:${event.id}`,
    });
}

export async function tellWishes(unit: SystemUnit, event: EventRow): Promise<void> {
  const cluster = await slugOf(unit, event);
  const late = await comersOf(unit.db, event)
    .where("r.state", "=", "registered")
    .where("r.wishedAt", "is", null)
    .execute();
  for (const { id, personId, organisationId } of late)
    await tell(
      unit,
      event,
      personId ? { person: personId } : { organisation: organisationId },
      "told.wish",
      wishesHref(cluster, event.id, id),
      { key: `event:${event.id}:${id}`, urgent: true },
    );
}

export async function tellTeamToPlan(unit: SystemUnit, event: EventRow): Promise<void> {
  const cluster = await slugOf(unit, event);
  await tell(unit, event, { team: event.clusterId }, "told.plan", planHref(cluster, event.id), {
    key: `event-plan:${event.id}`,
    urgent: true,
  });
}

/** Whoever had a talk is asked what came of it. */
export async function tellResults(unit: SystemUnit, event: EventRow): Promise<void> {
  const cluster = await slugOf(unit, event);
  const talked = await comersOf(unit.db, event)
    .where((is) =>
      is.exists(
        is
          .selectFrom("meetingParty as t")
          .select("t.meetingId")
          .whereRef("t.clusterId", "=", "r.clusterId")
          .whereRef("t.registrationId", "=", "r.id")
          .where("t.agreed", "=", true),
      ),
    )
    .execute();
  for (const { id, personId, organisationId } of talked)
    await tell(
      unit,
      event,
      personId ? { person: personId } : { organisation: organisationId },
      "told.results",
      scheduleHref(cluster, event.id),
      { key: `event:${event.id}:${id}`, urgent: true },
    );
}
