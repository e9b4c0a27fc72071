import type { SystemUnit } from "../../kernel/gateway.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import type { OrganisationName, PersonaName } from "./people.ts";

interface Ids {
  cluster: Record<"alpha" | "beta", string>;
  organisation: Record<OrganisationName, string>;
  person: Record<PersonaName, string>;
}

const DAY = 86_400_000;

/**
 * An event of alpha whose talks are planned: a firm comes that walls its rival off, the rival comes, and somebody whose membership is
 * hidden from the rival. `walled` and `own` are words that a sweep looks for.
 */
export async function fillEvent(
  { db }: Pick<SystemUnit, "db">,
  { cluster, organisation, person }: Ids,
  words: { walled: string; own: string },
): Promise<Record<string, string>> {
  const id = {
    event: uuidv7(),
    registration: uuidv7(),
    meeting: uuidv7(),
    eventPlan: uuidv7(),
    eventRule: uuidv7(),
  };
  const clusterId = cluster.alpha;
  const begins = Math.ceil(Date.now() / DAY) * DAY + 30 * DAY + 9 * 3_600_000;
  const at = (minutes: number) => new Date(begins + minutes * 60_000);
  const of = { clusterId, eventId: id.event };
  await db
    .insertInto("event")
    .values({
      clusterId,
      id: id.event,
      title: "Table of the Elbe",
      text: "Short talks.",
      place: "Hamburg",
      state: "published",
      startsAt: at(0),
      endsAt: at(40),
      talkMinutes: 20,
      registerUntil: at(-20_000),
      wishUntil: at(-10_000),
      publishedAt: at(-5_000),
    })
    .execute();
  const sessionId = uuidv7();
  await db
    .insertInto("eventSession")
    .values({ ...of, id: sessionId, fromAt: at(0), toAt: at(40) })
    .execute();
  const [early, late] = [uuidv7(), uuidv7()];
  await db
    .insertInto("eventSlot")
    .values([
      { ...of, id: early, sessionId, fromAt: at(0), toAt: at(20) },
      { ...of, id: late, sessionId, fromAt: at(20), toAt: at(40) },
    ])
    .execute();
  const tableId = uuidv7();
  await db
    .insertInto("eventTable")
    .values({ ...of, id: tableId, position: 0, name: "Table 1" })
    .execute();
  const [uni, rivale, verborgen] = [uuidv7(), uuidv7(), uuidv7()];
  const comes = (
    registrationId: string,
    name: OrganisationName,
    personId: string | null,
    wall: string[] = [],
  ) => ({
    ...of,
    id: registrationId,
    organisationId: organisation[name],
    personId,
    brings: wall.length > 0 ? `Cranes and ${words.walled}` : "",
    wall,
  });
  await db
    .insertInto("registration")
    .values([
      comes(id.registration, "anker", person.owner, [organisation.rivale]),
      comes(uni, "uni", person.professor),
      comes(rivale, "rivale", person.rival),
      comes(verborgen, "verborgen", null),
    ])
    .execute();
  await db
    .insertInto("eventWish")
    .values({
      clusterId,
      registrationId: id.registration,
      toOrganisationId: organisation.uni,
      wish: "gladly",
    })
    .execute();
  await db
    .insertInto("eventRule")
    .values({ ...of, id: id.eventRule, kind: "apart" })
    .execute();
  await db
    .insertInto("eventRuleOrganisation")
    .values(
      (["anker", "rivale"] as const).map((name) => ({
        clusterId,
        ruleId: id.eventRule,
        organisationId: organisation[name],
      })),
    )
    .execute();
  await db
    .insertInto("eventPlan")
    .values({ ...of, id: id.eventPlan, mode: "anew", state: "published", progress: 1 })
    .execute();
  const talk = (meetingId: string, slotId: string) => ({
    ...of,
    id: meetingId,
    slotId,
    tableId,
    planId: id.eventPlan,
    state: "planned",
  });
  const other = uuidv7();
  await db
    .insertInto("meeting")
    .values([talk(id.meeting, early), talk(other, late)])
    .execute();
  const party = (meetingId: string, registrationId: string, slotId: string) => ({
    clusterId,
    meetingId,
    registrationId,
    slotId,
    agreed: true,
  });
  await db
    .insertInto("meetingParty")
    .values([
      party(id.meeting, id.registration, early),
      party(id.meeting, uni, early),
      party(other, rivale, late),
      party(other, uni, late),
    ])
    .execute();
  await db
    .insertInto("meetingNote")
    .values({
      clusterId,
      meetingId: id.meeting,
      registrationId: id.registration,
      text: `Ask about ${words.own}`,
    })
    .execute();
  return id;
}
