import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { type Comparable, prepare } from "./prepare.ts";
import { rarityOf } from "./rarity.ts";
import { compare, type Likelihood, likelihood, type Reason } from "./rules.ts";

/** An organisation that is about to be added: a name, and whatever else is known. */
export type Draft = Omit<Comparable, "id">;

export interface Likely {
  id: string;
  slug: string;
  name: string;
  city: string | null;
  country: string | null;
  score: number;
  likelihood: Likelihood;
  reasons: readonly Reason[];
}

const LOOKED_AT = 30;
const MOST = 5;

/** Those who are already there and may be the one about to be added, as far as the asker sees them; the likeliest first. */
export async function likelyDuplicates(db: Db, actor: Actor, draft: Draft): Promise<Likely[]> {
  const wanted = prepare({ id: "", ...draft });
  const seen = seenBy(actor, { table: "organisation", owners: ["id"] });
  const number = wanted.vat?.split(":")[1] ?? null;
  const { rows } = await sql<
    Comparable & { slug: string; name: string; city: string | null; country: string | null }
  >`
    with near as (
      select organisation_id as id, word_similarity(folded(${draft.name}), label) as likeness from organisation_search
      where folded(${draft.name}) <% label order by likeness desc limit ${LOOKED_AT}
    ), same as (
      select organisation.id, 2 as likeness from organisation where ${seen} and (
        (${number}::text is not null and regexp_replace(upper(vat), '[^A-Z0-9]', '', 'g') like '%' || ${number})
        or (${wanted.domain}::text is not null and url ilike '%' || ${wanted.domain} || '%')
        or lei = ${wanted.lei} or pic = ${wanted.pic} or (${wanted.ror}::text is not null and ror like '%' || ${wanted.ror})
        or (visibility <> 'public' and folded(name) % folded(${draft.name}))
      ) limit ${LOOKED_AT}
    )
    select organisation.id, slug, name, short_name, country, city, street, postal, lat, lon, url, vat, lei, ror, pic, register_number
    from organisation join (select id, max(likeness) as likeness from (select * from near union all select * from same) found group by id) found
      on found.id = organisation.id
    where ${seen} order by found.likeness desc limit ${LOOKED_AT}`.execute(db);
  if (rows.length === 0) return [];
  const candidates = rows.map((row) => ({ row, prepared: prepare(row) }));
  const words = new Set(
    [wanted, ...candidates.map((one) => one.prepared)].flatMap((one) =>
      one.names.flatMap((name) => name.words),
    ),
  );
  const rarity = await rarityHere(db, [...words].slice(0, 150));
  return candidates
    .flatMap(({ row, prepared }) => {
      const { score, reasons } = compare(wanted, prepared, rarity);
      const likely = likelihood(score);
      const { id, slug, name, city, country } = row;
      return likely ? [{ id, slug, name, city, country, score, likelihood: likely, reasons }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
}

/** How many names here have a word, as the search knows them: near enough, and asked for a few words only. */
async function rarityHere(db: Db, words: readonly string[]) {
  const { rows } = await sql<{ word: string; count: number; total: number }>`
    select w as word, (select count(*)::int from organisation_search s where s.words @@ plainto_tsquery('simple', w)) as count,
      (select greatest(reltuples, 0)::int from pg_class where oid = 'organisation_search'::regclass) as total
    from unnest(${words}::text[]) w`.execute(db);
  return rarityOf(new Map(rows.map((row) => [row.word, row.count])), rows[0]?.total ?? 0);
}
