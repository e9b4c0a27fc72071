import { readFileSync } from "node:fs";
import type { Locale } from "../../../kernel/locale.ts";
import { projectFile } from "../../../kernel/project-file.ts";
import type { PanelHead } from "../data/panel.ts";

export interface Work {
  /** In English; the list itself is German. */
  name: string;
  /** What texts call it. */
  words: string[];
  /** NACE divisions in which much of it is done. */
  industries: string[];
}

let works: Map<string, Work> | undefined;

/** The groups of KldB 2010 in English, with words by which they are found in texts and industries. */
export function workOf(activityList: string | null, code: string): Work | null {
  if (!activityList?.startsWith("kldb")) return null;
  works ??= read();
  return works.get(code.slice(0, 3)) ?? null;
}

function read(): Map<string, Work> {
  const text = readFileSync(projectFile("src/features/observatory/specialisation/kldb-2010.csv"), "utf8");
  const [, ...lines] = text.trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [, code = "", quoted, plain = "", words = "", industries = ""] =
        /^(\w+),(?:"([^"]*)"|([^,"]*)),([^,]*),(.*)$/.exec(line) ?? [];
      return [code, { name: quoted ?? plain, words: words.split("|"), industries: industries.split("|") }];
    }),
  );
}

/** In the reader's language where it is known in it. */
export function activityName(
  head: Pick<PanelHead, "activityList" | "activities">,
  index: number,
  locale: Locale,
): string {
  const { codes, names } = head.activities;
  const own = names[locale][index] ?? codes[index]!;
  if (locale === "de" || own !== names.de[index]) return own;
  return workOf(head.activityList, codes[index]!)?.name ?? own;
}

/** "Hamburg" for "Hamburg, Freie und Hansestadt": in a sentence the kind of town goes without saying. */
export const shortName = (name: string): string => name.split(",")[0]!.trim();
