import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESK, openBrowser, PHONE } from "../testing/browser.ts";
import { openRegion, type Region } from "../testing/region.ts";
import { visitAs } from "../testing/visit-as.ts";

let region: Region;
let browser: Browser;

beforeAll(async () => {
  region = await openRegion();
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await region?.close();
});

const main = (page: Page) => page.locator("main");
const MEMBER = "/clusters/maritime/organisations/atlantec-enterprise-solutions";

describe("a stranger", () => {
  it("finds a firm in spite of a typing error and opens it by keyboard alone", async () => {
    const { page, context } = await visitAs(browser, region.base, null, DESK);
    await page.goto(region.base);
    await page.focus("input[type=search]");
    await page.keyboard.type("atlantek");
    await page.keyboard.press("Enter");
    await page.waitForURL(/query=atlantek/);
    const hit = main(page)
      .getByRole("link", { name: /Atlantec/ })
      .first();
    await hit.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/organisations\/atlantec/);
    expect(await page.locator("h1").textContent()).toContain("Atlantec");
    await context.close();
  });

  it("keeps a search by its address alone", async () => {
    const { page, context } = await visitAs(browser, region.base, null, PHONE);
    await page.goto(`${region.base}/clusters/maritime/organisations?kind=research&view=table`);
    const shown = await main(page).locator("tbody tr").count();
    expect(shown).toBeGreaterThan(3);
    const answer = await (
      await fetch(`${region.base}/api/v1/clusters/maritime/organisations?kind=research`)
    ).json();
    expect((answer as { total: number }).total).toBe(shown);
    await context.close();
  });
});

describe("a member", () => {
  it("tells the cluster something that its rival never sees, takes it back, and brings it back", async () => {
    const member = await visitAs(browser, region.base, "member", DESK);
    const rival = await visitAs(browser, region.base, "rival", DESK);
    const { page } = member;
    await page.goto(`${region.base}${MEMBER}/facts/new`);
    await page.selectOption("select[name=field]", "machines");
    await page.fill("textarea[name=value]", "A towing tank of our own, quillwort");
    await page.check("input[name=visibility][value=cluster]");
    await page.locator("summary", { hasText: "Never shown to" }).click();
    await page.getByLabel(/NAPA/).check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/organisations\/atlantec[^/]*$|organisations\/atlantec[^/]*\?/);
    expect(await main(page).textContent()).toContain("quillwort");

    for (const path of [MEMBER, "/clusters/maritime/organisations?query=quillwort", `/api/v1${MEMBER}`]) {
      const response = await rival.page.goto(region.base + path);
      const text = (await response!.text()).replaceAll(/value="[^"]*"|query=quillwort|“quillwort”/g, "");
      expect([path, text.includes("towing tank")]).toEqual([path, false]);
    }

    await page.goto(region.base + MEMBER);
    const fact = main(page).locator("dd, li, article, div").filter({ hasText: "quillwort" }).last();
    await fact.getByRole("link", { name: /edit/i }).first().click();
    await page.getByRole("button", { name: /Remove/ }).click();
    await page.waitForURL(/removed=/);
    await page.getByRole("button", { name: /Undo|Bring/i }).click();
    await page.waitForLoadState();
    expect(await main(page).textContent()).toContain("quillwort");
    await member.context.close();
    await rival.context.close();
  });

  it("loses nothing of a form that was filled in wrongly", async () => {
    const { page, context } = await visitAs(browser, region.base, "member", DESK);
    await page.goto(`${region.base}/clusters/maritime/links/new`);
    await page.fill("textarea[name=note]", "We have known each other for years.");
    await page.fill("input[name=since]", "2024-05-01");
    await page.fill("input[name=until]", "2023-05-01");
    await page.getByRole("button", { name: /Declare/ }).click();
    expect(await page.inputValue("textarea[name=note]")).toBe("We have known each other for years.");
    expect(await page.locator("[aria-invalid=true]").count()).toBeGreaterThan(0);
    const described = await page.locator("[aria-invalid=true]").first().getAttribute("aria-describedby");
    expect(await page.locator(`#${described!.split(" ")[0]}`).count()).toBe(1);
    await context.close();
  });

  it("declares a link, and the other side confirms what waits for its word", async () => {
    const member = await visitAs(browser, region.base, "member", DESK);
    const { page } = member;
    await page.goto(`${region.base}/clusters/maritime/links/new`);
    await page.selectOption("select[name=statement]", "licences:from");
    await page.selectOption("select[name=other]", { label: "NAPA Software Germany GmbH" });
    await page.getByRole("button", { name: /Declare/ }).click();
    await page.waitForURL(/links\/[0-9a-f-]{36}/);
    const address = page.url();
    expect(await main(page).textContent()).toMatch(/NAPA/);

    const rival = await visitAs(browser, region.base, "rival", DESK);
    await rival.page.goto(address);
    await rival.page.getByRole("button", { name: /Confirm/ }).click();
    await rival.page.waitForLoadState();
    expect(await main(rival.page).textContent()).toMatch(/confirmed/i);
    const mail = () =>
      region.house.gateway.system("looking for the letter", ({ db }) =>
        db
          .selectFrom("mail")
          .select(["toAddress", "body"])
          .where("toAddress", "=", "rival@example.org")
          .execute(),
      );
    // A job writes it, once it has its turn.
    await expect
      .poll(async () => (await mail()).some(({ body }) => body.includes(new URL(address).pathname)), {
        timeout: 60_000,
        interval: 200,
      })
      .toBe(true);
    await member.context.close();
    await rival.context.close();
  });
});

describe("a professor", () => {
  it("acts as founder or as professor, one at a time", async () => {
    const { page, context } = await visitAs(browser, region.base, "professor", DESK);
    await page.goto(`${region.base}/account`);
    const choices = await page.locator("select[name=as] option").allTextContents();
    expect(choices).toHaveLength(3);
    await Promise.all([page.waitForNavigation(), page.selectOption("select[name=as]", { index: 2 })]);
    await page.goto(`${region.base}/account`);
    expect(await page.locator("select[name=as] option:checked").textContent()).toBe(choices[2]);
    await context.close();
  });
});

describe("a manager", () => {
  it("walks through the network by keyboard and opens what links two actors", async () => {
    const { page, context, complaints } = await visitAs(browser, region.base, "manager.maritime", DESK);
    await page.goto(`${region.base}/clusters/maritime/network`);
    await page.waitForSelector("network-graph[data-live] .stage", { timeout: 60_000 });
    await page.focus("network-graph .stage");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(
      () => (document.querySelector("#selected")?.querySelectorAll("a").length ?? 0) > 0,
    );
    const first = await page.locator("#selected").textContent();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(
      (before) => document.querySelector("#selected")?.textContent !== before,
      first,
    );
    await page.locator("#selected a[href*='/']").last().click();
    await page.waitForLoadState();
    expect(await page.locator("h1").count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("takes along exactly the rows that are shown", async () => {
    const { page, context } = await visitAs(browser, region.base, "manager.maritime", DESK);
    await page.goto(`${region.base}/clusters/maritime/organisations?kind=enterprise&view=table`);
    const answer = await page.request.get(
      `${region.base}/api/v1/clusters/maritime/organisations?kind=enterprise`,
    );
    const { total } = (await answer.json()) as { total: number };
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      main(page).getByRole("link", { name: "CSV" }).click(),
    ]);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString("utf8").trim().split("\r\n");
    expect(lines.length - 1).toBe(total);
    await context.close();
  });
});
