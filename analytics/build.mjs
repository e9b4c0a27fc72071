#!/usr/bin/env node
// `npm run build -w analytics`: the package as it is published, in dist/: modules, the worker's program, the command and the types.
import { spawnSync } from "node:child_process";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = import.meta.dirname;

/** Writes the package's files into a folder; throws where they cannot be made. */
export async function buildPackage(outdir = join(here, "dist"), { types = true } = {}) {
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: {
      index: join(here, "src/index.ts"),
      worker: join(here, "src/workers/worker.ts"),
      cli: join(here, "src/cli.ts"),
    },
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: "part-[hash]",
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    external: ["node:*"],
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

/** What is bundled besides our own code, with its licence. */
async function notice() {
  const folder = dirname(fileURLToPath(import.meta.resolve("d3-dsv")));
  const licence = await readFile(join(folder, "..", "LICENSE"), "utf8");
  return `This package contains d3-dsv (https://github.com/d3/d3-dsv):\n\n${licence}`;
}

function binary(name, command) {
  return join(here, "..", "node_modules", name, "bin", command);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPackage();
  await cp(join(here, "..", "LICENSE"), join(here, "LICENSE"));
}
