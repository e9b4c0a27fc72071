import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Case, Entry, Inputs } from "./golden.ts";

/** A folder or a file that cannot be used; the message says which one, why, and what to do. */
export class BadCase extends Error {}

/** The golden files of a folder, by name. */
export function filesOf(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    throw new BadCase(
      `${folder} cannot be read as a folder (${codeOf(error)}). Give the folder of the golden files.`,
    );
  }
  const files = names.filter((name) => name.endsWith(".json")).sort();
  if (files.length === 0)
    throw new BadCase(`${folder} holds no golden file. Give a folder with files ending in .json.`);
  return files.map((name) => join(folder, name));
}

/** Reads one golden file of layout golden/1. */
export function readCase(path: string): Case {
  const file = basename(path);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new BadCase(`${file} is not JSON that can be read (${codeOf(error)}).`);
  }
  const { schema, inputs, expected } = (content ?? {}) as Record<string, unknown>;
  if (schema !== "golden/1")
    throw new BadCase(`${file} is of layout ${JSON.stringify(schema)}, not "golden/1".`);
  if (typeof inputs !== "object" || inputs === null) throw new BadCase(`${file} has no "inputs".`);
  if (!Array.isArray(expected)) throw new BadCase(`${file} has no list "expected".`);
  return { file, inputs: inputs as Inputs, expected: expected.map((entry, k) => readEntry(entry, file, k)) };
}

function readEntry(entry: unknown, file: string, k: number): Entry {
  const { measure, reference, tolerance } = (entry ?? {}) as Record<string, unknown>;
  const isWhole =
    typeof measure === "string" &&
    typeof reference === "string" &&
    typeof tolerance === "number" &&
    "value" in (entry as object);
  if (!isWhole)
    throw new BadCase(`Entry ${k} of "expected" in ${file} lacks measure, reference, tolerance or value.`);
  return entry as Entry;
}

const codeOf = (error: unknown) =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
