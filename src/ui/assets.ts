import { readFileSync } from "node:fs";

let manifest: Readonly<Record<string, string>> | undefined;

/**
 * The address of a built file by its logical name: `style.css`, or `network.island` for `network.island.ts`.
 * Without a build the logical name is its own address.
 */
export function asset(name: string): string {
  manifest ??= readManifest();
  return `/assets/${manifest[name] ?? name}`;
}

/** The manifest lies beside the bundled server, or in `build/` when this file runs from its source. */
function readManifest(): Record<string, string> {
  for (const place of ["./assets.json", "../../build/assets.json"]) {
    try {
      return JSON.parse(readFileSync(new URL(place, import.meta.url), "utf8"));
    } catch {
      // Not here: try the next place.
    }
  }
  return {};
}
