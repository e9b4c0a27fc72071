import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { change } from "../invitations/testing.ts";
import { type Records, stepsOf } from "./rules.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const NOTHING: Records = {
  percent: 0,
  missing: ["logo", "competences"],
  colleague: false,
  domain: false,
  ownDomain: true,
  link: false,
  secondFactor: false,
  notices: false,
};

describe("the first steps", () => {
  it("are those that a role can do", () => {
    const names = (role: "owner" | "editor", records = NOTHING) =>
      stepsOf(records, role).map((step) => step.name);
    expect(names("owner")).toHaveLength(8);
    expect(names("editor")).not.toContain("colleague");
    expect(names("editor")).not.toContain("domain");
    expect(names("owner", { ...NOTHING, ownDomain: false })).not.toContain("domain");
  });

  it("count a profile from sixty per cent on", () => {
    const done = (percent: number) => stepsOf({ ...NOTHING, percent }, "owner")[0]!.done;
    expect([done(59), done(60)]).toEqual([false, true]);
  });

  const steps = async (persona: "rival" | "owner" | "reader" | "manager" = "rival") =>
    Object.fromEntries(
      (await (await world.as(persona)).api("GET", "/api/v1/clusters/alpha/first-day")).json.steps.map(
        (step: { name: string; done: boolean }) => [step.name, step.done],
      ),
    ) as Record<string, boolean>;

  it("stand on the first screen of who writes for a member, and of nobody else", async () => {
    const today = async (persona: "rival" | "reader" | "manager" | "editor") =>
      (await (await world.as(persona)).get("/clusters/alpha/today?lang=en")).text;
    expect(await today("rival")).toContain("First steps");
    expect(await today("editor")).toContain("First steps");
    expect(await today("reader")).not.toContain("First steps");
    expect(await today("manager")).not.toContain("First steps");
    expect(await steps("reader")).toEqual({});
  });

  it("are done when their records are there, not when somebody ticks them", async () => {
    expect(await steps()).toMatchObject({ colleague: false, notices: false, domain: false });
    const rival = await world.as("rival");
    await rival.api("POST", "/api/v1/clusters/alpha/organisations/rivale/invitations", {
      people: [{ email: "first@example.org" }],
      role: "editor",
    });
    await change(world, ({ db }) =>
      db
        .insertInto("noticeChoice")
        .values({ personId: world.person.rival, topic: "*", frequency: "weekly" })
        .execute(),
    );
    expect(await steps()).toMatchObject({ colleague: true, notices: true, domain: false });
  });

  it("lead to pages that are there", async () => {
    const rival = await world.as("rival");
    const { json } = await rival.api("GET", "/api/v1/clusters/alpha/first-day");
    for (const { href } of json.steps) expect([href, (await rival.get(href)).status]).toEqual([href, 200]);
  });

  it("are put aside and brought back from the account", async () => {
    const rival = await world.as("rival");
    expect((await rival.post("/account/first-day/dismiss")).status).toBe(303);
    expect((await rival.get("/clusters/alpha/today?lang=en")).text).not.toContain("First steps");
    expect((await rival.get("/account?lang=en")).text).toContain("Show the first steps again");
    expect((await rival.post("/account/first-day/show")).status).toBe(303);
    expect((await rival.get("/clusters/alpha/today?lang=en")).text).toContain("First steps");
  });
});

describe("somebody without a role", () => {
  it("sees on the first screen and in the account what they wait for", async () => {
    await change(world, ({ db }) =>
      db
        .insertInto("joinRequest")
        .values({
          id: crypto.randomUUID(),
          organisationId: world.organisation.anker,
          personId: world.person.operator,
          name: "Person operator",
          email: "operator@example.org",
        })
        .execute(),
    );
    const operator = await world.as("operator");
    for (const path of ["/today?lang=en", "/account?lang=en"]) {
      const { status, text } = await operator.get(path);
      expect(status).toBe(200);
      expect(text).toContain("Waits for its owner since");
    }
  });
});
