import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export type Rows = readonly Readonly<Record<string, unknown>>[];

export const anOrganisation = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  name: `ORGANISATION ${id} GMBH`,
  short: "",
  vat: "",
  type: "PRC",
  sme: true,
  street: "HAFENSTRASSE 1",
  city: "KIEL",
  postal: "24103",
  country: "DE",
  nuts: "DEF02",
  lat: 54.32,
  lon: 10.12,
  url: "",
  ...more,
});

export const aProject = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  rcn: `9${id}`,
  acronym: "WAVE",
  title: `Project ${id}`,
  objective: "To float.",
  keywords: "ship, hull",
  start: "2022-01-01",
  end: "2025-12-31",
  signed: "2021-11-30",
  status: "SIGNED",
  totalCost: 100.5,
  ecContribution: 90,
  call: "CALL",
  topic: "TOPIC",
  topicTitle: "Ships",
  programme: "HORIZON.2.5",
  scheme: "HORIZON-RIA",
  euroSciVoc: [],
  ...more,
});

export const aParticipation = (project: string, org: string, more: Record<string, unknown> = {}) => ({
  project,
  org,
  role: "participant",
  order: 2,
  ecContribution: 10,
  netEcContribution: 10,
  totalCost: 12,
  sme: true,
  terminated: false,
  ...more,
});

export const ndjson = (rows: Rows | readonly string[]) =>
  gzipSync(rows.map((row) => `${typeof row === "string" ? row : JSON.stringify(row)}\n`).join(""));

export function csv(rows: Rows): Buffer {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: unknown) => `"${String(value ?? "").replaceAll('"', '""')}"`;
  return gzipSync(
    [columns.join(","), ...rows.map((row) => columns.map((name) => cell(row[name])).join(","))].join("\n"),
  );
}

/** A folder with an edition in it, by the names and contents of its files. */
export async function editionFolder(files: Readonly<Record<string, Buffer | string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kontor-cordis-"));
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}
