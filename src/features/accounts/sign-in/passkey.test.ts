import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DESK, newContext, openBrowser } from "../../../app/testing/browser.ts";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { addPerson, isIn, type Login, lettersTo, makeBrowser } from "./testing.ts";

let world: World;
let server: ReturnType<typeof serve>;
let base: string;
let browser: Browser;
let page: Page;
let ada: Login;

// The house has to know its own address before it is there: a passkey is bound to it.
beforeAll(async () => {
  let app: World["app"];
  server = serve({ fetch: (request) => app.fetch(request), port: 0 });
  await new Promise((done) => server.once("listening", done));
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
  world = await makeWorld({ publicUrl: base });
  app = world.app;
  ada = await addPerson(world, "ada");
  browser = await openBrowser();
  page = await (await newContext(browser, DESK)).newPage();
  const debug = await page.context().newCDPSession(page);
  await debug.send("WebAuthn.enable");
  await debug.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
  server?.close();
});

const press = (name: string) => page.getByRole("button", { name }).click();
async function bySight(path = "/account") {
  await page.context().clearCookies();
  await page.goto(`${base}/sign-in?next=${encodeURIComponent(path)}`);
  await press("Sign in with a passkey");
}

it("is added in a browser and signs in, for both factors at once", async () => {
  await page.goto(`${base}/sign-in?next=/account/security/passkeys/new`);
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();

  await page.getByLabel("Name").fill("Laptop");
  await page.getByLabel("Your password").fill("not the password");
  await press("Add a passkey");
  await page.getByText("This is not the password.").first().waitFor();
  expect(await page.getByLabel("Name").inputValue()).toBe("Laptop");
  await page.getByLabel("Your password").fill(ada.password);
  await press("Add a passkey");
  await page.getByText("The passkey is added.").waitFor();
  expect((await lettersTo(world, ada.email)).at(-1)?.subject).toBe("A passkey was added to your account.");

  await world.house.auth.pool.query('update "user" set "twoFactorEnabled" = true where id = $1', [ada.id]);
  await bySight();
  await page.waitForURL(`${base}/account`);
});

it("answers a question of this browser, once", async () => {
  const isAnswer = (request: Request) =>
    request.method() === "POST" && request.url().endsWith("/sign-in/passkey");
  const sent = page.waitForRequest(isAnswer);
  await bySight();
  const answer = new URLSearchParams((await sent).postData()!).get("answer")!;
  await page.waitForURL(`${base}/account`);

  const other = makeBrowser(world);
  await other.post("/sign-in/passkey/question");
  expect((await other.post("/sign-in/passkey", { answer })).to).toContain("refused=passkey.refused");
  expect(await isIn(other)).toBe(false);
});

it("is refused when its counter has gone back, and when it was removed", async () => {
  const counterIs = (counter: number) =>
    world.house.auth.pool.query("update passkey set counter = $1", [counter]);
  await counterIs(1_000_000);
  await bySight();
  await page.getByText("This passkey does not open an account here").waitFor();
  await counterIs(0);
  await bySight("/account/security");
  await page.waitForURL(`${base}/account/security`);

  await press("Remove Laptop");
  await press("Really remove?");
  await page.getByText("is removed and opens nothing any more").waitFor();
  await bySight();
  await page.getByText("This passkey does not open an account here").waitFor();
});
