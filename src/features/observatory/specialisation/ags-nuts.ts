import { readFileSync } from "node:fs";
import { projectFile } from "../../../kernel/project-file.ts";

let byAgs: Map<string, string[]> | undefined;

/**
 * The outlines (NUTS 2021, level 3) of a German district, by its official key (AGS). One each, but for what changed since: Hanau has
 * left its district and has no outline of its own yet, Eisenach has joined the Wartburgkreis.
 */
export function outlinesOfDistrict(ags: string): readonly string[] {
  byAgs ??= read();
  return byAgs.get(ags) ?? [];
}

function read(): Map<string, string[]> {
  const [, ...lines] = readFileSync(
    projectFile("src/features/observatory/specialisation/ags-nuts.csv"),
    "utf8",
  )
    .trim()
    .split("\n");
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const [ags = "", nuts = ""] = line.split(",");
    found.set(ags, [...(found.get(ags) ?? []), ...(nuts ? [nuts] : [])]);
  }
  return found;
}
