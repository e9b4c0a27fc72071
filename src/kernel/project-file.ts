import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let root: string | undefined;

/** The path of a file that ships with the project, from the sources and from the bundle alike. */
export function projectFile(path: string): string {
  if (!root) {
    root = dirname(fileURLToPath(import.meta.url));
    while (!existsSync(join(root, "package.json"))) {
      const above = dirname(root);
      if (above === root) throw new Error("Kontor's package.json was not found above the running program.");
      root = above;
    }
  }
  return join(root, path);
}
