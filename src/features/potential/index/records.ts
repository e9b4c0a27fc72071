import { sql } from "kysely";
import type { Db } from "../../../kernel/gateway.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import type { Recorded } from "../assessments/scoring.ts";
import type { Indicator, Questionnaire } from "../questionnaires/schema.ts";
import { regionalQuotient } from "./regional.ts";
import { isFew } from "./telling.ts";

/**
 * What the house's records say of members and of the cluster. Only records that are open to all of the cluster and walled from nobody
 * are counted: the figure can be told to whoever may know the assessment.
 */
export const OPEN = sql<boolean>`t.visibility in ('public', 'peers', 'cluster') and t.wall = '{}'`;

interface Counts {
  organisationId: string;
  links: number;
  known: number;
  digital: number;
  projects: number;
  competences: number;
  platforms: number;
  research: boolean;
  common: boolean;
}

export async function countRecords(db: Db, clusterId: string, today: string): Promise<Counts[]> {
  const { rows } = await sql<Counts>`
    with member as (
      select distinct m.organisation_id as id, o.kind = 'research' as research
      from membership m join organisation o on o.id = m.organisation_id
      where m.cluster_id = ${clusterId}::uuid and m.role <> 'applicant' and m.visibility in ('public', 'peers', 'cluster')
        and m.wall = '{}' and m.since <= ${today}::date and (m.until is null or m.until > ${today}::date)),
    linked as (
      select t.from_organisation_id as a, t.to_organisation_id as b, t.digital_level from link t
      where t.cluster_id in (${COMMONS}::uuid, ${clusterId}::uuid) and t.origin in ('confirmed', 'derived') and ${OPEN}
        and (t.until is null or t.until > ${today}::date)
        and t.from_organisation_id in (select id from member) and t.to_organisation_id in (select id from member)),
    ends as (select a as id, b as other, digital_level from linked union all select b, a, digital_level from linked),
    link_count as (
      select id, count(distinct other)::int as links, count(digital_level)::int as known,
        count(*) filter (where digital_level in ('portal', 'system'))::int as digital
      from ends group by id),
    project_count as (
      select t.organisation_id as id, count(distinct t.project_id)::int as projects from participation t
      where t.organisation_id in (select id from member) and t.cluster_id in (${COMMONS}::uuid, ${clusterId}::uuid) and ${OPEN}
      group by 1),
    competence_count as (
      select organisation_id as id, count(*)::int as competences from organisation_competence
      where organisation_id in (select id from member) group by 1),
    use_count as (
      select t.organisation_id as id, count(distinct t.platform_id)::int as platforms, bool_or(p.common) as common
      from platform_use t join platform p on p.cluster_id = t.cluster_id and p.id = t.platform_id
      where t.cluster_id = ${clusterId}::uuid and ${OPEN} group by 1)
    select member.id as organisation_id, member.research, coalesce(links, 0) as links, coalesce(known, 0) as known,
      coalesce(digital, 0) as digital, coalesce(projects, 0) as projects, coalesce(competences, 0) as competences,
      coalesce(platforms, 0) as platforms, coalesce(common, false) as common
    from member left join link_count using (id) left join project_count using (id)
    left join competence_count using (id) left join use_count using (id)`.execute(db);
  return rows;
}

async function jointProjects(db: Db, clusterId: string, today: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select t.project_id from participation t
      where t.cluster_id in (${COMMONS}::uuid, ${clusterId}::uuid) and ${OPEN} and t.organisation_id in (
        select m.organisation_id from membership m
        where m.cluster_id = ${clusterId}::uuid and m.role <> 'applicant' and m.visibility in ('public', 'peers', 'cluster')
          and m.wall = '{}' and m.since <= ${today}::date and (m.until is null or m.until > ${today}::date))
      group by t.project_id having count(distinct t.organisation_id) >= 2) as joint`.execute(db);
  return rows[0]?.n ?? 0;
}

const percent = (part: number, whole: number) => (whole === 0 ? null : (100 * part) / whole);

const ofMember: Partial<Record<Indicator["measure"], (counts: Counts) => number | null>> = {
  links: ({ links }) => links,
  "digital-links": ({ digital, known }) => percent(digital, known),
  projects: ({ projects }) => projects,
  competences: ({ competences }) => competences,
  platforms: ({ platforms }) => platforms,
};

/** What records say of each organisation, by the keys of the questionnaire's indicators. */
export function recordedOf(questionnaire: Questionnaire, counts: Counts | undefined): Recorded {
  if (!counts) return {};
  return Object.fromEntries(
    questionnaire.indicators.flatMap(({ key, measure }) => {
      const value = ofMember[measure]?.(counts) ?? null;
      return value === null ? [] : [[key, Math.round(value * 10) / 10]];
    }),
  );
}

/** What records and official statistics say of the cluster as a whole. */
export async function recordedOfCluster(
  db: Db,
  clusterId: string,
  questionnaire: Questionnaire,
  counts: readonly Counts[],
  today: string,
): Promise<Recorded> {
  // A share that one or two make, or all but one or two, is theirs: all of the cluster and authorities read what is made of it.
  const of = (test: (one: Counts) => boolean) => {
    const part = counts.filter(test).length;
    return isFew(part) || isFew(counts.length - part) ? null : percent(part, counts.length);
  };
  const sum = (value: (one: Counts) => number) => counts.reduce((total, one) => total + value(one), 0);
  const found: Partial<Record<Indicator["measure"], number | null>> = {
    "digital-links": percent(
      sum(({ digital }) => digital),
      sum(({ known }) => known),
    ),
    "linked-members": of(({ links }) => links > 0),
    "research-members": of(({ research }) => research),
    "common-platforms": of(({ common }) => common),
  };
  if (questionnaire.indicators.some(({ measure }) => measure === "joint-projects"))
    found["joint-projects"] = await jointProjects(db, clusterId, today);
  if (questionnaire.indicators.some(({ measure }) => measure === "specialisation"))
    found.specialisation = (await regionalQuotient(db, clusterId))?.value ?? null;
  return Object.fromEntries(
    questionnaire.indicators.flatMap(({ key, measure }) => {
      const value = found[measure] ?? null;
      return value === null ? [] : [[key, Math.round(value * 100) / 100]];
    }),
  );
}
