import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type OrganisationName, type PersonaName, type World } from "../../app/testing/world.ts";

let world: World;
let event = "";
const registration: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const as = (persona: "stranger" | PersonaName, actingFor?: OrganisationName) => world.as(persona, actingFor);
const API = "/api/v1/clusters/alpha/events";
const DAY = "2027-03-01";
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const NEW = {
  title: "Hafentisch",
  text: "Short talks about quays.",
  place: "Speicher 5",
  sessions: [
    { day: DAY, from: "09:00", to: "10:00" },
    { day: DAY, from: "13:00", to: "13:30" },
  ],
  talkMinutes: 15,
  pauseMinutes: 5,
  tables: 2,
  registerUntil: inDays(5),
  wishUntil: inDays(9),
};

async function setClock(state: Record<string, unknown>) {
  await world.house.gateway.system("a test moves the clock of an event", ({ db }) =>
    db.updateTable("event").set(state).where("id", "=", event).execute(),
  );
}
const lettersTo = (persona: string) =>
  world.house.gateway.system("letters", ({ db }) =>
    db
      .selectFrom("mail")
      .select(["subject", "body", "calendar"])
      .where("toAddress", "=", `${persona}@example.org`)
      .orderBy("id")
      .execute(),
  );
const meetings = async (persona: PersonaName, query = "", actingFor?: OrganisationName) =>
  (await (await as(persona, actingFor)).api("GET", `${API}/${event}/meetings${query}`)).json.items as {
    id: string;
    state: string;
    from: string;
    parties: { registration: string; organisation: { slug: string } }[];
  }[];
const register = async (persona: PersonaName, more: object = {}, actingFor?: OrganisationName) =>
  (await as(persona, actingFor)).api("POST", `${API}/${event}/registrations`, {
    personId: world.person[persona],
    ...more,
  });
const wish = async (persona: PersonaName, id: string, wishes: object[], actingFor?: OrganisationName) =>
  (await as(persona, actingFor)).api("PUT", `${API}/${event}/registrations/${id}/wishes`, { wishes });

describe("an event is prepared", () => {
  it("by the team alone, as a draft that nobody else sees", async () => {
    for (const persona of ["stranger", "owner", "analyst", "elsewhereManager"] as const)
      expect([persona, (await (await as(persona)).api("POST", API, NEW)).status]).toEqual([persona, 404]);
    const made = await (await as("facilitator")).api("POST", API, NEW);
    expect([made.status, made.json.state, made.json.slots.length, made.json.tables.length]).toEqual([
      201,
      "draft",
      4,
      2,
    ]);
    event = made.json.id;
    for (const persona of ["stranger", "owner", "analyst", "elsewhereManager"] as const)
      expect([persona, (await (await as(persona)).get(`/clusters/alpha/events/${event}`)).status]).toEqual([
        persona,
        404,
      ]);
    expect((await (await as("owner")).get("/clusters/alpha/events")).text).not.toContain("Hafentisch");
  });

  it("and refused where its times cannot be", async () => {
    const manager = await as("manager");
    const refusal = async (change: object) =>
      (await manager.api("POST", API, { ...NEW, ...change })).json.fields?.[0]?.problem;
    expect(await refusal({ talkMinutes: 90 })).toBe("no-slot-fits");
    expect(await refusal({ sessions: [NEW.sessions[0], { day: DAY, from: "09:30", to: "11:00" }] })).toBe(
      "sessions-overlap",
    );
    expect(await refusal({ sessions: [{ day: "2020-01-01", from: "09:00", to: "10:00" }] })).toBe(
      "in-the-past",
    );
    expect(await refusal({ registerUntil: inDays(9), wishUntil: inDays(5) })).toBe(
      "wishes-before-registration",
    );
    expect(await refusal({ wall: ["nobody-at-all"] })).toBe("unknown-wall");
  });

  it("keeps what was typed where the form is wrong, and says what", async () => {
    const answer = await (await as("manager")).post("/clusters/alpha/events/new?lang=en", {
      title: "Kept words",
      "sessions.0.day": DAY,
      "sessions.0.from": "nine",
      "sessions.0.to": "10:00",
      talkMinutes: "15",
      tables: "2",
      zone: "Europe/Berlin",
      registerUntil: inDays(5),
      wishUntil: inDays(9),
      visibility: "cluster",
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Write the time as 09:30.");
    expect(answer.text).toContain("Kept words");
  });

  it("opened, it is there for members, and told to them", async () => {
    const facilitator = await as("facilitator");
    expect((await facilitator.post(`/clusters/alpha/events/${event}/open`)).status).toBe(303);
    expect((await facilitator.post(`/clusters/alpha/events/${event}/open`)).status).toBe(409);
    await world.job("events.opened", { clusterId: world.cluster.alpha, eventId: event });
    for (const persona of ["owner", "rival", "professor"] as const)
      expect((await (await as(persona)).get("/clusters/alpha/events")).text).toContain("Hafentisch");
    for (const persona of ["stranger", "customer", "applicant", "authority", "elsewhere"] as const)
      expect([persona, (await (await as(persona)).get(`/clusters/alpha/events/${event}`)).status]).toEqual([
        persona,
        404,
      ]);
  });
});

describe("members register", () => {
  it("for themselves, once a person", async () => {
    const owner = await register("owner", {
      brings: "Quay cranes and steel hulls",
      seeks: "Soil research for harbour mud",
    });
    expect(owner.status).toBe(201);
    registration.owner = owner.json.id;
    expect((await register("owner")).json.fields[0].problem).toBe("registered-already");
    registration.rival = (await register("rival", { brings: "Cheaper cranes" })).json.id;
    registration.professor = (
      await register("professor", { brings: "Soil research, harbour mud and hulls" }, "uni")
    ).json.id;
  });

  it("not for others, nor as what they are not", async () => {
    expect((await register("owner", { organisation: "rivale" })).json.fields[0].problem).toBe(
      "unknown-organisation",
    );
    expect((await register("owner", { personId: world.person.rival })).json.fields[0].problem).toBe(
      "unknown-person",
    );
    for (const persona of ["reader", "applicant", "authority", "elsewhere", "stranger"] as const)
      expect([
        persona,
        (
          await (
            await as(persona)
          ).api("POST", `${API}/${event}/registrations`, { personId: world.person.owner })
        ).status,
      ]).toEqual([persona, 404]);
  });

  it("and the team for those who ring up, as the page lets it", async () => {
    const manager = await as("manager");
    expect((await manager.get(`/clusters/alpha/events/${event}/register?lang=en`)).text).toContain(
      "choose it first",
    );
    const slots = (await manager.api("GET", `${API}/${event}`)).json.slots.map(
      ({ id }: { id: string }) => id,
    );
    const done = await manager.post(`/clusters/alpha/events/${event}/register`, {
      organisation: "gruendung",
      personId: world.person.professor,
      slots: slots.slice(1),
      brings: "kojenwort",
    });
    expect(done.status).toBe(303);
    const list = (await manager.api("GET", `${API}/${event}/registrations`)).json.items;
    const firm = list.find(
      (one: { organisation: { slug: string } }) => one.organisation.slug === "gruendung",
    );
    registration.firm = firm.id;
    expect((await manager.api("GET", `${API}/${event}/registrations/${firm.id}`)).json.away).toEqual([
      slots[0],
    ]);
  });

  it("behind a wall nobody beyond it sees them, nor that somebody is there", async () => {
    const founder = await as("professor", "gruendung");
    const path = `${API}/${event}/registrations/${registration.firm}`;
    expect((await founder.api("PATCH", path, { wall: ["gruendung"] })).json.fields[0].problem).toBe(
      "own-wall",
    );
    expect((await founder.api("PATCH", path, { wall: ["rivale"] })).status).toBe(200);
    const seen = async (persona: PersonaName) =>
      (await (await as(persona)).api("GET", `${API}/${event}/registrations`)).json.total;
    expect([await seen("owner"), await seen("rival"), await seen("manager")]).toEqual([4, 3, 4]);
    expect(
      (await (await as("rival")).get(`/clusters/alpha/events/${event}/participants`)).text,
    ).not.toContain("kojenwort");
    expect((await (await as("owner")).get(`/clusters/alpha/events/${event}/participants`)).text).toContain(
      "kojenwort",
    );
    expect((await (await as("rival")).api("GET", `${API}/${event}`)).json.registrations).toBe(3);
  });

  it("whoever does not come sees nobody who does", async () => {
    const editor = await as("professor", "stiftung");
    expect((await editor.get(`/clusters/alpha/events/${event}/participants`)).status).toBe(404);
    const { actor } = await world.context("professor", "alpha", "stiftung");
    const { count } = await world.house.gateway.read(actor, (db) =>
      db
        .selectFrom("registration")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow(),
    );
    expect(Number(count)).toBe(0);
  });
});

describe("wishes", () => {
  it("are suggested from what those who come say of themselves", async () => {
    const { text } = await (await as("owner")).get(
      `/clusters/alpha/events/${event}/registrations/${registration.owner}/wishes?lang=en`,
    );
    expect(text).toContain("Brings what you look for");
    expect(text.indexOf("Universitaet Nord")).toBeLessThan(text.indexOf("Rivale"));
  });

  it("are said by those who come, of those they may know of", async () => {
    const said = await wish("owner", registration.owner!, [
      { organisation: "uni", wish: "very-gladly" },
      { organisation: "rivale", wish: "not" },
      { organisation: "gruendung", wish: "gladly", registration: registration.firm },
    ]);
    expect([said.status, said.json.total]).toEqual([200, 3]);
    expect(
      (await wish("rival", registration.rival!, [{ organisation: "gruendung", wish: "gladly" }])).json
        .fields[0].problem,
    ).toBe("unknown-organisation");
    const page = await (await as("rival")).post(
      `/clusters/alpha/events/${event}/registrations/${registration.rival}/wishes`,
      { "wish.anker": "very-gladly", "wish.uni": "gladly" },
    );
    expect(page.status).toBe(303);
    expect(
      (await wish("professor", registration.professor!, [{ organisation: "anker", wish: "gladly" }], "uni"))
        .status,
    ).toBe(200);
    expect(
      (await wish("professor", registration.firm!, [{ organisation: "rivale", wish: "gladly" }], "gruendung"))
        .status,
    ).toBe(422);
  });

  it("are nobody else's to read, not the team's, not in the log, not in the table", async () => {
    const path = `${API}/${event}/registrations/${registration.owner}/wishes`;
    for (const persona of ["rival", "manager", "facilitator", "auditor", "professor", "operator"] as const)
      expect([persona, (await (await as(persona)).api("GET", path)).status]).toEqual([persona, 404]);
    for (const persona of ["manager", "rival", "auditor"] as const) {
      const { actor } = await world.context(persona, "alpha");
      const rows = await world.house.gateway.read(actor, (db) =>
        db.selectFrom("eventWish").select("registrationId").execute(),
      );
      expect([persona, rows.some((row) => row.registrationId === registration.owner)]).toEqual([
        persona,
        false,
      ]);
    }
    const log = await (await as("manager")).get("/clusters/alpha/log?lang=en");
    expect(log.text).not.toContain("wish.write");
  });
});

describe("the plan", () => {
  it("waits until wishes are closed, which the clock does", async () => {
    const manager = await as("manager");
    expect((await manager.api("POST", `${API}/${event}/plan`, {})).status).toBe(409);
    await setClock({
      registerUntil: new Date(Date.now() - 120_000),
      wishUntil: new Date(Date.now() - 60_000),
    });
    await world.job("events.clock");
    expect((await manager.api("GET", `${API}/${event}`)).json.state).toBe("closed");
    expect((await wish("owner", registration.owner!, [])).status).toBe(409);
  });

  it("is made by a job, keeps walls and refusals, and is the team's alone", async () => {
    const manager = await as("manager");
    const asked = await manager.api("POST", `${API}/${event}/plan`, {});
    expect(asked.status).toBe(201);
    await world.job("events.plan", { clusterId: world.cluster.alpha, planId: asked.json.id });
    const [plan] = (await manager.api("GET", `${API}/${event}/plan`)).json.items;
    expect(plan.state).toBe("done");
    expect(plan.quality.talks).toBeGreaterThanOrEqual(plan.firstCome.talks);
    const draft = await meetings("manager", "?state=draft");
    const pairs = draft.map(({ parties }) =>
      parties
        .map((party) => party.organisation.slug)
        .sort()
        .join("+"),
    );
    expect(pairs.sort()).toEqual(["anker+gruendung", "anker+uni", "rivale+uni"]);
    expect(await meetings("owner")).toEqual([]);
    expect((await (await as("owner")).get(`/clusters/alpha/events/${event}/plan`)).status).toBe(404);
    expect((await manager.get(`/clusters/alpha/events/${event}/plan?lang=en`)).text).toContain(
      "waits to be published",
    );
  });

  it("published, gives everybody their own schedule, by letter with a calendar", async () => {
    const manager = await as("manager");
    const [plan] = (await manager.api("GET", `${API}/${event}/plan`)).json.items;
    const done = await manager.api("POST", `${API}/${event}/plan/${plan.id}/publish`, {});
    expect([done.status, done.json]).toEqual([200, { added: 3, moved: 0, cancelled: 0, kept: 0 }]);
    expect((await manager.api("POST", `${API}/${event}/plan/${plan.id}/publish`, {})).status).toBe(409);
    const at = await world.house.gateway.system("when", ({ db }) =>
      db.selectFrom("event").select("publishedAt").where("id", "=", event).executeTakeFirstOrThrow(),
    );
    await world.job("events.published", {
      clusterId: world.cluster.alpha,
      eventId: event,
      planId: plan.id,
      at: at.publishedAt!.toISOString(),
      first: true,
    });
    expect((await meetings("owner")).length).toBe(2);
    expect((await meetings("rival")).length).toBe(1);
    const letter = (await lettersTo("owner")).find(({ subject }) => subject.includes("Hafentisch"));
    expect(letter!.body).toContain("Universitaet Nord");
    expect(letter!.calendar!.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(letter!.calendar).toContain("METHOD:PUBLISH");
    const page = await (await as("owner")).get(`/clusters/alpha/events/${event}/schedule?lang=en`);
    expect(page.text).toContain("2 talks");
    const file = await (await as("owner")).get(`/clusters/alpha/events/${event}/schedule.ics`);
    expect([file.headers.get("content-type"), file.text.match(/BEGIN:VEVENT/g)?.length]).toEqual([
      "text/calendar; charset=utf-8",
      2,
    ]);
  });

  it("shows a talk to its two sides and the team", async () => {
    const [talk] = await meetings("rival");
    const path = `/clusters/alpha/events/${event}/meetings/${talk!.id}`;
    for (const [persona, status] of [
      ["rival", 200],
      ["manager", 200],
      ["owner", 404],
      ["stranger", 404],
      ["analyst", 404],
    ] as const)
      expect([persona, (await (await as(persona)).get(path)).status]).toEqual([persona, status]);
  });
});

describe("somebody drops out", () => {
  it("their talks are called off, the others told, and the plan mended around the rest", async () => {
    const owner = await as("owner");
    const before = await meetings("owner");
    const founder = await as("professor", "gruendung");
    const asked = await founder.get(
      `/clusters/alpha/events/${event}/registrations/${registration.firm}/withdraw?lang=en`,
    );
    expect(asked.text).toContain("One talk is called off");
    const left = await founder.post(
      `/clusters/alpha/events/${event}/registrations/${registration.firm}/withdraw`,
      {
        reason: "Ill.",
      },
    );
    expect(left.status).toBe(303);
    const after = await meetings("owner");
    expect(after.map(({ state }) => state).sort()).toEqual(["cancelled", "planned"]);
    expect(after.find(({ state }) => state === "planned")).toEqual(
      before.find(({ parties }) => parties.some((party) => party.organisation.slug === "uni")),
    );
    const { at } = await world.house.gateway.system("when", ({ db }) =>
      db
        .selectFrom("meeting")
        .select("updatedAt as at")
        .where("state", "=", "cancelled")
        .executeTakeFirstOrThrow(),
    );
    await world.job("events.changed", {
      clusterId: world.cluster.alpha,
      eventId: event,
      at: at.toISOString(),
      except: registration.firm,
    });
    const letter = (await lettersTo("owner")).at(-1)!;
    expect(letter.subject).toContain("Changed");
    expect(letter.calendar).toContain("STATUS:CANCELLED");
    expect(letter.body).not.toContain("Ill.");
    expect((await owner.get(`/clusters/alpha/events/${event}/schedule?lang=en`)).text).toContain(
      "Called off",
    );
    await world.job("events.replan", { clusterId: world.cluster.alpha, eventId: event });
    const [plan] = (await (await as("manager")).api("GET", `${API}/${event}/plan`)).json.items;
    await world.job("events.plan", { clusterId: world.cluster.alpha, planId: plan.id });
    // Nothing can take the freed place, so nothing waits for the team.
    const [mended] = (await (await as("manager")).api("GET", `${API}/${event}/plan`)).json.items;
    expect([mended.mode, mended.state]).toEqual(["around", "replaced"]);
  });
});

describe("after the talk", () => {
  it("nothing can be said before it began", async () => {
    const talk = (await meetings("owner")).find(({ state }) => state === "planned")!;
    const answer = await (await as("owner")).api("PUT", `${API}/${event}/meetings/${talk.id}/answer`, {
      result: "follow-up",
    });
    expect(answer.status).toBe(409);
  });

  it("each side says what came of it, and learns of the other only what both want", async () => {
    const talk = (await meetings("owner")).find(({ state }) => state === "planned")!;
    await world.house.gateway.system("the day has come", ({ db }) =>
      sql`update event_slot set from_at = from_at - interval '2 years', to_at = to_at - interval '2 years' where event_id = ${event}::uuid`.execute(
        db,
      ),
    );
    const path = `${API}/${event}/meetings/${talk.id}`;
    const [owner, professor] = [await as("owner"), await as("professor", "uni")];
    expect(
      (await owner.api("PUT", `${path}/answer`, { result: "follow-up", note: "Call again." })).status,
    ).toBe(204);
    await world.job("events.answered", { clusterId: world.cluster.alpha, meetingId: talk.id });
    expect((await professor.api("GET", path)).json).toMatchObject({
      state: "held",
      goesOn: false,
      answers: [],
      note: "",
    });
    expect((await owner.api("GET", path)).json).toMatchObject({
      note: "Call again.",
      answers: [{ result: "follow-up" }],
    });
    expect(
      (
        await professor.post(`/clusters/alpha/events/${event}/meetings/${talk.id}/answer`, {
          result: "follow-up",
        })
      ).status,
    ).toBe(303);
    await world.job("events.answered", { clusterId: world.cluster.alpha, meetingId: talk.id });
    expect((await professor.api("GET", path)).json.goesOn).toBe(true);
    const page = await owner.get(`/clusters/alpha/events/${event}/meetings/${talk.id}?lang=en`);
    const kept = /href="([^"]+\/introductions\/[^"]+)"/.exec(page.text)?.[1];
    expect((await professor.get(kept!)).status).toBe(200);
    expect((await (await as("rival")).get(kept!)).status).toBe(404);
    expect((await (await as("manager")).api("GET", path)).json.answers).toHaveLength(2);
    expect((await (await as("manager")).api("GET", path)).json.note).toBe("");
  });

  it("who was missing is said by the other side, and put right by the team", async () => {
    const [talk] = await meetings("rival");
    const path = `${API}/${event}/meetings/${talk!.id}`;
    await (await as("rival")).api("PUT", `${path}/answer`, { result: "other-absent" });
    await world.job("events.answered", { clusterId: world.cluster.alpha, meetingId: talk!.id });
    const manager = await as("manager");
    const seen = (await manager.api("GET", path)).json;
    expect([seen.state, seen.parties.map((party: { came: boolean }) => party.came).sort()]).toEqual([
      "no-show",
      [false, true],
    ]);
    expect((await (await as("rival")).api("PUT", `${path}/attendance`, { missing: [] })).status).toBe(404);
    expect((await manager.api("PUT", `${path}/attendance`, { missing: [registration.owner] })).status).toBe(
      422,
    );
    expect(
      (await manager.post(`/clusters/alpha/events/${event}/meetings/${talk!.id}/attendance`)).status,
    ).toBe(303);
    expect((await manager.api("GET", path)).json.state).toBe("held");
  });

  it("it is over by the clock, and those who talked are asked", async () => {
    await setClock({
      startsAt: new Date(Date.now() - 7_200_000),
      endsAt: new Date(Date.now() - 3_600_000),
      registerUntil: new Date(Date.now() - 9_000_000),
      wishUntil: new Date(Date.now() - 8_000_000),
    });
    await world.job("events.clock");
    expect((await (await as("owner")).api("GET", `${API}/${event}`)).json).toMatchObject({
      state: "over",
      turn: { phase: "results", who: "participants" },
    });
    expect(
      (await (await as("facilitator")).post(`/clusters/alpha/events/${event}/cancel`, { because: "" }))
        .status,
    ).toBe(422);
  });
});
