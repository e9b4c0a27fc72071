import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, normalize, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { knownMigrations, migrate } from "../database/migrate.ts";
import { foreignKeysOf, PLAIN_TEXT, tablesOf, walledTables } from "./catalogue.ts";
import { BackupTrouble, type Header, type Manifest, type TableHead } from "./format.ts";
import { type BackupRead, readBackup } from "./read.ts";
import { readTable } from "./sums.ts";
import type { PendingJob } from "./write.ts";

export interface RestoreWanted {
  from: string;
  passphrase: string | null;
  databaseUrl: string;
  files: string;
  /** Where the key of the backup goes, and the one that the settings give instead. */
  key: { file: string; given: string | null; take?: "backup" | "setting" | undefined };
  /** Without letters and other things still to be done: for a drill beside the house that will do them. */
  withoutJobs?: boolean;
}

/**
 * Puts a backup into an empty installation, embedded or on a server. First the whole file is verified, then everything is loaded in
 * one transaction, and the rows are read back and compared with the backup before it commits: it is all there or nothing is.
 */
export async function restoreBackup(wanted: RestoreWanted): Promise<BackupRead> {
  let key: Buffer | null = null;
  const { header, manifest } = await readBackup(wanted.from, wanted.passphrase, {
    secret: async (bytes) => {
      key = bytes;
    },
  });
  const kept = keyKept(wanted.key, key);
  const known = await knownMigrations();
  const unknown = header.migrations.filter(({ name, hash }) => known.get(name) !== hash);
  if (unknown.length > 0)
    throw new BackupTrouble(
      `This backup was made by another version of Kontor (${header.kontor}): its schema has ${unknown[0]!.name}, which is unknown here. Restore it with that version or a newer one.`,
    );
  const filesThere = await readdir(wanted.files).catch(() => []);
  if (filesThere.length > 0) throw new BackupTrouble(`The folder of files is not empty: ${wanted.files}.`);

  const client = new pg.Client({ connectionString: wanted.databaseUrl });
  await client.connect();
  const draft = { files: `${wanted.files}.restoring`, key: `${wanted.key.file}.restoring` };
  try {
    await emptyOrRefuse(client);
    await migrate(
      wanted.databaseUrl,
      () => {},
      header.migrations.map((one) => one.name),
    );
    if (kept) await putKey(draft.key, kept);
    const read = await load(client, wanted, manifest, draft.files, async () => {
      const moves = new Moves();
      try {
        if (manifest.files.length > 0) await moves.into(draft.files, wanted.files);
        if (kept) await moves.into(draft.key, wanted.key.file);
        await client.query("commit");
      } catch (error) {
        await moves.back();
        throw error;
      }
      await moves.settle();
    });
    await migrate(wanted.databaseUrl);
    await client.query("set role kontor_owner; analyze; reset role");
    return read;
  } finally {
    await rm(draft.files, { recursive: true, force: true });
    await rm(draft.key, { force: true });
    await client.end();
  }
}

/** The key to put into its file, or `null` where none goes there. Refused where a choice would lose what a key has encrypted. */
function keyKept({ given, take }: RestoreWanted["key"], inBackup: Buffer | null): Buffer | null {
  if (inBackup === null || take === "setting") return null;
  if (given === null || take === "backup") return inBackup;
  if (inBackup.toString("utf8").trim() === given) return null;
  throw new BackupTrouble(
    "This backup holds the key of its house, and KONTOR_SECRET is another one. Second factors and links in letters can be read only with the key they were made with. Say which one this installation shall go on with: --key=backup puts the backup's into the data folder (then start without KONTOR_SECRET), --key=setting leaves it out and loses what hangs on it. Nothing was restored.",
  );
}

/** Whatever a first start may have made is taken away; what people put in is not. */
async function emptyOrRefuse(client: pg.Client): Promise<void> {
  const made = await client.query("select to_regclass('public.person') is not null as yes");
  if (!made.rows[0].yes) return;
  await client.query("begin; set local role kontor_owner");
  const { rows } = await client.query(
    "select exists (select from organisation) or exists (select from cluster) or exists (select from person) as filled",
  );
  await client.query("commit");
  if (rows[0].filled)
    throw new BackupTrouble(
      "The installation to restore into is not empty. Choose a new data folder (KONTOR_DATA) or an empty database (DATABASE_URL).",
    );
  await client.query("drop owned by kontor_owner cascade");
  await client.query("drop table public.migration");
}

async function load(
  client: pg.Client,
  wanted: RestoreWanted,
  manifest: Manifest,
  draft: string,
  commit: () => Promise<void>,
): Promise<BackupRead> {
  let jobs: PendingJob[] = [];
  await client.query(`begin; ${PLAIN_TEXT}; set local role kontor_owner`);
  try {
    const keys = await foreignKeysOf(client);
    const walled = await walledTables(client);
    for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${key.name}`);
    for (const table of walled) await client.query(`alter table ${table} no force row level security`);

    const read = await readBackup(wanted.from, wanted.passphrase, {
      begin: (header) => sameTables(client, header),
      table: (table, pieces) => fillTable(client, table, pieces),
      file: (path, bytes) => putFile(draft, path, bytes),
      jobs: async (lines) => {
        jobs = lines
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line) as PendingJob);
      },
    });

    for (const { name, value } of manifest.sequences)
      if (value > 0) await client.query("select setval($1::regclass, $2)", [name, value]);
    for (const key of keys)
      await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
    for (const table of walled) await client.query(`alter table ${table} force row level security`);
    await compareWith(client, read.header, manifest);
    await client.query("reset role");
    if (!wanted.withoutJobs) for (const job of jobs) await addJob(client, job);

    await commit();
    return read;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

async function sameTables(client: pg.Client, header: Header): Promise<void> {
  const here = await tablesOf(client);
  if (JSON.stringify(here) !== JSON.stringify(header.tables))
    throw new BackupTrouble("The tables of the backup are not those of its schema.");
  await client.query(`truncate ${here.map((table) => table.name).join(", ")}`);
}

async function fillTable(client: pg.Client, table: TableHead, pieces: AsyncIterable<Uint8Array>) {
  const into = client.query(copyFrom(`copy ${table.name} (${table.columns.join(", ")}) from stdin`));
  await pipeline(Readable.from(pieces), into);
}

/** The proof: counts and checksums of what now stands in the tables, against those of what stood in the old ones. */
async function compareWith(client: pg.Client, header: Header, manifest: Manifest): Promise<void> {
  for (const [index, table] of header.tables.entries()) {
    const now = await readTable(client, table);
    const then = manifest.tables[index]!;
    if (now.rows !== then.rows || now.sha256 !== then.sha256)
      throw new BackupTrouble(
        `The table ${table.name} did not arrive as it was: ${now.rows} rows of ${then.rows}. Nothing was restored.`,
      );
  }
}

const addJob = (client: pg.Client, job: PendingJob) =>
  client.query(
    "select graphile_worker.add_job($1, $2::json, job_key => $3, run_at => $4, max_attempts => $5)",
    [job.task, JSON.stringify(job.payload), job.key, job.runAt, job.maxAttempts],
  );

async function putFile(draft: string, path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const whole = join(draft, normalize(path));
  if (!whole.startsWith(draft + sep))
    throw new BackupTrouble(`The backup names a file outside its folder: ${path}.`);
  await mkdir(dirname(whole), { recursive: true, mode: 0o700 });
  await pipeline(Readable.from(bytes), createWriteStream(whole, { mode: 0o600, flush: true }));
}

async function putKey(path: string, key: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, key, { mode: 0o600, flush: true });
}

/** Moves drafts into their places; what stood there waits beside until that is settled, or comes back. */
class Moves {
  private readonly undo: (() => Promise<void>)[] = [];
  private readonly aside: string[] = [];

  async into(draft: string, place: string): Promise<void> {
    const before = `${place}.before`;
    const stood = await rename(place, before).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
        return false;
      },
    );
    if (stood) {
      this.aside.push(before);
      this.undo.unshift(() => rename(before, place));
    }
    await rename(draft, place);
    this.undo.unshift(() => rename(place, draft));
  }

  async back(): Promise<void> {
    for (const undo of this.undo) await undo();
  }

  async settle(): Promise<void> {
    for (const path of this.aside) await rm(path, { recursive: true, force: true });
  }
}
