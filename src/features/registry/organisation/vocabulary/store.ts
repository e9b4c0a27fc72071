import { sql } from "kysely";
import type { Actor, ClusterId } from "../../../../kernel/actor.ts";
import type { Db } from "../../../../kernel/gateway.ts";
import { membersSeen } from "../../links/store.ts";
import { seenFact } from "../facts/store.ts";
import { skillOf } from "./skills.ts";

/** A word that the facts of a cluster use, with how many organisations use it. */
export interface UsedWord {
  code: string;
  title: string;
  titleDe: string | null;
  organisations: number;
  /** Own words that the team reads as this one. */
  merged: { code: string; name: string }[];
}

/**
 * The vocabulary of a cluster as this asker sees it: the words of the facts they see, of members whose membership they see. A word
 * that only hidden facts use is not there.
 */
export async function usedWords(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  today: string,
): Promise<UsedWord[]> {
  const { rows } = await sql<{
    code: string;
    name: string;
    titleEn: string | null;
    titleDe: string | null;
    organisations: number;
    merged: { code: string; name: string }[] | null;
  }>`
    select coalesce(term.merged_into, fact.code) as code,
      coalesce(min(term.into_name), mode() within group (order by fact.value)) as name,
      min(competence.title_en) as title_en, min(competence.title_de) as title_de,
      count(distinct fact.organisation_id)::int as organisations,
      jsonb_agg(distinct jsonb_build_object('code', term.code, 'name', term.name)) filter (where term.code is not null) as merged
    from fact
      join organisation on organisation.id = fact.organisation_id
      left join term on term.cluster_id = fact.cluster_id and term.code = fact.code
      left join competence on competence.code = coalesce(term.merged_into, fact.code)
    where fact.cluster_id = ${clusterId}::uuid and fact.field = 'competences' and fact.code is not null
      and ${seenFact(actor)}
      and (fact.organisation_id in ${membersSeen(db, actor, clusterId, today)} or fact.organisation_id = ${actor.organisationId}::uuid)
    group by 1
    order by organisations desc, name
  `.execute(db);
  return rows.map(({ code, name, titleEn, titleDe, organisations, merged }) => ({
    code,
    title: titleEn ?? skillOf(code)?.title ?? name,
    titleDe,
    organisations,
    merged: merged ?? [],
  }));
}

export interface Competence {
  code: string;
  title: string;
  titleDe: string | null;
}

/** Terms of EuroSciVoc that have the words or nearly read like them, the most alike first. */
export const findCompetences = (db: Db, words: string, limit: number): Promise<Competence[]> =>
  db
    .selectFrom("competence")
    .select(["code", "titleEn as title", "titleDe"])
    .where((q) =>
      q.or([
        sql<boolean>`folded(title_en) like '%' || folded(${escaped(words)}) || '%'`,
        sql<boolean>`folded(title_de) like '%' || folded(${escaped(words)}) || '%'`,
        sql<boolean>`folded(title_en) % folded(${words})`,
      ]),
    )
    .orderBy(
      sql`greatest(similarity(folded(title_en), folded(${words})), similarity(folded(coalesce(title_de, '')), folded(${words})))`,
      "desc",
    )
    .orderBy("code")
    .limit(limit)
    .execute();

const escaped = (words: string) => words.replace(/[\\%_]/g, "\\$&");

export const competenceOf = (db: Db, code: string): Promise<Competence | undefined> =>
  db
    .selectFrom("competence")
    .select(["code", "titleEn as title", "titleDe"])
    .where("code", "=", code)
    .executeTakeFirst();
