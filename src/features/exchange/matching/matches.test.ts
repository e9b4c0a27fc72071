import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { addNeed, addOffer } from "./testing.ts";

let world: World;
let hulls: string;
beforeAll(async () => {
  world = await makeWorld();
  hulls = await addNeed(world, { of: "gruendung", title: "Lighter hulls for inland ships" });
});
afterAll(() => world.close());

const matchesPath = (need: string, cluster = "alpha") => `/clusters/${cluster}/needs/${need}/matches`;
const founder = () => world.as("professor", "gruendung");
/** The words of the page itself, so that a failure says little. */
const see = async (need: string, visit = founder()) =>
  wordsOf((await (await visit).get(`${matchesPath(need)}?lang=en`)).text);
const wordsOf = (html: string) =>
  html
    .slice(html.indexOf("<main"), html.indexOf("</main>"))
    .replaceAll(/<a [^>]*href="([^"]*)"[^>]*>/g, "[$1] ")
    .replaceAll(/<(form|details|svg)\b.*?<\/\1>/gs, " ")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

describe("the matches of a need", () => {
  it("name the members whose projects speak of it, with the project and its share", async () => {
    const text = await see(hulls);
    expect(text).toContain("Anker GmbH");
    expect(text).toContain("Universitaet Nord");
    expect(text).toContain("[/clusters/alpha/projects/hull-1] HULL");
    expect(text).toMatch(/Speaks of .*hulls/);
    expect(text).not.toContain(". Gruendung GmbH");
  });

  it.each([
    ["stranger", 404],
    ["rival", 404],
    ["reader", 404],
    ["authority", 404],
    ["facilitator", 200],
    ["manager", 200],
    ["auditor", 404],
    ["elsewhereManager", 404],
  ] as const)("are shown to %s with %i", async (persona, status) => {
    expect((await (await world.as(persona)).get(matchesPath(hulls))).status).toBe(status);
  });

  it("stand in the same order when they are looked at again", async () => {
    const need = await addNeed(world, { of: "gruendung", title: "Inland ships with lighter hulls" });
    const visit = await founder();
    const order = async () =>
      (await visit.api("GET", `/api/v1/clusters/alpha/needs/${need}/matches`)).json.items.map(
        (one: { organisation: { slug: string } }) => one.organisation.slug,
      );
    const first = await order();
    expect(first).toHaveLength(2);
    for (let again = 0; again < 3; again++) expect(await order()).toEqual(first);
  });

  it("leave out whoever stands behind the need's wall", async () => {
    const walled = await addNeed(world, { of: "gruendung", title: "Hulls of ships", wall: ["anker"] });
    const text = await see(walled);
    expect(text).toContain("Universitaet Nord");
    expect(text).not.toContain("Anker GmbH");
  });

  it("draw nothing from an offer that is walled off from the owner, not even for the team", async () => {
    await addOffer(world, { of: "verborgen", title: "Cryogenic valves", wall: ["gruendung"] });
    const need = await addNeed(world, { of: "gruendung", title: "Cryogenic valves" });
    for (const visit of [founder(), world.as("facilitator")])
      expect(await see(need, visit)).toContain("Nobody here fits");
    const open = await addNeed(world, { of: "anker", title: "Cryogenic valves" });
    expect(await see(open, world.as("owner"))).toMatch(/1\. Verborgen GmbH .*offers\/\S+\] Cryogenic valves/);
  });
});
