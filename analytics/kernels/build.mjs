#!/usr/bin/env node
// `npm run kernels -- [NAME …]`: compiles the AssemblyScript sources beside this file (all, or those named) into analytics/src/wasm, as
// base64 in a TypeScript module each.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const SOURCES = import.meta.dirname;
const TARGET = join(SOURCES, "../src/wasm");
const OPTIONS = [
  ...["-O3", "--noAssert", "--runtime", "stub", "--use", "abort=", "--importMemory", "--noExportMemory"],
  ...["--initialMemory", "1", "--maximumMemory", "65536", "--enable", "simd"],
];
const DATA_SECTION = 11;

/** The names of all kernels: the sources in this folder. */
export async function kernelNames() {
  const files = await readdir(SOURCES);
  return files.filter((file) => file.endsWith(".ts")).map((file) => basename(file, ".ts")).sort();
}

/** The text of analytics/src/wasm/<name>.ts as it follows from the source. */
export async function moduleText(name) {
  const source = await readFile(join(SOURCES, `${name}.ts`), "utf8");
  const code = await compile(name, source);
  const type = capital(camel(name));
  return [
    `// Made by analytics/kernels/build.mjs from analytics/kernels/${name}.ts: change that and run \`npm run kernels\`.`,
    'import { type Kernel, kernel } from "../engine/kernel.ts";',
    "",
    `export interface ${type}Kernel {`,
    ...signatures(source).map((signature) => `  ${signature};`),
    "}",
    "",
    `export const ${camel(name)}: Kernel<${type}Kernel> = /* @__PURE__ */ kernel(`,
    `  "${code}",`,
    ");",
    "",
  ].join("\n");
}

async function compile(name, source) {
  const file = `${name}.ts`;
  let bytes;
  const { error, stderr } = await asc.main([file, ...OPTIONS, "--outFile", "kernel.wasm"], {
    readFile: (wanted) => (wanted === file ? source : null),
    writeFile: (_, content) => {
      bytes = content;
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`${file} does not compile.\n${stderr}`);
  // Several instances work on one memory: none may write data of its own there, as a static array would.
  if (sections(bytes).includes(DATA_SECTION)) throw new Error(`${file} has static data; let the caller hand in a place for it.`);
  return Buffer.from(bytes).toString("base64");
}

function sections(bytes) {
  const found = [];
  for (let at = 8; at < bytes.length; ) {
    found.push(bytes[at++]);
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    at += length;
  }
  return found;
}

/** `export function f(a: usize, b: i64): void` as TypeScript sees it from outside. */
function signatures(source) {
  return [...source.matchAll(/^export function (\w+)\(([^)]*)\):\s*(\w+)/gm)].map(([, name, parameters, result]) => {
    const list = parameters
      .split(",")
      .map((parameter) => parameter.trim())
      .filter(Boolean)
      .map((parameter) => {
        const [word, type] = parameter.split(":").map((part) => part.trim());
        return `${word}: ${outside(type)}`;
      });
    return `${name}(${list.join(", ")}): ${outside(result)}`;
  });
}

const outside = (type) => (type === "void" ? "void" : /^[iu]64$/.test(type) ? "bigint" : "number");
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const capital = (word) => word[0].toUpperCase() + word.slice(1);

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const name of process.argv.length > 2 ? process.argv.slice(2) : await kernelNames()) await writeFile(join(TARGET, `${name}.ts`), await moduleText(name));
