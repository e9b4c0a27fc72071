import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, ORIGIN, type PersonaName, type World } from "../../../app/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const NEEDS = "/clusters/alpha/needs";
const today = async (persona: PersonaName) =>
  (await (await world.as(persona)).get("/clusters/alpha/today?lang=en")).text.replace(
    /<nav[\s\S]*?<\/nav>/g,
    "",
  );

/** The page a browser lands on after saving. */
async function saved(persona: PersonaName, title: string, more: Record<string, string> = {}) {
  const visit = await world.as(persona);
  const said = await visit.post(`${NEEDS}/new`, {
    title,
    text: title,
    kind: "partner",
    intent: "joint-project",
    step: "named",
    visibility: "cluster",
    ...more,
  });
  expect(said.status, said.text).toBe(303);
  const { pathname, search } = new URL(said.headers.get("location")!, ORIGIN);
  const page = async (locale: "en" | "de") => (await visit.get(`${pathname}${search}&lang=${locale}`)).text;
  return { path: pathname, page };
}

describe("a need that was saved", () => {
  it("says how many fit, where one reads it", async () => {
    const many = await saved("rival", "Lighter hulls for inland ships");
    expect(await many.page("en")).toMatch(/Saved\. \d+ organisations fit\./);
    const one = await saved("rival", "Lighter hulls for inland ships", { wall: "uni" });
    expect(await one.page("en")).toContain("Saved. One organisation fits.");
    expect(await one.page("de")).toContain("Gespeichert. Eine Organisation passt.");
    const none = await saved("rival", "Quantum annealing of proteins");
    expect(await none.page("en")).toContain("Saved. No organisation fits well yet.");
    expect(await none.page("de")).toContain("Gespeichert. Noch passt keine Organisation gut.");
  });

  it("shows needs like it to its own people, and to nobody else", async () => {
    const { path, page } = await saved("rival", "Partner for lighter hulls");
    expect(await page("en")).toMatch(/Similar needs[\s\S]*Partner for lighter hulls/);
    expect((await (await world.as("professor", "uni")).get(`${path}?lang=en`)).text).not.toContain(
      "Similar needs",
    );
  });
});

describe("the first screen", () => {
  it("names the talks and events ahead, and who asks to be told more", async () => {
    await world.house.gateway.system("a talk tomorrow", ({ db }) =>
      db
        .updateTable("talkSlot")
        .set({ startsAt: new Date(Date.now() + 86_400_000), endsAt: new Date(Date.now() + 90_000_000) })
        .execute(),
    );
    const { introduction, event } = world.record;
    const owner = await today("owner");
    expect(owner).toContain(`href="/clusters/alpha/introductions/${introduction}"`);
    expect(owner).toContain("Talk on");
    expect(owner).toContain(`href="/clusters/alpha/events/${event}/schedule"`);
    expect(owner).toContain("One organisation asks to be told more");
    const authority = await today("authority");
    for (const word of ["Talk on", "Table of the Elbe", "to be told more"])
      expect(authority).not.toContain(word);
  });

  it("tells the team which of what one wrote down waits for a yes, and leads to the list", async () => {
    const facilitator = await world.as("facilitator");
    const made = await facilitator.post(`${NEEDS}/gather`, {
      organisation: "rivale",
      title: "Heard in a visit",
      text: "They look for a welder.",
      kind: "skill",
      intent: "purchase",
      step: "named",
      visibility: "cluster",
    });
    expect(made.status, made.text).toBe(303);
    expect(await today("facilitator")).toContain("One that you wrote down waits for the member");
    expect(await today("manager")).not.toContain("that you wrote down");
    const list = `${NEEDS}?state=draft&view=table&lang=en`;
    expect((await facilitator.get(list)).text).toContain("Heard in a visit");
    expect((await facilitator.get(`${NEEDS}?lang=en`)).text).toContain(
      "One that you wrote down waits for the member",
    );
    expect((await (await world.as("manager")).get(list)).text).not.toContain("Heard in a visit");
  });
});
