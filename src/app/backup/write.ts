import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { link, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { type Pack, pack } from "tar-stream";
import { migrationsOf, PLAIN_TEXT, sequencesOf, tablesOf } from "./catalogue.ts";
import { BackupTrouble, FORMAT, FORMAT_VERSION, type Header, type Manifest } from "./format.ts";
import { readBackup } from "./read.ts";
import { sealed } from "./seal.ts";
import { readTable, Summing } from "./sums.ts";

export interface BackupWanted {
  databaseUrl: string;
  /** The folder of uploaded files; it need not be there. */
  files: string;
  /** Where the house's key lies; `null` where it is a setting and kept elsewhere. */
  secret: string | null;
  /** The file to write; it must not be there yet. */
  to: string;
  passphrase: string | null;
  kontor: string;
  address: string;
  now: Date;
}

export interface BackupMade {
  path: string;
  bytes: number;
  tables: number;
  rows: number;
  files: number;
  seconds: number;
}

/**
 * Everything in one file, while Kontor runs: the database as it stood at one moment (a single repeatable-read transaction), the
 * files, the key, and what was still to be done. The file has its name only once it is whole, on the disk and read back.
 */
export async function writeBackup(wanted: BackupWanted): Promise<BackupMade> {
  const started = performance.now();
  if (await stat(wanted.to).catch(() => null))
    throw new BackupTrouble(`${wanted.to} is there already. A backup never writes over another one.`);
  const client = new pg.Client({ connectionString: wanted.databaseUrl });
  await client.connect();
  const draft = join(dirname(wanted.to), `.kontor-${process.pid}-${Date.now()}.part`);
  try {
    await client.query(`begin isolation level repeatable read read only; ${PLAIN_TEXT}`);
    const tar = pack();
    const filled = fill(tar, client, wanted).catch((error: Error) => {
      tar.destroy(error);
      throw error;
    });
    await pipeline(
      () => tarred(tar, filled),
      createGzip(),
      (zipped: AsyncIterable<Buffer>) => sealed(Readable.from(zipped), wanted.passphrase),
      createWriteStream(draft, { mode: 0o600, flags: "wx" }),
    ).catch((error: NodeJS.ErrnoException) => {
      if (error.syscall) throw new BackupTrouble(`The backup could not be written: ${error.message}`);
      throw error;
    });
    const manifest = await filled;
    await client.query("commit");
    await flush(draft);
    await readBackup(draft, wanted.passphrase);
    // A link fails where the name was taken meanwhile; a rename would write over it.
    await link(draft, wanted.to);
    await flush(dirname(wanted.to));
    return {
      path: wanted.to,
      bytes: (await stat(wanted.to)).size,
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
      files: manifest.files.length,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await rm(draft, { force: true });
    await client.end();
  }
}

const DRAFT = /^\.kontor-\d+-\d+\.part$/;
const HOUR = 3_600_000;

/** Takes away what backups that were cut short left in a folder: nothing has been written to it for an hour. */
export async function sweepDrafts(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const draft = join(folder, name);
    if (!DRAFT.test(name)) continue;
    const touched = (await stat(draft).catch(() => null))?.mtimeMs ?? 0;
    if (now.getTime() - touched > HOUR) await rm(draft, { force: true });
  }
}

/** What breaks the filling breaks the file. */
async function* tarred(tar: Pack, filled: Promise<unknown>): AsyncGenerator<Buffer> {
  yield* tar as AsyncIterable<Buffer>;
  await filled;
}

async function fill(tar: Pack, client: pg.Client, wanted: BackupWanted): Promise<Manifest> {
  await client.query("set local role kontor_owner");
  const tables = await tablesOf(client);
  await client.query("reset role");
  const header: Header = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    kontor: wanted.kontor,
    createdAt: wanted.now.toISOString(),
    address: wanted.address,
    migrations: await migrationsOf(client),
    tables,
  };
  await entry(tar, "header.json", json(header));

  await client.query("set local role kontor_owner");
  const sums: Manifest["tables"] = [];
  for (const table of tables) {
    let piece = 0;
    sums.push(
      await readTable(client, table, (bytes) => {
        piece += 1;
        return entry(tar, `tables/${table.name}/${String(piece).padStart(6, "0")}.copy`, bytes);
      }),
    );
  }
  const sequences = await sequencesOf(client);
  await client.query("reset role");

  const files: Manifest["files"] = [];
  for (const path of await filesUnder(wanted.files)) files.push(await fileEntry(tar, wanted.files, path));

  const jobs = await pendingJobs(client);
  const jobLines = Buffer.from(jobs.map((job) => `${JSON.stringify(job)}\n`).join(""));
  await entry(tar, "jobs.ndjson", jobLines);
  const secret = wanted.secret === null ? null : await readFile(wanted.secret);
  if (secret) await entry(tar, "secret", secret);

  const manifest: Manifest = {
    tables: sums,
    files,
    sequences,
    jobs: jobs.length,
    jobsSha256: sha256(jobLines),
    secretSha256: secret ? sha256(secret) : null,
  };
  await entry(tar, "manifest.json", json(manifest));
  tar.finalize();
  return manifest;
}

export interface PendingJob {
  task: string;
  payload: unknown;
  runAt: string;
  key: string | null;
  maxAttempts: number;
}

/** What the queue still holds; what it gave up is in the log of the old house. */
async function pendingJobs(client: pg.Client): Promise<PendingJob[]> {
  const { rows } = await client.query(`
    select t.identifier as task, j.payload, j.run_at as "runAt", j.key, j.max_attempts as "maxAttempts"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts < j.max_attempts and t.identifier <> 'backup.run' order by j.id`);
  return rows;
}

async function filesUnder(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return found
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)))
    .sort();
}

async function fileEntry(tar: Pack, folder: string, path: string): Promise<Manifest["files"][number]> {
  const whole = join(folder, path);
  const { size } = await stat(whole);
  const sum = new Summing();
  const sink = tar.entry({ name: `files/${path}`, size });
  const source = createReadStream(whole, size > 0 ? { end: size - 1 } : {});
  source.on("data", (chunk) => sum.add(chunk as Buffer));
  await pipeline(source, sink as unknown as NodeJS.WritableStream);
  return { path, bytes: sum.bytes, sha256: sum.end() };
}

/** Waits until the bytes have gone on, so that a backup needs the memory of one piece. */
const entry = (tar: Pack, name: string, bytes: Buffer) =>
  new Promise<void>((done, failed) => {
    tar
      .entry({ name, size: bytes.length }, (error?: Error | null) => (error ? failed(error) : done()))
      .end(bytes);
  });

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
