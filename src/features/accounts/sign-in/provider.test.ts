import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, ORIGIN, type World } from "../../../app/testing/world.ts";
import { addPerson, type Browser, isIn, lettersTo, makeBrowser, signedIn } from "./testing.ts";

/** Whom the other house knows: the subject, and what it says of them. */
const SUBJECTS: Record<string, { email?: string; email_verified?: boolean; name?: string }> = {
  "ada-there": { email: "ada@example.org", email_verified: true, name: "Ada There" },
  "ada-unverified": { email: "ada@example.org", email_verified: false },
  "bob-there": { email: "bob@example.org", email_verified: true },
  "cleo-there": { email: "cleo@example.org", email_verified: true },
  "dora-there": { email: "other-address@example.org", email_verified: true },
  "nobody-there": { email: "nobody@example.org", email_verified: true },
  "invited-there": { email: "invited@example.org", email_verified: true, name: "Ina Invited" },
  "silent-there": {},
};

let world: World;
let server: Server;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "kontor",
        client_secret: "a secret between two houses",
        redirect_uris: [`${ORIGIN}/sign-in/provider/answer`],
      },
    ],
    claims: { email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    cookies: { keys: ["of a test"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...SUBJECTS[id] }) }),
    features: { devInteractions: { enabled: true } },
  });
  server.on("request", provider.callback());
  world = await makeWorld({
    oidc: { issuer, clientId: "kontor", clientSecret: "a secret between two houses", name: "Other House" },
  });
});
afterAll(async () => {
  server.close();
  await world.close();
});

/** Signs in over there as a person would, through its pages, and comes back with the address it sends to. */
async function wayThere(from: string, subject: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = new URL(from);
  let form: URLSearchParams | null = null;
  for (let hop = 0; hop < 12; hop++) {
    const response: Response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form ? { method: "POST", body: form } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    form = null;
    const to = response.headers.get("location");
    if (to?.startsWith(ORIGIN)) return to.slice(ORIGIN.length);
    if (to) {
      url = new URL(to, url);
      continue;
    }
    const text = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1];
    if (!prompt) throw new Error(`${response.status} at ${url}: ${text.slice(0, 300)}`);
    url = new URL(/action="([^"]+)"/.exec(text)![1]!, url);
    form = new URLSearchParams({
      prompt,
      ...(prompt === "login" ? { login: subject, password: "any" } : {}),
    });
  }
  throw new Error("It goes round in circles.");
}

const leave = async (browser: Browser, path = "/sign-in/provider?next=%2Faccount") =>
  (await browser.get(path)).to!;
async function come(subject: string, browser = makeBrowser(world), path?: string) {
  const answer = await browser.get(await wayThere(await leave(browser, path), subject));
  return { browser, to: answer.to };
}

describe("coming from another house", () => {
  it("is offered under its name", async () => {
    expect((await makeBrowser(world).get("/sign-in")).text).toContain("Sign in with Other House");
  });

  it("opens the account whose address both houses have verified, and tells the person", async () => {
    const ada = await addPerson(world, "ada");
    const { browser, to } = await come("ada-there");
    expect([to, await isIn(browser)]).toEqual(["/account", true]);
    expect((await lettersTo(world, ada.email))[0]?.subject).toContain("another sign-in service");
    SUBJECTS["ada-there"] = { email: "moved@example.org", email_verified: false };
    expect((await come("ada-there")).to).toBe("/account");
    expect(await lettersTo(world, ada.email)).toHaveLength(1);
  });

  it.each([
    ["an address that the other house has not verified", "ada-unverified", "provider.unverified"],
    ["no address at all", "silent-there", "provider.unverified"],
    ["a person whom nobody here knows", "nobody-there", "provider.unknown"],
  ])("refuses %s", async (_, subject, problem) => {
    const { browser, to } = await come(subject);
    expect([to, await isIn(browser)]).toEqual([`/sign-in?refused=${problem}`, false]);
    const { text } = await browser.get(to!);
    expect(text).toMatch(/has not verified the e-mail address|No account here belongs to this address/);
  });

  it("refuses an address that was never confirmed here", async () => {
    await addPerson(world, "bob", false);
    expect((await come("bob-there")).to).toBe("/sign-in?refused=provider.unverified-here");
  });

  it("asks for the second factor all the same", async () => {
    const cleo = await addPerson(world, "cleo");
    const there = await signedIn(world, cleo);
    await world.house.auth.pool.query('update "user" set "twoFactorEnabled" = true where id = $1', [cleo.id]);
    const { browser, to } = await come("cleo-there");
    expect([to, await isIn(browser)]).toEqual(["/sign-in/second-factor?next=%2Faccount", false]);
    expect(await isIn(there)).toBe(true);
  });

  it("refuses who is suspended", async () => {
    const suspend = (suspendedAt: Date | null) =>
      world.house.gateway.system("a test's suspension", ({ db }) =>
        db.updateTable("person").set({ suspendedAt }).where("email", "=", "ada@example.org").execute(),
      );
    await suspend(new Date());
    const { browser, to } = await come("ada-there");
    expect([to, await isIn(browser)]).toEqual(["/sign-in?refused=provider.unknown", false]);
    await suspend(null);
  });

  it("lets in whom an invitation waits for, with an account of their own", async () => {
    const { person, organisation } = world;
    await world.house.gateway.system("a test's invitation", ({ db }) =>
      db
        .insertInto("invitation")
        .values({
          id: crypto.randomUUID(),
          organisationId: organisation.anker,
          role: "reader",
          email: "invited@example.org",
          locale: "de",
          invitedBy: person.owner,
          expiresAt: new Date(Date.now() + 3_600_000),
        })
        .execute(),
    );
    const { browser, to } = await come("invited-there");
    expect([to, await isIn(browser)]).toEqual(["/invitations", true]);
    expect((await browser.get("/account?lang=en")).text).toContain("Ina Invited");
  });

  it("lets who has no password change how they get in only just after signing in", async () => {
    const { browser } = await come("invited-there");
    const begin = () => browser.post("/account/security/second-factor?lang=en");
    const move = () => browser.post("/account/security/address?lang=en", { email: "ina-new@example.org" });
    expect((await browser.get("/account/security/second-factor")).text).not.toContain('type="password"');
    expect((await begin()).text).toContain('id="secret"');
    await world.house.auth.pool.query(`update session set "createdAt" = now() - interval '11 minutes'`);
    for (const answer of [await begin(), await move()]) {
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("needs a fresh sign-in");
    }
    expect(await lettersTo(world, "ina-new@example.org")).toEqual([]);
  });
});

describe("the way back", () => {
  it("is worth nothing in another browser, with another state, or twice", async () => {
    const mine = makeBrowser(world);
    const back = await wayThere(await leave(mine), "ada-there");
    expect((await makeBrowser(world).get(back)).to).toBe("/sign-in?refused=provider.outdated");
    const other = makeBrowser(world);
    await leave(other);
    expect((await other.get(back)).to).toBe("/sign-in?refused=provider.outdated");
    expect((await mine.get(back)).to).toBe("/account");
    expect((await mine.get(back)).to).toBe("/sign-in?refused=provider.outdated");
  });

  it("says so when the person over there said no", async () => {
    const browser = makeBrowser(world);
    const state = new URL(await leave(browser)).searchParams.get("state");
    const answer = await browser.get(`/sign-in/provider/answer?error=access_denied&state=${state}`);
    expect(answer.to).toBe("/sign-in?refused=provider.failed");
  });

  it("carries a challenge, a state and a nonce", async () => {
    const asked = new URL(await leave(makeBrowser(world))).searchParams;
    expect(asked.get("code_challenge_method")).toBe("S256");
    for (const name of ["state", "nonce", "code_challenge"])
      expect(asked.get(name)!.length).toBeGreaterThan(40);
  });
});

describe("linking", () => {
  const PATH = "/account/security/provider";
  async function linkThere(subject: string, browser: Browser, password: string) {
    await browser.get(PATH);
    const { text } = await browser.post(PATH, { password });
    const to = /href="(http:[^"]+client_id=[^"]+)"/.exec(text)![1]!.replaceAll("&amp;", "&");
    return (await browser.get(await wayThere(to, subject))).to;
  }

  it("begins with a form of ours and the password, not by an address another site could lead to", async () => {
    const finn = await addPerson(world, "finn");
    const here = await signedIn(world, finn);
    const opened = await here.get(PATH);
    expect([opened.status, opened.to, here.cookies.has("kontor_provider")]).toEqual([200, null, false]);
    const wrong = await here.post(PATH, { password: "not the password" });
    expect([wrong.status, here.cookies.has("kontor_provider")]).toEqual([422, false]);
    const forged = await here.post(PATH, { password: finn.password, csrf: "forged" });
    expect([forged.status, here.cookies.has("kontor_provider")]).toEqual([403, false]);
  });

  it("is done by a signed-in person, for any address over there, and undone", async () => {
    const dora = await addPerson(world, "dora");
    const here = await signedIn(world, dora);
    expect(await linkThere("dora-there", here, dora.password)).toBe("/account/security");
    const { browser } = await come("dora-there");
    expect((await browser.get("/account")).text).toContain("dora@example.org");
    await here.get("/account/security");
    expect((await here.post("/account/security/provider/unlink")).status).toBe(303);
    expect((await come("dora-there")).to).toBe("/sign-in?refused=provider.unknown");
  });

  it("leaves to the other person what is theirs", async () => {
    const eve = await addPerson(world, "eve");
    const here = await signedIn(world, eve);
    expect(await linkThere("ada-there", here, eve.password)).toBe("/account/security?refused=provider.taken");
  });
});
