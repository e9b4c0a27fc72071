import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Account, canEnter, canRun, chooseAccount, commandFor, give } from "./account.ts";
import { type Binaries, copyPrograms, findBinaries } from "./binaries.ts";
import { serverEnvironment } from "./environment.ts";
import { initialise } from "./initialise.ts";
import { clearLeftover } from "./leftover.ts";
import { serverArgs } from "./settings.ts";
import { makeSocketFolder } from "./socket-folder.ts";
import { DatabaseTrouble } from "./trouble.ts";

export type Embedded = {
  /** The database `kontor` as the role `kontor`: what the application connects to. */
  url: string;
  /** The same server as its superuser. For tests and for help in need, never for the application. */
  adminUrl(database?: string): string;
  /** Stops in order: open work is rolled back, everything acknowledged is on disk. */
  stop(): Promise<void>;
  /** Settles when the server has ended, wanted or not. */
  exited: Promise<Exit>;
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null; wanted: boolean };

type Options = {
  /** The database folder; made on the first start. The caller holds the lock of the data folder around it. */
  folder: string;
  log?: (line: string) => void;
  /** `false` gives up safety against power cuts for speed: throw-away databases of tests only. */
  durable?: boolean;
  account?: Account;
};

/** Starts the PostgreSQL that came with the npm packages, on a unix socket that only this account can reach. */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const log = options.log ?? (() => {});
  const account = options.account ?? chooseAccount();
  const folder = await prepareFolder(options.folder, account);
  const tools = await programs(dirname(folder), account);

  await clearLeftover(folder);
  await initialise(folder, tools, account);
  const sockets = await makeSocketFolder(folder);
  await give(account, sockets);

  const args = serverArgs({ folder, sockets, durable: options.durable ?? true });
  const server = await launch({ account, tools, args, folder });
  log(`PostgreSQL ${tools.version} is up (process ${server.child.pid}).`);

  const at = (user: string, database: string) =>
    `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(sockets)}`;
  return {
    url: at("kontor", "kontor"),
    adminUrl: (database = "postgres") => at("postgres", database),
    exited: server.exited,
    stop: async () => {
      await server.stop();
      // Only after an end that was wanted: after any other, the next start may be at work in this folder already.
      await rm(sockets, { recursive: true, force: true }).catch(() => {});
    },
  };
}

async function prepareFolder(wanted: string, account: Account): Promise<string> {
  const parent = dirname(resolve(wanted));
  await mkdir(parent, { recursive: true, mode: 0o700 });
  // `nobody` has to pass through the data folder, though not to list it.
  if (account.kind === "nobody") {
    await chmod(parent, 0o711);
    if (!canEnter(account, parent)) throw new DatabaseTrouble("closed", { folder: parent });
  }
  return join(await realpath(parent), basename(wanted));
}

async function programs(cache: string, account: Account): Promise<Binaries> {
  const found = await findBinaries(cache);
  if (!found) {
    throw new DatabaseTrouble("missing", { machine: `${process.platform}-${process.arch}` });
  }
  if (account.kind !== "nobody" || canRun(account, join(found.bin, "postgres"))) return found;

  // The package lies below a folder that is closed to others, such as /root.
  const bin = await copyPrograms({
    from: dirname(dirname(found.bin)),
    to: join(cache, `postgres-programs-${found.version}`),
  });
  return { ...found, bin };
}

type Job = { account: Account; tools: Binaries; args: string[]; folder: string };
type Launched = { child: ChildProcess; exited: Promise<Exit>; stop(): Promise<void> };

async function launch(job: Job): Promise<Launched> {
  const until = Date.now() + 60_000;
  for (;;) {
    const attempt = await launchOnce(job);
    if (attempt.ok) return attempt.server;
    // After kill -9 of the server alone, its helpers may live for a moment longer and hold its memory.
    const passing = /pre-existing shared memory block/.test(attempt.reason);
    if (!passing || Date.now() > until) throw new DatabaseTrouble("notStarting", { reason: attempt.reason });
    await sleep(200);
  }
}

type Attempt = { ok: true; server: Launched } | { ok: false; reason: string };

async function launchOnce(job: Job): Promise<Attempt> {
  const logFile = join(dirname(job.folder), "postgres.log");
  await rotate(logFile);
  const log = await open(logFile, "a", 0o600);
  const from = (await log.stat()).size;
  const line = commandFor(job.account, join(job.tools.bin, "postgres"), job.args);
  const child = spawn(line.command, line.args, {
    ...line.options,
    cwd: "/",
    env: serverEnvironment(),
    // A session of its own: Ctrl-C reaches us alone, and we stop the server after the last answer.
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });

  let wanted = false;
  const exited = new Promise<Exit>((done) => {
    child.once("error", () => done({ code: null, signal: null, wanted }));
    child.once("exit", (code, signal) => done({ code, signal, wanted }));
  });
  const ready = await Promise.race([isReady(child, job.folder), exited.then(() => false)]);
  await log.close();
  if (!ready) {
    child.kill("SIGQUIT");
    const text = (await readFile(logFile)).subarray(from).toString().trim();
    return { ok: false, reason: text || `${line.command} could not be run.` };
  }

  const stop = async () => {
    wanted = true;
    for (const [name, seconds] of [
      ["SIGINT", 30],
      ["SIGQUIT", 5],
      ["SIGKILL", 5],
    ] as const) {
      child.kill(name);
      if (await within(seconds * 1000, exited)) return;
    }
  };
  return { ok: true, server: { child, exited, stop } };
}

/** PostgreSQL writes its state into the eighth line of `postmaster.pid`; recovery after kill -9 may take its time. */
async function isReady(child: ChildProcess, folder: string): Promise<boolean> {
  const until = Date.now() + 300_000;
  while (Date.now() < until && child.exitCode === null && child.signalCode === null) {
    const lines = (await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    await sleep(5);
  }
  return false;
}

async function rotate(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 10_000_000) await rename(file, `${file}.1`);
}

async function within(ms: number, exited: Promise<Exit>): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(ms, false, { signal: timer.signal }).catch(() => false);
  const done = await Promise.race([exited.then(() => true), late]);
  timer.abort();
  return done;
}
