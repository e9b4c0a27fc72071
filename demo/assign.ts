import { CLUSTERS, type DemoCluster, WORD_WEIGHT } from "./clusters.ts";

export interface ProjectSigns {
  id: string;
  title: string;
  topicTitle: string;
  topic: string;
  signed: string;
  euroSciVoc: readonly string[];
}

export interface OrganisationSigns {
  id: string;
  name: string;
  type: string;
  sme: boolean;
  /** Every project the organisation has part in. */
  projects: readonly ProjectSigns[];
}

export interface Assignment {
  cluster: string;
  pic: string;
  role: "anchor" | "core" | "associate" | "partner";
  since: string;
  /** The projects that speak for the cluster, of all the organisation has. */
  projects: number;
  of: number;
}

/** Beside one project, a tenth of all: so a university of sixty projects is not everywhere. */
export const LEAST_SHARE = 0.1;
const CORE_PROJECTS = 2;
const ANCHORS = 2;

/**
 * Who belongs to which cluster. A project belongs where its codes and words sum to 1 or more; an organisation belongs where it has
 * such a project and where these are at least a tenth of its projects, or where its legal name says so.
 */
export function assign(organisations: readonly OrganisationSigns[]): Assignment[] {
  return CLUSTERS.flatMap((cluster) => {
    const members = organisations.flatMap((organisation) => {
      const own = organisation.projects.filter((project) => belongs(project, cluster));
      const named = cluster.signs.names?.test(organisation.name) ?? false;
      const enough = own.length > 0 && own.length >= LEAST_SHARE * organisation.projects.length;
      return enough || named ? [{ organisation, own, named }] : [];
    });
    const anchors = anchorsAmong(members);
    return members.map(({ organisation, own }) => ({
      cluster: cluster.slug,
      pic: organisation.id,
      role: anchors.has(organisation.id) ? ("anchor" as const) : roleOf(organisation, own.length),
      since: first(own.length > 0 ? own : organisation.projects),
      projects: own.length,
      of: organisation.projects.length,
    }));
  });
}

export function belongs(project: ProjectSigns, { signs }: DemoCluster): boolean {
  const codes = project.euroSciVoc.reduce((sum, code) => sum + weightOf(code, signs.codes), 0);
  const text = `${project.title} | ${project.topic} | ${project.topicTitle}`;
  return codes + (signs.words.test(text) ? WORD_WEIGHT : 0) >= 1;
}

function weightOf(code: string, weights: Readonly<Record<string, number>>): number {
  for (let prefix = code; prefix !== ""; prefix = prefix.slice(0, prefix.lastIndexOf("/"))) {
    const weight = weights[prefix];
    if (weight !== undefined) return weight;
  }
  return 0;
}

/** The system companies: the two large enterprises with most projects of the cluster. */
function anchorsAmong(
  members: readonly { organisation: OrganisationSigns; own: readonly ProjectSigns[] }[],
): Set<string> {
  const large = members.filter(({ organisation }) => organisation.type === "PRC" && !organisation.sme);
  const ranked = large.toSorted(
    (a, b) => b.own.length - a.own.length || a.organisation.id.localeCompare(b.organisation.id),
  );
  return new Set(ranked.slice(0, ANCHORS).map(({ organisation }) => organisation.id));
}

/** Public bodies and associations stand beside the cluster as partners; who has two of its projects is at its core. */
function roleOf({ type }: OrganisationSigns, projects: number): Assignment["role"] {
  if (type === "PUB" || type === "OTH") return "partner";
  return projects >= CORE_PROJECTS ? "core" : "associate";
}

const first = (projects: readonly ProjectSigns[]) => projects.map((project) => project.signed).sort()[0]!;
