#!/usr/bin/env node
// Bundles the server, the islands and the stylesheet into build/. Several processes may do so at the same moment: every file
// appears under its name complete, and what names the others (assets.json, then main.js) comes last.
import {
  accessSync,
  constants,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
export const bundle = join(root, "build/main.js");

/** Builds what is in src/; an installation that cannot be written to runs what was built for it. */
export async function build() {
  if (!canBuild()) {
    if (existsSync(bundle)) return;
    throw new Error(
      `There is no build/ in ${root} and it cannot be made: run "node bin/build.mjs" there as its owner.`,
    );
  }
  const { build: esbuild } = await import("esbuild");
  const [server, browser] = await Promise.all([esbuild(serverOptions()), esbuild(browserOptions())]);

  const assets = join(root, "build/assets");
  mkdirSync(assets, { recursive: true });
  for (const file of browser.outputFiles) write(file.path, file.contents);
  write(join(root, "build/assets.json"), `${JSON.stringify(manifest(browser.metafile), null, 2)}\n`);
  for (const file of server.outputFiles.toSorted(mainLast)) write(file.path, file.contents);

  const fresh = new Set([...browser.outputFiles, ...server.outputFiles].map((file) => file.path));
  forget(join(root, "build"), fresh);
  forget(assets, fresh);
}

const common = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  splitting: true,
  metafile: true,
  write: false,
  logLevel: "silent",
};

const serverOptions = () => ({
  ...common,
  entryPoints: { main: "src/cli/main.ts" },
  outdir: "build",
  platform: "node",
  target: "node24",
  packages: "external",
  // The libraries of this repository are bundled from their sources.
  alias: { "@kontor/analytics": "./analytics/src/index.ts", "@kontor/matching": "./matching/src/index.ts" },
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  sourcemap: "linked",
  chunkNames: "chunk-[hash]",
});

const browserOptions = () => ({
  ...common,
  entryPoints: [
    ...globSync("src/**/*.island.ts", { cwd: root }).toSorted(),
    ...(existsSync(join(root, "src/ui/style.css")) ? ["src/ui/style.css"] : []),
  ],
  outdir: "build/assets",
  platform: "browser",
  target: "es2022",
  minify: true,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file", ".svg": "file" },
});

/** Pages speak of `style.css` and `network.island`; the file names carry a hash, so browsers may keep them for ever. */
function manifest(metafile) {
  const names = {};
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (!entryPoint) continue;
    const name = basename(entryPoint).replace(/\.ts$/, "");
    if (names[name]) throw new Error(`Two entries are called ${name}: ${entryPoint} is one of them.`);
    names[name] = basename(file);
  }
  return names;
}

function write(path, contents) {
  if (existsSync(path) && Buffer.compare(readFileSync(path), Buffer.from(contents)) === 0) return;
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

const mainLast = (a, b) => Number(a.path === bundle) - Number(b.path === bundle);

/** A running server may still load parts of the build it was started from, so old files stay for a week. */
function forget(folder, fresh) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (fresh.has(path) || name === "assets.json" || !statSync(path).isFile()) continue;
    if (Date.now() - statSync(path).mtimeMs > 7 * 24 * 3600 * 1000) unlinkSync(path);
  }
}

function canBuild() {
  try {
    accessSync(join(root, "src"), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What esbuild found wrong, line by line, or the one sentence of any other error. */
export const buildProblem = (error) =>
  Array.isArray(error?.errors)
    ? error.errors
        .map(({ text, location }) =>
          location
            ? `${relative(root, resolve(root, location.file))}:${location.line}:${location.column + 1} ${text}`
            : text,
        )
        .join("\n")
    : String(error?.message ?? error);

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? "")).href) {
  await build().catch((error) => {
    console.error(buildProblem(error));
    process.exitCode = 1;
  });
}
