import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { findStatisticsHeadline } from "./headline.ts";
import { cellsOf, safeCells } from "./table.ts";
import { TOPICS } from "./topics.ts";

let world: World;
let firms: string[];
const PAGE = "/clusters/alpha/observatory/statistics";

beforeAll(async () => {
  world = await makeWorld();
  firms = await world.house.gateway.system("firms for a table", async ({ db }) => {
    const ids = Array.from({ length: 13 }, () => uuidv7());
    for (const [i, id] of ids.entries()) {
      await db
        .insertInto("organisation")
        .values({
          id,
          slug: `firm-${i}`,
          name: `Firm ${i}`,
          kind: i === 8 ? "finance" : "enterprise",
          sizeClass: i < 5 ? "small" : i < 9 ? "large" : null,
          nuts: i < 9 ? "DE600" : "DE212",
        })
        .execute();
      await db
        .insertInto("membership")
        .values({
          clusterId: world.cluster.alpha,
          id: uuidv7(),
          organisationId: id,
          role: "core",
          since: "2020-01-01",
        })
        .execute();
    }
    return ids;
  });
});
afterAll(() => world.close());

/** Gives a table out as the manager would, and returns it as the asker reads it. */
async function giveOut(topic: string): Promise<string> {
  const manager = await world.as("manager");
  const { status, json } = await manager.api("POST", `/api/v1${PAGE}`, { topic });
  expect(status).toBe(200);
  await world.job("observatory.statistics.make", { clusterId: world.cluster.alpha, id: json.id });
  return json.id;
}

const cell = (
  answer: { cells: { codes: (string | null)[]; value: number | null }[] },
  ...codes: (string | null)[]
) => answer.cells.find((one) => one.codes.join() === codes.join());

describe("a table that is given out", () => {
  it("has the members open to everybody, keeps back the few, and the authority reads just that", async () => {
    const id = await giveOut("members");
    const authority = await world.as("authority");
    const { json } = await authority.api("GET", `/api/v1${PAGE}/${id}`);
    // Twelve of the test, and three of the world whose size nobody knows; the walled one is in no figure.
    expect(cell(json, "enterprise", null)).toEqual({ codes: ["enterprise", null], value: 15 });
    expect(cell(json, "enterprise", "small")!.value).toBe(5);
    // Of the other two of its column one at least is kept back too, or the one would follow.
    expect([cell(json, "enterprise", "large"), cell(json, null, "large")]).toContain(undefined);
    // Where somebody is of whom nothing is shown and where nobody is, is not to be told apart.
    const page = await authority.get(`${PAGE}/${id}`);
    const csv = await authority.get(`${PAGE}/${id}?format=csv`);
    for (const text of [JSON.stringify(json), page.text, csv.text]) {
      expect(text).not.toMatch(/finance/i);
      expect(text).not.toContain("Firm 8");
    }
    expect(page.text).toContain("kept back");
    expect(csv.text).toContain("·");
  });

  it("does not exist for strangers and for other clusters' members, nor what is behind it for anybody", async () => {
    for (const persona of ["stranger", "elsewhere", "customer"] as const) {
      const visit = await world.as(persona);
      expect((await visit.get(`${PAGE}/${world.record.statistic}`)).status).toBe(404);
      expect((await visit.get(PAGE)).text).not.toContain(world.record.statistic);
    }
    for (const persona of ["manager", "authority", "operator"] as const)
      await expect(
        world
          .context(persona, "alpha")
          .then((ctx) => ctx.read((db) => db.selectFrom("statisticSource").selectAll().execute())),
      ).rejects.toThrow("permission denied");
  });

  it("by region is a map as well, hatched where nothing is shown, and as a picture of its own", async () => {
    const id = await giveOut("places");
    const authority = await world.as("authority");
    const page = await authority.get(`${PAGE}/${id}`);
    const { json } = await authority.api("GET", `/api/v1${PAGE}/${id}`);
    expect(cell(json, "DE600", null)!.value).toBeGreaterThan(8);
    expect(page.text).toContain(`<title>Hamburg: ${cell(json, "DE600", null)!.value}</title>`);
    expect(page.text).toContain('fill="url(#kept-back)"');
    // Lübeck, where one alone is, has no colour and no name.
    expect(page.text).not.toMatch(/L[uü]beck/);
    const picture = await authority.get(`${PAGE}/${id}?chart=places.svg`);
    expect(picture.headers.get("content-type")).toContain("image/svg+xml");
    expect(picture.text).toContain("nobody there, or kept back");
    expect((await (await world.as("stranger")).get(`${PAGE}/${id}?chart=places.svg`)).status).toBe(404);
  });

  it("counts on the first page for those who may read it", async () => {
    const told = async (persona: "authority" | "stranger") =>
      findStatisticsHeadline(await world.context(persona, "alpha"));
    expect(await told("authority")).toMatchObject({ figure: "3" });
    expect(await told("stranger")).toBeNull();
  });

  it("is the manager's and the analyst's to give out", async () => {
    for (const persona of ["facilitator", "owner", "authority", "rival"] as const) {
      const visit = await world.as(persona);
      expect((await visit.api("POST", `/api/v1${PAGE}`, { topic: "members" })).status).toBe(404);
    }
    const manager = await world.as("manager");
    const wrong = await manager.post(PAGE, { topic: "members", minimum: "2", visibility: "peers" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("whole number from 3 to 20");
  });

  it("is kept back where it and an earlier one together would tell of the one who joined", async () => {
    const before = await giveOut("places");
    await world.house.gateway.system("one joins", async ({ db }) => {
      await db
        .updateTable("membership")
        .set({ until: "2021-01-01" })
        .where("organisationId", "=", firms[0]!)
        .execute();
    });
    const after = await giveOut("places");
    const manager = await world.as("manager");
    const [first, second] = [
      (await manager.api("GET", `/api/v1${PAGE}/${before}`)).json,
      (await manager.api("GET", `/api/v1${PAGE}/${after}`)).json,
    ];
    expect(cell(first, null, "enterprise")!.value).toBeGreaterThan(3);
    expect(cell(second, null, "enterprise")).toBeUndefined();
  });

  it("is kept back where it and that of a cluster with the same members would tell of the one who is in one alone", async () => {
    await world.house.gateway.system("the same in two clusters", ({ db }) =>
      db
        .insertInto("membership")
        .values(
          firms.slice(1, 5).map((organisationId) => ({
            clusterId: world.cluster.beta,
            id: uuidv7(),
            organisationId,
            role: "core",
            since: "2019-01-01",
          })),
        )
        .execute(),
    );
    const ask = { topic: "members", day: "2019-06-01", minimum: 3, dominance: 0.75, width: 0.2 };
    const id = uuidv7();
    const clusterId = world.cluster.beta;
    await world.house.gateway.system("a table of the other cluster", ({ db }) =>
      db
        .insertInto("statistic")
        .values({ ...ask, clusterId, id, visibility: "public" })
        .execute(),
    );
    await world.job("observatory.statistics.make", { clusterId, id });
    const beta = PAGE.replace("alpha", "beta");
    const { status, json } = await (await world.as("stranger")).api("GET", `/api/v1${beta}/${id}`);
    expect(status).toBe(200);
    // Four of the five small ones are here. By themselves they may be counted, but the fifth stood in the table of the first cluster.
    const alone = await world.house.gateway.system("by itself", async ({ db }) =>
      safeCells(cellsOf(await TOPICS.members.read(db, clusterId, ask.day)), [], ask, true),
    );
    expect(alone.map(({ codes, value }) => [...codes, value])).toContainEqual(["enterprise", "small", 4]);
    expect(cell(json, "enterprise", "small")).toBeUndefined();
  });
});

describe("one's own organisation among the members", () => {
  it("is shown beside quartiles of at least eight others, and to nobody else", async () => {
    const owner = await world.as("owner");
    const { text } = await owner.get(PAGE);
    expect(text).toContain("Your organisation among the members");
    expect(text).toContain("Median");
    const authority = await world.as("authority");
    expect((await authority.get(PAGE)).text).toContain("too few other members");
    expect((await (await world.as("stranger")).get(PAGE)).text).not.toContain("Your organisation");
  });
});
