import type { Browser, BrowserContext, Page } from "playwright-core";
import { DEMO_PASSWORD } from "../../../demo/people.ts";
import { newContext, type Screen } from "./browser.ts";

/** A browser window of one of the demo's people, signed in through the form as they would. */
export async function visitAs(
  browser: Browser,
  base: string,
  who: string | null,
  screen: Screen,
  scheme: "light" | "dark" = "light",
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await newContext(browser, screen, scheme);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // That a missing page is missing is no complaint.
    if (message.type() === "error" && !/404|WebGL/i.test(message.text()))
      complaints.push(`console: ${message.text()}`);
  });
  if (who) {
    await page.goto(`${base}/sign-in?lang=en`);
    await page.fill("#field-email", `${who}@example.org`);
    await page.fill("#field-password", DEMO_PASSWORD);
    await Promise.all([
      page.waitForURL((url) => url.pathname !== "/sign-in"),
      page.press("#field-password", "Enter"),
    ]);
  }
  return { context, page, complaints };
}
