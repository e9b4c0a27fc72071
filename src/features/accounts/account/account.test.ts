import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, ORIGIN, type World } from "../../../app/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const TOKEN = /<code id="made-token">(kontor_[\w-]+)<\/code>/;

async function makeToken(form: Record<string, string> = {}, persona: "owner" | "manager" = "owner") {
  const visit = await world.as(persona);
  const answer = await visit.post("/account/tokens", { name: "report", scope: "read", days: "30", ...form });
  return { answer, token: TOKEN.exec(answer.text)?.[1] };
}

async function call(token: string, method: string, path: string, body?: unknown) {
  const response = await world.app.request(
    new Request(new URL(path, ORIGIN), {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  return { status: response.status, json: await response.json().catch(() => null) };
}

describe("an account", () => {
  it("shows every role with its dates, also those that have ended", async () => {
    const { house, person, organisation } = world;
    await house.gateway.system("a test's seat", ({ db }) =>
      db
        .insertInto("seat")
        .values({
          id: crypto.randomUUID(),
          personId: person.professor,
          organisationId: organisation.kunde,
          role: "reader",
          title: "Intern",
          since: "2005-01-01",
          until: "2006-01-01",
        })
        .execute(),
    );
    const { text } = await (await world.as("professor")).get("/account");
    expect(text).toContain("hold 3 roles");
    for (const words of [
      "Professor (Editor)",
      "Founder (Owner)",
      "Board member (Reader)",
      "since 1 Apr 2012",
    ])
      expect(text).toContain(words);
    expect(text).toContain("1 Jan 2005 to 1 Jan 2006");
  });

  it("asks a stranger to sign in and leads back", async () => {
    const answer = await (await world.as("stranger")).get("/account");
    expect(answer.headers.get("location")).toBe("/sign-in?next=%2Faccount");
  });

  it("is told to programs as well", async () => {
    const { json } = await (await world.as("professor")).api("GET", "/api/v1/me");
    expect(json).toMatchObject({ email: "professor@example.org", operator: false, scope: "write" });
    expect(json.seats).toHaveLength(3);
    expect((await (await world.as("stranger")).get("/api/v1/me")).status).toBe(401);
  });
});

describe("an API token", () => {
  it("is shown once and kept only as a hash", async () => {
    const { answer, token } = await makeToken();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(token).toMatch(/^kontor_[\w-]{43}$/);
    expect((await (await world.as("owner")).get("/account")).text).not.toContain(token);
    const rows = await world.house.gateway.system("a test's look", ({ db }) =>
      db.selectFrom("apiToken").selectAll().execute(),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("acts from the role it was made for", async () => {
    const { token } = await makeToken();
    const { json } = await call(token!, "GET", "/api/v1/me");
    expect(json).toMatchObject({
      email: "owner@example.org",
      scope: "read",
      actingAs: expect.stringMatching(/^seat:/),
    });
  });

  it("for reading changes nothing; one for writing does", async () => {
    const path = "/api/v1/organisations/anker/seats";
    const seat = { email: "both@example.org", role: "reader" };
    const { token: reads } = await makeToken();
    expect((await call(reads!, "GET", path)).status).toBe(200);
    expect((await call(reads!, "POST", path, seat)).status).toBe(404);
    const { token: writes } = await makeToken({ scope: "write" });
    expect((await call(writes!, "POST", path, seat)).status).toBe(202);
  });

  it("is worth nothing once it is revoked, and only its owner revokes it", async () => {
    const { token } = await makeToken({ name: "to be revoked" });
    const owner = await world.as("owner");
    const { text } = await owner.get("/account");
    const id = /\/account\/tokens\/([0-9a-f-]+)\/revoke/.exec(text)![1]!;
    expect((await (await world.as("manager")).post(`/account/tokens/${id}/revoke`)).status).toBe(404);
    expect((await call(token!, "GET", "/api/v1/me")).status).toBe(200);
    expect((await owner.post(`/account/tokens/${id}/revoke`)).status).toBe(303);
    expect((await call(token!, "GET", "/api/v1/me")).status).toBe(401);
    expect((await owner.post(`/account/tokens/${id}/revoke`)).status).toBe(404);
  });

  it.each([
    ["a name that is missing", { name: " " }, "Please fill this in."],
    ["a life longer than offered", { days: "9999" }, "Please choose one of the options."],
    ["a scope that does not exist", { scope: "admin" }, "Please choose one of the options."],
  ])("is not made with %s, and what was typed stays", async (_, form, sentence) => {
    const { answer, token } = await makeToken({ ...form });
    expect([answer.status, token]).toEqual([422, undefined]);
    expect(answer.text).toContain(sentence);
  });

  it("cannot make itself successors", async () => {
    const { token } = await makeToken({ scope: "write" });
    const response = await world.app.request(
      new Request(new URL("/account/tokens", ORIGIN), {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body: new URLSearchParams({ name: "child", scope: "write", days: "30" }),
      }),
    );
    expect(response.status).toBe(403);
  });

  it("needs a role to act from", async () => {
    const operator = await world.as("operator");
    expect((await operator.get("/account")).text).toContain("A token acts from a role, and you hold none.");
    const answer = await operator.post("/account/tokens", { name: "x", scope: "read", days: "30" });
    expect(answer.status).toBe(422);
  });

  it("ends with the role", async () => {
    const { token } = await makeToken({}, "manager");
    expect((await call(token!, "GET", "/api/v1/clusters/alpha/team")).status).toBe(200);
    await world.house.gateway.system("a test's end", ({ db }) =>
      db
        .updateTable("office")
        .set({ until: "2026-01-01" })
        .where("personId", "=", world.person.manager)
        .execute(),
    );
    expect((await call(token!, "GET", "/api/v1/clusters/alpha/team")).status).toBe(401);
  });
});
