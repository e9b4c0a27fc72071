#!/usr/bin/env node
// `npm run check`: types, style and lint, the arrows between folders, dead code. Prints what fails and nothing else.
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { root } from "./build.mjs";

const CHECKS = [
  { name: "types", line: ["tsc", "-p", ".", "--noEmit"] },
  { name: "style", line: ["biome", "check", "--error-on-warnings", "--colors=off"] },
  { name: "folders", line: ["node", "src/app/testing/folders.ts"] },
  { name: "dead code", line: ["knip", "--no-progress", "--no-config-hints"] },
];
const AT_ONCE = 2;

const waiting = [...CHECKS];
const failed = [];

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const { code, output } = await run(check.line);
    if (code === 0) continue;
    failed.push(check.name);
    console.log(`── ${check.name}: ${check.line.join(" ")}\n${output.trim()}\n`);
  }
}

const run = ([command, ...args]) =>
  new Promise((done) => {
    // Everything, Node included, comes from this checkout, also where check.mjs is called without npm.
    const path = `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}`;
    const child = spawn(command, args, { cwd: root, env: { ...process.env, PATH: path } });
    let output = "";
    const add = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.once("error", (error) =>
      done({ code: 1, output: `${command} could not be run: ${error.message}` }),
    );
    child.once("close", (code) => done({ code, output }));
  });

await Promise.all(Array.from({ length: AT_ONCE }, work));
console.log(
  failed.length > 0
    ? `Check failed: ${failed.join(", ")}.`
    : `Check passed: ${CHECKS.map((check) => check.name).join(", ")}.`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
