import type { PoolClient } from "pg";
import { copyInto } from "./copy.ts";
import terms from "./vocabulary/euroscivoc.json" with { type: "json" };

export interface Term {
  code: string;
  parent: string | null;
  titleEn: string;
  titleDe: string | null;
  depth: number;
}

/** The terms of EuroSciVoc that CORDIS uses, parents before children. */
export function vocabulary(): Term[] {
  return terms.map(([code, titleEn, titleDe]) => {
    const depth = code!.split("/").length - 1;
    return {
      code: code!,
      parent: depth > 1 ? code!.slice(0, code!.lastIndexOf("/")) : null,
      titleEn: titleEn!,
      titleDe: titleDe ?? null,
      depth,
    };
  });
}

/** Brings the vocabulary in, and returns every code this installation knows: it may have added its own. */
export async function importVocabulary(client: PoolClient): Promise<ReadonlySet<string>> {
  await client.query("create temp table staged_competence (like competence) on commit drop");
  await copyInto(client, "staged_competence", ["code", "parent", "title_en", "title_de", "depth"], rows());
  await client.query(
    `insert into competence as k (code, parent, title_en, title_de, depth)
     select code, parent, title_en, title_de, depth from staged_competence
     on conflict (code) do update set parent = excluded.parent, title_en = excluded.title_en,
       title_de = coalesce(excluded.title_de, k.title_de), depth = excluded.depth
     where (k.parent, k.title_en, k.depth) is distinct from (excluded.parent, excluded.title_en, excluded.depth)
       or k.title_de is distinct from coalesce(excluded.title_de, k.title_de)`,
  );
  const known = await client.query("select code from competence");
  return new Set(known.rows.map((row) => row.code));
}

async function* rows() {
  for (const term of vocabulary()) yield [term.code, term.parent, term.titleEn, term.titleDe, term.depth];
}
