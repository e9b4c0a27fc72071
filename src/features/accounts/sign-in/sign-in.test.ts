import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, ORIGIN, type World } from "../../../app/testing/world.ts";

const LOGIN = {
  email: "demo@example.org",
  password: "the demo's own password",
  name: "Invented Person",
  role: { en: "Invented manager", de: "Erfundenes Management" },
};
let world: World;

beforeAll(async () => {
  world = await makeWorld({ demoLogins: [LOGIN] });
  for (const [email, password] of [
    ["ada@example.org", "right password of ada"],
    ["eve@example.org", "right password of eve"],
    [LOGIN.email, LOGIN.password],
  ] as const) {
    const id = crypto.randomUUID();
    await world.house.auth.add(id, "Ada", email, password);
    await world.house.gateway.system("a test's person", ({ db }) =>
      db.insertInto("person").values({ id, name: "Ada", email }).execute(),
    );
  }
});
afterAll(() => world.close());

async function send(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await world.app.request(
    new Request(new URL(path, ORIGIN), {
      method: "POST",
      body: new URLSearchParams(form),
      headers: { origin: ORIGIN, ...headers },
    }),
  );
  return {
    status: response.status,
    to: response.headers.get("location"),
    cookies: response.headers.getSetCookie(),
    text: await response.text(),
  };
}
const ada = { email: "ada@example.org", password: "right password of ada" };
const cookieOf = (cookies: string[]) => cookies.map((cookie) => cookie.split(";")[0]).join("; ");

describe("signing in", () => {
  it("opens a session that the next page knows, and leads on to where one wanted to go", async () => {
    const answer = await send("/sign-in", { ...ada, email: " ADA@example.org ", next: "/account" });
    expect(answer).toMatchObject({ status: 303, to: "/account" });
    const account = await world.app.request(new URL("/account", ORIGIN), {
      headers: { cookie: cookieOf(answer.cookies) },
    });
    expect(account.status).toBe(200);
    expect(await account.text()).toContain("ada@example.org");
  });

  it("leads to the first screen where nothing else was wanted", async () => {
    expect((await send("/sign-in", ada)).to).toBe("/today");
  });

  it("stays inside the house", async () => {
    for (const next of [
      "https://elsewhere.example",
      "//elsewhere.example",
      "/\\elsewhere.example",
      "javascript:alert(1)",
    ])
      expect((await send("/sign-in", { ...ada, next })).to).toBe("/today");
  });

  it("says one and the same of a wrong password and an unknown address", async () => {
    const wrong = await send("/sign-in", { email: "ada@example.org", password: "wrong password" });
    const unknown = await send("/sign-in", { email: "nobody@example.org", password: "wrong password" });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    const same = (text: string) =>
      text.replaceAll(/(ada|nobody)@example\.org/g, "").replaceAll(/nonce="[^"]*"/g, "");
    expect(same(wrong.text)).toBe(same(unknown.text));
    expect(wrong.cookies.join()).not.toContain("session_token");
  });

  it("keeps the address that was typed, and never the password", async () => {
    const { text } = await send("/sign-in", { email: "ada@example.org", password: "not-to-be-seen-again" });
    expect(text).toContain('value="ada@example.org"');
    expect(text).not.toContain("not-to-be-seen-again");
  });

  it("takes no more than ten tries on one account, even with the right password", async () => {
    const tries = [];
    for (let n = 0; n < 10; n++)
      tries.push(await send("/sign-in", { email: "eve@example.org", password: `guess ${n}` }));
    expect(tries.every((answer) => answer.text.includes("do not belong together"))).toBe(true);
    const eleventh = await send("/sign-in", { email: "eve@example.org", password: "right password of eve" });
    expect(eleventh.status).toBe(422);
    expect(eleventh.text).toContain("Too many tries");
    expect((await send("/sign-in", ada)).status).toBe(303);
  });

  it("refuses who was suspended like a wrong password", async () => {
    const id = crypto.randomUUID();
    await world.house.auth.add(id, "Sue", "sue@example.org", "right password of sue");
    await world.house.gateway.system("a test's person", ({ db }) =>
      db
        .insertInto("person")
        .values({ id, name: "Sue", email: "sue@example.org", suspendedAt: new Date() })
        .execute(),
    );
    const answer = await send("/sign-in", { email: "sue@example.org", password: "right password of sue" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("do not belong together");
  });

  it("lists the invented people of a demonstration and signs in as one of them at a click", async () => {
    const form = await (await world.app.request(new URL("/sign-in", ORIGIN))).text();
    expect(form).toContain("Invented manager");
    expect(form).not.toContain(LOGIN.password);
    expect(await send("/sign-in", { demo: LOGIN.email })).toMatchObject({ status: 303, to: "/today" });
  });

  it("writes into the installation's log who opened a session", async () => {
    const entry = await world.house.gateway.system("a test's look", ({ db }) =>
      db.selectFrom("auditEntry").select("subjectId").where("action", "=", "session.open").executeTakeFirst(),
    );
    expect(entry).toBeDefined();
  });
});

describe("signing out", () => {
  it("ends the session on the server, not only in the browser", async () => {
    const { cookies } = await send("/sign-in", ada);
    const cookie = cookieOf(cookies);
    const account = await (
      await world.app.request(new URL("/account", ORIGIN), { headers: { cookie } })
    ).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(account)![1]!;
    expect((await send("/sign-out", { csrf }, { cookie })).to).toBe("/");
    const after = await world.app.request(new URL("/account", ORIGIN), { headers: { cookie } });
    expect(after.status).toBe(303);
    expect(after.headers.get("location")).toBe("/sign-in?next=%2Faccount");
  });
});
