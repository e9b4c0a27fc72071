import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
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

/**
 * The zip: `manifest.json`, `data/TABLE.jsonl` (one row a line), `schema/TABLE.json` (JSON Schema of a line), `files/…` (pictures) and
 * a page that says all this to a person.
 */
export function zipOf(
  about: Omit<Manifest, "format" | "formatVersion" | "tables" | "files" | "licence">,
  parts: readonly Part[],
): { zip: Readable; manifest: Manifest } {
  const full = parts.filter((part) => part.rows > 0);
  const manifest: Manifest = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    ...about,
    licence:
      "Data of EU research projects: (c) European Union, CORDIS, CC BY 4.0. Everything else belongs to those who put it in.",
    tables: full.map((part) => ({
      table: part.table,
      file: `data/${part.table}.jsonl`,
      schema: `schema/${part.table}.json`,
      columns: part.columns,
      rows: part.rows,
      sha256: part.sha256,
    })),
    files: full
      .flatMap((part) => part.files)
      .map(({ name, bytes }) => ({
        file: name,
        bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      })),
  };
  const zip = new ZipFile();
  // One moment for all: a second export of the same contents differs in nothing but the manifest.
  const options = { mtime: new Date(about.createdAt) };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), "manifest.json", options);
  zip.addBuffer(Buffer.from(readme(manifest)), "README.txt", options);
  for (const part of full) {
    zip.addBuffer(Buffer.from(part.lines), `data/${part.table}.jsonl`, options);
    zip.addBuffer(
      Buffer.from(`${JSON.stringify(part.schema, null, 2)}\n`),
      `schema/${part.table}.json`,
      options,
    );
    for (const { name, bytes } of part.files) zip.addBuffer(bytes, name, { ...options, compress: false });
  }
  zip.end();
  return { zip: zip.outputStream as Readable, manifest };
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

export async function bufferOf(zip: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export const writeZip = (zip: Readable, path: string): Promise<void> =>
  pipeline(zip, createWriteStream(path, { flags: "wx", mode: 0o600 }));
