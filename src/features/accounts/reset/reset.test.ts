import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { addPerson, isIn, lettersTo, linkIn, makeBrowser, queued, signedIn } from "../sign-in/testing.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const CHOSEN = "a new and longer password";

async function letterFor(email: string) {
  await world.job("account.reset", { email });
  return linkIn(world, email);
}

describe("asking for a new password", () => {
  it("answers the same for a known and an unknown address, and looks neither up", async () => {
    const ada = await addPerson(world, "ada");
    const page = async (email: string) => {
      const { status, text } = await makeBrowser(world).post("/reset", { email });
      return [status, text.replaceAll(/nonce="[^"]*"/g, "")];
    };
    expect(await page(ada.email)).toEqual(await page("nobody@example.org"));
    expect(await queued(world, "account.reset")).toEqual([
      { email: ada.email },
      { email: "nobody@example.org" },
    ]);
    await world.job("account.reset", { email: "nobody@example.org" });
    expect(await lettersTo(world, "nobody@example.org")).toEqual([]);
  });

  it.each([
    ["two addresses in a form", { email: ["ada@example.org", "eve@example.org"] }],
    ["an address in brackets", { "email[]": "ada@example.org" }],
    ["no address", {}],
  ])("refuses %s", async (_, form) => {
    const before = (await queued(world, "account.reset")).length;
    expect((await makeBrowser(world).post("/reset", form)).status).toBe(422);
    expect(await queued(world, "account.reset")).toHaveLength(before);
  });

  it.each([
    ["an array of addresses", ["ada@example.org", "eve@example.org"]],
    ["an object", { $ne: null }],
    ["an address with another one in it", "ada@example.org,eve@example.org"],
  ])("refuses %s from a program", async (_, email) => {
    const before = (await queued(world, "account.reset")).length;
    const stranger = await world.as("stranger");
    expect((await stranger.api("POST", "/api/v1/reset", { email })).status).toBe(422);
    expect(await queued(world, "account.reset")).toHaveLength(before);
    expect((await stranger.api("POST", "/api/v1/reset", { email: "x@example.org", as: 1 })).status).toBe(422);
  });

  it("does so four times in a quarter of an hour", async () => {
    const stranger = await world.as("stranger");
    const ask = async () =>
      (await stranger.api("POST", "/api/v1/reset", { email: "often@example.org" })).status;
    expect([await ask(), await ask(), await ask(), await ask(), await ask()]).toEqual([
      204, 204, 204, 204, 429,
    ]);
  });

  it("writes three letters an hour to one person, and says so to nobody", async () => {
    const asked = async () =>
      (await makeBrowser(world).post("/reset", { email: "flood@example.org" })).status;
    expect([await asked(), await asked(), await asked(), await asked()]).toEqual([200, 200, 200, 200]);
    const waiting = (await queued(world, "account.reset")).filter(
      ({ email }) => email === "flood@example.org",
    );
    expect(waiting).toHaveLength(3);
  });
});

describe("the link of the letter", () => {
  it("sets the password once, ends every session, and tells the person", async () => {
    const bob = await addPerson(world, "bob");
    const before = await signedIn(world, bob);
    const link = await letterFor(bob.email);
    const browser = makeBrowser(world);
    // A mail scanner opens it first.
    await browser.get(link);
    expect((await browser.get(link)).text).toContain(bob.email);
    expect((await browser.post(link, { password: "short" })).status).toBe(422);
    expect(await browser.post(link, { password: CHOSEN })).toMatchObject({ status: 303, to: "/sign-in" });
    expect(await isIn(before)).toBe(false);
    expect((await browser.post("/sign-in", { ...bob })).status).toBe(422);
    expect((await browser.post("/sign-in", { ...bob, password: CHOSEN })).status).toBe(303);
    expect((await makeBrowser(world).post(link, { password: "another new password" })).status).toBe(409);
    expect((await lettersTo(world, bob.email)).at(-1)?.body).toContain(
      "password of your account was changed",
    );
  });

  it("is worthless once a newer one was sent", async () => {
    const cleo = await addPerson(world, "cleo");
    const older = await letterFor(cleo.email);
    const newer = await letterFor(cleo.email);
    const browser = makeBrowser(world);
    expect((await browser.get(older)).status).toBe(409);
    expect((await browser.get(newer)).status).toBe(200);
  });

  it("is worthless after an hour, for a suspended person, and for whoever guesses", async () => {
    const dora = await addPerson(world, "dora");
    const link = await letterFor(dora.email);
    const post = async () => (await makeBrowser(world).post(link, { password: CHOSEN })).status;
    const change = (values: { expiresAt: Date }) =>
      world.house.gateway.system("a test's clock", ({ db }) =>
        db.updateTable("accountLink").set(values).where("personId", "=", dora.id).execute(),
      );
    await change({ expiresAt: new Date(Date.now() - 1000) });
    expect(await post()).toBe(409);
    await change({ expiresAt: new Date(Date.now() + 60_000) });
    await world.house.gateway.system("a test's suspension", ({ db }) =>
      db.updateTable("person").set({ suspendedAt: new Date() }).where("id", "=", dora.id).execute(),
    );
    expect(await post()).toBe(409);
    expect((await makeBrowser(world).get("/reset/guessed")).status).toBe(409);
  });

  it("is kept as a hash", async () => {
    const emil = await addPerson(world, "emil");
    const token = (await letterFor(emil.email)).split("/").at(-1)!;
    const rows = await world.house.gateway.system("a test's look", ({ db }) =>
      db.selectFrom("accountLink").selectAll().execute(),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
