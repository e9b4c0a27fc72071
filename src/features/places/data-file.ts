import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { once } from "./once.ts";

const root = once(() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
});

/** The text of a gzipped data file of the project, or null where the installation goes without it. */
export function dataFile(path: string): string | null {
  const whole = join(root(), path);
  return existsSync(whole) ? gunzipSync(readFileSync(whole)).toString("utf8") : null;
}
