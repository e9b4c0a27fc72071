import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { addNeed } from "../matching/testing.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  const founder = await world.as("professor", "gruendung");
  const judge = (need: string, organisation: string, said: object) =>
    founder.api("PUT", `/api/v1/clusters/alpha/needs/${need}/matches/${organisation}/judgement`, said);
  const open = await addNeed(world, { of: "gruendung", title: "Lighter hulls for inland ships" });
  await founder.get(`/clusters/alpha/needs/${open}/matches`);
  await judge(open, "anker", { verdict: "good" });
  await judge(open, "uni", { verdict: "not-relevant", reason: "too-far", note: "Over the Elbe" });
  // Kept from the team: it counts nowhere.
  const kept = await addNeed(world, {
    of: "gruendung",
    title: "Secret hulls of ships",
    step: "match",
    mediated: false,
  });
  await founder.get(`/clusters/alpha/needs/${kept}/matches`);
  await judge(kept, "anker", { verdict: "good" });
  const gap = await addNeed(world, { of: "anker", title: "Quantum annealing of proteins" });
  await world.job("exchange.needs.changed", { clusterId: world.cluster.alpha, id: gap, side: "need" });
});
afterAll(() => world.close());

const path = "/clusters/alpha/exchange/quality";

describe("the quality of matches", () => {
  it("counts what was said of needs the team mediates, and of no others", async () => {
    const { json } = await (await world.as("manager")).api("GET", `/api/v1${path}`);
    expect(json.precision).toMatchObject({ shown: 2, answered: 2, good: 1, precision: 0.5 });
    expect(json.members.reduce((sum: number, one: { shown: number }) => sum + one.shown, 0)).toBe(2);
    expect(json.spread.gini).toBeGreaterThan(0);
    expect(JSON.stringify(json)).not.toContain("Secret");
  });

  it("reckons answers by those that were asked for: who met at an event had answered already", async () => {
    const visit = await world.as("manager");
    const { answers } = (await visit.api("GET", `/api/v1${path}`)).json;
    expect(answers.asked).toBe(1);
    const origin = (to: "event" | "member") =>
      world.house.gateway.system("they met", ({ db }) =>
        db.updateTable("introduction").set({ origin: to }).execute(),
      );
    await origin("event");
    expect((await visit.api("GET", `/api/v1${path}`)).json.answers.asked).toBe(0);
    await origin("member");
  });

  it("names needs nobody fits, with the way to look outside", async () => {
    const { text } = await (await world.as("facilitator")).get(`${path}?lang=en`);
    expect(text).toContain("Quantum annealing of proteins");
    expect(text).toMatch(/needs\/[0-9a-f-]{36}\/matches\/outside/);
    const file = await (await world.as("facilitator")).get(`${path}/gaps?format=csv&lang=en`);
    expect(file.text).toContain("Quantum annealing of proteins");
    expect(file.text).not.toContain("Lighter hulls");
  });

  it("opens the records behind a figure, with what was said", async () => {
    const visit = await world.as("manager");
    const { text } = await visit.get(`${path}/suggestions?organisation=uni&lang=en`);
    expect(text).toContain("it is too far away (Over the Elbe)");
    expect(text).not.toContain("Secret");
    const file = await visit.get(`${path}/suggestions?format=csv&lang=en`);
    expect(file.text.trim().split("\r\n")).toHaveLength(3);
  });

  it.each(["stranger", "owner", "rival", "analyst", "auditor", "elsewhereManager"] as const)(
    "is not there for %s",
    async (persona) => {
      const visit = await world.as(persona);
      for (const page of ["", "/suggestions", "/members", "/gaps"])
        expect((await visit.get(`${path}${page}`)).status).toBe(404);
    },
  );
});
