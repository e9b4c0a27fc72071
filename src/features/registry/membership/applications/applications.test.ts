import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../../app/testing/world.ts";
import { remindNow, STATES, stateAfter, turnOf } from "./rules.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const as = (persona: Parameters<World["as"]>[0]) => world.as(persona);
const lastLetter = async (to: string) =>
  (
    await world.house.gateway.system("the last letter", ({ db }) =>
      db
        .selectFrom("mail")
        .select("body")
        .where("toAddress", "=", to)
        .orderBy("id", "desc")
        .limit(1)
        .execute(),
    )
  )[0]?.body;
const keyIn = (body: string | undefined) => /\/apply\/(\S+)/.exec(body ?? "")?.[1];

describe("the states of an application", () => {
  it("are left by whose turn it is, and decided once", () => {
    expect(stateAfter("sent", "approve", "team")).toBe("approved");
    expect(stateAfter("sent", "approve", "applicant")).toBeNull();
    expect(stateAfter("asked-back", "ask", "team")).toBeNull();
    expect(stateAfter("asked-back", "answer", "applicant")).toBe("answered");
    for (const state of STATES.filter((one) => turnOf(one) === null))
      for (const act of ["approve", "decline", "ask", "withdraw", "answer", "prove"] as const)
        expect([stateAfter(state, act, "team"), stateAfter(state, act, "applicant")]).toEqual([null, null]);
  });

  it("are reminded of after two weeks, and again after two more", () => {
    const turn = new Date("2026-01-01T10:00:00Z");
    expect(remindNow(turn, null, new Date("2026-01-14T10:00:00Z"))).toBe(false);
    expect(remindNow(turn, null, new Date("2026-01-15T10:00:00Z"))).toBe(true);
    expect(remindNow(turn, new Date("2026-01-15T10:00:00Z"), new Date("2026-01-20T10:00:00Z"))).toBe(false);
  });
});

describe("an owner applies", () => {
  let path = "";

  it("and sees where it stands; nobody else does", async () => {
    const customer = await as("customer");
    expect((await customer.get("/clusters/alpha/apply?lang=en")).text).toContain("Kunde");
    const sent = await customer.post("/clusters/alpha/apply", { statement: "We build quays.", level: "" });
    expect(sent.status).toBe(303);
    path = new URL(sent.headers.get("location")!, "http://localhost").pathname;
    expect((await customer.get(`${path}?lang=en`)).text).toContain("It is the team");
    for (const persona of ["owner", "rival", "analyst", "elsewhereManager", "stranger"] as const)
      expect([persona, (await (await as(persona)).get(path)).status]).toEqual([persona, 404]);
    expect((await (await as("facilitator")).get("/clusters/alpha/applications?lang=en")).text).toContain(
      "Kunde",
    );
    expect((await customer.get("/clusters/alpha/today?lang=en")).text).toContain("It is the team");
    const { actor } = await world.context("customer", "alpha");
    expect([actor.membership, actor.levels]).toEqual(["applicant", ["public"]]);
  });

  it("only once at a time", async () => {
    const again = await (await as("customer")).api("POST", "/api/v1/clusters/alpha/applications", {
      statement: "Again.",
    });
    expect(again.status).toBe(409);
  });

  it("is asked back, answers and is taken in by the manager", async () => {
    const [customer, facilitator, manager] = [
      await as("customer"),
      await as("facilitator"),
      await as("manager"),
    ];
    expect((await facilitator.post(`${path}/ask`, { text: "How many people?" })).status).toBe(303);
    expect((await customer.get(path)).text).toContain("How many people?");
    expect((await customer.post(`${path}/answer`, { text: "Forty." })).status).toBe(303);
    const today = new Date().toISOString().slice(0, 10);
    const terms = { role: "associate", since: today, level: "", dues: "", visibility: "public" };
    expect((await facilitator.post(`${path}/approve`, terms)).status).toBe(404);
    expect((await manager.post(`${path}/approve`, terms)).status).toBe(303);
    expect((await manager.post(`${path}/approve`, terms)).status).toBe(422);
    expect((await world.context("customer", "alpha")).actor.membership).toBe("associate");
    expect((await (await as("manager")).get("/clusters/alpha/members?format=csv")).text).toContain("kunde");
  });
});

describe("a stranger applies", () => {
  const FORM = {
    person: "Ida Neu",
    email: "ida@neu.example",
    name: "Neu & Söhne GmbH",
    kind: "enterprise",
    city: "Husum",
    country: "DE",
    statement: "We weave sails.",
  };
  const open = async () =>
    (await (await as("manager")).api("GET", "/api/v1/clusters/alpha/applications")).json.items;

  it("is heard only once the letter's link was opened and its button pressed", async () => {
    const stranger = await as("stranger");
    expect((await stranger.post("/clusters/alpha/apply", FORM)).status).toBe(303);
    expect(await open()).toEqual([]);
    const key = keyIn(await lastLetter(FORM.email))!;
    expect((await stranger.get(`/clusters/alpha/apply/${key}?lang=en`)).text).toContain("not sent yet");
    expect(await open()).toEqual([]);
    expect((await stranger.post(`/clusters/alpha/apply/${key}/prove`)).status).toBe(303);
    expect(await open()).toMatchObject([{ state: "sent", turn: "team", organisation: { name: FORM.name } }]);
    expect((await stranger.post(`/clusters/alpha/apply/${key}/prove`)).status).toBe(409);
    expect((await stranger.get(`/clusters/beta/apply/${key}`)).status).toBe(404);
  });

  it("becomes a member whose owner is invited", async () => {
    const [{ id }] = await open();
    const manager = await as("manager");
    const today = new Date().toISOString().slice(0, 10);
    const answer = await manager.api("POST", `/api/v1/clusters/alpha/applications/${id}/approve`, {
      role: "core",
      since: today,
      visibility: "public",
    });
    expect(answer.status).toBe(204);
    const members = (await manager.get("/clusters/alpha/members?format=csv")).text;
    expect(members).toContain("neu-soehne-gmbh");
    const invited = await world.house.gateway.system("who is invited", ({ db }) =>
      db.selectFrom("invitation").select(["email", "role"]).execute(),
    );
    expect(invited).toEqual([{ email: FORM.email, role: "owner" }]);
  });

  it("finds a closed door where the cluster takes nobody", async () => {
    await (await as("manager")).post("/clusters/alpha/settings", {});
    const { text } = await (await as("stranger")).get("/clusters/alpha/apply?lang=en");
    expect(text).toContain("takes no applications at present");
  });
});
