import { sql } from "kysely";
import { seenBy } from "../../../../access/visibility.ts";
import type { Actor, ClusterId } from "../../../../kernel/actor.ts";
import type { Db, Unit } from "../../../../kernel/gateway.ts";
import { belongingSeen } from "../../links/store.ts";
import { seenFact } from "../facts/store.ts";
import type { Merge } from "./rules.ts";
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
      and ${seenFact(actor)} and ${seenBy(actor, { table: "organisation", owners: ["id"] })}
      and (fact.organisation_id in ${belongingSeen(db, actor, clusterId, today)} or fact.organisation_id = ${actor.organisationId}::uuid)
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

/** The members who say a word of themselves, or one that is read as it. */
export async function whoSays(
  db: Db,
  actor: Actor,
  { clusterId, code, today }: { clusterId: ClusterId; code: string; today: string },
): Promise<{ slug: string; name: string; city: string | null; value: string }[]> {
  const { rows } = await sql<{ slug: string; name: string; city: string | null; value: string }>`
    select distinct on (organisation.name, organisation.id) organisation.slug, organisation.name, organisation.city, fact.value
    from fact
      join organisation on organisation.id = fact.organisation_id
      left join term on term.cluster_id = fact.cluster_id and term.code = fact.code
    where fact.cluster_id = ${clusterId}::uuid and fact.field = 'competences' and coalesce(term.merged_into, fact.code) = ${code}
      and ${seenFact(actor)} and ${seenBy(actor, { table: "organisation", owners: ["id"] })}
      and (fact.organisation_id in ${belongingSeen(db, actor, clusterId, today)} or fact.organisation_id = ${actor.organisationId}::uuid)
    order by organisation.name, organisation.id
  `.execute(db);
  return rows;
}

export const merges = (db: Db, clusterId: ClusterId): Promise<Merge[]> =>
  db
    .selectFrom("term")
    .select(["code", "name", "mergedInto", "intoName", "via"])
    .where("clusterId", "=", clusterId)
    .execute();

export async function saveMerges(
  { db }: Unit,
  clusterId: ClusterId,
  all: readonly Merge[],
  { by, at }: { by: string | null; at: Date },
): Promise<void> {
  if (all.length === 0) return;
  await db
    .insertInto("term")
    .values(all.map((one) => ({ ...one, via: [...one.via], clusterId, mergedBy: by, mergedAt: at })))
    .onConflict((conflict) =>
      conflict.columns(["clusterId", "code"]).doUpdateSet((q) => ({
        mergedInto: q.ref("excluded.mergedInto"),
        intoName: q.ref("excluded.intoName"),
        via: q.ref("excluded.via"),
        mergedBy: by,
        mergedAt: at,
      })),
    )
    .execute();
}

export const dropMerge = ({ db }: Unit, clusterId: ClusterId, code: string) =>
  db.deleteFrom("term").where("clusterId", "=", clusterId).where("code", "=", code).execute();
