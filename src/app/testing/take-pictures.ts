import { mkdir } from "node:fs/promises";
import type { Page } from "playwright-core";
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
if (!look) {
  const { context, page } = await visitAs(browser, base, null, DESK);
  const report = TOUR.find((stop) => stop.name === "annual-report")!;
  await page.goto(base + report.path, { waitUntil: "networkidle" });
  const address = await page.locator('main a[href*=".pdf"]').first().getAttribute("href");
  const pdf = await (await context.request.get(new URL(address!, base).href)).body();
  for (const number of [1, 3]) await pictureOfPage(await context.newPage(), pdf, number);
  await context.close();
}
await browser.close();

/** The browser of the pictures shows no PDF by itself: a page of it is drawn on a canvas. */
async function pictureOfPage(page: Page, pdf: Buffer, number: number): Promise<void> {
  for (const part of ["pdf.worker.min.mjs", "pdf.min.mjs"])
    await page.addScriptTag({ path: `node_modules/pdfjs-dist/build/${part}`, type: "module" });
  await page.waitForFunction(() => "pdfjsLib" in globalThis && "pdfjsWorker" in globalThis);
  await page.evaluate(
    async ([bytes, at]) => {
      const { pdfjsLib } = globalThis as unknown as { pdfjsLib: typeof import("pdfjs-dist") };
      const data = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      const sheet = await (await pdfjsLib.getDocument({ data }).promise).getPage(at);
      const viewport = sheet.getViewport({ scale: 1.5 });
      const canvas = Object.assign(document.createElement("canvas"), {
        width: viewport.width,
        height: viewport.height,
      });
      document.body.replaceChildren(canvas);
      await sheet.render({ canvas, viewport }).promise;
    },
    [pdf.toString("base64"), number] as const,
  );
  const file = `${folder}/annual-report-pdf-${number}.jpg`;
  await page.locator("canvas").screenshot({ path: file, type: "jpeg", quality: 82 });
  console.log(file);
}
