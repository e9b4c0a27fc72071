import { sql } from "kysely";
import type { Db } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Measure } from "./panel.ts";

type Words = Record<Locale, string>;

export interface Count {
  measure: string;
  period: string;
  activity: string;
  /** `null` where it is too small to be told. */
  n: number | null;
}

/** What is counted of the cluster's own records. Only what everybody in the cluster may see counts, and nothing with a wall. */
export interface Theme {
  rule: string;
  slug: string;
  title: Words;
  text: Words;
  measures: readonly Measure[];
  activities: Readonly<Record<string, Words>>;
  grain: "month" | "year";
  /** Counts below this are kept: what is counted is known to a few only. */
  least?: number;
  count(db: Db, clusterId: string, from: string, today: string): Promise<Count[]>;
}

const measure = (key: string, en: string, de: string, unit: Words): Measure => ({
  key,
  label: { en, de },
  unit,
});
const NUMBER = { en: "number", de: "Anzahl" };

const ORGANISATION_KINDS: Record<string, Words> = {
  enterprise: { en: "Enterprises", de: "Unternehmen" },
  research: { en: "Research", de: "Forschung" },
  authority: { en: "Authorities", de: "Behörden" },
  development: { en: "Development institutions", de: "Förderinstitutionen" },
  association: { en: "Associations", de: "Verbände" },
  finance: { en: "Finance", de: "Finanzwirtschaft" },
  service: { en: "Service providers", de: "Dienstleister" },
  inventor: { en: "Inventors", de: "Erfinder" },
};
const LINK_TYPES: Record<string, Words> = {
  formal: { en: "Formal", de: "Formell" },
  informal: { en: "Informal", de: "Informell" },
  industry: { en: "Industry", de: "Branche" },
  production: { en: "Production", de: "Produktion" },
  geographic: { en: "Geographic", de: "Geografisch" },
};
const ITEM_KINDS: Record<string, Words> = {
  partner: { en: "Partner", de: "Partner" },
  technology: { en: "Technology", de: "Technologie" },
  supplier: { en: "Supplier", de: "Lieferant" },
  funding: { en: "Funding", de: "Finanzierung" },
  skill: { en: "Skill", de: "Fähigkeit" },
  "test-facility": { en: "Test facility", de: "Versuchsanlage" },
  customer: { en: "Customer", de: "Kunde" },
  space: { en: "Space", de: "Fläche" },
  data: { en: "Data", de: "Daten" },
};

/** Of a stretch of time: what began in each month, and what stood at its end. */
const byMonth = (records: ReturnType<typeof sql>, from: string, today: string, db: Db): Promise<Count[]> =>
  sql<Count>`
    with record (activity, since, until) as (${records}),
      month as (select m::date as begins, (m + interval '1 month')::date as ends
        from generate_series(${from}::date, ${today}::date, interval '1 month') m)
    select 'standing' as measure, to_char(begins, 'YYYY-MM') as period, activity, count(*)::int as n
      from month join record on since < ends and (until is null or until >= ends) group by 1, 2, 3
    union all
    select 'new', to_char(begins, 'YYYY-MM'), activity, count(*)::int
      from month join record on since >= begins and since < ends group by 1, 2, 3`
    .execute(db)
    .then(({ rows }) => rows);

const OPEN = sql`visibility in ('public', 'peers', 'cluster') and wall = '{}'`;

const standing = (en: string, de: string) => measure("standing", en, de, NUMBER);
const begun = (en: string, de: string) => measure("new", en, de, NUMBER);

export const THEMES: readonly Theme[] = [
  {
    rule: "members",
    slug: "own-members",
    grain: "month",
    title: { en: "Members by kind", de: "Mitglieder nach Art" },
    text: {
      en: "Memberships that everybody in the cluster may see, applicants left out: how many there were at the end of each month, and how many began in it.",
      de: "Mitgliedschaften, die alle im Cluster sehen dürfen, ohne Bewerber: wie viele es am Ende jedes Monats waren und wie viele darin begannen.",
    },
    measures: [
      standing("Members at the end of the month", "Mitglieder am Monatsende"),
      begun("New members", "Neue Mitglieder"),
    ],
    activities: ORGANISATION_KINDS,
    count: (db, clusterId, from, today) =>
      byMonth(
        sql`select o.kind, m.since, m.until from membership m join organisation o on o.id = m.organisation_id
          where m.cluster_id = ${clusterId} and m.role <> 'applicant'
            and m.visibility in ('public', 'peers', 'cluster') and m.wall = '{}'`,
        from,
        today,
        db,
      ),
  },
  {
    rule: "links",
    slug: "own-links",
    grain: "month",
    title: { en: "Confirmed links by type", de: "Bestätigte Verbindungen nach Art" },
    text: {
      en: "Links that both sides have confirmed and everybody in the cluster may see.",
      de: "Verbindungen, die beide Seiten bestätigt haben und alle im Cluster sehen dürfen.",
    },
    measures: [
      standing("Links at the end of the month", "Verbindungen am Monatsende"),
      begun("New links", "Neue Verbindungen"),
    ],
    activities: LINK_TYPES,
    count: (db, clusterId, from, today) =>
      byMonth(
        sql`select type, coalesce(since, confirmed_at::date, created_at::date), until from link
          where cluster_id = ${clusterId} and origin = 'confirmed' and ${OPEN}`,
        from,
        today,
        db,
      ),
  },
  {
    rule: "needs",
    slug: "own-needs",
    grain: "month",
    title: { en: "Needs by kind", de: "Bedarfe nach Art" },
    text: {
      en: "Needs that stand in the cluster under the name of their owner. Confidential ones are not counted.",
      de: "Bedarfe, die unter dem Namen ihres Eigentümers im Cluster stehen. Vertrauliche werden nicht gezählt.",
    },
    measures: [
      standing("Open needs at the end of the month", "Offene Bedarfe am Monatsende"),
      begun("New needs", "Neue Bedarfe"),
    ],
    activities: ITEM_KINDS,
    count: (db, clusterId, from, today) =>
      byMonth(
        sql`select kind, opened_at::date, closed_at::date from need
          where cluster_id = ${clusterId} and state <> 'draft' and opened_at is not null
            and step in ('named', 'full') and ${OPEN}`,
        from,
        today,
        db,
      ),
  },
  {
    rule: "offers",
    slug: "own-offers",
    grain: "month",
    title: { en: "Offers by kind", de: "Angebote nach Art" },
    text: {
      en: "Offers that everybody in the cluster may see.",
      de: "Angebote, die alle im Cluster sehen dürfen.",
    },
    measures: [
      standing("Open offers at the end of the month", "Offene Angebote am Monatsende"),
      begun("New offers", "Neue Angebote"),
    ],
    activities: ITEM_KINDS,
    count: (db, clusterId, from, today) =>
      byMonth(
        sql`select kind, opened_at::date, closed_at::date from offer
          where cluster_id = ${clusterId} and state <> 'draft' and opened_at is not null and ${OPEN}`,
        from,
        today,
        db,
      ),
  },
  {
    rule: "projects",
    slug: "own-projects",
    grain: "year",
    title: { en: "Members' projects by year", de: "Projekte der Mitglieder nach Jahr" },
    text: {
      en: "Public projects in which today's members take part, by the year they began in.",
      de: "Öffentliche Projekte, an denen heutige Mitglieder teilnehmen, nach dem Jahr ihres Beginns.",
    },
    measures: [begun("Projects begun", "Begonnene Projekte")],
    activities: {
      coordinator: { en: "A member coordinates", de: "Ein Mitglied koordiniert" },
      participant: { en: "Members take part", de: "Mitglieder nehmen teil" },
    },
    count: async (db, clusterId, from, today) => {
      const { rows } = await sql<Count>`
        select 'new' as measure, to_char(starts, 'YYYY') as period,
          case when coordinates then 'coordinator' else 'participant' end as activity, count(*)::int as n
        from (select p.id, p.starts, bool_or(pa.role = 'coordinator') as coordinates
          from membership m
          join participation pa on pa.organisation_id = m.organisation_id
            and pa.visibility = 'public' and pa.wall = '{}'
          join project p on p.id = pa.project_id and p.visibility = 'public' and p.wall = '{}'
          where m.cluster_id = ${clusterId} and m.role <> 'applicant' and m.since <= ${today}::date
            and (m.until is null or m.until > ${today}::date)
            and m.visibility in ('public', 'peers', 'cluster') and m.wall = '{}'
            and p.starts >= ${from}::date and p.starts <= ${today}::date
          group by p.id, p.starts) project
        group by 2, 3`.execute(db);
      return rows;
    },
  },
  {
    rule: "introductions",
    slug: "own-introductions",
    grain: "year",
    least: 3,
    title: { en: "Introductions by what came of them", de: "Vorstellungen nach ihrem Ergebnis" },
    text: {
      en: "Introductions that the cluster's team knows of, by the year they were asked for in and what both sides have confirmed since. Those about confidential needs or unnamed sides are not counted, and fewer than three are kept secret.",
      de: "Vorstellungen, von denen das Team des Clusters weiß, nach dem Jahr der Anfrage und dem, was beide Seiten seither bestätigt haben. Solche zu vertraulichen Bedarfen oder ungenannten Seiten werden nicht gezählt, und weniger als drei bleiben geheim.",
    },
    measures: [begun("Introductions", "Vorstellungen")],
    activities: {
      open: { en: "Nothing confirmed so far", de: "Noch nichts bestätigt" },
      declined: { en: "Declined, or let pass", de: "Abgelehnt oder verstrichen" },
      nothing: { en: "Nothing came of it", de: "Nichts daraus geworden" },
      talks: { en: "Talks", de: "Gespräche" },
      contract: { en: "Contract", de: "Vertrag" },
      project: { en: "Project", de: "Projekt" },
      order: { en: "Order", de: "Auftrag" },
      investment: { en: "Investment", de: "Beteiligung" },
      hire: { en: "Hire", de: "Einstellung" },
    },
    count: async (db, clusterId, from, today) => {
      const { rows } = await sql<Count>`
        select 'new' as measure, to_char(coalesce(i.asked_at, i.created_at), 'YYYY') as period,
          case when o.kind is not null then o.kind
            when i.state in ('declined', 'expired', 'withdrawn') then 'declined' else 'open' end as activity,
          count(*)::int as n
        from introduction i
        left join lateral (select kind from outcome where cluster_id = i.cluster_id and introduction_id = i.id
          and state = 'confirmed' order by stated_at desc limit 1) o on true
        where i.cluster_id = ${clusterId} and i.mediated and i.hidden is null
          and coalesce(i.asked_at, i.created_at) >= ${from}::date
          and coalesce(i.asked_at, i.created_at) < ${today}::date + 1
          and not exists (select from introduction_side s
            left join need on need.id = s.need_id
            left join offer on offer.id = s.offer_id
            where s.cluster_id = i.cluster_id and s.introduction_id = i.id
              and (need.step not in ('named', 'full')
                or need.visibility not in ('public', 'peers', 'cluster') or need.wall <> '{}'
                or offer.visibility not in ('public', 'peers', 'cluster') or offer.wall <> '{}'))
        group by 2, 3`.execute(db);
      return rows;
    },
  },
];
