import { components, coreNumbers, type Graph, networkDensity, transitivity } from "@kontor/analytics";
import { graphOf, type HealthNetwork, linksOf } from "../graph.ts";
import { type Reach, reachOf } from "./places.ts";

/** The figures of a whole network in one year: quick enough to have for every year at once. */
export interface Headline {
  year: number;
  actors: number;
  links: number;
  /** Of those, how many say when they began. */
  dated: number;
  /** Pairs of actors that are joined, however many links they have. */
  pairs: number;
  density: number | null;
  /** Mean number of neighbours. */
  meanDegree: number | null;
  /** Parts that hang together, those who stand alone not counted. */
  components: number;
  largest: number;
  isolated: number;
  /** Of all pairs of actors, the share between whom any way leads. */
  connected: number | null;
  /** The innermost core: the greatest k for which there is a k-core, how many are in it. */
  coreOrder: number;
  core: number;
  clustering: number | null;
  reach: Reach;
}

export function headline(network: HealthNetwork, year: number, graph = graphOf(network, year)): Headline {
  const alive = linksOf(network, year);
  const { sizes } = components(graph);
  const cores = coreNumbers(graph);
  const coreOrder = cores.reduce((most, core) => Math.max(most, core), 0);
  const n = graph.size;
  return {
    year,
    actors: n,
    links: alive.length,
    dated: alive.filter((link) => link.since !== null).length,
    pairs: graph.edgeCount,
    density: known(networkDensity(graph)),
    meanDegree: n > 0 ? (2 * graph.edgeCount) / n : null,
    components: sizes.filter((size) => size > 1).length,
    largest: sizes[0] ?? 0,
    isolated: sizes.filter((size) => size === 1).length,
    connected: connectedShare(graph),
    coreOrder,
    // Where nobody has a neighbour there is no core.
    core: coreOrder > 0 ? cores.filter((core) => core === coreOrder).length : 0,
    clustering: known(transitivity(graph)),
    reach: reachOf(pairsOf(network, graph), network.regions),
  };
}

/** Of all pairs, the share between whom a way leads: the sum of s(s - 1) over the parts, divided by n(n - 1). */
export function connectedShare(graph: Graph): number | null {
  const n = graph.size;
  if (n < 2) return null;
  return components(graph).sizes.reduce((sum, size) => sum + size * (size - 1), 0) / (n * (n - 1));
}

export const pairsOf = (network: HealthNetwork, graph: Graph) =>
  Array.from(
    { length: graph.edgeCount },
    (_, edge) => [network.actors[graph.from[edge]!]!, network.actors[graph.to[edge]!]!] as const,
  );

/** What cannot be said is `null`, as JSON has no other word for it. */
export const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
