import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { acceptAll } from "../invitations/testing.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const TEAM = "/clusters/alpha/team";
interface Office {
  id: string;
  person: { email: string };
  role: string;
  until: string | null;
}
const team = async (persona: Parameters<World["as"]>[0] = "manager"): Promise<Office[]> =>
  (await (await world.as(persona)).api("GET", `/api/v1${TEAM}`)).json.items;

describe("the cluster's team", () => {
  it.each(["owner", "reader", "manager", "auditor", "professor"] as const)(
    "is known to %s",
    async (persona) => {
      const { status, text } = await (await world.as(persona)).get(TEAM);
      expect(status).toBe(200);
      expect(text).toContain("facilitator@example.org");
    },
  );

  it.each([
    "stranger",
    "customer",
    "applicant",
    "authority",
    "elsewhere",
    "elsewhereManager",
    "operator",
  ] as const)("does not exist for %s", async (persona) => {
    expect((await (await world.as(persona)).get(TEAM)).status).toBe(404);
  });

  it("is kept by its manager alone", async () => {
    const office = { email: "both@example.org", role: "facilitator", title: "Scout" };
    for (const persona of ["owner", "facilitator", "auditor", "elsewhereManager"] as const)
      expect((await (await world.as(persona)).post(TEAM, office)).status).toBe(404);
    expect((await (await world.as("manager")).post(TEAM, office)).status).toBe(303);
    // Who does not work for the team yet is asked first.
    expect((await team()).map((held) => held.person.email)).not.toContain("both@example.org");
    await acceptAll(world, "both");
    expect((await team()).map((held) => held.person.email)).toContain("both@example.org");
    const { json } = await (await world.as("both")).get("/api/v1/me");
    expect(json.offices).toMatchObject([{ role: "facilitator", title: "Scout", cluster: "alpha" }]);
  });

  it("invites an address with an account and one without alike", async () => {
    const manager = await world.as("manager");
    for (const email of ["rival@example.org", "nobody@example.org"]) {
      const { status, json } = await manager.api("POST", `/api/v1${TEAM}`, { email, role: "analyst" });
      expect([status, json]).toEqual([202, { email, role: "analyst" }]);
    }
    const { json } = await manager.api("GET", `/api/v1${TEAM}/invitations`);
    expect(json.items.map(({ email, state }: { email: string; state: string }) => [email, state])).toEqual(
      expect.arrayContaining([
        ["rival@example.org", "waiting"],
        ["nobody@example.org", "waiting"],
      ]),
    );
    expect((await (await world.as("rival")).api("GET", "/api/v1/me")).json.offices).toEqual([]);
  });

  it("gives another office at once to who has one there", async () => {
    const answer = await (await world.as("manager")).post(TEAM, {
      email: "facilitator@example.org",
      role: "analyst",
    });
    expect(answer.status).toBe(303);
    const { json } = await (await world.as("facilitator")).api("GET", "/api/v1/me");
    expect(json.offices).toMatchObject([{ role: "facilitator" }, { role: "analyst" }]);
  });

  it("never loses its last manager", async () => {
    const manager = await world.as("manager");
    const own = (await team()).find((office) => office.role === "manager")!;
    expect((await manager.post(`${TEAM}/${own.id}/end`)).text).toContain("This is the last manager.");
    expect((await manager.api("POST", `/api/v1${TEAM}/${own.id}/end`, {})).status).toBe(409);
  });

  it("changes an office into another, but not the last manager's into less", async () => {
    const manager = await world.as("manager");
    const scout = (await team()).find((office) => office.person.email === "both@example.org")!;
    expect((await manager.get(`${TEAM}/${scout.id}`)).text).toContain("Person both");
    expect((await manager.post(`${TEAM}/${scout.id}`, { role: "analyst" })).status).toBe(303);
    expect((await team()).find((office) => office.id === scout.id)?.role).toBe("analyst");
    const own = (await team()).find((office) => office.role === "manager")!;
    expect((await manager.post(`${TEAM}/${own.id}`, { role: "analyst" })).status).toBe(422);
    expect(
      (await (await world.as("facilitator")).post(`${TEAM}/${own.id}`, { role: "analyst" })).status,
    ).toBe(404);
  });

  it("keeps an ended office on record for the team, not for the members", async () => {
    const manager = await world.as("manager");
    const scout = (await team()).find((office) => office.person.email === "both@example.org")!;
    expect((await manager.post(`${TEAM}/${scout.id}/end`)).status).toBe(303);
    expect((await team()).find((office) => office.id === scout.id)?.until).not.toBeNull();
    expect((await team("owner")).map((office) => office.id)).not.toContain(scout.id);
    expect((await (await world.as("both")).get("/api/v1/me")).json.seats).toHaveLength(2);
  });
});
