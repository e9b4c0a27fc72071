import {
  articulationPoints,
  averagePathLength,
  BROKERAGE_ROLES,
  betweenness,
  brokerage,
  components,
  coreNumbers,
  degree,
  degreeAssortativity,
  diameter,
  eigenvectorCentrality,
  type Graph,
  leiden,
  networkDensity,
  pageRank,
  participationCoefficient,
  structuralHoles,
} from "@kontor/analytics";
import { graphOf, type HealthNetwork } from "../graph.ts";
import { type Headline, headline, known } from "./headline.ts";
import { DIMENSIONS, type Dimension, type Mixing, mixing } from "./mixing.ts";
import { type Curve, curves } from "./robustness.ts";

export type Role = Exclude<(typeof BROKERAGE_ROLES)[number], "total">;

/** One actor in the network of a year. */
export interface Standing {
  id: string;
  degree: number;
  /** The share of the shortest paths between two others that lead through it. */
  betweenness: number | null;
  eigenvector: number | null;
  pageRank: number | null;
  constraint: number | null;
  effectiveSize: number | null;
  /** How evenly its links are spread over communities. */
  participation: number;
  core: number;
  /** The largest is 0; `null` for those who stand alone. */
  community: number | null;
  part: number;
  /** Without it a part of the network falls in two. */
  cut: boolean;
  /** How often it stands between two who are not linked, and mostly in which role, by kinds of actors. */
  between: number;
  role: Role | null;
}

/** All that is measured of the network of one year. */
export interface Picture extends Headline {
  /** Groups of two or more. */
  communities: number;
  modularity: number | null;
  pathLength: number | null;
  diameter: number | null;
  assortativity: number | null;
  /** Density among the core, between core and periphery, and among the periphery. */
  blocks: { core: number | null; between: number | null; periphery: number | null };
  standings: Standing[];
  mixing: Mixing[];
  curves: Curve[];
}

/** Five searches find the same communities as twenty in networks of this size, in a quarter of the time. */
export const LEIDEN = { restarts: 5 } as const;

export type Traits = Readonly<Record<Dimension, readonly (string | null)[]>>;

export function picture(network: HealthNetwork, year: number, traits: Traits): Picture {
  const graph = graphOf(network, year);
  const cores = coreNumbers(graph);
  const whole = headline(network, year, graph);
  const grouped = leiden(graph, LEIDEN);
  const linked = Array.from({ length: graph.size }, (_, i) => graph.neighbours(i).length > 0);
  const sizes = new Int32Array(grouped.count);
  for (const community of grouped.communities) sizes[community]! += 1;
  return {
    ...whole,
    communities: sizes.filter((size) => size > 1).length,
    modularity: known(grouped.quality),
    pathLength: known(averagePathLength(graph).value),
    diameter: graph.edgeCount > 0 ? known(diameter(graph).value) : null,
    assortativity: known(degreeAssortativity(graph)),
    blocks: blocks(graph, cores, whole.coreOrder),
    standings: standings(network, graph, traits.kind, { communities: grouped.communities, cores, linked }),
    mixing: DIMENSIONS.flatMap((by) => mixing(graph, by, traits[by]) ?? []),
    curves: curves(graph),
  };
}

function standings(
  network: HealthNetwork,
  graph: Graph,
  kinds: readonly (string | null)[],
  found: { communities: Int32Array; cores: Int32Array; linked: readonly boolean[] },
): Standing[] {
  const degrees = degree(graph);
  const paths = betweenness(graph, { normalised: true }).values;
  const eigenvector = graph.edgeCount > 0 ? eigenvectorCentrality(graph).values : null;
  const ranks = pageRank(graph).values;
  const holes = structuralHoles(graph);
  const participation = participationCoefficient(graph, found.communities);
  const { counts } = brokerage(graph, kinds);
  const parts = components(graph).of;
  const cuts = new Set(articulationPoints(graph));
  const roles = BROKERAGE_ROLES.filter((role): role is Role => role !== "total");
  return network.actors.map(({ id }, i) => {
    const most = roles.reduce((best, role) => (counts[role][i]! > counts[best][i]! ? role : best), roles[0]!);
    const between = counts.total[i] || 0;
    return {
      id,
      degree: degrees[i]!,
      betweenness: known(paths[i]!),
      eigenvector: eigenvector && known(eigenvector[i]!),
      pageRank: known(ranks[i]!),
      constraint: known(holes.constraint[i]!),
      effectiveSize: known(holes.effectiveSize[i]!),
      participation: participation[i]!,
      core: found.cores[i]!,
      community: found.linked[i] ? found.communities[i]! : null,
      part: parts[i]!,
      cut: cuts.has(i),
      // Undirected, every open path is counted both ways.
      between: between / 2,
      role: between > 0 ? most : null,
    };
  });
}

function blocks(graph: Graph, cores: Int32Array, order: number): Picture["blocks"] {
  if (order === 0) return { core: null, between: null, periphery: null };
  const inside = [...cores.keys()].filter((i) => cores[i] === order);
  const outside = [...cores.keys()].filter((i) => cores[i] !== order);
  const [core, periphery] = [graph.subgraph(inside), graph.subgraph(outside)];
  const across = graph.edgeCount - core.edgeCount - periphery.edgeCount;
  return {
    core: known(networkDensity(core)),
    between: known(across / (inside.length * outside.length)),
    periphery: known(networkDensity(periphery)),
  };
}
