#!/usr/bin/env node
// `npm run build -w matching`: the package as it is published, in dist/: one module with the stemmers inside, and the types. HiGHS stays a
// dependency: it finds its WebAssembly beside itself.
import { spawnSync } from "node:child_process";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = import.meta.dirname;
const require = createRequire(import.meta.url);

/** Writes the package's files into a folder; throws where they cannot be made. */
export async function buildPackage(outdir = join(here, "dist"), { types = true } = {}) {
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: { index: join(here, "src/index.ts") },
    outdir,
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    external: ["highs"],
    target: "es2022",
    legalComments: "eof",
    logLevel: "error",
  });
  await writeFile(join(outdir, "NOTICE"), await notice());
  if (types) {
    const tsc = spawnSync(process.execPath, [binary("typescript", "tsc"), "-p", here, "--outDir", outdir], {
      encoding: "utf8",
    });
    if (tsc.status !== 0) throw new Error(`The types could not be written:\n${tsc.stdout}${tsc.stderr}`);
  }
  return outdir;
}

/** What is bundled besides our own code, with its licences. */
async function notice() {
  const parts = [
    ["@orama/stemmers", "https://github.com/oramasearch/orama", "@orama/stemmers/english"],
    ["@nlpjs/lang-pl", "https://github.com/axa-group/nlp.js", "@nlpjs/lang-pl/src/stemmer-pl.js"],
    ["@nlpjs/core", "https://github.com/axa-group/nlp.js", "@nlpjs/core"],
  ];
  const texts = parts.map(async ([name, url, entry]) => {
    const folder = dirname(dirname(require.resolve(entry)));
    return `This package contains ${name} (${url}):\n\n${await readFile(join(folder, "LICENSE.md"), "utf8")}`;
  });
  return (await Promise.all(texts)).join("\n\n");
}

function binary(name, command) {
  return join(here, "..", "node_modules", name, "bin", command);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPackage();
  await cp(join(here, "..", "LICENSE"), join(here, "LICENSE"));
}
