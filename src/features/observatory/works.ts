import { readFileSync } from "node:fs";
import type { Locale } from "../../kernel/locale.ts";
import { projectFile } from "../../kernel/project-file.ts";

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
  const text = readFileSync(projectFile("src/features/observatory/kldb-2010.csv"), "utf8");
  const [, ...lines] = text.trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [, code = "", quoted, plain = "", words = "", industries = ""] =
        /^(\w+),(?:"([^"]*)"|([^,"]*)),([^,]*),(.*)$/.exec(line) ?? [];
      return [code, { name: quoted ?? plain, words: words.split("|"), industries: industries.split("|") }];
    }),
  );
}

/** The names of activities, each in English as well where their list is known in it. */
export function namesOfWorks(
  activityList: string | null,
  codes: readonly string[],
  names: Readonly<Record<Locale, string[]>>,
): Record<Locale, string[]> {
  if (!activityList?.startsWith("kldb")) return names;
  const english = (own: string, at: number) =>
    own === names.de[at] && codes[at]!.length === 3 ? (workOf(activityList, codes[at]!)?.name ?? own) : own;
  return { ...names, en: names.en.map(english) };
}
