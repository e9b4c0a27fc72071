import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, PERSONA_NAMES, type World } from "../../app/testing/world.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { introductionFromMeeting, introductionKnownTo } from "../exchange/feature.ts";
import { lockEvent } from "./event/store.ts";
import { applyPlan } from "./planning/publish.ts";
import { tellSchedules } from "./schedule/letters.ts";
import { eventsSeenBy, seesEvent } from "./visible.ts";
import { STATES } from "./words.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const LEVELS = ["public", "peers", "cluster"] as const;

describe("who sees an event", () => {
  it("is said alike by the rule, by its filter and by the database", async () => {
    const { cluster, organisation } = world;
    const rows = (["alpha", "beta"] as const).flatMap((slug) =>
      STATES.flatMap((state) =>
        LEVELS.flatMap((visibility) =>
          [[], [organisation.rivale], [organisation.uni]].map((wall) => ({
            clusterId: cluster[slug],
            id: uuidv7(),
            state,
            visibility,
            wall,
          })),
        ),
      ),
    );
    const at = (day: number) => new Date(Date.UTC(2030, 0, day));
    const times = { startsAt: at(3), endsAt: at(4), registerUntil: at(1), wishUntil: at(2), talkMinutes: 20 };
    await world.house.gateway.system("a test", ({ db }) =>
      db
        .insertInto("event")
        .values(rows.map((row) => ({ ...row, ...times, title: "Any" })))
        .execute(),
    );
    for (const persona of PERSONA_NAMES) {
      const { actor } = await world.context(persona, "alpha");
      const ids = rows.map(({ id }) => id);
      const bySystem = await world.house.gateway.system("a test", ({ db }) =>
        db.selectFrom("event").select("id").where("id", "in", ids).where(eventsSeenBy(actor)).execute(),
      );
      const byPolicy = await world.house.gateway.read(actor, (db) =>
        db.selectFrom("event").select("id").where("id", "in", ids).execute(),
      );
      const byRule = rows.filter((row) => seesEvent(actor, row)).map(({ id }) => id);
      const sorted = (found: { id: string }[]) => found.map(({ id }) => id).sort();
      expect([persona, sorted(bySystem)]).toEqual([persona, byRule.sort()]);
      expect([persona, sorted(byPolicy)]).toEqual([persona, byRule.sort()]);
    }
    await world.house.gateway.system("a test", ({ db }) =>
      db
        .deleteFrom("event")
        .where(
          "id",
          "in",
          rows.map(({ id }) => id),
        )
        .execute(),
    );
  });
});

describe("who comes", () => {
  it("is seen by those who come and the team, and never over a wall or against a hidden membership", async () => {
    const seen = async (persona: (typeof PERSONA_NAMES)[number]) => {
      const { actor } = await world.context(persona, "alpha", persona === "professor" ? "uni" : undefined);
      const rows = await world.house.gateway.read(actor, (db) =>
        db
          .selectFrom("registration")
          .innerJoin("organisation", "organisation.id", "registration.organisationId")
          .select("organisation.slug")
          .where("registration.eventId", "=", world.record.event!)
          .orderBy("organisation.slug")
          .execute(),
      );
      return rows.map(({ slug }) => slug);
    };
    const all = ["anker", "rivale", "uni", "verborgen"];
    expect(await seen("manager")).toEqual(all);
    expect(await seen("owner")).toEqual(all);
    expect(await seen("professor")).toEqual(all);
    expect(await seen("rival")).toEqual(["rivale", "uni"]);
    for (const persona of [
      "stranger",
      "applicant",
      "authority",
      "analyst",
      "auditor",
      "elsewhere",
      "operator",
    ] as const)
      expect([persona, await seen(persona)]).toEqual([persona, []]);
  });

  it("gives names to those alone, without opening the people behind them", async () => {
    const names = async (persona: (typeof PERSONA_NAMES)[number]) => {
      const { actor } = await world.context(persona, "alpha");
      const { rows } = await world.house.gateway.read(actor, (db) =>
        sql<{
          name: string;
        }>`select name from attendee_names(${world.cluster.alpha}::uuid, ${world.record.event}::uuid) order by name`.execute(
          db,
        ),
      );
      return rows.map(({ name }) => name);
    };
    expect(await names("rival")).toEqual(["Person professor", "Person rival"]);
    expect(await names("stranger")).toEqual([]);
    expect(await names("elsewhere")).toEqual([]);
  });

  it("has talks that only the two sides and the team read", async () => {
    const seen = async (persona: (typeof PERSONA_NAMES)[number]) => {
      const { actor } = await world.context(persona, "alpha", persona === "professor" ? "uni" : undefined);
      const count = (table: "meeting" | "meetingParty" | "meetingNote") =>
        world.house.gateway.read(
          actor,
          async (db) => (await db.selectFrom(table).select("clusterId").execute()).length,
        );
      return [await count("meeting"), await count("meetingParty"), await count("meetingNote")];
    };
    expect(await seen("owner")).toEqual([1, 2, 1]);
    expect(await seen("rival")).toEqual([1, 2, 0]);
    expect(await seen("professor")).toEqual([2, 4, 0]);
    expect(await seen("manager")).toEqual([2, 4, 0]);
    for (const persona of ["stranger", "analyst", "authority", "elsewhere"] as const)
      expect([persona, await seen(persona)]).toEqual([persona, [0, 0, 0]]);
  });

  it("keeps what comes of a talk behind the wall of those who held it", async () => {
    const system = world.house.gateway.system.bind(world.house.gateway);
    const registration = { clusterId: world.cluster.alpha!, id: world.record.registration! };
    const talk = await system("a test", ({ db }) =>
      db
        .selectFrom("meetingParty")
        .select("meetingId")
        .where("registrationId", "=", registration.id)
        .executeTakeFirstOrThrow(),
    );
    const id = await system("a test", (unit) =>
      introductionFromMeeting(unit, {
        clusterId: registration.clusterId,
        meetingId: talk.meetingId,
        from: { organisationId: world.organisation.uni!, personId: null },
        to: { organisationId: world.organisation.anker!, personId: null },
        heldAt: new Date(),
      }),
    );
    const { actor } = await world.context("manager", "alpha");
    const seen = () =>
      world.house.gateway.read(
        { ...actor, ownOrganisations: [world.organisation.gruendung!] },
        async (db) => [
          (await db.selectFrom("introduction").select("id").where("id", "=", id).execute()).length,
          (
            await db
              .selectFrom("introduction as i")
              .select("i.id")
              .where("i.id", "=", id)
              .where(introductionKnownTo(actor, "i"))
              .execute()
          ).length,
        ],
      );
    const wallOff = (wall: string[]) =>
      system("a test", ({ db }) =>
        db
          .updateTable("registration")
          .set({ wall })
          .where("clusterId", "=", registration.clusterId)
          .where("id", "=", registration.id)
          .execute(),
      );
    const { wall } = await system("a test", ({ db }) =>
      db
        .selectFrom("registration")
        .select("wall")
        .where("id", "=", registration.id)
        .executeTakeFirstOrThrow(),
    );
    expect(await seen()).toEqual([1, 1]);
    await wallOff([...wall, world.organisation.gruendung!]);
    expect(await seen()).toEqual([0, 0]);
    await wallOff(wall);
    await system("a test", ({ db }) => db.deleteFrom("introduction").where("id", "=", id).execute());
  });

  it("writes no schedule to somebody who has left the house they were to come for, or whose house has left the cluster", async () => {
    const system = world.house.gateway.system.bind(world.house.gateway);
    const clusterId = world.cluster.alpha!;
    const comer = await system("a test", ({ db }) =>
      db
        .selectFrom("registration as r")
        .innerJoin("person as p", "p.id", "r.personId")
        .select(["r.personId", "r.organisationId", "r.eventId", "p.email"])
        .where("r.clusterId", "=", clusterId)
        .where("r.id", "=", world.record.registration!)
        .executeTakeFirstOrThrow(),
    );
    const letters = () =>
      system("a test", async (unit) => {
        const of = async () =>
          (await unit.db.selectFrom("mail").select("id").where("toAddress", "=", comer.email).execute())
            .length;
        const before = await of();
        const event = (await lockEvent(unit, clusterId, comer.eventId))!;
        await tellSchedules(unit, { event, about: "published", at: new Date() }, "https://kontor.example");
        return (await of()) - before;
      });
    const seatUntil = (until: string | null) =>
      system("a test", ({ db }) =>
        db
          .updateTable("seat")
          .set({ until })
          .where("personId", "=", comer.personId!)
          .where("organisationId", "=", comer.organisationId)
          .execute(),
      );
    const today = new Date().toISOString().slice(0, 10);
    expect(await letters()).toBe(1);
    await seatUntil(today);
    expect(await letters()).toBe(0);
    await seatUntil(null);
    const memberUntil = (until: string | null) =>
      system("a test", ({ db }) =>
        db
          .updateTable("membership")
          .set({ until })
          .where("clusterId", "=", clusterId)
          .where("organisationId", "=", comer.organisationId)
          .execute(),
      );
    await memberUntil(today);
    expect(await letters()).toBe(0);
    await memberUntil(null);
    expect(await letters()).toBe(1);
  });

  it("does not let a registration or a seat at a table be carried elsewhere", async () => {
    const { actor } = await world.context("owner", "alpha");
    const write = (work: Parameters<typeof world.house.gateway.write>[2]) =>
      world.house.gateway.write(actor, { door: "page", address: null, actingAs: null }, work);
    await expect(
      write(({ db }) => db.updateTable("registration").set({ eventId: uuidv7() }).execute()),
    ).rejects.toThrow(/permission denied/);
    await expect(
      write(({ db }) => db.updateTable("meetingParty").set({ meetingId: uuidv7() }).execute()),
    ).rejects.toThrow(/permission denied/);
  });

  it("writes for nobody else: no wish, no note, no registration of another house", async () => {
    const { actor } = await world.context("rival", "alpha");
    const write = (work: Parameters<typeof world.house.gateway.write>[2]) =>
      world.house.gateway.write(actor, { door: "page", address: null, actingAs: null }, work);
    const key = { clusterId: world.cluster.alpha, registrationId: world.record.registration! };
    await expect(
      write(({ db }) =>
        db
          .insertInto("eventWish")
          .values({ ...key, toOrganisationId: world.organisation.rivale, wish: "gladly" })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      write(({ db }) =>
        db
          .insertInto("registration")
          .values({
            clusterId: key.clusterId,
            id: uuidv7(),
            eventId: world.record.event!,
            organisationId: world.organisation.uni,
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    const touched = await write(({ db }) =>
      db
        .updateTable("registration")
        .set({ state: "withdrawn" })
        .where("id", "=", key.registrationId)
        .executeTakeFirst(),
    );
    expect((touched as { numUpdatedRows: bigint }).numUpdatedRows).toBe(0n);
  });
});

describe("publishing a changed plan", () => {
  it("lets two talks change places, tells the rest nothing, and does nothing when done again", async () => {
    const { cluster, record } = world;
    const ids = { clusterId: cluster.alpha, eventId: record.event!, planId: uuidv7() };
    const now = new Date();
    const [first, again] = await world.house.gateway.system("a test", async ({ db }) => {
      const talks = await db
        .selectFrom("meeting as m")
        .innerJoin("meetingParty as p", (join) =>
          join.onRef("p.clusterId", "=", "m.clusterId").onRef("p.meetingId", "=", "m.id"),
        )
        .select(["m.id", "m.slotId", "m.tableId", "p.registrationId"])
        .where("m.eventId", "=", ids.eventId)
        .execute();
      await db
        .insertInto("eventPlan")
        .values({
          clusterId: ids.clusterId,
          id: ids.planId,
          eventId: ids.eventId,
          mode: "around",
          state: "done",
        })
        .execute();
      const slots = [...new Set(talks.map(({ slotId }) => slotId))];
      for (const [, sides] of Map.groupBy(talks, ({ id }) => id)) {
        const slotId = slots.find((slot) => slot !== sides[0]!.slotId)!;
        const id = uuidv7();
        await db
          .insertInto("meeting")
          .values({
            clusterId: ids.clusterId,
            id,
            eventId: ids.eventId,
            slotId,
            tableId: sides[0]!.tableId,
            planId: ids.planId,
            state: "draft",
          })
          .execute();
        await db
          .insertInto("meetingParty")
          .values(
            sides.map(({ registrationId }) => ({
              clusterId: ids.clusterId,
              meetingId: id,
              registrationId,
              slotId,
            })),
          )
          .execute();
      }
      return [await applyPlan(db, ids, now, ""), await applyPlan(db, ids, now, "")];
    });
    expect(first).toEqual({ added: 0, moved: 2, cancelled: 0, kept: 0 });
    expect(again).toEqual({ added: 0, moved: 0, cancelled: 0, kept: 0 });
    const { rows } = await world.house.gateway.system("a test", ({ db }) =>
      sql<{
        sequence: number;
        same: boolean;
      }>`select m.sequence, bool_and(p.slot_id = m.slot_id and p.agreed) as same from meeting m
        join meeting_party p on p.meeting_id = m.id where m.event_id = ${ids.eventId}::uuid group by m.id, m.sequence`.execute(
        db,
      ),
    );
    expect(rows).toEqual([
      { sequence: 1, same: true },
      { sequence: 1, same: true },
    ]);
  });

  it("shows a long plan slot by slot", async () => {
    const { event, eventPlan } = world.record;
    await world.house.gateway.system("many talks", ({ client }) =>
      client.query(
        `with made as (
           insert into meeting (cluster_id, id, event_id, slot_id, table_id, plan_id, state)
           select s.cluster_id, gen_random_uuid(), s.event_id, s.id, t.id, $2, 'cancelled'
           from event_slot s join event_table t on t.cluster_id = s.cluster_id and t.event_id = s.event_id, generate_series(1, 35)
           where s.event_id = $1 returning cluster_id, id, slot_id)
         insert into meeting_party (cluster_id, meeting_id, registration_id, slot_id)
         select m.cluster_id, m.id, r.id, m.slot_id from made m
         join registration r on r.event_id = $1 and r.organisation_id in ($3, $4)`,
        [event, eventPlan, world.organisation.anker, world.organisation.uni],
      ),
    );
    const manager = await world.as("manager");
    const path = `/clusters/alpha/events/${event}/plan?state=cancelled`;
    const rowsIn = (text: string) => text.split("/meetings/").length - 1;
    const first = await manager.get(path);
    expect(rowsIn(first.text)).toBe(35);
    const slots = [...first.text.matchAll(/slot=([0-9a-f-]{36})/g)].map(([, id]) => id);
    expect(new Set(slots).size).toBe(2);
    expect(rowsIn((await manager.get(`${path}&slot=${slots[1]}`)).text)).toBe(35);
    expect((await manager.get(`${path}&format=csv`)).text.trim().split("\r\n")).toHaveLength(71);
    await world.house.gateway.system("as it was", ({ client }) =>
      client.query("delete from meeting where state = 'cancelled' and event_id = $1", [event]),
    );
  });

  it("called off as a whole, takes the talks out of the calendars and says why", async () => {
    const manager = await world.as("manager");
    const path = `/clusters/alpha/events/${world.record.event}`;
    expect((await manager.post(`${path}/cancel`, { because: "The hall is flooded." })).status).toBe(303);
    await world.job("events.cancelled", {
      clusterId: world.cluster.alpha,
      eventId: world.record.event,
      at: new Date().toISOString(),
    });
    const letters = await world.house.gateway.system("letters", ({ db }) =>
      db
        .selectFrom("mail")
        .select(["toAddress", "body", "calendar"])
        .where("subject", "like", "Called off%")
        .orderBy("toAddress")
        .execute(),
    );
    expect(letters.map(({ toAddress }) => toAddress)).toEqual([
      "owner@example.org",
      "professor@example.org",
      "rival@example.org",
    ]);
    for (const { body, calendar } of letters) {
      expect(body).toContain("The hall is flooded.");
      expect(calendar).toContain("STATUS:CANCELLED");
    }
    expect((await (await world.as("owner")).get(`${path}?lang=en`)).text).toContain("The hall is flooded.");
  });
});
