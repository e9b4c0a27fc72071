import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const ALPHA = "/api/v1/clusters/alpha/organisations";
const FIELD = "/27";

describe("competences an organisation tells of itself", () => {
  const tell = (visibility: string, wall: string[] = []) =>
    world.house.gateway.system("a competence told", async ({ db }) => {
      await db.deleteFrom("fact").where("field", "=", "competences").execute();
      await db
        .insertInto("fact")
        .values({
          clusterId: world.cluster.alpha,
          id: crypto.randomUUID(),
          organisationId: world.organisation.anker,
          field: "competences",
          value: "naval architecture",
          code: "/27",
          visibility,
          wall,
          origin: "declared",
        })
        .execute();
    });
  const finds = async (persona: "stranger" | "reader" | "rival" | "authority") => {
    const { json } = await (await world.as(persona)).get(`${ALPHA}?competence=${encodeURIComponent(FIELD)}`);
    return json.items.some((item: { slug: string }) => item.slug === "anker");
  };

  it("are found by those who see them, and by a stranger only while they are public", async () => {
    expect(await finds("stranger")).toBe(false);
    await tell("public");
    expect([await finds("stranger"), await finds("rival"), await finds("authority")]).toEqual([
      true,
      true,
      true,
    ]);
    await tell("cluster", [world.organisation.rivale]);
    expect([await finds("stranger"), await finds("rival"), await finds("authority")]).toEqual([
      false,
      false,
      false,
    ]);
    expect(await finds("reader")).toBe(true);
  });
});

describe("those who belong through an association", () => {
  it("are shown when asked for, with whom they belong through", async () => {
    await world.house.gateway.system("an association with a firm", async ({ db }) => {
      await db
        .insertInto("link")
        .values({
          clusterId: world.cluster.alpha,
          id: crypto.randomUUID(),
          type: "formal",
          nature: "member",
          fromOrganisationId: world.organisation.kunde,
          toOrganisationId: world.organisation.uni,
          since: "2020-01-01",
          confirmedAt: new Date("2020-01-01"),
          origin: "confirmed",
          declaredFor: world.organisation.kunde,
          visibility: "cluster",
        })
        .execute();
    });
    const reader = await world.as("reader");
    const slugs = async (query: string) =>
      (await reader.api("GET", `${ALPHA}${query}`)).json.items.map((item: { slug: string }) => item.slug);
    expect(await slugs("")).not.toContain("kunde");
    const indirect = await reader.api("GET", `${ALPHA}?belongs=indirect`);
    expect(indirect.json.items).toMatchObject([
      { slug: "kunde", membership: null, through: [{ slug: "uni" }] },
    ]);
    expect((await slugs("?belongs=indirect&belongs=direct")).length).toBe((await slugs("")).length + 1);
    const stranger = await (await world.as("stranger")).get(`${ALPHA}?belongs=indirect`);
    expect(stranger.json.total).toBe(0);
  });
});
