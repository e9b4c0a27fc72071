import { z } from "zod";

/**
 * A backup is one tar, gzipped, encrypted with a passphrase where one is set (age, so that other programs read it too):
 *
 *     header.json                      what comes
 *     tables/SCHEMA.TABLE/000001.copy  PostgreSQL's text format, cut between rows, rows in the order of their key
 *     files/…                          uploaded files
 *     jobs.ndjson                      what was still to be done: letters, notices, recomputation
 *     secret                           the house's key, where it is not a setting
 *     manifest.json                    what came: counts and checksums; a backup that breaks off has none
 */
export const FORMAT = "kontor-backup";
export const FORMAT_VERSION = 1;

export const TableHead = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  /** What its rows are ordered by, as SQL, so that equal contents have equal checksums. */
  order: z.string(),
});
export type TableHead = z.output<typeof TableHead>;

export const Header = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  kontor: z.string(),
  createdAt: z.iso.datetime(),
  address: z.string(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  tables: z.array(TableHead),
});
export type Header = z.output<typeof Header>;

export const TableSum = z.object({ name: z.string(), rows: z.int(), sha256: z.string() });
export type TableSum = z.output<typeof TableSum>;

export const Manifest = z.object({
  tables: z.array(TableSum),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string(), value: z.number() })),
  jobs: z.int(),
  /** SHA-256 of the jobs' and the key's entries; `null` where there is no such entry. */
  jobsSha256: z.string().nullable(),
  secretSha256: z.string().nullable(),
});
export type Manifest = z.output<typeof Manifest>;

/** A sentence for the operator: the backup, or what it should go into, is not as it must be. */
export class BackupTrouble extends Error {}
