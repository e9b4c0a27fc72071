import type { Intent, Kind } from "../src/features/exchange/feature.ts";

/** What the rule reads of a project of the cluster. */
export interface ExchangeProject {
  /** Grant agreement number. */
  number: string;
  acronym: string;
  title: string;
  objective: string;
  topic: string;
  topicTitle: string;
  programme: string;
  signed: string;
  competences: readonly string[];
  members: readonly string[];
}

export interface ExchangeMember {
  id: string;
  kind: string;
}

export interface DemoEntry {
  organisation: string;
  kind: Kind;
  intent: Intent;
  title: string;
  text: string;
  codes: readonly string[];
  note: string;
}

const OFFERS_EACH = 2;
const NEEDS_EACH = 2;
const SENTENCES = 3;
const CREDIT = "(c) European Union, CORDIS, CC BY 4.0";

/** Grants to single researchers and fellowships: their topics name a kind of grant, not a subject. */
const SUBJECT = /^HORIZON\.[23]\./;

/**
 * What the members of one cluster could look for and have, told from public data alone: a call topic becomes a need of the member that
 * is nearest to it and had no part in it; a project becomes an offer of a member that had.
 */
export function exchangeOf(
  members: readonly ExchangeMember[],
  projects: readonly ExchangeProject[],
): { needs: DemoEntry[]; offers: DemoEntry[] } {
  const latest = projects.toSorted(
    (a, b) => b.signed.localeCompare(a.signed) || a.number.localeCompare(b.number),
  );
  return {
    needs: needsOf(
      members,
      latest.filter(({ programme }) => SUBJECT.test(programme)),
    ),
    offers: members.flatMap((member) =>
      latest
        .filter((project) => project.members.includes(member.id))
        .slice(0, OFFERS_EACH)
        .map((project) => offerOf(member, project)),
    ),
  };
}

function needsOf(members: readonly ExchangeMember[], projects: readonly ExchangeProject[]): DemoEntry[] {
  const topics = Map.groupBy(projects, ({ topic }) => topic);
  const knows = new Map(members.map(({ id }) => [id, competencesOf(id, projects)]));
  const taken = new Map<string, number>();
  return [...topics].flatMap(([topic, funded]) => {
    const subject = new Set(funded.flatMap(({ competences }) => competences));
    const nearest = members
      .filter(({ id }) => !funded.some((project) => project.members.includes(id)))
      .filter(({ id }) => (taken.get(id) ?? 0) < NEEDS_EACH)
      .map((member) => ({ member, shared: shared(knows.get(member.id)!, subject) }))
      .filter((one) => one.shared > 0)
      .toSorted((a, b) => b.shared - a.shared || a.member.id.localeCompare(b.member.id))[0]?.member;
    if (!nearest) return [];
    taken.set(nearest.id, (taken.get(nearest.id) ?? 0) + 1);
    const title = funded[0]!.topicTitle;
    return [
      {
        organisation: nearest.id,
        ...wantedIn(title),
        title: cut(title, 200),
        text: `What this call topic of Horizon Europe asks for (${topic}).`,
        codes: [...subject].slice(0, 5),
        note: `the call topic ${topic}; the organisation has not said this. ${CREDIT}`,
      },
    ];
  });
}

const competencesOf = (id: string, projects: readonly ExchangeProject[]) =>
  new Set(projects.filter(({ members }) => members.includes(id)).flatMap(({ competences }) => competences));

const shared = (known: ReadonlySet<string>, wanted: ReadonlySet<string>) =>
  [...wanted].filter((code) => known.has(code)).length;

const offerOf = (member: ExchangeMember, project: ExchangeProject): DemoEntry => ({
  organisation: member.id,
  ...givenBy(member, project),
  title: cut(`${project.acronym}: ${project.title}`, 200),
  text: cut(project.objective.split(/(?<=[.!?])\s+/, SENTENCES).join(" "), 2000),
  codes: project.competences.slice(0, 5),
  note: `the project ${project.acronym} (${project.number}), in which the organisation takes part; it has not offered this. ${CREDIT}`,
});

type Purpose = Pick<DemoEntry, "kind" | "intent">;

const WANTED: readonly (readonly [RegExp, Purpose])[] = [
  [/\b(skills?|training|education)\b/i, { kind: "skill", intent: "hire" }],
  [/\b(data|digital twins?|dataspaces?|databases?)\b/i, { kind: "data", intent: "exchange" }],
  [
    /\b(demonstrat\w*|pilot\w*|test\w*|validation|infrastructures?)\b/i,
    { kind: "test-facility", intent: "rent" },
  ],
  [/\b(components?|materials?|supply|manufacturing)\b/i, { kind: "supplier", intent: "purchase" }],
  [/\b(technolog\w*|novel|advanced|innovative|systems?)\b/i, { kind: "technology", intent: "licence" }],
];

const wantedIn = (title: string): Purpose =>
  WANTED.find(([words]) => words.test(title))?.[1] ?? { kind: "partner", intent: "joint-project" };

function givenBy({ kind }: ExchangeMember, { title, objective }: ExchangeProject): Purpose {
  const text = `${title} ${objective}`;
  if (/\b(test bed|testbed|test facilit\w+|laborator\w+|pilot plant|living labs?)\b/i.test(text))
    return { kind: "test-facility", intent: "rent" };
  if (/\b(data sets?|datasets?|data spaces?|databases?)\b/i.test(text))
    return { kind: "data", intent: "exchange" };
  if (kind === "enterprise") return { kind: "technology", intent: "licence" };
  if (kind === "research") return { kind: "skill", intent: "advice" };
  return { kind: "partner", intent: "joint-project" };
}

const cut = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
