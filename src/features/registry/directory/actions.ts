import { createHash } from "node:crypto";
import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Label } from "../labels/store.ts";
import { type MemberName, throughOn } from "../membership/members-on.ts";
import type { OwnValue } from "../own-fields/rules.ts";
import { type Catalogue, type Entry, makeCatalogue } from "./catalogue.ts";
import { stretch } from "./cursor.ts";
import { type Counts, type Extra, type Found, find, type Question, weightOf } from "./find.ts";
import { type Place, placeCalled } from "./place-called.ts";
import {
  exactMatches,
  fieldsCalled,
  type Kept,
  keptFinding,
  nearMatches,
  publicCatalogue,
  topOf,
} from "./public-catalogue.ts";
import type { Filter, Sort } from "./schema.ts";
import {
  type ClusterName,
  type CodeTold,
  closeMembers,
  clusterMatches,
  clusterNames,
  codesTold,
  handsDown,
  indirectMembers,
  type Level,
  levelsHere,
  type Matches,
  type Member,
  type MembershipRow,
  members,
  memberships,
  type OrganisationRow,
  organisationsById,
  workOfMembers,
} from "./store.ts";
import { type TeamData, teamData, teamExtras } from "./team.ts";
import { searchedWords } from "./words.ts";

export interface Listed extends OrganisationRow {
  projects: number;
  competences: string[];
  memberships: MembershipRow[];
  levelId: string | null;
  /** The members through which it belongs as well, or only. */
  through: readonly MemberName[];
  distanceKm: number | null;
  /** What the team keeps, for the team. */
  labels: readonly Label[];
  own: ReadonlyMap<string, OwnValue>;
}

export interface Finding {
  catalogue: Catalogue;
  counts: Counts;
  hits: readonly number[];
  total: number;
  sort: Sort;
  items: Listed[];
  next: string | null;
  clusters: readonly ClusterName[];
  levels: readonly Level[];
  /** Some belong through others. */
  nested: boolean;
  team: TeamData | null;
  /** Nothing is spelled as asked; what is shown is close to it. */
  close: boolean;
  /** Competences that are called nearly as asked. */
  instead: string[];
  /** Where `near` lies; `null` where no such place is known, `undefined` where none was asked for. */
  place: Place | null | undefined;
}

export interface Wanted {
  limit: number;
  cursor: string | undefined;
}

/** Organisations by words, facets and place: of the cluster one is in, or of the whole installation. `null` for a cursor of another list. */
export async function findOrganisations(
  ctx: Context,
  filter: Filter,
  wanted: Wanted,
): Promise<Finding | null> {
  const keeps = await publicCatalogue(ctx);
  return ctx.read(async (db) => {
    const scope = await (ctx.cluster ? clusterScope : wholeScope)(ctx, db, keeps, filter);
    const { catalogue } = scope;
    const place = filter.near ? placeCalled(filter.near) : undefined;
    const question: Omit<Question, "matches"> = {
      kind: filter.kind,
      size: filter.size,
      industry: filter.industry,
      country: filter.country,
      region: filter.region,
      competence: filter.competence,
      group: ctx.cluster ? filter.role : filter.cluster,
      near: place ? { ...place, km: filter.km } : null,
      sort: sortFor(filter, Boolean(place)),
    };
    const seen = (wall: readonly string[]) =>
      !wall.some((organisation) => ctx.actor.ownOrganisations.includes(organisation));
    const look = (matches: Matches | null): { asked: Question; found: Found } => {
      const asked = { ...question, matches };
      const search = () => find(catalogue, asked, seen, scope.groupsOf, scope.extras);
      // Without words a pass goes over everybody: it is kept for whoever sees exactly the same.
      const found =
        matches === null && scope.sight ? keptFinding(keeps, scope.sight, question, search) : search();
      return { asked, found };
    };

    const anything = () => {
      const search = () => find(catalogue, ANYTHING, seen, scope.groupsOf);
      return scope.sight ? keptFinding(keeps, scope.sight, ANYTHING, search) : search();
    };

    const exact = look(scope.matches);
    // What is close is only shown where nothing fits; what the asker may not see does not count as fitting.
    const close =
      scope.matches !== null && exact.found.hits.length === 0 ? look(await scope.closeTo()) : null;
    const shown = close && close.found.hits.length > 0 ? close : exact;
    const { asked, found } = shown;
    const weight = weightOf(asked.sort, catalogue, asked.matches, found.distance);
    const page = stretch(found.hits, catalogue, asked.sort, weight, wanted.limit, wanted.cursor);
    if (!page) return null;
    return {
      catalogue,
      counts: found.counts,
      hits: found.hits,
      total: found.hits.length,
      sort: asked.sort,
      items: await listed(ctx, db, keeps, scope, page.items, found.distance),
      next: page.next,
      clusters: scope.clusters,
      levels: scope.levels,
      nested: scope.nested,
      team: scope.team,
      close: shown === close,
      instead: close ? await competencesInstead(db, keeps, filter.query, catalogue, anything().counts) : [],
      place,
    };
  });
}

const ANYTHING: Question = {
  kind: [],
  size: [],
  industry: [],
  country: [],
  region: [],
  competence: [],
  group: [],
  matches: null,
  near: null,
  sort: "name",
};

const MOST_INSTEAD = 5;

/** Fields of work that are called nearly as asked, of those that somebody the asker sees works in. */
async function competencesInstead(
  db: Db,
  keeps: Kept,
  query: string,
  { vocabulary }: Catalogue,
  counts: Counts,
): Promise<string[]> {
  const alike = await fieldsCalled(db, keeps, query);
  return alike
    .filter((code) => counts.competence[vocabulary.position.get(code) ?? -1]! > 0)
    .slice(0, MOST_INSTEAD);
}

interface Scope {
  catalogue: Catalogue;
  groupsOf: (at: number) => readonly string[];
  membershipsOf: (at: number) => MembershipRow[];
  /** The same for all who see the same records; `null` where that is not known. */
  sight: string | null;
  matches: Matches | null;
  closeTo: () => Promise<Matches>;
  clusters: readonly ClusterName[];
  extras: readonly Extra[];
  levels: readonly Level[];
  nested: boolean;
  team: TeamData | null;
  throughOf: (at: number) => readonly MemberName[];
  levelOf: (at: number) => string | null;
}

const NONE: readonly string[] = [];

/** Everybody, with the public clusters they belong to. */
async function wholeScope(ctx: Context, db: Db, keeps: Kept, filter: Filter): Promise<Scope> {
  const [clusters, seen] = await Promise.all([clusterNames(db), memberships(db, ctx.actor, ctx.today())]);
  const slugs = new Map(clusters.map((cluster) => [cluster.id, cluster.slug]));
  const belonging = new Map<number, MembershipRow[]>();
  for (const row of seen) {
    const at = keeps.catalogue.position.get(row.organisationId);
    if (at !== undefined && slugs.has(row.clusterId)) belonging.set(at, [...(belonging.get(at) ?? []), row]);
  }
  const groups = new Map(
    [...belonging].map(([at, rows]) => [at, rows.map((row) => slugs.get(row.clusterId)!)]),
  );
  return {
    catalogue: keeps.catalogue,
    groupsOf: (at) => groups.get(at) ?? NONE,
    membershipsOf: (at) => belonging.get(at) ?? [],
    sight: sightOf(ctx.actor.ownOrganisations, clusters, seen),
    matches: filter.query ? await exactMatches(db, keeps, filter.query) : null,
    closeTo: () => nearMatches(db, keeps, filter.query),
    clusters,
    extras: [],
    levels: [],
    nested: false,
    team: null,
    throughOf: () => [],
    levelOf: () => null,
  };
}

/**
 * What a cluster's list shows beyond the commons and memberships, as one short text: whoever keeps a drawn list asks whether this is
 * still the same.
 */
export const toldHere = (ctx: Context): Promise<string> =>
  ctx.read(async (db) => {
    const [told, levels, nests] = await Promise.all([
      codesTold(db, ctx.actor),
      levelsHere(db, ctx.cluster!.id),
      handsDown(db, ctx.actor),
    ]);
    const through = nests ? [...(await throughWhom(ctx, db)).entries()] : [];
    const lines = told.map(({ organisationId, code }) => organisationId + code).sort();
    return createHash("sha256")
      .update(JSON.stringify([lines, levels, through]))
      .digest("base64url");
  });

/** The members of one cluster, with how they belong to it. */
async function clusterScope(ctx: Context, db: Db, keeps: Kept, filter: Filter): Promise<Scope> {
  const { vocabulary } = keeps.catalogue;
  const clusterId = ctx.cluster!.id;
  const [direct, told, levels, nests, team] = await Promise.all([
    members(db, ctx.actor, ctx.today()),
    codesTold(db, ctx.actor),
    levelsHere(db, clusterId),
    handsDown(db, ctx.actor),
    teamData(ctx, db),
  ]);
  const through = nests ? await throughWhom(ctx, db) : new Map<string, readonly MemberName[]>();
  const known = new Set(direct.map(({ id }) => id));
  const others = await indirectMembers(
    db,
    ctx.actor,
    [...through.keys()].filter((id) => !known.has(id)),
  );
  const found = [...direct, ...others].sort(inOrderOfNames);
  const unknown = found.filter(({ id }) => !keeps.catalogue.position.has(id));
  const theirWork = await workOfMembers(
    db,
    unknown.map(({ id }) => id),
    vocabulary.position,
  );
  const said = groupedBy(told, (one) => one.organisationId);
  const entries = found.map((member) => {
    const work = theirWork.get(member.id) ?? workKept(keeps.catalogue, member.id);
    return { ...member, ...withTold(member, work, said.get(member.id) ?? [], vocabulary.position) };
  });
  const roles = found.map(({ role }) => (role === null ? [] : [role]));
  const catalogue = makeCatalogue(entries, vocabulary);
  return {
    catalogue,
    groupsOf: (at) => roles[at]!,
    membershipsOf: (at) => {
      const { id, role, since, until } = found[at]!;
      return role === null || since === null ? [] : [{ organisationId: id, clusterId, role, since, until }];
    },
    sight: null,
    matches: filter.query ? await matchesHere(ctx, db, keeps, filter.query) : null,
    closeTo: () => closeMembers(db, ctx.actor, filter.query),
    clusters: [],
    extras: [
      ...belongingExtras(found, through, filter),
      ...(team ? teamExtras(team, catalogue.ids, filter) : []),
    ],
    levels,
    nested: through.size > 0,
    team,
    throughOf: (at) => through.get(found[at]!.id) ?? [],
    levelOf: (at) => found[at]!.levelId,
  };
}

/** Whoever belongs through others, with those others. */
const throughWhom = (ctx: Context, db: Db) => throughOn(db, ctx.actor, ctx.cluster!.id, ctx.today());

/** As the database orders them. */
const inOrderOfNames = (a: Member, b: Member) =>
  Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)) || (a.id < b.id ? -1 : 1);

/** Level and way of belonging; nothing asked are those with a membership of their own. */
function belongingExtras(
  found: readonly Member[],
  through: ReadonlyMap<string, unknown>,
  { level, belongs }: Filter,
): Extra[] {
  const ways = found.map(({ id, role }) => [
    ...(role === null ? [] : (["direct"] as const)),
    ...(through.has(id) ? (["indirect"] as const) : []),
  ]);
  const wanted = belongs.length === 0 ? (["direct"] as const) : belongs;
  return [
    {
      name: "belongs",
      fits: (at) => wanted.some((way) => ways[at]!.includes(way)),
      valuesOf: (at) => ways[at]!,
    },
    {
      name: "level",
      fits: (at) => level.length === 0 || level.includes(found[at]!.levelId ?? ""),
      valuesOf: (at) => (found[at]!.levelId === null ? NONE : [found[at]!.levelId!]),
    },
  ];
}

/** What projects show and what the organisation tells of itself; a narrow competence is also each of the broader ones above it. */
function withTold(
  { industries }: Member,
  work: Pick<Entry, "projects" | "competences">,
  told: readonly CodeTold[],
  position: ReadonlyMap<string, number>,
): Pick<Entry, "projects" | "competences" | "industries"> {
  if (told.length === 0) return { ...work, industries };
  const codes = told.filter((one) => one.field === "industries").map((one) => one.code);
  const competences = new Set(Array.from(work.competences));
  for (const { field, code } of told) {
    if (field !== "competences") continue;
    for (let end = code.length; end > 0; end = code.lastIndexOf("/", end - 1)) {
      const at = position.get(code.slice(0, end));
      if (at !== undefined) competences.add(at);
    }
  }
  return {
    projects: work.projects,
    competences: [...competences],
    industries: [...new Set([...industries, ...codes.filter((code) => /^[A-U]/.test(code))])],
  };
}

function groupedBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Walls look at one's own organisations, clusters at who belongs to them: nothing else makes two askers' views differ. */
function sightOf(
  own: readonly string[],
  clusters: readonly ClusterName[],
  seen: readonly MembershipRow[],
): string {
  const hash = createHash("sha256").update([...own].sort().join());
  for (const cluster of clusters) hash.update(`/${cluster.id}${cluster.slug}`);
  for (const row of seen) hash.update(row.clusterId + row.organisationId);
  return hash.digest("base64url");
}

function workKept({ position, projects, competences, competenceFrom }: Catalogue, id: string) {
  const at = position.get(id)!;
  return {
    projects: projects[at]!,
    competences: competences.subarray(competenceFrom[at]!, competenceFrom[at + 1]!),
  };
}

async function matchesHere(ctx: Context, db: Db, keeps: Kept, query: string): Promise<Matches> {
  const words = searchedWords(query);
  if (words.length === 0) return new Map();
  const everywhere = await exactMatches(db, keeps, query);
  const here = await clusterMatches(db, ctx.actor, words);
  const both = new Map(everywhere);
  for (const [id, rank] of here) both.set(id, Math.max(rank, both.get(id) ?? 0));
  return both;
}

/** Words ask for what fits them best, a place for what is nearest; nothing asked, the most experienced stand first. */
function sortFor(filter: Filter, hasPlace: boolean): Sort {
  const possible = (sort: Sort) =>
    (sort !== "relevance" || filter.query !== "") && (sort !== "distance" || hasPlace);
  if (filter.sort && possible(filter.sort)) return filter.sort;
  return filter.query ? "relevance" : hasPlace ? "distance" : "-projects";
}

const NOTHING_HELD: ReadonlyMap<string, OwnValue> = new Map();

async function listed(
  ctx: Context,
  db: Db,
  keeps: Kept,
  { catalogue, membershipsOf, levelOf, throughOf, team }: Scope,
  hits: readonly number[],
  distance: ReadonlyMap<number, number>,
): Promise<Listed[]> {
  const ids = hits.map((at) => catalogue.ids[at]!);
  const [rows, competences] = await Promise.all([
    organisationsById(db, ctx.actor, ids),
    topOf(db, keeps, ids),
  ]);
  return hits.flatMap((at) => {
    const id = catalogue.ids[at]!;
    const row = rows.get(id);
    if (!row) return [];
    return {
      ...row,
      projects: catalogue.projects[at]!,
      competences: [...(competences.get(id) ?? [])],
      memberships: membershipsOf(at),
      levelId: levelOf(at),
      through: throughOf(at),
      labels: team ? team.labels.filter((label) => team.put.get(id)?.includes(label.id)) : [],
      own: team?.values.get(id) ?? NOTHING_HELD,
      distanceKm: distance.get(at) ?? null,
    };
  });
}
