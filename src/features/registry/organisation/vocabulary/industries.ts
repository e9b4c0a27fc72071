import { linesOf, once } from "./data-file.ts";
import { plainWord } from "./near.ts";

export interface Industry {
  /** As the registry writes it: the section's letter, then the number. */
  code: string;
  title: string;
}

const all = once(() => {
  const industries = new Map<string, Industry>();
  let section = "";
  for (const line of linesOf("nace-rev2.csv.gz")) {
    const [, number, level, title] = /^([^,]+),(\d),[^,]*,("(?:[^"]|"")*"|[^,]*),/.exec(line) ?? [];
    if (!number || title === undefined) continue;
    if (level === "1") section = number;
    const code = level === "1" ? number : `${section}${number}`;
    industries.set(code, { code, title: titled(title.replace(/^"|"$/g, "").replaceAll('""', '"')) });
  }
  return industries;
});

/** The headings of sections come with a capital at every word. */
const titled = (title: string) =>
  /^[A-Z][a-z]+,? (?:[A-Z]|And)/.test(title) ? title[0] + title.slice(1).toLowerCase() : title;

/** An activity of NACE Rev. 2 by its code; undefined where there is none. */
export const industryOf = (code: string): Industry | undefined => all().get(code);

/** By code, with or without the section's letter, or by words of the title; the general ones first. */
export function findIndustries(words: string, limit = 12): Industry[] {
  const wanted = plainWord(words);
  if (wanted === "") return [];
  const number = wanted.replace(/^[a-u](?=\d)/, "");
  const each = wanted.split(" ");
  const found: { industry: Industry; rank: number }[] = [];
  for (const industry of all().values()) {
    const code = industry.code.toLowerCase();
    const title = industry.title.toLowerCase();
    if (code === wanted) found.push({ industry, rank: 0 });
    else if (/^\d/.test(number) && code.replace(/^[a-u]/, "").startsWith(number))
      found.push({ industry, rank: 1 });
    else if (each.every((word) => title.includes(word)))
      found.push({
        industry,
        rank: title.startsWith(wanted) ? 2 : each.every((word) => begins(title, word)) ? 3 : 4,
      });
  }
  return found
    .sort((a, b) => a.rank - b.rank || a.industry.code.length - b.industry.code.length)
    .slice(0, limit)
    .map(({ industry }) => industry);
}

/** As a word, not within one: who looks for ships does not mean memberships. */
const begins = (title: string, word: string) => title.startsWith(word) || title.includes(` ${word}`);
