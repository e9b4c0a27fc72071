import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, SECRETS, type World } from "../../../app/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  const manager = await world.as("manager");
  const given = await manager.post("/clusters/alpha/organisations/rivale/seats", {
    email: "rival@example.org",
    role: "reader",
    title: "Adviser",
  });
  expect(given.status).toBe(303);
  await (await world.as("elsewhereManager")).post("/clusters/beta/organisations/fern/seats", {
    email: "elsewhere@example.org",
    role: "reader",
  });
});
afterAll(() => world.close());

const PATH = "/clusters/alpha/audit";

describe("the cluster's log", () => {
  it.each(["manager", "auditor"] as const)("tells %s in sentences what happened", async (persona) => {
    const { status, text } = await (await world.as(persona)).get(PATH);
    expect(status).toBe(200);
    expect(text).toContain("Person manager gave Person rival the seat Adviser in Rivale GmbH.");
    expect(text).toContain("One entry.");
  });

  it.each([
    "stranger",
    "owner",
    "facilitator",
    "analyst",
    "authority",
    "elsewhereManager",
    "operator",
  ] as const)("does not exist for %s", async (persona) => {
    expect((await (await world.as(persona)).get(PATH)).status).toBe(404);
    const api = await (await world.as(persona)).get(`/api/v1${PATH}`);
    expect(api.status).toBe(404);
  });

  it("holds nothing of another cluster", async () => {
    const { text } = await (await world.as("manager")).get(PATH);
    expect(text).not.toContain("Fern");
    const there = await (await world.as("elsewhereManager")).get("/clusters/beta/audit");
    expect(there.text).toContain("Fern GmbH");
  });

  it("can be filtered by what happened, by whom and when, all in the address", async () => {
    const auditor = await world.as("auditor");
    const total = async (query: string) => (await auditor.get(`/api/v1${PATH}?${query}`)).json.total;
    expect(await total("action=seat.give")).toBe(1);
    expect(await total("action=seat.end")).toBe(0);
    expect(await total(`person=${world.person.manager}`)).toBe(1);
    expect(await total(`person=${world.person.owner}`)).toBe(0);
    expect(await total("to=2020-01-01")).toBe(0);
    expect(await total("from=2020-01-01&subject=seat")).toBe(1);
    expect((await auditor.get(`${PATH}?person=nobody&from=never`)).status).toBe(200);
    expect((await auditor.get(`/api/v1${PATH}?person=nobody`)).status).toBe(400);
  });

  it("goes on by cursor without leaving out or repeating an entry", async () => {
    const manager = await world.as("manager");
    for (const email of ["reader@example.org", "editor@example.org"])
      await manager.post("/clusters/alpha/organisations/rivale/seats", { email, role: "reader" });
    const whole = (await manager.get(`/api/v1${PATH}`)).json.items;
    const seen: unknown[] = [];
    let cursor = "";
    do {
      const { json } = await manager.get(`/api/v1${PATH}?limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...json.items);
      cursor = json.next ?? "";
    } while (cursor);
    expect(whole).toHaveLength(3);
    expect(seen).toEqual(whole);
    expect((await manager.get(`/api/v1${PATH}?cursor=rubbish`)).status).toBe(400);
  });

  it("can be taken out as a file, which is written into it", async () => {
    const auditor = await world.as("auditor");
    const file = await auditor.get(`${PATH}?format=csv`);
    expect(file.headers.get("content-disposition")).toContain("log-alpha.csv");
    expect(file.text).toContain("Person rival");
    expect((await auditor.get(`/api/v1${PATH}?action=audit.export`)).json.total).toBe(1);
    const book = await auditor.get(`${PATH}?format=xlsx`);
    expect(book.headers.get("content-type")).toContain("spreadsheetml");
  });

  it("does not name to a manager who sits with the rival whom a wall hides from the rival", async () => {
    const { house, person, organisation, cluster } = world;
    const seat = crypto.randomUUID();
    await house.gateway.system("a test's seat", ({ db, audit }) => {
      audit({
        action: "seat.give",
        subjectKind: "seat",
        subjectId: seat,
        clusterId: cluster.alpha,
        after: { personId: person.owner, organisationId: organisation.verborgen, role: "owner" },
      });
      return db
        .insertInto("office")
        .values({
          id: crypto.randomUUID(),
          clusterId: cluster.alpha,
          personId: person.rival,
          role: "auditor",
          since: "2020-01-01",
        })
        .execute();
    });
    const named = await (await world.as("auditor")).get(PATH);
    expect(named.text).toContain("Verborgen GmbH");
    const both = await house.rolesOf(person.rival, new Date().toISOString().slice(0, 10));
    expect(both!.offices).toHaveLength(1);
    const walled = await world.as("rival", "stiftung");
    // Acting from the office, still sitting with the rival.
    const text = (await walled.get(PATH)).text;
    expect(text).toContain("an organisation");
    expect(text.toUpperCase()).not.toContain(SECRETS.hiddenMember);
  });

  it("tells that a link was declared, and between whom only to those who see the link", async () => {
    const { house, organisation, cluster, record } = world;
    await house.gateway.system("a test's links", async ({ audit }) => {
      const ends = { fromOrganisationId: organisation.anker, toOrganisationId: organisation.uni };
      const note = { subjectKind: "link", clusterId: cluster.alpha };
      const closed = { ...ends, clusterId: cluster.alpha, visibility: "organisation", wall: [] };
      audit({ ...note, action: "link.declare", subjectId: crypto.randomUUID(), after: closed });
      audit({
        ...note,
        action: "link.confirm",
        subjectId: record.linkSupplies!,
        after: { origin: "confirmed" },
      });
    });
    const { json } = await (await world.as("auditor")).get(`/api/v1${PATH}?subject=link`);
    expect(json.items.map((entry: { sentence: string }) => entry.sentence)).toEqual([
      "Kontor confirmed a link between Anker GmbH and Universitaet Nord.",
      "Kontor declared a link between an organisation and an organisation.",
    ]);
  });
});
