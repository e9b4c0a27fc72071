#!/usr/bin/env node
// `npm run lock`, after a dependency was added: npm leaves out of the lockfile what it could not find for other platforms, and then
// `npm ci` calls the lockfile incomplete. This puts those entries in, by name alone, and takes out the addresses of registries.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SYSTEMS = [
  "android",
  "darwin",
  "linux",
  "win32",
  "freebsd",
  "openharmony",
  "sunos",
  "aix",
  "netbsd",
  "openbsd",
];
const PROCESSORS = [
  "wasm32",
  "arm64",
  "x64",
  "ia32",
  "riscv64",
  "ppc64",
  "s390x",
  "loong64",
  "mips64el",
  "arm",
];

/** The lockfile with an entry for every optional package that some entry names. */
export function completed(lock) {
  const packages = { ...lock.packages };
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isFound(packages, path, name)) continue;
      packages[`node_modules/${name}`] = {
        version: range.replace(/^[\^~]/, ""),
        optional: true,
        ...(entry.dev ? { dev: true } : {}),
        ...platformOf(name),
      };
    }
  }
  const order = Object.keys(packages).sort();
  const plain = order.map((path) => {
    const { resolved, ...entry } = packages[path];
    // The entry of a folder of this repository says which one it is.
    return [path, entry.link ? { resolved, ...entry } : entry];
  });
  return { ...lock, packages: Object.fromEntries(plain) };
}

function isFound(packages, path, name) {
  for (let base = path; ; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
    if (`${base ? `${base}/` : ""}node_modules/${name}` in packages) return true;
    if (!base) return false;
  }
}

function platformOf(name) {
  const word = name.split("/").at(-1);
  const os = SYSTEMS.find((one) => word.includes(one));
  const cpu = PROCESSORS.find((one) => word.includes(one));
  return {
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os ? { os: [os] } : {}),
    ...(os === "linux" ? { libc: [word.includes("musl") ? "musl" : "glibc"] } : {}),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(import.meta.dirname, "..", "package-lock.json");
  const lock = completed(JSON.parse(readFileSync(file, "utf8")));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
