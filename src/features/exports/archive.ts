import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Part } from "./gather.ts";

export const FORMAT = "kontor-export";
export const FORMAT_VERSION = 1;

export interface Manifest {
  format: typeof FORMAT;
  formatVersion: number;
  /** A cluster, one of its members, or a person. */
  scope: "cluster" | "member" | "person";
  /** Whose it is: slug or address. */
  of: string;
  name: string;
  kontor: string;
  address: string;
  createdAt: string;
  /** Everything, or what the one who asked may see. */
  extent: "everything" | "what its maker may see";
  licence: string;
  tables: { table: string; file: string; schema: string; columns: string[]; rows: number; sha256: string }[];
  files: { file: string; bytes: number; sha256: string }[];
}

type About = Omit<Manifest, "format" | "formatVersion" | "tables" | "files" | "licence">;

/**
 * The zip: `data/TABLE.jsonl` (one row a line), `schema/TABLE.json` (JSON Schema of a line), `files/…` (pictures), a page that says all
 * this to a person, and `manifest.json`. Rows are read as fast as the zip is taken away, so whoever begins one takes it to its end
 * before the transaction of the parts is over.
 */
export function zipOf(about: About, parts: readonly Part[]): { zip: Readable; manifest: Promise<Manifest> } {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const manifest = fill(zip, about, parts);
  // What breaks the filling breaks the file.
  manifest.catch((error: Error) => output.destroy(error));
  zip.on("error", () => {});
  return { zip: output, manifest };
}

async function fill(zip: ZipFile, about: About, parts: readonly Part[]): Promise<Manifest> {
  // One moment for all: a second export of the same contents differs in nothing but the manifest.
  const options = { mtime: new Date(about.createdAt) };
  const add = (name: string, bytes: Iterable<Buffer> | AsyncIterable<Buffer>, compress = true) => {
    const stream = Readable.from(bytes);
    zip.addReadStream(stream, name, { ...options, compress });
    return finished(stream);
  };
  const tables: Manifest["tables"] = [];
  const files: Manifest["files"] = [];
  for (const part of parts) {
    const told = {
      file: `data/${part.table}.jsonl`,
      schema: `schema/${part.table}.json`,
      columns: part.columns,
    };
    const pieces = part.lines()[Symbol.asyncIterator]();
    const first = await pieces.next();
    if (first.done) continue;
    const hash = createHash("sha256");
    let rows = 0;
    const text = async function* () {
      for (let next: IteratorResult<readonly string[]> = first; !next.done; next = await pieces.next()) {
        const piece = Buffer.from(`${next.value.join("\n")}\n`);
        hash.update(piece);
        rows += next.value.length;
        yield piece;
      }
    };
    await add(told.file, text());
    await add(told.schema, [Buffer.from(`${JSON.stringify(part.schema, null, 2)}\n`)]);
    tables.push({ table: part.table, ...told, rows, sha256: hash.digest("hex") });
    for await (const { name, bytes } of part.files?.() ?? []) {
      await add(name, [bytes], false);
      files.push({
        file: name,
        bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      });
    }
  }
  const manifest: Manifest = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    ...about,
    licence:
      "Data of EU research projects: (c) European Union, CORDIS, CC BY 4.0. Everything else belongs to those who put it in.",
    tables,
    files,
  };
  zip.addBuffer(Buffer.from(readme(manifest)), "README.txt", options);
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), "manifest.json", options);
  zip.end();
  return manifest;
}

const readme = ({ name, address, createdAt, tables, licence }: Manifest) =>
  [
    `${name}, exported from ${address} at ${createdAt}.`,
    "",
    "data/ holds one file a table, one row a line, as JSON. schema/ says what the fields mean. files/ holds pictures.",
    "data/ ist je Tabelle eine Datei, je Zeile ein Datensatz als JSON. schema/ beschreibt die Felder. files/ enthält Bilder.",
    "",
    ...tables.map(({ file, rows }) => `${file}: ${rows}`),
    "",
    licence,
    "",
  ].join("\n");

/** Writes the zip to a file that must not be there yet; one that breaks off leaves none. */
export async function writeZip(about: About, parts: readonly Part[], path: string): Promise<Manifest> {
  const { zip, manifest } = zipOf(about, parts);
  try {
    const [done] = await Promise.all([
      manifest,
      pipeline(zip, createWriteStream(path, { flags: "wx", mode: 0o600 })),
    ]);
    return done;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") await rm(path, { force: true });
    throw error;
  }
}
