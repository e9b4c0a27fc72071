import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../app/testing/world.ts";
import { uuidv7 } from "../../kernel/ids.ts";

/** Rivale under another name: both hold a release of one need, both are in one introduction, both come to one event. */
let world: World;
let admin: pg.Client;
const twin = uuidv7();
beforeAll(async () => {
  world = await makeWorld();
  admin = new pg.Client(world.adminUrl);
  await admin.connect();
  const { cluster, organisation, person, record } = world;
  const clusterId = cluster.alpha;
  const at = new Date("2026-02-01T08:00:00Z");
  await world.house.gateway.system("a double in the exchange", async ({ db }) => {
    await db
      .insertInto("organisation")
      .values({ id: twin, slug: "rivale-zwei", name: "Rivale GmbH", kind: "enterprise", country: "DE" })
      .execute();
    await db
      .insertInto("membership")
      .values({ clusterId, id: uuidv7(), organisationId: twin, role: "core", since: "2021-01-01" })
      .execute();
    await db
      .insertInto("needRelease")
      .values(
        (
          [
            // The same step twice, and each one that the other does not hold.
            [organisation.rivale, "named", "granted"],
            [twin, "named", "granted"],
            [twin, "full", "asked"],
            [organisation.rivale, "full", "revoked"],
          ] as const
        ).map(([organisationId, step, state]) => ({
          clusterId,
          id: uuidv7(),
          needId: record.needOpen!,
          organisationId,
          step,
          state,
          askedAt: at,
          answeredAt: state === "asked" ? null : at,
          revokedAt: state === "revoked" ? at : null,
        })),
      )
      .execute();
    const introductionId = uuidv7();
    await db
      .insertInto("introduction")
      .values({
        clusterId,
        id: introductionId,
        state: "asked",
        origin: "member",
        via: "direct",
        mediated: false,
        createdAt: at,
        turnAt: at,
        movedAt: at,
        askedAt: at,
      })
      .execute();
    await db
      .insertInto("introductionSide")
      .values(
        (
          [
            ["from", organisation.rivale],
            ["to", twin],
          ] as const
        ).map(([side, organisationId]) => ({
          clusterId,
          introductionId,
          side,
          organisationId,
          atClusterId: clusterId,
          shown: true,
        })),
      )
      .execute();
    await db
      .insertInto("introductionMessage")
      .values({ clusterId, id: uuidv7(), introductionId, by: "from", text: "Are you us?", at })
      .execute();
    const registration = (organisationId: string) => ({
      clusterId,
      id: uuidv7(),
      eventId: record.event!,
      organisationId,
      personId: person.rival,
    });
    const second = registration(twin);
    await db.insertInto("registration").values(second).execute();
    await db
      .insertInto("eventWish")
      .values([
        {
          clusterId,
          registrationId: second.id,
          toOrganisationId: organisation.rivale,
          wish: "gladly",
        },
        { clusterId, registrationId: second.id, toOrganisationId: organisation.uni, wish: "gladly" },
      ])
      .execute();
    // A talk of the double with what came of it, and one of the two with each other.
    const { rows } = await sql<{ slotId: string; tableId: string; rivales: string; unis: string }>`
      select (select id from event_slot where event_id = ${record.event!}::uuid order by from_at limit 1) as slot_id,
        (select id from event_table where event_id = ${record.event!}::uuid limit 1) as table_id,
        (select id from registration where event_id = ${record.event!}::uuid and organisation_id = ${organisation.rivale}::uuid) as rivales,
        (select id from registration where event_id = ${record.event!}::uuid and organisation_id = ${organisation.uni}::uuid) as unis`.execute(
      db,
    );
    const { slotId, tableId, rivales, unis } = rows[0]!;
    for (const [other, result] of [
      [unis, true],
      [rivales, false],
    ] as const) {
      const meetingId = uuidv7();
      await db
        .insertInto("meeting")
        .values({ clusterId, id: meetingId, eventId: record.event!, slotId, tableId, state: "held" })
        .execute();
      await db
        .insertInto("meetingParty")
        .values(
          [second.id, other].map((registrationId) => ({ clusterId, meetingId, registrationId, slotId })),
        )
        .execute();
      if (result)
        await db
          .insertInto("meetingResult")
          .values({ clusterId, meetingId, registrationId: second.id, result: "follow-up" })
          .execute();
    }
    for (const organisationId of [organisation.rivale, twin])
      await db
        .insertInto("matchSuggestion")
        .values({
          clusterId,
          needId: record.needOpen!,
          organisationId,
          side: "need",
          place: 1,
          plainPlace: 1,
          score: 0.5,
        })
        .execute();
  });
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const TABLES = [
  "need",
  "need_release",
  "introduction",
  "introduction_side",
  "introduction_message",
  "registration",
  "event_wish",
  "event_rule_organisation",
  "meeting",
  "meeting_party",
  "meeting_result",
  "match_suggestion",
];

/** Every row that speaks of the exchange and of events. */
async function content(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of TABLES) {
    const { rows } = await admin.query(`select to_jsonb(t)::text as row from "${table}" t order by 1`);
    all[table] = rows.map(({ row }) => row);
  }
  return all;
}

const held = async () =>
  (
    await admin.query(
      "select step, state from need_release where need_id = $1 and organisation_id = $2 order by step, state",
      [world.record.needOpen, world.organisation.rivale],
    )
  ).rows.map(({ step, state }) => `${step} ${state}`);

describe("two organisations that become one", () => {
  it("hold what one of them held and no more, in releases, introductions and events, and come apart as they were", async () => {
    const before = await content();
    const manager = await world.as("manager");
    const merged = await manager.api("POST", "/api/v1/clusters/alpha/merges", {
      kept: "rivale",
      merged: "rivale-zwei",
    });
    expect([merged.status, merged.text]).toEqual([201, merged.text]);

    expect(await held()).toEqual(["full asked", "full revoked", "named granted"]);
    const after = await content();
    expect(TABLES.filter((table) => after[table]!.some((row) => row.includes(twin)))).toEqual([]);
    const results = await admin.query(
      "select count(*)::int as n from meeting_result s join registration r on r.cluster_id = s.cluster_id and r.id = s.registration_id where r.organisation_id = $1",
      [world.organisation.rivale],
    );
    expect(results.rows).toEqual([{ n: 1 }]);
    const both = await admin.query(
      "select introduction_id from introduction_side group by cluster_id, introduction_id having count(distinct organisation_id) < count(*)",
    );
    expect(both.rows).toEqual([]);
    for (const path of [
      "introductions",
      "events",
      `events/${world.record.event}`,
      "releases",
      "needs",
      "today",
    ])
      expect([path, (await (await world.as("rival")).get(`/clusters/alpha/${path}`)).status]).toEqual([
        path,
        200,
      ]);

    const undone = await manager.api("POST", `/api/v1/clusters/alpha/merges/${merged.json.id}/undo`, {
      confirmed: true,
    });
    expect([undone.status, undone.text]).toEqual([200, undone.text]);
    expect(await content()).toEqual(before);
  });
});
