import { mkdir, writeFile } from "node:fs/promises";
import { DESK, openBrowser, PHONE } from "./browser.ts";
import { TOUR } from "./tour.ts";
import { visitAs } from "./visit-as.ts";

/**
 * `npm run pictures -- http://localhost:3000 [all]`: takes the pictures under docs/ from a running demo region, or with `all` one of
 * every stop of the tour, for a look.
 */
const [base, all] = process.argv.slice(2);
if (!base) throw new Error("Say where Kontor runs: npm run pictures -- http://localhost:3000");
const folder = all ? `${all}` : "docs/screenshots";
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const stops = TOUR.filter((stop) => all || stop.picture);
for (const [size, screen] of [
  [1280, DESK],
  [390, PHONE],
] as const) {
  for (const scheme of ["light", "dark"] as const) {
    for (const who of new Set(stops.map((stop) => stop.who))) {
      const { context, page } = await visitAs(browser, base, who, screen, scheme);
      for (const stop of stops.filter((one) => one.who === who)) {
        await page.goto(base + stop.path, { waitUntil: "networkidle" });
        const file = `${folder}/${stop.name}-${size}-${scheme}.png`;
        await writeFile(
          file,
          await page.screenshot({ fullPage: size === 390 && !all ? false : Boolean(all) }),
        );
        console.log(file);
      }
      await context.close();
    }
  }
}
await browser.close();
