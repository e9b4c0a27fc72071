import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { addNeed, addOffer } from "./testing.ts";

let world: World;
let admin: pg.Client;
beforeAll(async () => {
  world = await makeWorld();
  admin = new pg.Client({ connectionString: world.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

interface Notice {
  topic: string;
  to: { organisation: string };
  text: { en: string };
  href: string;
}

async function notices(): Promise<Notice[]> {
  const { rows } = await admin.query<{ payload: { notice: Notice } }>(
    `select p.payload from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id
     where t.identifier = 'notices.deliver' order by p.id`,
  );
  return rows.map(({ payload }) => payload.notice).filter(({ topic }) => topic === "matches");
}

/** Who is told what about matches while something happens. */
async function toldBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = (await notices()).length;
  await work();
  return (await notices())
    .slice(before)
    .map(({ to, text }) => `${nameOf(to.organisation)}: ${text.en}`)
    .sort();
}

const nameOf = (id: string) => Object.entries(world.organisation).find(([, one]) => one === id)?.[0];
const changed = (id: string) =>
  world.job("exchange.needs.changed", { clusterId: world.cluster.alpha, id, side: "need" });

describe("a need that was opened", () => {
  it("is told to the members it fits, once", async () => {
    const id = await addNeed(world, { of: "gruendung", title: "Lighter hulls for inland ships" });
    const told = await toldBy(() => changed(id));
    const sentence = "A need that fits you was opened: “Lighter hulls for inland ships”.";
    expect(told).toEqual([`anker: ${sentence}`, `uni: ${sentence}`]);
    expect(await toldBy(() => changed(id))).toEqual([]);
  });

  it.each([
    ["is walled off from them", { wall: ["anker" as const] }],
    ["is for matching alone", { step: "match" as const }],
    ["has no name", { step: "teaser" as const, teaser: "Somebody who builds hulls of ships" }],
    ["is for its own house alone", { visibility: "organisation" as const }],
  ])(
    "is told to nobody who may not read its name: it %s",
    async (_what, { wall, ...rest }: Partial<Parameters<typeof addNeed>[1]>) => {
      const id = await addNeed(world, {
        of: "gruendung",
        title: "Hulls for ships",
        wall: wall ?? [],
        ...rest,
      });
      expect((await toldBy(() => changed(id))).filter((line) => line.startsWith("anker"))).toEqual([]);
    },
  );
});

describe("in the night", () => {
  it("owners hear of new matches, of what they keep in confidence without a name", async () => {
    await addNeed(world, { of: "gruendung", title: "Ultrasonic welding of polymers" });
    await addNeed(world, { of: "anker", title: "Cryogenic tanks for hydrogen", step: "match" });
    await world.job("exchange.matches.night");
    await addOffer(world, { of: "uni", title: "Ultrasonic welding of polymers" });
    await addOffer(world, { of: "verborgen", title: "Cryogenic tanks for liquid hydrogen" });
    const told = await toldBy(() => world.job("exchange.matches.night"));
    expect(told.join("\n")).toMatch(/^gruendung: .* new match(es)? for “Ultrasonic welding of polymers”\.$/m);
    expect(told.join("\n")).toMatch(
      /^anker: There (is|are) .* new match(es)? for something you keep in confidence\.$/m,
    );
    expect(told.join()).not.toContain("Cryogenic");
  });
});

describe("on the first of the month", () => {
  it("members hear how many needs without a name fit, of those written in a month that is over", async () => {
    const id = await addNeed(world, {
      of: "rivale",
      title: "Secret",
      text: "Secret",
      step: "teaser",
      teaser: "A firm looks for somebody who knows lighter hulls of inland ships",
    });
    expect(await toldBy(() => world.job("exchange.matches.month"))).toEqual([]);
    await world.house.gateway.system("a month later", ({ db }) =>
      db.updateTable("needTeaser").set({ since: "2020-01-01" }).where("needId", "=", id).execute(),
    );
    const told = await toldBy(() => world.job("exchange.matches.month"));
    expect(told).toContain("anker: One need without a name may fit you.");
    expect(told.filter((line) => line.startsWith("rivale"))).toEqual([]);
    expect(await toldBy(() => world.job("exchange.matches.month"))).toEqual([]);
  });
});

describe("the needs that fit a member", () => {
  it("are read by their teaser alone where their owner is not told", async () => {
    const visit = await world.as("owner");
    const { json } = await visit.api("GET", "/api/v1/clusters/alpha/matches");
    const nameless = json.items.filter((one: { need: { known: string } }) => one.need.known === "teaser");
    expect(nameless.length).toBeGreaterThan(0);
    for (const one of nameless) {
      expect(one.reasons.map((why: { signal: string }) => why.signal)).toEqual(["text"]);
      expect(Object.keys(one.need).sort()).toEqual([
        "deadline",
        "href",
        "id",
        "intent",
        "kind",
        "known",
        "since",
        "text",
      ]);
    }
    const { text } = await visit.get("/clusters/alpha/matches?lang=en");
    expect(text).toContain("A need without a name");
    expect(text).not.toContain("Rivale GmbH");
  });

  it("leave the list where the member says why, and come back", async () => {
    const visit = await world.as("owner");
    const list = async () => (await visit.api("GET", "/api/v1/clusters/alpha/matches")).json;
    const { need } = (await list()).items[0];
    const path = `/api/v1/clusters/alpha/matches/${need.id}/judgement`;
    const said = await visit.api("PUT", path, { verdict: "not-relevant", reason: "other-topic" });
    expect(said.status).toBe(204);
    const ids = (items: { need: { id: string } }[]) => items.map((one) => one.need.id);
    expect(ids((await list()).items)).not.toContain(need.id);
    expect(ids((await list()).dismissed)).toContain(need.id);
    await visit.api("DELETE", path);
    expect(ids((await list()).items)).toContain(need.id);
  });

  it("are nobody's own, and closed to those who do not belong here", async () => {
    const { json } = await (await world.as("professor", "gruendung")).api(
      "GET",
      "/api/v1/clusters/alpha/matches",
    );
    for (const { need } of json.items) expect(need.organisation?.slug).not.toBe("gruendung");
    for (const persona of ["stranger", "customer", "applicant", "elsewhere", "manager"] as const)
      expect((await (await world.as(persona)).get("/clusters/alpha/matches")).status).toBe(404);
  });
});
