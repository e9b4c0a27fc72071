import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const people = async (query = "") => (await world.as("operator")).get(`/installation/people${query}`);

describe("the people of the installation", () => {
  it("are listed for the operator, and for nobody else", async () => {
    const { status, text } = await people();
    expect([status, text.includes("rival@example.org")]).toEqual([200, true]);
    for (const persona of ["manager", "owner", "stranger"] as const)
      expect((await (await world.as(persona)).get("/installation/people")).status).toBe(404);
  });

  it("are found by a part of name or address, and % is a sign like any other", async () => {
    const found = await people("?query=rival%40");
    expect(found.text).toContain("One person fits");
    expect((await people("?query=%25")).text).toContain("Nobody fits");
  });

  it("go into a file", async () => {
    const { text, headers } = await people("?format=csv");
    expect(headers.get("content-type")).toContain("text/csv");
    expect(text).toContain("manager@example.org");
  });
});

describe("suspending", () => {
  it("stops session and token at once, and restoring lets in again", async () => {
    const operator = await world.as("operator");
    const editor = await world.as("editor");
    const seen = async () => [
      (await editor.get("/account")).status,
      (await editor.api("GET", "/api/v1/me")).status,
    ];
    expect(await seen()).toEqual([200, 200]);
    const path = `/installation/people/${world.person.editor}`;
    expect((await operator.post(`${path}/suspend`)).status).toBe(303);
    expect(await seen()).toEqual([303, 401]);
    expect((await people("?query=editor%40")).text).toContain("suspended");
    expect((await operator.post(`${path}/suspend`)).status).toBe(404);
    expect((await operator.post(`${path}/restore`)).status).toBe(303);
    // The session ended for good; the token is the person's again.
    expect(await seen()).toEqual([303, 200]);
    const entries = await world.house.gateway.system("a test's look", ({ db }) =>
      db
        .selectFrom("auditEntry")
        .select(["action", "personId"])
        .where("subjectId", "=", world.person.editor)
        .where("action", "in", ["person.suspend", "person.restore"])
        .orderBy("seq")
        .execute(),
    );
    expect(entries).toEqual([
      { action: "person.suspend", personId: world.person.operator },
      { action: "person.restore", personId: world.person.operator },
    ]);
  });

  it("is not for others, nor for oneself", async () => {
    const path = (id: string) => `/installation/people/${id}/suspend`;
    expect((await (await world.as("manager")).post(path(world.person.reader))).status).toBe(404);
    expect((await (await world.as("operator")).post(path(world.person.operator))).status).toBe(404);
  });
});
