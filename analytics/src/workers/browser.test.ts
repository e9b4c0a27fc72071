import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../../src/app/testing/browser.ts";
import type { Found, tryInPage } from "../../bench/in-page.ts";
import { panel } from "../../bench/panel.ts";
import { complexityPipeline } from "../pipeline/index.ts";

const folder = join(import.meta.dirname, "../..");

/** What a page may do: share memory, or not, or not even compile WebAssembly. */
const PAGES = {
  isolated: {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  },
  plain: {},
  strict: { "Content-Security-Policy": "default-src 'none'; script-src 'self'" },
};

let files: Map<string, string>;
let server: Server;
let base: string;
let browser: Browser;

beforeAll(async () => {
  files = await bundled();
  server = createServer((request, response) => {
    const path = (request.url ?? "/").slice(1);
    const script = files.get(path);
    const headers = PAGES[path as keyof typeof PAGES] ?? PAGES.isolated;
    response.writeHead(script !== undefined || path in PAGES ? 200 : 404, {
      ...headers,
      "Content-Type": script === undefined ? "text/html" : "text/javascript",
    });
    response.end(
      script ?? '<!doctype html><title>Analytics</title><script type="module" src="/library.js"></script>',
    );
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** The library and the program of its workers, as a host would bundle them. */
async function bundled(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: { worker: join(folder, "src/workers/worker.ts"), library: join(folder, "bench/in-page.ts") },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    outdir: folder,
    minify: true,
    logLevel: "error",
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

async function inPage(name: keyof typeof PAGES): Promise<Found> {
  const page = await browser.newPage();
  try {
    await page.goto(`${base}/${name}`);
    return await page.evaluate(() =>
      (globalThis as unknown as { tryInPage: typeof tryInPage }).tryInPage(300, 500),
    );
  } finally {
    await page.close();
  }
}

describe("in a browser", () => {
  const { eci } = complexityPipeline(panel(300, 500));

  it.each([
    ["isolated", { runs: true, threads: 2, isIsolated: true }],
    ["plain", { runs: true, threads: 1, isIsolated: false }],
    ["strict", { runs: false, threads: 1, isIsolated: false }],
  ] as const)(
    "the %s page finds the same numbers on each way it can go",
    { timeout: 60_000 },
    async (name, ways) => {
      const found = await inPage(name);
      expect(found).toMatchObject({ ...ways, shared: 0 });
      expect(found.plain).toBeLessThan(1e-12);
      found.eci.forEach((value, r) => {
        expect(Math.abs(value - eci[r]!)).toBeLessThan(1e-12);
      });
    },
  );
});
