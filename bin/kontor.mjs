#!/usr/bin/env node
// The way in, on any Node from 20: hands over to the Node 24 that npm installed, then builds and runs src/cli/main.ts.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;

if (Number(process.versions.node.split(".")[0]) >= NEEDED) await run();
else handOver();

async function run() {
  dieWithParent();
  const command = process.argv[2];
  if (command === "dev") {
    const { dev } = await import("./dev.mjs");
    return await dev(process.argv.slice(3));
  }
  const { build, buildProblem } = await import("./build.mjs");
  try {
    await build();
  } catch (error) {
    console.error(buildProblem(error));
    process.exit(1);
  }
  await import("./run.mjs");
}

function handOver() {
  const node = localNode();
  if (!node) {
    console.error(
      `Kontor needs Node ${NEEDED} and this is ${process.version}. "npm ci" installs one beside it for Linux on x64 and arm64 (glibc); elsewhere install Node ${NEEDED} yourself.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2"])
    process.on(signal, () => child.kill(signal));
  // On a terminal Ctrl-C reaches both of us; passing it on would be a second one.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  child.once("error", (error) => {
    console.error(`${node} could not be run: ${error.message}`);
    process.exit(1);
  });
  child.once("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/** npm may have put the package beside Kontor or, where Kontor itself is a dependency, further up. */
function localNode() {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const node = join(folder, `node_modules/node-linux-${process.arch}/bin/node`);
    if (existsSync(node)) return node;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The process that handed over may be killed outright; without it nobody could stop this one by its number. */
function dieWithParent() {
  if (!process.connected) return;
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
