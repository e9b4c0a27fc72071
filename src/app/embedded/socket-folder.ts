import { createHash } from "node:crypto";
import { lstat, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The longest path that the kernel takes for a unix socket. */
const LONGEST = 107;
const SOCKET = ".s.PGSQL.5432";

/**
 * An empty folder for the server's socket, closed to everybody else. Its name follows from the data folder, so a start after
 * kill -9 finds and reuses it; where somebody else sits on that name, a random one is taken.
 */
export async function makeSocketFolder(dataFolder: string): Promise<string> {
  const name = `kontor-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`;
  const parent = join(tmpdir(), name, SOCKET).length > LONGEST - 8 ? "/tmp" : tmpdir();
  const folder = join(parent, name);

  if (await isOurs(folder)) await rm(folder, { recursive: true });
  try {
    await mkdir(folder, { mode: 0o700 });
    return folder;
  } catch {
    return await mkdtemp(`${folder}-`);
  }
}

async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found) return false;
  // As root we may have given it to `nobody`; nobody else can take a folder of ours away in a sticky /tmp.
  const me = process.getuid?.();
  return found.isDirectory() && (found.uid === me || me === 0) && (found.mode & 0o077) === 0;
}
