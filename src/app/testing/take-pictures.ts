import { mkdir } from "node:fs/promises";
import { DESK, openBrowser, PHONE } from "./browser.ts";
import { TOUR } from "./tour.ts";
import { visitAs } from "./visit-as.ts";

/**
 * `npm run pictures -- http://localhost:3000 [FOLDER]`: takes the pictures under docs/ from a running demo region, or into FOLDER
 * one of every stop of the tour, for a look.
 */
const [base, look] = process.argv.slice(2);
if (!base) throw new Error("Say where Kontor runs: npm run pictures -- http://localhost:3000");
const folder = look ?? "docs/screenshots";
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const stops = TOUR.filter((stop) => look || stop.picture);
for (const [size, screen] of [
  [1280, DESK],
  [390, PHONE],
] as const) {
  for (const scheme of ["light", "dark"] as const) {
    for (const who of new Set(stops.map((stop) => stop.who))) {
      const { context, page } = await visitAs(browser, base, who, screen, scheme);
      for (const stop of stops.filter((one) => one.who === who)) {
        await page.goto(base + stop.path, { waitUntil: "networkidle" });
        // For the documentation what fits the window, small enough to keep in the repository; for a look the whole page.
        const file = `${folder}/${stop.name}-${size}-${scheme}.${look ? "png" : "jpg"}`;
        await page.screenshot(
          look ? { path: file, fullPage: true } : { path: file, type: "jpeg", quality: 82 },
        );
        console.log(file);
      }
      await context.close();
    }
  }
}
await browser.close();
