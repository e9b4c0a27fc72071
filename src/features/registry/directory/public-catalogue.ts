import { LRUCache } from "lru-cache";
import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { type Catalogue, makeCatalogue, makeVocabulary } from "./catalogue.ts";
import type { Found } from "./find.ts";
import {
  closeCompetences,
  closeMatches,
  commonsVersion,
  competenceTerms,
  type Matches,
  publicEntries,
  publicMatches,
  topCompetences,
} from "./store.ts";
import { searchedWords } from "./words.ts";

/** What is public about all organisations, kept until something public changes. */
export interface Kept {
  catalogue: Catalogue;
  /** Questions asked before: the answer is the same for everybody, walls are applied afterwards. */
  exact: LRUCache<string, Matches>;
  close: LRUCache<string, Matches>;
  fields: LRUCache<string, string[]>;
  /** Passes over the whole catalogue, under the question and the sight of who asked it. */
  findings: LRUCache<string, Found>;
  /** What most of an organisation's public projects are about, by its id. */
  top: LRUCache<string, readonly string[]>;
}

const kept = new LRUCache<string, Promise<Kept>>({ max: 3 });

/**
 * The catalogue as of now: the version is asked every time, the rest is read once. In transactions of their own, so that nobody
 * holds one connection while waiting for another.
 */
export async function publicCatalogue(ctx: Context): Promise<Kept> {
  const version = await ctx.read(commonsVersion);
  let reading = kept.get(version);
  if (!reading) {
    reading = ctx.system("the public catalogue, kept for everybody", async ({ db: system }) => {
      const vocabulary = makeVocabulary(await competenceTerms(system));
      const entries = await publicEntries(system, vocabulary.position);
      return {
        catalogue: makeCatalogue(entries, vocabulary),
        exact: new LRUCache<string, Matches>({
          maxSize: 500_000,
          sizeCalculation: (matches) => matches.size + 1,
        }),
        close: new LRUCache<string, Matches>({ max: 500 }),
        fields: new LRUCache<string, string[]>({ max: 500 }),
        top: new LRUCache<string, readonly string[]>({ max: 50_000 }),
        findings: new LRUCache<string, Found>({
          maxSize: 1_000_000,
          sizeCalculation: ({ hits, counts }) => hits.length + counts.competence.length + 1,
        }),
      };
    });
    kept.set(version, reading);
    // A failed reading is tried again by the next who asks.
    reading.catch(() => kept.delete(version));
  }
  return reading;
}

export async function exactMatches(db: Db, keeps: Kept, query: string): Promise<Matches> {
  const words = searchedWords(query);
  if (words.length === 0) return new Map();
  const key = JSON.stringify(words);
  const before = keeps.exact.get(key);
  if (before) return before;
  const matches = await publicMatches(db, words);
  keeps.exact.set(key, matches);
  return matches;
}

export async function nearMatches(db: Db, keeps: Kept, query: string): Promise<Matches> {
  const before = keeps.close.get(query);
  if (before) return before;
  const matches = await closeMatches(db, query);
  keeps.close.set(query, matches);
  return matches;
}

/** Fields of work that are called nearly so. */
export async function fieldsCalled(db: Db, keeps: Kept, query: string): Promise<string[]> {
  const before = keeps.fields.get(query);
  if (before) return before;
  const codes = await closeCompetences(db, query);
  keeps.fields.set(query, codes);
  return codes;
}

export function keptFinding(keeps: Kept, sight: string, question: object, search: () => Found): Found {
  const key = sight + JSON.stringify(question);
  const before = keeps.findings.get(key);
  if (before) return before;
  const found = search();
  keeps.findings.set(key, found);
  return found;
}

export async function topOf(
  db: Db,
  keeps: Kept,
  ids: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const missing = ids.filter((id) => !keeps.top.has(id));
  for (const [id, codes] of await topCompetences(db, missing)) keeps.top.set(id, codes);
  return new Map(ids.map((id) => [id, keeps.top.get(id) ?? []]));
}
