import { createHash } from "node:crypto";
import { buffer as bufferOf } from "node:stream/consumers";
import { promisify } from "node:util";
import { type Entry, fromBuffer, open, type ZipFile } from "yauzl";
import { z } from "zod";
import { FORMAT, FORMAT_VERSION } from "./archive.ts";

/** A sentence about what is wrong with the file. */
export class ExportTrouble extends Error {}

const MAX_ENTRY = 512 * 1024 * 1024;

export const ManifestRead = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  scope: z.enum(["cluster", "member", "person"]),
  of: z.string(),
  name: z.string(),
  createdAt: z.string(),
  extent: z.string(),
  tables: z.array(
    z.object({
      table: z.string().regex(/^[a-z_.]+$/),
      file: z.string(),
      columns: z.array(z.string().regex(/^[a-z_]+$/)),
      rows: z.int(),
      sha256: z.string(),
    }),
  ),
  files: z.array(z.object({ file: z.string(), bytes: z.int(), sha256: z.string() })),
});
export type ManifestRead = z.output<typeof ManifestRead>;

export interface ExportRead {
  manifest: ManifestRead;
  lines(table: string): Promise<string[]>;
  file(name: string): Promise<Buffer>;
  close(): void;
}

/** Opens an export and checks every part against the sums of its manifest before anything is made of it. */
export async function readExport(from: string | Buffer): Promise<ExportRead> {
  const zip = await opened(from);
  try {
    const entries = await entriesOf(zip);
    const bytes = async (name: string): Promise<Buffer> => {
      const entry = entries.get(name);
      if (!entry) throw new ExportTrouble(`The export lacks ${name}.`);
      if (entry.uncompressedSize > MAX_ENTRY)
        throw new ExportTrouble(`${name} is too large to be part of an export.`);
      return bufferOf(await streamOf(zip, entry));
    };
    const manifest = manifestOf((await bytes("manifest.json")).toString("utf8"));
    for (const { file, sha256, table } of manifest.tables)
      if (sumOf(await bytes(file)) !== sha256)
        throw new ExportTrouble(`The table ${table} was changed after the export.`);
    for (const { file, sha256 } of manifest.files)
      if (sumOf(await bytes(file)) !== sha256)
        throw new ExportTrouble(`${file} was changed after the export.`);
    return {
      manifest,
      lines: async (table) => {
        const told = manifest.tables.find((one) => one.table === table);
        return told ? (await bytes(told.file)).toString("utf8").split("\n").filter(Boolean) : [];
      },
      file: bytes,
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const sumOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

const openFile = promisify(open) as unknown as (path: string, options: object) => Promise<ZipFile>;
const openBytes = promisify(fromBuffer) as unknown as (bytes: Buffer, options: object) => Promise<ZipFile>;

async function opened(from: string | Buffer): Promise<ZipFile> {
  try {
    return typeof from === "string"
      ? await openFile(from, { lazyEntries: true, autoClose: false })
      : await openBytes(from, { lazyEntries: true, autoClose: false });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ExportTrouble(
      code === "ENOENT" ? `There is no file ${from}.` : `This is not an export of Kontor: ${message}`,
    );
  }
}

const entriesOf = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((done, failed) => {
    const found = new Map<string, Entry>();
    zip.on("entry", (entry: Entry) => {
      found.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once("end", () => done(found));
    zip.once("error", (error: Error) => failed(new ExportTrouble(`The zip is damaged: ${error.message}`)));
    zip.readEntry();
  });

const streamOf = (zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((done, failed) =>
    zip.openReadStream(entry, (error, stream) => (error ? failed(error) : done(stream))),
  );

function manifestOf(text: string): ManifestRead {
  try {
    return ManifestRead.parse(JSON.parse(text));
  } catch {
    throw new ExportTrouble("The manifest is not that of an export this version of Kontor can read.");
  }
}
