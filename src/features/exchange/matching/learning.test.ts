import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { worthOf } from "./learning.ts";
import { addNeed } from "./testing.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const founder = () => world.as("professor", "gruendung");
const listed = async (need: string) =>
  (await (await founder()).api("GET", `/api/v1/clusters/alpha/needs/${need}/matches`)).json;
const places = (list: { items: { organisation: { slug: string } }[] }) =>
  list.items.map((one) => one.organisation.slug);
const judge = async (need: string, organisation: string, said: object) =>
  (await founder()).api(
    "PUT",
    `/api/v1/clusters/alpha/needs/${need}/matches/${organisation}/judgement`,
    said,
  );
const learn = () => world.job("exchange.matches.learn", { clusterId: world.cluster.alpha });

describe("an answer to a suggestion", () => {
  it("takes who is not relevant from the list, with the reason, and gives them back", async () => {
    const need = await addNeed(world, { of: "gruendung", title: "Lighter hulls for inland ships" });
    expect(places(await listed(need))).toEqual(["anker", "uni"]);
    expect((await judge(need, "anker", { verdict: "not-relevant", reason: "too-far" })).status).toBe(204);
    const after = await listed(need);
    expect(places(after)).toEqual(["uni"]);
    expect(after.dismissed[0].judgement).toMatchObject({ verdict: "not-relevant", reason: "too-far" });
    const visit = await founder();
    await visit.post(`/clusters/alpha/needs/${need}/matches/anker/unjudge`);
    expect(places(await listed(need))).toEqual(["anker", "uni"]);
  });

  it("has to say why somebody is not relevant; the form keeps what was typed", async () => {
    const need = await addNeed(world, { of: "gruendung", title: "Hulls for inland ships" });
    const visit = await founder();
    const path = `/clusters/alpha/needs/${need}/matches/uni`;
    const { status, text } = await visit.post(`${path}/judge?lang=en`, {
      verdict: "not-relevant",
      reason: "",
      note: "They build other ships",
    });
    expect(status).toBe(422);
    expect(text).toContain("Say why it is not relevant");
    expect(text).toContain("They build other ships</textarea>");
    expect((await judge(need, "uni", { verdict: "not-relevant" })).status).toBe(422);
  });

  it("is nobody's business but the owner's and the mediating team's", async () => {
    const need = await addNeed(world, { of: "gruendung", title: "Ship hulls" });
    const path = `/api/v1/clusters/alpha/needs/${need}/matches/anker/judgement`;
    for (const persona of ["owner", "rival", "auditor", "elsewhereManager"] as const)
      expect((await (await world.as(persona)).api("PUT", path, { verdict: "good" })).status).toBe(404);
    expect((await (await world.as("facilitator")).api("PUT", path, { verdict: "good" })).status).toBe(204);
    const log = await (await world.as("manager")).get("/clusters/alpha/log");
    expect(log.text).not.toContain("match.judged");
  });

  it("is not a mediator's to say of the firm they have a seat in", async () => {
    const need = await addNeed(world, { of: "gruendung", title: "Hulls of inland ships" });
    const at = { id: randomUUID(), personId: world.person.manager, organisationId: world.organisation.anker };
    await world.house.gateway.system("a seat beside the office", ({ db }) =>
      db
        .insertInto("seat")
        .values({ ...at, role: "reader", since: "2020-01-01" })
        .execute(),
    );
    const manager = await world.as("manager");
    const path = `/clusters/alpha/needs/${need}/matches`;
    const say = (slug: string) => manager.api("PUT", `/api/v1${path}/${slug}/judgement`, { verdict: "good" });
    expect((await say("anker")).status).toBe(404);
    expect((await manager.post(`${path}/anker/judge`, { verdict: "good" })).status).toBe(404);
    const { text } = await manager.get(path);
    expect(text).toContain(`${path}/uni/judge`);
    expect(text).not.toContain(`${path}/anker/judge`);
    expect((await say("uni")).status).toBe(204);
    await world.house.gateway.system("the seat is given up", ({ db }) =>
      db.deleteFrom("seat").where("id", "=", at.id).execute(),
    );
  });

  it("about a rival keeps it from all other needs of whoever says so", async () => {
    const [first, second] = [
      await addNeed(world, { of: "anker", title: "Soil and harbour mud" }),
      await addNeed(world, { of: "anker", title: "Harbour mud treatment" }),
    ];
    const owner = await world.as("owner");
    const get = async () =>
      places((await owner.api("GET", `/api/v1/clusters/alpha/needs/${second}/matches`)).json);
    expect(await get()).toContain("uni");
    await owner.api("PUT", `/api/v1/clusters/alpha/needs/${first}/matches/uni/judgement`, {
      verdict: "not-relevant",
      reason: "rival",
    });
    expect(await get()).not.toContain("uni");
  });
});

describe("a cluster's answers", () => {
  it("change the weights, and the page says which and where somebody stood before", async () => {
    const visit = await founder();
    for (const title of [
      "Hulls of ships",
      "Inland ships",
      "Lighter ships",
      "Lighter hulls",
      "Ships and hulls",
    ]) {
      const need = await addNeed(world, { of: "gruendung", title });
      await visit.get(`/clusters/alpha/needs/${need}/matches`);
      await judge(need, "uni", { verdict: "good" });
      await judge(need, "anker", { verdict: "not-relevant", reason: "other-topic" });
    }
    await learn();
    const need = await addNeed(world, { of: "gruendung", title: "Hulls" });
    const list = await listed(need);
    expect(list.learned.version).toBe(1);
    const lowered = list.learned.moved.filter((one: { factor: number }) => one.factor < 1);
    expect(lowered.map((one: { signal: string }) => one.signal)).toContain("network");
    const { text } = await visit.get(`/clusters/alpha/needs/${need}/matches?lang=en`);
    expect(text).toMatch(/This cluster’s answers have .*lowered that of .*knowing each other \(-\d+%\)/);
    const version = async () => (await listed(need)).learned.version;
    await learn();
    expect(await version()).toBe(1);
  });

  it.each([
    ["nothing", { verdict: null, reason: null, introduction: null, outcome: null }, null],
    ["a good word", { verdict: "good", reason: null, introduction: null, outcome: null }, 1],
    [
      "somebody known already",
      { verdict: "not-relevant", reason: "known-already", introduction: null, outcome: null },
      0.6,
    ],
    [
      "another topic",
      { verdict: "not-relevant", reason: "other-topic", introduction: null, outcome: null },
      0,
    ],
    ["a refusal", { verdict: null, reason: null, introduction: "declined", outcome: null }, 0.2],
    ["a contract", { verdict: null, reason: null, introduction: "closed", outcome: "contract" }, 1],
  ] as const)("count %s as they should", (_what, answer, worth) => {
    expect(worthOf(answer)).toBe(worth);
  });

  it("learn nothing from what an owner keeps from the team", async () => {
    const before = await world.house.gateway.system("weights", ({ db }) =>
      db.selectFrom("matchWeights").select("version").execute(),
    );
    for (const title of ["Hulls and mud", "Mud and hulls"]) {
      const need = await addNeed(world, { of: "gruendung", title, step: "match", mediated: false });
      await (await founder()).get(`/clusters/alpha/needs/${need}/matches`);
      await judge(need, "anker", { verdict: "good" });
    }
    await learn();
    const after = await world.house.gateway.system("weights", ({ db }) =>
      db.selectFrom("matchWeights").select("version").execute(),
    );
    expect(after).toEqual(before);
  });
});
