import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, DESK, openBrowser, PHONE, tabStops } from "../testing/browser.ts";
import { openRegion, type Region } from "../testing/region.ts";
import { TOUR } from "../testing/tour.ts";
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

const WALKED = TOUR.filter((stop) => !stop.aside);
const PEOPLE = [...new Set(WALKED.map((stop) => stop.who))];

describe("the tour of the house", () => {
  it.each(PEOPLE.map((who) => [who ?? "a stranger", who] as const))(
    "is accessible, fits a phone and works by keyboard for %s",
    async (_, who) => {
      const { context, page, complaints } = await visitAs(browser, region.base, who, DESK);
      for (const stop of WALKED.filter((one) => one.who === who)) {
        await page.setViewportSize(DESK);
        await page.emulateMedia({ colorScheme: "light" });
        await page.goto(region.base + stop.path);
        expect([stop.path, "light", await axe(page)]).toEqual([stop.path, "light", []]);
        await page.emulateMedia({ colorScheme: "dark" });
        expect([stop.path, "dark", await axe(page)]).toEqual([stop.path, "dark", []]);

        await page.emulateMedia({ colorScheme: "light" });
        const stops = await tabStops(page);
        expect([stop.path, stops.length > 3, stops.filter((one) => /^(HIDDEN|NO RING)/.test(one))]).toEqual([
          stop.path,
          true,
          [],
        ]);

        for (const width of [PHONE.width, 320]) {
          await page.setViewportSize({ width, height: PHONE.height });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect([stop.path, width, overflow]).toEqual([stop.path, width, 0]);
        }
        expect([stop.path, "phone", await axe(page)]).toEqual([stop.path, "phone", []]);
        expect([stop.path, complaints]).toEqual([stop.path, []]);
      }
      await context.close();
    },
    400_000,
  );

  it("is complete without script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: DESK });
    const page = await context.newPage();
    await page.goto(`${region.base}/clusters/maritime/organisations`);
    await page.fill("input[type=search]", "hamburg");
    await page.press("input[type=search]", "Enter");
    expect(new URL(page.url()).search).toContain("hamburg");
    expect(await page.locator("main").textContent()).toMatch(/Hamburg/i);
    await page.goto(`${region.base}/clusters/maritime/network`);
    expect(await page.locator("main svg").count()).toBeGreaterThan(0);
    await context.close();
  });

  it("loads less than 60 kB of script where there is an island, and no page loads anything from elsewhere", async () => {
    const context = await browser.newContext({ viewport: DESK });
    const page = await context.newPage();
    const foreign: string[] = [];
    let scripts = 0;
    page.on("response", async (response) => {
      const url = new URL(response.url());
      if (url.origin !== new URL(region.base).origin && url.protocol.startsWith("http"))
        foreign.push(response.url());
      if (response.request().resourceType() === "script")
        scripts += Number((await response.request().sizes()).responseBodySize);
    });
    await page.goto(`${region.base}/clusters/maritime/network`, { waitUntil: "networkidle" });
    expect(scripts).toBeGreaterThan(0);
    expect(scripts).toBeLessThan(60_000);
    expect(foreign).toEqual([]);
    await context.close();
  });

  it("speaks German where it is asked to, and remembers", async () => {
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(`${region.base}/clusters/maritime?lang=de`);
    expect(await page.getAttribute("html", "lang")).toBe("de");
    await page.goto(`${region.base}/clusters`);
    expect(await page.getAttribute("html", "lang")).toBe("de");
    await context.close();
  });
});
