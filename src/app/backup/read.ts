import { buffer as bufferOf, text as textOf } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import type { z } from "zod";
import { BackupTrouble, FORMAT_VERSION, Header, Manifest, type TableHead } from "./format.ts";
import { unsealed } from "./seal.ts";
import { Summing } from "./sums.ts";

/** What is done with the parts as they come by; whatever is left out is only checked. */
export interface Receiver {
  /** Before anything else; may refuse. */
  begin?(header: Header): Promise<void>;
  /** All rows of one table, in pieces; called for tables with rows. */
  table?(table: TableHead, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  file?(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  jobs?(lines: string): Promise<void>;
  secret?(bytes: Buffer): Promise<void>;
}

interface Entry extends AsyncIterable<Buffer> {
  header: { name: string };
}

export interface BackupRead {
  header: Header;
  manifest: Manifest;
  rows: number;
  bytes: number;
}

/**
 * Reads a backup from its beginning to its end and compares everything with the sums it carries. Throws `BackupTrouble` where it
 * was cut off, changed, or is none.
 */
export async function readBackup(
  path: string,
  passphrase: string | null,
  receiver: Receiver = {},
): Promise<BackupRead> {
  const source = await unsealed(path, passphrase);
  const tar = extract();
  const unpacked = pipeline(source, createGunzip(), tar as unknown as NodeJS.WritableStream);
  // What breaks the stream also ends the loop below; it is told once.
  unpacked.catch(() => {});
  try {
    const read = await readEntries(tar as unknown as AsyncIterable<Entry>, receiver);
    await unpacked;
    return read;
  } catch (error) {
    source.destroy();
    throw broken(path, error as NodeJS.ErrnoException);
  }
}

function broken(path: string, error: NodeJS.ErrnoException): Error {
  if (error instanceof BackupTrouble) return error;
  const code = error.code ?? "";
  if (code.startsWith("Z_"))
    return new BackupTrouble(`${path} is not a backup of Kontor, or it was cut off or changed.`);
  if (/premature close|unexpected end|invalid tar header|corrupt|ciphertext|tag/i.test(error.message))
    return new BackupTrouble(`${path} was cut off or changed: it cannot be read to its end.`);
  return error;
}

async function readEntries(entries: AsyncIterable<Entry>, receiver: Receiver): Promise<BackupRead> {
  let header: Header | null = null;
  let manifest: Manifest | null = null;
  const sums = new Map<string, { rows: number; bytes: number; sha256: string }>();
  const walk = entries[Symbol.asyncIterator]();
  let next = await walk.next();
  while (!next.done) {
    const entry = next.value;
    const name = entry.header.name;
    if (manifest) throw new BackupTrouble(`Something follows after the manifest: ${name}.`);
    if (name === "header.json") {
      header = parsed(Header, await textOf(entry), "header");
      await receiver.begin?.(header);
    } else if (!header) {
      throw new BackupTrouble("This is a tar, but not a backup of Kontor: it does not begin with a header.");
    } else if (name === "manifest.json") {
      manifest = parsed(Manifest, await textOf(entry), "manifest");
    } else if (name.startsWith("tables/")) {
      const table = tableOf(header, name);
      const sum = new Summing();
      // The pieces of one table follow each other; the first entry that is none of them is looked at next.
      const pieces = async function* () {
        for (; !next.done && tableName(next.value.header.name) === table.name; next = await walk.next())
          for await (const chunk of next.value) {
            sum.add(chunk);
            yield chunk;
          }
      };
      if (sums.has(table.name)) throw new BackupTrouble(`The table ${table.name} comes twice.`);
      if (receiver.table) await receiver.table(table, pieces());
      else for await (const _ of pieces());
      sums.set(table.name, { rows: sum.rows, bytes: sum.bytes, sha256: sum.end() });
      continue;
    } else if (name.startsWith("files/")) {
      const sum = new Summing();
      const bytes = summed(entry, sum);
      if (receiver.file) await receiver.file(name.slice("files/".length), bytes);
      else for await (const _ of bytes);
      sums.set(name, { rows: 0, bytes: sum.bytes, sha256: sum.end() });
    } else if (name === "jobs.ndjson" || name === "secret") {
      const bytes = await bufferOf(entry);
      const sum = new Summing();
      sum.add(bytes);
      if (name === "secret") await receiver.secret?.(bytes);
      else await receiver.jobs?.(bytes.toString("utf8"));
      sums.set(name, { rows: sum.rows, bytes: sum.bytes, sha256: sum.end() });
    } else throw new BackupTrouble(`The backup holds something unknown: ${name}.`);
    next = await walk.next();
  }
  if (!header) throw new BackupTrouble("The file is empty.");
  if (!manifest) throw new BackupTrouble("The backup was cut off: its manifest is missing.");
  compare(header, manifest, sums);
  return {
    header,
    manifest,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    bytes: [...sums.values()].reduce((sum, part) => sum + part.bytes, 0),
  };
}

async function* summed(bytes: AsyncIterable<Buffer>, sum: Summing): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    sum.add(chunk);
    yield chunk;
  }
}

function compare(header: Header, manifest: Manifest, sums: Map<string, { rows: number; sha256: string }>) {
  const nothing = { rows: 0, sha256: new Summing().end() };
  const differ = (what: string) => new BackupTrouble(`The backup was changed: ${what} is not what it was.`);
  const promised = header.tables.map((table) => table.name);
  if (manifest.tables.map((table) => table.name).join() !== promised.join())
    throw differ("the list of tables");
  for (const table of manifest.tables) {
    const found = sums.get(table.name) ?? nothing;
    if (found.sha256 !== table.sha256 || found.rows !== table.rows) throw differ(`the table ${table.name}`);
  }
  for (const file of manifest.files)
    if (sums.get(`files/${file.path}`)?.sha256 !== file.sha256) throw differ(`the file ${file.path}`);
  if ((sums.get("jobs.ndjson")?.sha256 ?? null) !== manifest.jobsSha256) throw differ("the list of jobs");
  if ((sums.get("secret")?.sha256 ?? null) !== manifest.secretSha256) throw differ("the key");
}

const tableName = (entry: string) => /^tables\/(.+)\/\d+\.copy$/.exec(entry)?.[1];

function tableOf(header: Header, entry: string): TableHead {
  const table = header.tables.find((one) => one.name === tableName(entry));
  if (!table) throw new BackupTrouble(`The backup holds a table its header does not name: ${entry}.`);
  return table;
}

function parsed<Z extends z.ZodType>(schema: Z, text: string, what: string): z.output<Z> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BackupTrouble(`The ${what} of the backup cannot be read.`);
  }
  const version = (value as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === "number" && version > FORMAT_VERSION)
    throw new BackupTrouble(
      "This backup was made by a newer version of Kontor. Restore it with that version.",
    );
  const result = schema.safeParse(value);
  if (!result.success) throw new BackupTrouble(`The ${what} of the backup is not as it must be.`);
  return result.data;
}
