import { mkdir } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, DESK, newContext, openBrowser, PHONE } from "../testing/browser.ts";
import { openRegion, type Region } from "../testing/region.ts";
import { visitAs } from "../testing/visit-as.ts";

/** A firm posts a confidential need, the facilitator introduces, they talk, and what came of it moves the manager's figures. */

let region: Region;
let browser: Browser;
let owner: Page;
let facilitator: Page;
let professor: Page;
let rival: Page;
const complaints: string[] = [];

beforeAll(async () => {
  region = await openRegion();
  browser = await openBrowser();
  const visit = async (who: string) => {
    const seen = await visitAs(browser, region.base, who, DESK);
    seen.page.setDefaultTimeout(30_000);
    seen.page.on("pageerror", (error) => complaints.push(`${who}: ${error.message}`));
    return seen.page;
  };
  owner = await visit("owner");
  facilitator = await visit("facilitator");
  professor = await visit("professor");
  rival = await visit("rival");
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await region?.close();
});

const CLUSTER = "/clusters/maritime";
const FINDER = "Christian-Albrechts";
const OWNER = "Elbwerk Schiffstechnik";
const SECRET = "Sensors for methanol leaks in our new engine room";
const TEASER = "Somebody of the cluster looks for sensors that find methanol in an engine room.";

const main = (page: Page) => page.getByRole("main");
const said = async (page: Page) => (await main(page).textContent()) ?? "";
const button = (page: Page, name: string | RegExp) => main(page).getByRole("button", { name }).first();
const link = (page: Page, name: string | RegExp) => main(page).getByRole("link", { name }).first();
const open = (page: Page, path: string) => page.goto(region.base + path);

async function stop(page: Page, name: string) {
  const folder = process.env.KONTOR_TEST_PICTURES;
  if (folder) {
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: `${folder}/exchange-${name}-1280-light.jpg`, type: "jpeg", quality: 82 });
  }
  expect([name, await axe(page)]).toEqual([name, []]);
  await page.setViewportSize(PHONE);
  const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect([name, await page.evaluate(sideways)]).toEqual([name, 0]);
  await page.setViewportSize(DESK);
}

const rows = async (query: string) =>
  (await region.house.gateway.system("test", ({ client }) => client.query(query))).rows;

/** The way to do something, out of the last letter to somebody that offers it; letters are written by a job. */
async function wayFrom(address: string, label: string): Promise<string> {
  for (let tries = 0; tries < 240; tries++) {
    const letters = await rows(
      `select body from mail where to_address = '${address}' order by created_at desc, id desc limit 20`,
    );
    const offer = new RegExp(`^(?:${label}) \\(.*\\):\\n(http\\S+/act/\\S+)`, "m");
    const way = letters.map(({ body }) => offer.exec(body)?.[1]).find(Boolean);
    if (way) return way;
    await setTimeout(250);
  }
  throw new Error(`No letter to ${address} offers "${label}".`);
}

describe("a confidential need on its way to a contract", () => {
  let need: string;
  let introduction: string;

  it("is posted with a teaser, and shows at once whom to talk to, and why", async () => {
    await open(owner, `${CLUSTER}/needs/new`);
    await owner.getByLabel("Title").fill(SECRET);
    await owner
      .getByLabel("Text", { exact: true })
      .fill("Optical or chemical sensors that find methanol vapour below 100 ppm, for ship engine rooms.");
    await owner.getByLabel("What is looked for").selectOption("technology");
    await owner.getByLabel(/Competences/).fill("sensors, methanol engines");
    await owner.locator("[name=step][value=teaser]").check();
    const folded = owner.locator("main form details:not([open]) > summary");
    while ((await folded.count()) > 0) await folded.first().click();
    await owner.locator("[name=teaser]").fill(TEASER);
    await owner.locator("[name=mediated]").check();
    await button(owner, "Open it").click();
    await main(owner).getByRole("heading", { name: "Best matches" }).waitFor();
    need = new URL(owner.url()).pathname.split("/")[4]!;
    expect(await said(owner)).toContain(FINDER);
    expect(await said(owner)).toMatch(/methanol/i);
    await stop(owner, "1-need-with-matches");
  });

  it("is known to its rival by the teaser alone", async () => {
    await open(rival, `${CLUSTER}/needs/${need}`);
    expect(await said(rival)).toContain(TEASER);
    for (const word of [OWNER, SECRET, "100 ppm"]) expect(await rival.content()).not.toContain(word);
    await stop(rival, "2-teaser");
    await open(rival, `${CLUSTER}/needs/${need}/matches`);
    expect(await rival.content()).not.toContain(SECRET);
  });

  it("is brought together with a firm by the facilitator", async () => {
    await open(facilitator, `${CLUSTER}/needs/${need}/matches`);
    await stop(facilitator, "3-matches");
    const card = main(facilitator).locator("section").filter({ hasText: FINDER }).first();
    await card.getByRole("link", { name: "Ask for an introduction" }).click();
    await facilitator.locator("[name=message]").fill("You two should speak: they know such sensors.");
    await button(facilitator, "Propose").click();
    await facilitator.waitForURL(/\/introductions\/[0-9a-f-]{36}/);
    introduction = new URL(facilitator.url()).pathname.split("/").at(-1)!;

    await open(owner, `${CLUSTER}/today`);
    await link(owner, new RegExp(FINDER)).click();
    await stop(owner, "4-proposed");
    await button(owner, /^Say yes/).click();
    await main(owner)
      .getByText(/is to answer|waits|asked/i)
      .first()
      .waitFor();

    await open(professor, `${CLUSTER}/introductions/${introduction}`);
    expect(await professor.content()).not.toContain(OWNER);
    await stop(professor, "5-asked-without-a-name");
    await button(professor, /^Say yes/).click();
    await main(professor).getByText(OWNER).first().waitFor();
    await stop(professor, "6-told");
  });

  it("gets a time to talk that both have in their calendars", async () => {
    await open(owner, `${CLUSTER}/introductions/${introduction}/talks/new`);
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await owner.locator("[name=start1]").fill(`${tomorrow}T10:00`);
    await button(owner, /Propose/).click();
    await owner.waitForURL(new RegExp(`/introductions/${introduction}$`));
    await professor.goto(`${region.base}${CLUSTER}/introductions/${introduction}`);
    await button(professor, /10:00/).click();
    const file = link(professor, /calendar/i);
    await file.waitFor();
    const calendar = await professor.request.get(region.base + (await file.getAttribute("href")));
    expect(await calendar.text()).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART/);
    await stop(professor, "7-talk-agreed");
  });

  it("is told what came of it from a letter, confirmed by the other side from another", async () => {
    const before = await outcomes();
    await rows(
      `update talk_slot set starts_at = starts_at - interval '30 days', ends_at = ends_at - interval '30 days'
       where introduction_id = '${introduction}'`,
    );
    await rows(
      `update introduction set asked_at = asked_at - interval '40 days', answered_at = answered_at - interval '40 days',
         moved_at = moved_at - interval '40 days' where id = '${introduction}'`,
    );
    await run("exchange.talks.held");
    await rows(
      `update introduction set met_at = met_at - interval '15 days' where id = '${introduction}' and met_at > now() - interval '15 days'`,
    );
    await run("exchange.introductions.tend");
    const stranger = await (await newContext(browser, DESK)).newPage();
    stranger.setDefaultTimeout(30_000);
    await stranger.goto(await wayFrom("owner@example.org", "Gespräche laufen|Talks go on"));
    await stop(stranger, "8-outcome-from-a-letter");
    await button(stranger, /.+/).click();
    await main(stranger).waitFor();
    await stranger.goto(await wayFrom("professor@example.org", "Confirm|Bestätigen"));
    await button(stranger, /.+/).click();
    await main(stranger).waitFor();
    expect(await rows(`select state from outcome where introduction_id = '${introduction}'`)).toEqual([
      { state: "confirmed" },
    ]);
    expect(await outcomes()).toBe(before + 1);
    expect(complaints).toEqual([]);
  });

  /** What the manager's page of outcomes counts as confirmed. */
  async function outcomes(): Promise<number> {
    const answer = await open(facilitator, `/api/v1${CLUSTER}/introductions/outcomes`);
    const told = (await answer!.json()) as { counts: { count: number }[] };
    return told.counts.reduce((sum, { count }) => sum + count, 0);
  }

  const run = (name: string) =>
    region.house.gateway.system("test", ({ enqueue }) => enqueue(name, {})).then(() => setTimeout(1500));
});
