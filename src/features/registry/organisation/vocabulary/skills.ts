import { linesOf, once } from "./data-file.ts";
import { alike, plainWord } from "./near.ts";

export interface Skill {
  code: string;
  title: string;
}

const all = once(() =>
  linesOf("esco-skills.tsv.gz").map((line): Skill & { plain: string } => {
    const [id, title] = line.split("\t") as [string, string];
    return { code: `esco:${id}`, title, plain: plainWord(title) };
  }),
);

const byCode = once(() => new Map(all().map((skill) => [skill.code, skill])));

export const skillOf = (code: string): Skill | undefined => byCode().get(code);

/** Skills and knowledge of ESCO whose title has all the words, those most like them first. */
export function findSkills(words: string, limit: number): Skill[] {
  const each = plainWord(words).split(" ").filter(Boolean);
  if (each.length === 0) return [];
  return all()
    .filter(({ plain }) => each.every((word) => plain.includes(word)))
    .map((skill) => ({ skill, alike: alike(skill.title, words) }))
    .sort((a, b) => b.alike - a.alike || a.skill.title.length - b.skill.title.length)
    .slice(0, limit)
    .map(({ skill: { code, title } }) => ({ code, title }));
}

/** The notice ESCO asks for wherever it is used. */
export const ESCO_CREDIT = "This service uses the ESCO classification of the European Commission.";
