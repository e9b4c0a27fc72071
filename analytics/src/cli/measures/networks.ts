import * as kontor from "../../index.ts";
import { type Measure, perUnit, whole } from "../measure.ts";

const nameOf = (graph: kontor.Graph) =>
  Array.from({ length: graph.size }, (_, node) => graph.names?.[node] ?? String(node));

const nodes = (summary: string, name: string, of: (graph: kontor.Graph) => kontor.Centrality): Measure => ({
  takes: "edges",
  summary,
  run: (graph) => {
    const { values, notes } = of(graph);
    return perUnit("node", nameOf(graph), { [name]: values }, notes);
  },
});

export const networks: Record<string, Measure> = {
  network: {
    takes: "edges",
    summary:
      "The network as a whole: nodes, edges, density, components, clustering, assortativity, modularity",
    run: (graph) => {
      const { count, sizes } = kontor.components(graph);
      const found = kontor.leiden(graph);
      return whole(
        {
          nodes: graph.size,
          edges: graph.edgeCount,
          density: kontor.networkDensity(graph),
          components: count,
          "largest component": sizes[0] ?? 0,
          transitivity: kontor.transitivity(graph),
          "degree assortativity": kontor.degreeAssortativity(graph),
          communities: found.count,
          modularity: found.quality,
        },
        found.notes,
      );
    },
  },
  degree: {
    takes: "edges",
    summary: "Degree and strength of each node",
    run: (graph) =>
      perUnit("node", nameOf(graph), { degree: kontor.degree(graph), strength: kontor.strength(graph) }),
  },
  betweenness: nodes(
    "Betweenness of each node: on how many shortest paths of others it lies",
    "betweenness",
    (graph) => kontor.betweenness(graph),
  ),
  closeness: nodes("Closeness of each node (Wasserman and Faust)", "closeness", (graph) =>
    kontor.closeness(graph),
  ),
  pagerank: nodes("PageRank of each node, summing to 1", "pagerank", (graph) => kontor.pageRank(graph)),
  constraint: {
    takes: "edges",
    summary: "Burt's structural holes of each node: constraint, effective size, efficiency, hierarchy",
    run: (graph) => {
      const { constraint, effectiveSize, efficiency, hierarchy } = kontor.structuralHoles(graph);
      return perUnit("node", nameOf(graph), {
        constraint,
        "effective size": effectiveSize,
        efficiency,
        hierarchy,
      });
    },
  },
  communities: {
    takes: "edges",
    summary: "The community of each node, by the Leiden algorithm",
    options: {
      resolution: { type: "number", summary: "above 1 finds more and smaller ones (1)" },
      seed: { type: "number", summary: "the same seed gives the same communities (1)" },
    },
    run: (graph, said) => {
      const { communities, notes } = kontor.leiden(graph, defined(said));
      return perUnit("node", nameOf(graph), { community: communities }, notes);
    },
  },
  cores: {
    takes: "edges",
    summary: "Core number and local clustering of each node",
    run: (graph) =>
      perUnit("node", nameOf(graph), {
        core: kontor.coreNumbers(graph),
        clustering: kontor.localClustering(graph),
      }),
  },
};

const defined = (said: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
