import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Account, commandFor, give } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { serverEnvironment } from "./environment.ts";
import { DatabaseTrouble } from "./trouble.ts";

/**
 * Makes the database folder on the first start. All of it happens in a folder beside it that takes the final name at the
 * very end, so an interrupted start leaves either a whole database or a half one that the next start removes.
 */
export async function initialise(folder: string, tools: Binaries, account: Account): Promise<void> {
  await removeHalfMade(folder);
  if (existsSync(join(folder, "PG_VERSION"))) return;

  const half = `${folder}.half-${process.pid}`;
  await mkdir(half, { mode: 0o700 });
  await give(account, half);
  await run(account, join(tools.bin, "initdb"), initdbArgs(half));
  await run(
    account,
    join(tools.bin, "postgres"),
    ["--single", "-j", "-D", half, "postgres"],
    FIRST_STATEMENTS,
  );
  await rename(half, folder);
  await syncFolder(dirname(folder));
}

/**
 * The application's own role can make the roles it works as, may then take them on (which PostgreSQL from 16 on does not
 * imply), and can never step around row-level security.
 */
const FIRST_STATEMENTS = `
create role kontor login createrole nosuperuser nobypassrls nocreatedb;

alter role kontor set createrole_self_grant to 'set, inherit';

create database kontor owner kontor;

`.trimStart();

// C.UTF-8 sorts by code point and knows letters beyond ASCII; the same everywhere, whatever the machine's language is.
const initdbArgs = (folder: string) => [
  "--pgdata",
  folder,
  "--username=postgres",
  "--auth=trust",
  "--encoding=UTF8",
  "--locale=C.UTF-8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--data-checksums",
  "--no-instructions",
];

async function removeHalfMade(folder: string): Promise<void> {
  const parent = dirname(folder);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(folder)}.half-`)) continue;
    // The initdb of a start that was killed a moment ago may still be writing.
    await rm(join(parent, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

async function run(account: Account, program: string, args: string[], input = ""): Promise<void> {
  const line = commandFor(account, program, args);
  const child = spawn(line.command, line.args, {
    ...line.options,
    cwd: "/",
    env: serverEnvironment(),
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const output = collect(child);
  child.stdin?.end(input);
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  const text = output();
  // The single-user server answers a failed statement with a line in its log and goes on.
  if (code !== 0 || /^\S.*\b(ERROR|FATAL|PANIC):/m.test(text)) {
    throw new DatabaseTrouble("notPrepared", { program: basename(program), reason: text.trim() });
  }
}

function collect(child: ChildProcess): () => string {
  let text = "";
  const add = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  return () => text;
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync();
  await handle.close();
}
