import { mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Who works on a data folder, as the lock's holder wrote it down for others to read. */
export type Holder = {
  pid: number;
  purpose: Purpose;
  since: string;
  /** The database it brought up, once it has; for commands that join in. */
  databaseUrl?: string;
  /** Where it answers, once it does. */
  address?: string;
};

export type Purpose = "serve" | "command";

export type Lock = {
  /** Adds to what others can read about the holder. */
  publish(facts: Pick<Holder, "databaseUrl" | "address">): Promise<void>;
  release(): Promise<void>;
};

export type LockResult =
  | { ok: true; value: Lock }
  | { ok: false; problem: "taken"; holder: Holder | undefined };

/**
 * Makes this process the only one on the data folder, or says who is. The lock itself is the kernel's, on an empty SQLite
 * file: it ends with the process, however that ends, so there is no stale lock, no process number that means somebody else
 * by now, and no moment in which two could both take one over.
 */
export async function takeLock(folder: string, purpose: Purpose = "serve"): Promise<LockResult> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const home = await realpath(folder);
  const held = lockFile(join(home, "lock"));
  if (!held) return { ok: false, problem: "taken", holder: await readHolder(home) };

  let holder: Holder = { pid: process.pid, purpose, since: new Date().toISOString() };
  await writeHolder(home, holder);
  return {
    ok: true,
    value: {
      publish: async (facts) => {
        holder = { ...holder, ...facts };
        await writeHolder(home, holder);
      },
      release: async () => {
        await rm(holderFile(home), { force: true });
        held.close();
      },
    },
  };
}

/** What the present holder says of itself; after kill -9 also what the last one said, until the next takes the lock. */
export async function readHolder(folder: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(holderFile(folder), "utf8")) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

// https://sqlite.org/rescode.html
const BUSY = 5;
const READONLY = 8;
const CANTOPEN = 14;

function lockFile(path: string): DatabaseSync | undefined {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(path, { timeout: 0 });
    // Nothing is ever written into it, so it needs no journal on disk.
    file.exec("pragma journal_mode = memory; begin exclusive");
    return file;
  } catch (error) {
    file?.close();
    const { errcode } = error as { errcode?: number };
    if (errcode === BUSY) return undefined;
    if (errcode === READONLY || errcode === CANTOPEN) throw notWritable(path);
    throw error;
  }
}

/** SQLite's words for a folder that is closed to us, in the words of every other file. */
const notWritable = (path: string) =>
  Object.assign(new Error(`EACCES: permission denied, open '${path}'`), { code: "EACCES", syscall: "open" });

const holderFile = (folder: string) => join(folder, "running.json");

async function writeHolder(folder: string, holder: Holder): Promise<void> {
  const draft = `${holderFile(folder)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(holder, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, holderFile(folder));
}
