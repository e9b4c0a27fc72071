import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** Somebody who counts in a table: whose it is, what it adds, and its code in each dimension. */
export interface Contribution {
  organisationId: string;
  amount: number;
  codes: (string | null)[];
}

type Words = Readonly<Record<Locale, string>>;

export interface Topic {
  title: Words;
  /** What is counted, from which records, and what is left out. */
  text: Words;
  dimensions: readonly { name: string; label: Words }[];
  /** `null`: how many organisations. */
  unit: "euro" | null;
  read(db: Db, clusterId: string, day: string): Promise<Contribution[]>;
}

/** Members of the day whose membership everybody in the cluster may know of. One kept behind a wall stands in no table. */
const OPEN_MEMBERS = (clusterId: string, day: string) => sql`
  (select distinct o.id, o.kind, o.size_class, o.nuts from membership m join organisation o on o.id = m.organisation_id
    where m.cluster_id = ${clusterId}::uuid and m.role <> 'applicant' and m.since <= ${day}::date
      and (m.until is null or m.until > ${day}::date)
      and m.visibility in ('public', 'peers', 'cluster') and m.wall = '{}'
      and o.visibility in ('public', 'peers', 'cluster') and o.wall = '{}') member`;

async function contributions(db: Db, query: RawBuilder<unknown>): Promise<Contribution[]> {
  const { rows } = await (query as RawBuilder<Contribution>).execute(db);
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

const KIND = { name: "kind", label: { en: "Kind", de: "Art" } };
const SIZE = { name: "size", label: { en: "Size", de: "Größe" } };
const YEAR = { name: "year", label: { en: "Year", de: "Jahr" } };

/**
 * What may be given out as statistics. Where amounts are summed, an organisation has one row: who is one contributor counts as one, also in
 * a total.
 */
export const TOPICS = {
  members: {
    title: { en: "Members by kind and size", de: "Mitglieder nach Art und Größe" },
    text: {
      en: "Organisations that are members on the day, as the registry has them. Memberships that are not open to the whole cluster are left out.",
      de: "Organisationen, die an diesem Tag Mitglied sind, nach dem Verzeichnis. Mitgliedschaften, die nicht dem ganzen Cluster offen sind, fehlen.",
    },
    dimensions: [KIND, SIZE],
    unit: null,
    read: (db, clusterId, day) =>
      contributions(
        db,
        sql`select id as organisation_id, 1 as amount, array[kind, size_class] as codes from ${OPEN_MEMBERS(clusterId, day)}`,
      ),
  },
  places: {
    title: { en: "Members by region and kind", de: "Mitglieder nach Region und Art" },
    text: {
      en: "Organisations that are members on the day, by the small region (NUTS 3) of their address. Memberships that are not open to the whole cluster are left out.",
      de: "Organisationen, die an diesem Tag Mitglied sind, nach der kleinen Region (NUTS 3) ihrer Adresse. Mitgliedschaften, die nicht dem ganzen Cluster offen sind, fehlen.",
    },
    dimensions: [{ name: "region", label: { en: "Region", de: "Region" } }, KIND],
    unit: null,
    read: (db, clusterId, day) =>
      contributions(
        db,
        sql`select id as organisation_id, 1 as amount, array[case when length(nuts) = 5 then nuts end, kind] as codes
          from ${OPEN_MEMBERS(clusterId, day)}`,
      ),
  },
  funding: {
    title: { en: "Public funding of members", de: "Öffentliche Förderung der Mitglieder" },
    text: {
      en: "Public contributions to members in projects that began in the six years before the day, in euros. Projects that are not open to the whole cluster are left out.",
      de: "Öffentliche Zuwendungen an Mitglieder in Projekten, die in den sechs Jahren vor dem Tag begannen, in Euro. Projekte, die nicht dem ganzen Cluster offen sind, fehlen.",
    },
    dimensions: [KIND, SIZE],
    unit: "euro",
    read: (db, clusterId, day) =>
      contributions(
        db,
        sql`select member.id as organisation_id, sum(p.contribution_cents) / 100.0 as amount,
            array[max(member.kind), max(member.size_class)] as codes
          from ${OPEN_MEMBERS(clusterId, day)}
          join participation p on p.organisation_id = member.id and p.contribution_cents > 0
            and p.visibility in ('public', 'peers', 'cluster') and p.wall = '{}' and p.cluster_id in (commons(), ${clusterId}::uuid)
          join project j on j.id = p.project_id and j.cluster_id = p.cluster_id
            and j.visibility in ('public', 'peers', 'cluster') and j.wall = '{}'
            and j.starts <= ${day}::date and j.starts > ${day}::date - interval '6 years'
          group by member.id`,
      ),
  },
  needs: {
    title: { en: "Who looks for what", de: "Wer was sucht" },
    text: {
      en: "Organisations with an open need of each kind, by the year in which it was opened. Needs kept in confidence or behind a wall are left out.",
      de: "Organisationen mit einem offenen Bedarf jeder Art nach dem Jahr, in dem er veröffentlicht wurde. Vertrauliche Bedarfe und solche hinter einer Mauer fehlen.",
    },
    dimensions: [{ name: "need", label: { en: "Need", de: "Bedarf" } }, YEAR],
    unit: null,
    read: (db, clusterId, day) =>
      contributions(
        db,
        sql`select distinct member.id as organisation_id, 1 as amount, array[n.kind, to_char(n.opened_at, 'YYYY')] as codes
          from ${OPEN_MEMBERS(clusterId, day)}
          join need n on n.organisation_id = member.id and n.cluster_id = ${clusterId}::uuid
          where n.opened_at is not null and n.opened_at < ${day}::date + 1 and n.state <> 'draft' and n.wall = '{}'
            and n.step in ('named', 'full') and n.visibility in ('public', 'peers', 'cluster')`,
      ),
  },
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof TOPICS;
export const TOPIC_NAMES = Object.keys(TOPICS) as TopicName[];
export const topicOf = (name: string): Topic | null => (TOPICS as Record<string, Topic>)[name] ?? null;
