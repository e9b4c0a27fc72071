import { aliveIn, type HealthNetwork } from "../graph.ts";
import type { OtherCluster, OutwardLink } from "../store.ts";
import { type Reach, reachOf } from "./places.ts";

export interface OutsideYear {
  year: number;
  /** Organisations outside, and pairs of a member and one of them. */
  partners: number;
  pairs: number;
  reach: Reach;
}

/** How far the cluster reaches beyond its members: from what everybody of an audience sees. */
export interface Outside {
  years: OutsideYear[];
  /** This year's partners by country, the country with most of them first. */
  countries: { country: string; partners: number; pairs: number }[];
  clusters: Bridge[];
}

/** What joins this cluster with another of the same house. */
export interface Bridge {
  slug: string;
  nameEn: string;
  nameDe: string;
  /** Members of both. */
  shared: string[];
  /** Pairs of a member of this cluster alone and one of the other alone. */
  pairs: number;
  /** Members of this cluster that are linked with the other, those with most links first. */
  through: { id: string; pairs: number }[];
}

export function outside(
  network: HealthNetwork,
  outward: readonly OutwardLink[],
  others: readonly OtherCluster[],
  years: readonly number[],
): Outside {
  const thisYear = years.at(-1)!;
  const alive = pairsIn(outward, thisYear);
  const place = new Map(network.actors.map((actor) => [actor.id, actor]));
  const inYear = (year: number): OutsideYear => {
    const pairs = pairsIn(outward, year);
    return {
      year,
      partners: new Set(pairs.map(({ partnerId }) => partnerId)).size,
      pairs: pairs.length,
      reach: reachOf(
        pairs.map((pair) => [place.get(pair.memberId)!, pair] as const),
        network.regions,
      ),
    };
  };
  return {
    years: years.map(inYear),
    countries: [...Map.groupBy(alive, ({ country }) => country ?? "")]
      .filter(([country]) => country !== "")
      .map(([country, pairs]) => ({
        country,
        partners: new Set(pairs.map(({ partnerId }) => partnerId)).size,
        pairs: pairs.length,
      }))
      .sort((a, b) => b.partners - a.partners || (a.country < b.country ? -1 : 1)),
    clusters: others.map((other) => bridge(network, alive, other)),
  };
}

function bridge(network: HealthNetwork, alive: readonly OutwardLink[], other: OtherCluster): Bridge {
  const theirs = new Set(other.members);
  const shared = network.actors.filter(({ id }) => theirs.has(id)).map(({ id }) => id);
  const across = alive.filter(({ memberId, partnerId }) => !theirs.has(memberId) && theirs.has(partnerId));
  return {
    slug: other.slug,
    nameEn: other.nameEn,
    nameDe: other.nameDe,
    shared,
    pairs: across.length,
    through: [...Map.groupBy(across, ({ memberId }) => memberId)]
      .map(([id, pairs]) => ({ id, pairs: pairs.length }))
      .sort((a, b) => b.pairs - a.pairs || (a.id < b.id ? -1 : 1))
      .slice(0, 10),
  };
}

/** Several links between the same two are one pair. */
function pairsIn(outward: readonly OutwardLink[], year: number): OutwardLink[] {
  const pairs = new Map<string, OutwardLink>();
  for (const link of outward) if (aliveIn(link, year)) pairs.set(`${link.memberId} ${link.partnerId}`, link);
  return [...pairs.values()];
}
