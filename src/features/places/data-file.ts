import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { projectFile } from "../../kernel/project-file.ts";

/** The text of a gzipped data file of the project, or null where the installation goes without it. */
export function dataFile(path: string): string | null {
  const whole = projectFile(path);
  return existsSync(whole) ? gunzipSync(readFileSync(whole)).toString("utf8") : null;
}
