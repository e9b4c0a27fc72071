import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const API = "/api/v1/clusters/alpha";
const as = (persona: Parameters<World["as"]>[0]) => world.as(persona);
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const levelCalled = async (name: string): Promise<string> =>
  (await (await as("manager")).api("GET", `${API}/levels`)).json.levels.find(
    (level: { nameEn: string }) => level.nameEn === name,
  ).id;
const votes = async (on: string) => (await (await as("manager")).api("GET", `${API}/votes?on=${on}`)).json;

describe("levels and dues", () => {
  it("are taken over with one click, by the manager alone", async () => {
    for (const persona of ["owner", "facilitator", "elsewhereManager", "stranger"] as const)
      expect((await (await as(persona)).post("/clusters/alpha/levels/starting-set")).status).not.toBe(303);
    expect((await (await as("manager")).post("/clusters/alpha/levels/starting-set")).status).toBe(303);
    const { levels, dues } = (await (await as("stranger")).get(`${API}/levels`)).json;
    expect([levels.length, dues.length]).toEqual([4, 4]);
    const { text } = await (await as("stranger")).get("/clusters/alpha/levels?lang=en");
    expect(text).toContain("Association with its firms");
  });

  it("keep what was typed when something is wrong", async () => {
    const { status, text } = await (await as("manager")).post("/clusters/alpha/levels?lang=en", {
      nameEn: "Patron",
      nameDe: "",
      votesDirect: "2",
      votesIndirect: "0",
      benefits: "",
      inherited: "rebate",
    });
    expect(status).toBe(422);
    expect(text).toContain('value="Patron"');
    expect(text).toContain("Hand down only what stands among the benefits.");
  });

  it("give members without one a level from today on", async () => {
    const manager = await as("manager");
    const level = await levelCalled("Full member");
    for (const role of ["anchor", "core"])
      expect((await manager.post("/clusters/alpha/levels/assign", { role, level })).status).toBe(303);
    const today = await votes(day(0));
    expect(today.votes).toBe(3);
    // A new row began today, not a new membership.
    expect(today.items.find((item: { slug: string }) => item.slug === "anker").since).toBe("2020-01-01");
    expect((await votes(day(-1))).votes).toBe(0);
  });
});

describe("a new organisation that looks like one that is here", () => {
  const described = {
    name: "Fern GmbH",
    kind: "enterprise",
    city: "Schwerin",
    country: "DE",
    role: "core",
    since: day(0),
    visibility: "public",
  };
  const called = () =>
    world.house.gateway.system("a test's look", ({ db }) =>
      db.selectFrom("organisation").select("slug").where("name", "ilike", "fern gmbh").execute(),
    );

  it("is asked about, keeps what was typed, and is added when it is another one", async () => {
    const manager = await as("manager");
    const asked = await manager.post("/clusters/alpha/members/new?lang=en", described);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain("Is it one of these?");
    expect(asked.text).toContain('href="/clusters/alpha/members/new?organisation=fern"');
    expect(asked.text).toContain('value="Fern GmbH"');
    expect(asked.text).toContain("Add anyway");
    expect(await called()).toHaveLength(1);
    const added = await manager.post("/clusters/alpha/members/new", { ...described, anyway: "1" });
    expect(added.status).toBe(303);
    const all = await called();
    expect(all).toHaveLength(2);
    // Both are compared once it is written.
    await world.job("registry.duplicates", { fresh: true });
    const pairs = (await manager.get("/api/v1/clusters/alpha/duplicates")).json;
    expect(JSON.stringify(pairs.items)).toContain('"slug":"fern"');
    for (const { slug } of all.filter((one) => one.slug !== "fern"))
      await manager.post(`/clusters/alpha/organisations/${slug}/membership/end`, {
        until: day(0),
        reason: "other",
      });
  });

  it("is not, when nobody looks like it", async () => {
    const other = { ...described, name: "Quantenleuchten Zwölf UG", city: "Passau" };
    expect((await (await as("manager")).post("/clusters/alpha/members/new", other)).status).toBe(303);
  });
});

describe("the list of votes of a past day", () => {
  it("is the same whatever happened since, and says what was corrected", async () => {
    const manager = await as("manager");
    const [full, friend] = [await levelCalled("Full member"), await levelCalled("Friend")];
    const past = "2024-01-01";
    const added = await manager.api("POST", `${API}/members`, {
      identity: { name: "Werft Neu GmbH", kind: "enterprise", city: "Kiel", country: "DE" },
      role: "core",
      level: full,
      since: "2023-01-01",
    });
    expect(added.status).toBe(201);
    const slug = added.json.organisation.slug;
    const before = await votes(past);
    expect(before.items.map((item: { slug: string }) => item.slug)).toContain(slug);

    await manager.api("POST", `${API}/organisations/${slug}/membership/change`, {
      on: day(0),
      role: "partner",
      level: friend,
    });
    await manager.api("PUT", `${API}/levels/${full}`, {
      nameEn: "Full member, renamed",
      nameDe: "Vollmitglied",
      votesDirect: 7,
      votesIndirect: 0,
      benefits: ["inner-space"],
      inherited: [],
    });
    await manager.api("POST", `${API}/organisations/${slug}/membership/end`, {
      until: day(0),
      reason: "costs",
    });
    const after = await votes(past);
    expect([after.fingerprint, after.votes, after.items.length]).toEqual([
      before.fingerprint,
      before.votes,
      before.items.length,
    ]);
    expect((await votes(day(0))).fingerprint).not.toBe(before.fingerprint);

    const row = (await manager.api("GET", `${API}/organisations/${slug}/membership`)).json.rows.at(-1);
    const corrected = await manager.api("POST", `${API}/organisations/${slug}/membership/${row.id}/correct`, {
      since: "2024-06-01",
      until: row.until,
      role: "core",
      level: full,
      why: "The form was signed in June.",
    });
    expect(corrected.status).toBe(200);
    const now = await votes(past);
    expect(now.items.map((item: { slug: string }) => item.slug)).not.toContain(slug);
    expect(now.corrections).toMatchObject([
      { slug, reason: "The form was signed in June.", correctedOn: day(0) },
    ]);
    const { text } = await manager.get(`/clusters/alpha/votes?on=${past}&lang=en`);
    expect(text).toContain(now.fingerprint);
    expect(text).toContain("The form was signed in June.");
  });

  it("is a file as well, and not there for those outside", async () => {
    const member = await as("owner");
    expect((await member.get("/clusters/alpha/votes?format=csv")).text).toContain("Anker");
    expect((await member.get("/clusters/alpha/members?on=2024-01-01&format=xlsx")).status).toBe(200);
    for (const persona of ["stranger", "customer", "applicant", "elsewhere", "authority"] as const)
      for (const path of ["members", "votes", "members/years", "members/stays"])
        expect([persona, path, (await (await as(persona)).get(`/clusters/alpha/${path}`)).status]).toEqual([
          persona,
          path,
          404,
        ]);
  });

  it("counts a hidden member for nobody it is hidden from", async () => {
    const of = async (persona: "rival" | "owner") =>
      (await (await as(persona)).api("GET", `${API}/members`)).json.items.map(
        (item: { slug: string }) => item.slug,
      );
    expect(await of("owner")).toContain("verborgen");
    expect(await of("rival")).not.toContain("verborgen");
  });
});

describe("a membership", () => {
  const PAGE = "/clusters/alpha/organisations/rivale/membership";

  it("is ended by the team and let go on until that day", async () => {
    const manager = await as("manager");
    const ended = await manager.post(`${PAGE}/end`, { until: day(30), reason: "moved", note: "To Bremen" });
    expect(ended.status).toBe(303);
    expect((await manager.get(`${PAGE}?lang=en`)).text).toContain("the membership ends on");
    expect((await manager.post(`${PAGE}/resume`)).status).toBe(303);
    expect((await manager.api("GET", `/api/v1${PAGE}`)).json.rows[0].until).toBeNull();
    expect((await manager.post(`${PAGE}/resume`)).status).toBe(409);
  });

  it("does not end yesterday", async () => {
    const answer = await (await as("manager")).post(`${PAGE}/end`, { until: day(-1), reason: "moved" });
    expect(answer.status).toBe(422);
  });

  it("is left by its owner, not by a reader and not by a rival", async () => {
    const leave = { until: day(10), reason: "costs" };
    const path = "/clusters/alpha/organisations/anker/membership/end";
    for (const persona of ["reader", "editor", "rival", "auditor", "stranger"] as const)
      expect([persona, (await (await as(persona)).post(path, leave)).status]).not.toEqual([persona, 303]);
    expect((await (await as("owner")).post(path, leave)).status).toBe(303);
    const { rows } = (
      await (await as("owner")).api("GET", "/api/v1/clusters/alpha/organisations/anker/membership")
    ).json;
    expect(rows[0]).toMatchObject({ until: day(10), reason: "costs" });
  });

  it("is renewed by the member itself only where the cluster lets it", async () => {
    const manager = await as("manager");
    await world.house.gateway.system("a renewal", ({ db }) =>
      db
        .updateTable("membership")
        .set({ renewsOn: day(20) })
        .where("organisationId", "=", world.organisation.rivale)
        .execute(),
    );
    const rival = await as("rival");
    expect((await rival.post(`${PAGE}/renew`)).status).toBe(409);
    const settings = { takesApplications: "on", membersRenew: "on" };
    expect((await manager.post("/clusters/alpha/settings", settings)).status).toBe(303);
    expect((await rival.post(`${PAGE}/renew`)).status).toBe(303);
    const { rows } = (await rival.api("GET", `/api/v1${PAGE}`)).json;
    expect(rows[0].renews > day(300)).toBe(true);
  });

  it("shows who came and who left", async () => {
    const { text, status } = await (await as("manager")).get("/clusters/alpha/members/years?lang=en");
    expect(status).toBe(200);
    expect(text).toContain("/clusters/alpha/members/stays?came=2020");
    expect(
      (await (await as("manager")).get("/clusters/alpha/members/stays?came=2020&lang=en")).text,
    ).toContain("Rivale");
  });

  it("is spoken of before it is due, and ends by itself only where the cluster says so", async () => {
    const set = (renewsOn: string) =>
      world.house.gateway.system("a renewal", ({ db }) =>
        db
          .updateTable("membership")
          .set({ renewsOn, renewalRemindedOn: null })
          .where("organisationId", "=", world.organisation.verborgen)
          .execute(),
      );
    const row = () =>
      world.house.gateway.system("how it stands", ({ db }) =>
        db
          .selectFrom("membership")
          .select(["until", "reason", "renewalRemindedOn"])
          .where("organisationId", "=", world.organisation.verborgen)
          .orderBy("since", "desc")
          .executeTakeFirstOrThrow(),
      );
    await set(day(-40));
    await world.job("membership.daily");
    expect(await row()).toEqual({ until: null, reason: null, renewalRemindedOn: day(0) });
    await (await as("manager")).post("/clusters/alpha/settings", { endsUnrenewed: "on" });
    await world.job("membership.daily");
    expect(await row()).toMatchObject({ until: day(0), reason: "not-renewed" });
  });
});
