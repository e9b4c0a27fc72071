import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Context } from "../../access/context.ts";
import type { Db } from "../../kernel/gateway.ts";
import { type Strength, strengths } from "./rules.ts";
import {
  type ClusterRow,
  commonsVersion,
  disciplinesOf,
  type MemberRow,
  membersSeen,
  type PublicCounts,
  publicClusters,
  publicCounts,
  type Reach,
  reachOf,
  titlesOf,
} from "./store.ts";

export interface ClusterView extends ClusterRow {
  members: MemberRow[];
  strengths: (Strength & { titleEn: string; titleDe: string | null })[];
}

const STRENGTHS = 6;

/** The clusters with those members the asker sees, and what that makes them good at. */
export async function clusterViews(ctx: Context, db: Db): Promise<ClusterView[]> {
  const [clusters, members] = await Promise.all([
    publicClusters(db),
    membersSeen(db, ctx.actor, ctx.today()),
  ]);
  return viewsOf(db, clusters, members);
}

/** One cluster, measured against all of them. */
export async function clusterView(ctx: Context, db: Db, cluster: ClusterRow): Promise<ClusterView> {
  const [all, members] = await Promise.all([publicClusters(db), membersSeen(db, ctx.actor, ctx.today())]);
  const others = all.filter((other) => other.id !== cluster.id);
  const views = await viewsOf(db, [cluster, ...others], members);
  return views[0]!;
}

async function viewsOf(
  db: Db,
  clusters: readonly ClusterRow[],
  members: readonly MemberRow[],
): Promise<ClusterView[]> {
  const strong = await strengthsOf(db, members);
  const titles = await titlesOf(db, [...new Set([...strong.values()].flat().map(({ code }) => code))]);
  return clusters.map((cluster) => ({
    ...cluster,
    members: members.filter((member) => member.clusterId === cluster.id),
    strengths: (strong.get(cluster.id) ?? []).flatMap((strength) => {
      const title = titles.get(strength.code);
      return title ? [{ ...strength, ...title }] : [];
    }),
  }));
}

/*
 * What follows from public records alone is the same for everybody who sees the same members: it is kept under exactly those
 * members, until something public changes.
 */
const keptStrengths = new LRUCache<string, Map<string, Strength[]>>({ max: 50 });
const keptReach = new LRUCache<string, Reach>({ max: 500 });

const keptCounts = new LRUCache<string, PublicCounts>({ max: 200 });

const keyOf = async (db: Db, words: readonly string[]) =>
  `${await commonsVersion(db)}:${createHash("sha256").update(words.join(" ")).digest("base64url")}`;

async function strengthsOf(db: Db, members: readonly MemberRow[]): Promise<Map<string, Strength[]>> {
  const key = await keyOf(
    db,
    members.map((member) => `${member.clusterId}/${member.organisationId}`),
  );
  const before = keptStrengths.get(key);
  if (before) return before;
  const ids = new Set(members.map((member) => member.organisationId));
  const codes = new Map<string, string[]>();
  for (const { organisationId, code } of await disciplinesOf(db, [...ids]))
    codes.set(organisationId, [...(codes.get(organisationId) ?? []), code]);
  const all = countCodes([...ids], codes);
  const byCluster = Map.groupBy(members, (member) => member.clusterId);
  const found = new Map(
    [...byCluster].map(([clusterId, own]) => {
      const counts = countCodes(
        own.map((member) => member.organisationId),
        codes,
      );
      return [clusterId, strengths(counts, own.length, all, ids.size, STRENGTHS)] as const;
    }),
  );
  keptStrengths.set(key, found);
  return found;
}

function countCodes(
  ids: readonly string[],
  codes: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) for (const code of codes.get(id) ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Projects, partners and countries of these members. */
export async function reach(db: Db, members: readonly MemberRow[]): Promise<Reach> {
  const ids = [...new Set(members.map((member) => member.organisationId))].sort();
  const key = await keyOf(db, ids);
  const before = keptReach.get(key);
  if (before) return before;
  const found = await reachOf(db, ids);
  keptReach.set(key, found);
  return found;
}

/** How much is public in all. Walls of public records look at the asker's organisations and at nothing else. */
export async function countsSeen(ctx: Context, db: Db): Promise<PublicCounts> {
  const key = await keyOf(db, [...ctx.actor.ownOrganisations].sort());
  const before = keptCounts.get(key);
  if (before) return before;
  const found = await publicCounts(db, ctx.actor);
  keptCounts.set(key, found);
  return found;
}
