import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { projectFile } from "../../../../kernel/project-file.ts";

/** The lines of a gzipped list beside this file, without its head. */
export function linesOf(name: string): string[] {
  const path = projectFile(`src/features/registry/organisation/vocabulary/data/${name}`);
  return gunzipSync(readFileSync(path)).toString("utf8").split("\n").slice(1).filter(Boolean);
}

/** Reads the first time somebody asks, and keeps what was read. */
export function once<T>(read: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}
