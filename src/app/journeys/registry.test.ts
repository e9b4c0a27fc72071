import { mkdir } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import excel from "exceljs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, DESK, newContext, openBrowser, PHONE } from "../testing/browser.ts";
import { openRegion, type Region } from "../testing/region.ts";
import { visitAs } from "../testing/visit-as.ts";

let region: Region;
let browser: Browser;
let manager: Page;
let complaints: string[];
let owner: Page;

beforeAll(async () => {
  region = await openRegion();
  browser = await openBrowser();
  ({ page: manager, complaints } = await visitAs(browser, region.base, "manager.maritime", DESK));
  manager.setDefaultTimeout(30_000);
  owner = await (await newContext(browser, DESK)).newPage();
  owner.setDefaultTimeout(30_000);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await region?.close();
});

const CLUSTER = "/clusters/maritime";
const FIRM = `${CLUSTER}/organisations/priel-sensorik-gmbh`;
const RIVAL = "NAPA Software Germany GmbH";
const SECRET = "Two berths free until March";

const main = (page: Page) => page.getByRole("main");
const said = async (page: Page) => (await main(page).textContent()) ?? "";
const button = (page: Page, name: string | RegExp) => main(page).getByRole("button", { name });
const link = (page: Page, name: string | RegExp) => main(page).getByRole("link", { name }).first();
const rowOf = (page: Page, name: RegExp) => main(page).getByRole("row", { name });

/** What stands under a heading of the second order. */
const sheetOf = (page: Page, name: string | RegExp) =>
  main(page)
    .locator("section")
    .filter({ has: page.getByRole("heading", { level: 2, name, exact: typeof name === "string" }) })
    .last();

/** A page somebody stops at: nothing wrong with it for axe, on a phone nothing sideways. */
async function stop(page: Page, name: string, { phone = false } = {}) {
  await picture(page, name);
  expect([name, await axe(page)]).toEqual([name, []]);
  if (!phone) return;
  await page.setViewportSize(PHONE);
  const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect([name, await page.evaluate(sideways)]).toEqual([name, 0]);
  await page.setViewportSize(DESK);
}

/** For the documentation, where a folder is named for it. */
async function picture(page: Page, name: string) {
  const folder = process.env.KONTOR_TEST_PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/journey-${name}-1280-light.jpg`, type: "jpeg", quality: 82 });
}

async function sheet(): Promise<Buffer> {
  const book = new excel.Workbook();
  const elbe = ["Speicherweg 4", "20457", "Hamburg", "DE", "https://elbtau.example"];
  book.addWorksheet("Firms").addRows([
    ["Company", "Street", "ZIP", "City", "Country", "Website", "Role", "Member since", "Who they are"],
    ["Elbtau Seilerei GmbH", ...elbe, "core", "2022-03-01", "Ropes for tugs and cranes."],
    ["Elbtau Seilerei", ...elbe, "associate", "2019-05-01", ""],
    [
      "Priel Sensorik GmbH",
      "Am Hafen 2",
      "25813",
      "Husum",
      "DE",
      "https://priel.example",
      "core",
      "2024-01-01",
      "",
    ],
    [
      "Watt Werft GmbH",
      "Deich 1",
      "26548",
      "Norddeich",
      "DE",
      "https://watt.example",
      "core",
      "31.02.2024",
      "",
    ],
  ]);
  book.addWorksheet("People").addRows([
    ["Company", "Name", "Function", "E-mail"],
    ["Priel Sensorik GmbH", "Petra Priel", "Managing director", "petra@priel.example"],
  ]);
  book.addWorksheet("Relations").addRows([
    ["From", "Relation", "To", "Since"],
    ["Elbtau Seilerei GmbH", "supplies", "Priel Sensorik GmbH", "2023-06-01"],
  ]);
  book.addWorksheet("Notes").addRows([
    ["Company", "Note"],
    ["Priel Sensorik GmbH", "Met at the fair; wants to meet yards."],
  ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The address on a line of its own in the latest letter to somebody. */
async function letterLink(to: string): Promise<string> {
  for (let tries = 0; tries < 600; tries++) {
    const letters = await region.house.gateway.system("reading a letter", ({ db }) =>
      db.selectFrom("mail").select("body").where("toAddress", "=", to).orderBy("id", "desc").execute(),
    );
    const address = letters[0]?.body.match(/^https?:\S+$/m)?.[0];
    if (address) return address;
    await setTimeout(100);
  }
  throw new Error(`No letter to ${to}.`);
}

describe("a cluster leaves its spreadsheet", { timeout: 400_000 }, () => {
  it("brings the sheet in: what the columns mean, what is wrong, then what was written", async () => {
    await manager.goto(region.base + CLUSTER);
    await manager.getByRole("link", { name: "Import", exact: true }).first().click();
    await manager.getByLabel(/^File/).setInputFiles({
      name: "members.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: await sheet(),
    });
    await button(manager, "Read the file").click();
    await manager.getByText("7 rows in 4 sheets.").waitFor();
    const means = (column: string) => manager.getByRole("combobox", { name: new RegExp(`^${column}: `) });
    expect(await means("Member since").inputValue()).toBe("memberSince");
    await means("Who they are").selectOption({ value: "description" });
    await stop(manager, "1-columns", { phone: true });

    await button(manager, /^Check/).click();
    await main(manager)
      .getByText("6 rows would be written, one is wrong. Nothing has been written yet.")
      .waitFor();
    expect(await rowOf(manager, /Watt Werft/).textContent()).toMatch(/“31\.02\.2024” is not a date/);
    await stop(manager, "2-dry-run", { phone: true });
    await button(manager, "Import 6 rows").click();
    await manager.getByText("The import has begun.").waitFor();
    await main(manager).getByText("6 rows were written, one was left out.").waitFor();
    await picture(manager, "3-imported");
  });

  it("invites the firm's owner by mail, who arrives on the first steps", async () => {
    await link(manager, "Priel Sensorik GmbH").click();
    await manager.waitForURL(region.base + FIRM);
    expect(await said(manager)).toMatch(/Met at the fair/);
    await link(manager, "People").click();
    await link(manager, /Invit/).click();
    await manager.getByLabel("Addresses").fill("Petra Priel <petra@priel.example>");
    await manager.getByRole("radio", { name: /owner/i }).check();
    await manager.getByLabel("Language of the letter").selectOption("en");
    await stop(manager, "4-invitation");
    await button(manager, "Invite").click();
    expect(await rowOf(manager, /petra@priel/).textContent()).toMatch(/waiting/i);

    await owner.goto(await letterLink("petra@priel.example"));
    expect(await said(owner)).toMatch(/Malte Beispiel invites you to act for Priel Sensorik GmbH as: Owner/i);
    await stop(owner, "5-invited");
    await owner.getByLabel("Password").fill("boats-and-buoys-and-tides");
    await button(owner, /account/).click();
    await owner.waitForURL(/today/);
    await main(owner).getByRole("heading", { name: "First steps" }).waitFor();
    await main(owner).getByRole("link", { name: "Invite a colleague" }).waitFor();
    await stop(owner, "6-first-steps", { phone: true });
  });

  it("completes the profile, and hides one thing from a rival", async () => {
    await link(owner, /^Fill in the profile/).click();
    await owner.waitForURL(/profile$/);
    await add("Description", () =>
      owner.getByLabel("What is the case").fill("Sensors for tides, berths and quays."),
    );
    await add("Products and services", async () => {
      await owner.getByLabel("Product or service").fill("Tide gauge TG-4");
      await owner.getByLabel("What it is").fill("Measures to the millimetre, sends by LoRaWAN.");
    });
    await add("Certificates", async () => {
      await owner.getByLabel(/^Kind/).fill("ISO 9001");
      await owner.getByLabel("Valid until").fill("2028-05-31");
    });
    await add("Competences", async () => {
      await owner.getByRole("searchbox", { name: "Find a word for it" }).fill("tide gauging");
      await owner.keyboard.press("Enter");
      await owner.getByRole("radio", { name: /“tide gauging”, as it is/ }).check();
    });
    await add("Free capacity", async () => {
      await owner.getByLabel("What is the case").fill(SECRET);
      await owner.getByRole("radio", { name: "The cluster", exact: true }).check();
      await main(owner).getByText("Never shown to").first().click();
      await owner.getByLabel(RIVAL).check();
      await stop(owner, "7-wall");
    });
    const profile = await said(owner);
    for (const item of ["Tide gauge TG-4", "ISO 9001", "valid until 31 May 2028", "tide gauging", SECRET])
      expect(profile).toContain(item);
    await owner.evaluate(() => scrollTo(0, 0));
    await stop(owner, "8-profile", { phone: true });
  });

  it("shows the page as the rival and as the cluster see it, and the rival sees it so", async () => {
    await previewAs(RIVAL);
    expect(await said(owner)).toContain(`You see the page as ${RIVAL} sees it`);
    expect(await said(owner)).toContain("Tide gauge TG-4");
    expect(await said(owner)).not.toContain(SECRET);
    await stop(owner, "9-as-the-rival");
    await link(owner, "Keep the profile").click();
    await previewAs("any member of the cluster");
    expect(await said(owner)).toContain(SECRET);
    await picture(owner, "10-as-the-cluster");

    const rival = await visitAs(browser, region.base, "rival", DESK);
    for (const path of [FIRM, `/api/v1${FIRM}`, `${CLUSTER}/organisations?query=berths`]) {
      const answer = await rival.page.goto(region.base + path);
      expect([path, answer!.status(), (await answer!.text()).includes(SECRET)]).toEqual([path, 200, false]);
    }
    await rival.context.close();
  });

  it("makes one of two that are one, and two of it again", async () => {
    await manager.goto(`${region.base}${CLUSTER}/duplicates`);
    const pair = sheetOf(manager, /Elbtau/);
    expect(await pair.textContent()).toMatch(/same address/);
    await stop(manager, "11-duplicates");
    await pair.getByRole("link", { name: "Compare and merge" }).click();
    await main(manager).getByRole("heading", { name: "Memberships afterwards" }).waitFor();
    expect(await rowOf(manager, /Associate/i).textContent()).toMatch(/1 May 2019\s*1 Mar 2022/);
    await stop(manager, "12-merge-preview");
    await button(manager, "Merge").click();
    await manager.getByText("Merged. Below it can be taken back.").waitFor();
    await picture(manager, "13-merged");

    const kept = await standing();
    expect(kept).toHaveLength(1);
    await manager.goto(`${region.base}${CLUSTER}/organisations/${kept[0]}/membership`);
    expect(await said(manager)).toMatch(/1 May 2019/);
    expect(await said(manager)).toMatch(/1 Mar 2022/);
    await stop(manager, "14-memberships-of-both");

    await manager.goto(`${region.base}${CLUSTER}/merges`);
    await button(manager, "Take back").click();
    await manager.getByText("Taken back: both are there again.").waitFor();
    expect(await standing()).toHaveLength(2);
  });

  it("takes the import back, but for what somebody works with by now", async () => {
    expect(complaints).toEqual([]);
    await manager.goto(`${region.base}${CLUSTER}/imports`);
    await link(manager, "members.xlsx").click();
    await button(manager, "Undo the whole import").click();
    await main(manager)
      .getByText(/^Taken back\./)
      .waitFor();
    expect(await rowOf(manager, /Priel Sensorik GmbH.*firm/).textContent()).toMatch(/need it|changed it/);
    await picture(manager, "15-undone");
    expect(await standing()).toEqual([]);
    expect((await owner.goto(region.base + FIRM))!.status()).toBe(200);
  });
});

/** Adds an item to a part of the profile, from the profile and back to it. */
async function add(part: string, fill: () => Promise<unknown>): Promise<void> {
  await sheetOf(owner, part).getByRole("link", { name: /^Add/ }).click();
  await fill();
  await button(owner, "Save").click();
  await owner.waitForURL(/\/profile/);
}

async function previewAs(who: string): Promise<void> {
  await owner.getByLabel("As", { exact: true }).selectOption({ label: who });
  await button(owner, "Show").click();
  await main(owner).getByText("You see the page as").waitFor();
}

/** Which of the two Elbtau still have a page of their own. */
async function standing(): Promise<string[]> {
  const answer = await manager.goto(`${region.base}/api/v1${CLUSTER}/organisations?query=elbtau`);
  const { items } = (await answer!.json()) as { items: { slug: string }[] };
  return items.map(({ slug }) => slug);
}
