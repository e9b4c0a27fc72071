import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";

// The package unpacks the libraries that a bare system lacks only where it believes to run in its usual cloud.
process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs24.x";

// Our own arguments instead of the package's: those put everything into one process, where the first window that closes takes the
// others along, and lift the rules between origins that the pages are to be held to.
const ARGS = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-dev-shm-usage",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/** A real browser that comes with npm. */
export async function openBrowser(): Promise<Browser> {
  const { default: chromium } = await import("@sparticuz/chromium");
  const { chromium: driver } = await import("playwright-core");
  return driver.launch({ executablePath: await chromium.executablePath(), args: ARGS, headless: true });
}

export interface Screen {
  width: number;
  height: number;
}
export const DESK: Screen = { width: 1280, height: 900 };
export const PHONE: Screen = { width: 390, height: 844 };

export const newContext = (
  browser: Browser,
  screen: Screen,
  scheme: "light" | "dark" = "light",
): Promise<BrowserContext> =>
  browser.newContext({ viewport: screen, colorScheme: scheme, reducedMotion: "reduce", locale: "en-GB" });

let axeSource: string | undefined;

/** What axe finds wrong with the page as it stands, one line each. */
export async function axe(page: Page): Promise<string[]> {
  axeSource ??= await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  // The page's own policy forbids foreign scripts; the debugger's evaluation is not one.
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes
          .map((node) => node.target.join(" "))
          .slice(0, 3)
          .join("; ")})`,
    );
  });
  return found;
}

/** Every stop of the tab key on the page, as the reader hears it; ends where it began or after so many. */
export async function tabStops(page: Page, most = 60): Promise<string[]> {
  const stops: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const shown = box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== "hidden";
      const name =
        element.getAttribute("aria-label") ??
        (element.textContent?.trim() || element.getAttribute("name") || element.tagName);
      // Whatever the eye can tell a focused thing by: on itself, or on the mark it stands for in a picture.
      const look = () =>
        [element, ...element.querySelectorAll("*")]
          .map((part) => {
            const {
              outline,
              boxShadow,
              borderColor,
              backgroundColor,
              color,
              stroke,
              strokeWidth,
              fill,
              textDecoration,
            } = getComputedStyle(part);
            return [
              outline,
              boxShadow,
              borderColor,
              backgroundColor,
              color,
              stroke,
              strokeWidth,
              fill,
              textDecoration,
            ].join();
          })
          .join(";");
      const focused = look();
      (element as HTMLElement).blur();
      const ring = focused !== look();
      (element as HTMLElement).focus();
      return `${shown ? "" : "HIDDEN "}${ring ? "" : "NO RING "}${element.tagName.toLowerCase()} ${name.slice(0, 40).replaceAll(/\s+/g, " ")}`;
    });
    if (stop === null) break;
    stops.push(stop);
  }
  // What lies beneath a head that stays is no fault of the page.
  await page.evaluate(() => scrollTo(0, 0));
  return stops;
}
