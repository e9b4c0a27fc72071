import { existsSync } from "node:fs";
import type { Golden } from "./golden.ts";

const PARTS = ["specialisation", "relatedness", "complexity", "networks", "composite", "forecasts"];

/** Every measure that can be compared, by "<reference>/<measure>". */
export const measures: Record<string, Golden> = {};

for (const part of PARTS) {
  const url = new URL(`./${part}.ts`, import.meta.url);
  if (!existsSync(url)) continue;
  const found = (await import(url.href)) as { measures: Record<string, Golden> };
  for (const [name, golden] of Object.entries(found.measures)) {
    if (measures[name]) throw new Error(`Two parts compute ${name}.`);
    measures[name] = golden;
  }
}
