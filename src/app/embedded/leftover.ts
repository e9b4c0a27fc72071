import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./process.ts";
import { DatabaseTrouble } from "./trouble.ts";

/** Marks a server with the process that launched it; shown in process lists as part of the server's title. */
export const clusterName = (launcher: number) => `kontor-${launcher}`;

/**
 * Deals with what an earlier start left behind on this folder: a server that is still shutting down is waited for, one
 * that lost its launcher is told to stop, and a `postmaster.pid` whose number belongs to no server is removed. PostgreSQL alone
 * would take another program with that number, or a killed server that nobody has collected yet, for a server at work. What
 * that file guards against it finds out by its shared memory as well.
 */
export async function clearLeftover(folder: string): Promise<void> {
  const pid = await postmasterPid(folder);
  if (pid === undefined) return;

  const server = isAlive(pid) ? await describeServer(pid, folder) : undefined;
  if (!server) return discard(folder);
  if (server.hasLauncher) throw new DatabaseTrouble("running", { pid: String(pid), folder });

  signal(pid, "SIGINT");
  if (await gone(pid, 30_000)) return discard(folder);
  signal(pid, "SIGQUIT");
  if (await gone(pid, 10_000)) return discard(folder);
  throw new DatabaseTrouble("notStopping", { pid: String(pid), folder });
}

/** One that ends in order takes its file away itself; one that was being killed while we looked does not. */
const discard = (folder: string) => rm(join(folder, "postmaster.pid"), { force: true });

export async function postmasterPid(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return pid > 0 ? pid : undefined;
}

/** Whether process `pid` is a server on this folder at all, and whether the process that launched it is still there. */
async function describeServer(pid: number, folder: string): Promise<{ hasLauncher: boolean } | undefined> {
  const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  const args = line.split("\0");
  if (!args[0]?.endsWith("postgres") || !args.includes(folder)) return undefined;

  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
  return { hasLauncher: args.includes(`cluster_name=${clusterName(parent)}`) };
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    if (!isAlive(pid)) return true;
    await sleep(20);
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // It went by itself between the look and the signal.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
