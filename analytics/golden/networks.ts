import * as api from "../src/networks/index.ts";
import { Graph, type NodeKey } from "../src/networks/index.ts";
import type { Golden, Inputs } from "./golden.ts";

type Edge = readonly [NodeKey, NodeKey, number];

const graph = (inputs: Inputs) =>
  Graph.from({
    nodes: (inputs.nodes as string[]).length,
    edges: inputs.edges as Edge[],
    directed: inputs.directed === true,
  });

const groups = (labels: unknown) => labels as number[];

/** networkx calls a share 0 where there is nothing to take it of; ours is `NaN` there. */
const orZero = (share: number) => (Number.isNaN(share) ? 0 : share);

/** A measure of the graph of a case. */
const of =
  (measure: (network: Graph, inputs: Inputs) => unknown): Golden =>
  (inputs) =>
    measure(graph(inputs), inputs);

export const measures: Record<string, Golden> = {
  "networkx/degree": of((network) => api.degree(network)),
  "networkx/strength": of((network) => api.strength(network)),
  "networkx/betweenness_raw": of((network) => api.betweenness(network).values),
  "networkx/betweenness_normalized": of((network) =>
    api.betweenness(network, { normalised: true }).values.map(orZero),
  ),
  "networkx/betweenness_weighted_raw": of(
    (network) => api.betweenness(network, { length: "inverse" }).values,
  ),
  "networkx/edge_betweenness": of((network) =>
    network.asGiven(api.edgeBetweenness(network, { normalised: true }).values),
  ),
  "networkx/closeness": of((network) => api.closeness(network).values),
  "networkx/closeness_weighted": of((network) => api.closeness(network, { length: "inverse" }).values),
  "networkx/harmonic": of((network) => api.harmonicCentrality(network)),
  "networkx/pagerank": of((network) => api.pageRank(network).values),
  "networkx/core_number": of((network) => api.coreNumbers(network)),
  "networkx/eigenvector": of((network) => api.eigenvectorCentrality(network, { weighted: false }).values),
  "networkx/hits_hub": of((network) => api.hits(network).hubs),
  "networkx/hits_authority": of((network) => api.hits(network).authorities),
  "networkx/clustering_local": of((network) => api.localClustering(network)),
  "networkx/clustering_average": of((network) => api.averageClustering(network)),
  "networkx/transitivity": of((network) => orZero(api.transitivity(network))),
  "networkx/reciprocity": of((network) => api.reciprocity(network)),
  "networkx/density": of((network) => orZero(api.networkDensity(network))),
  "networkx/components": of((network) => api.components(network).sizes),
  "networkx/strong_components": of((network) => api.strongComponents(network).sizes),
  "networkx/articulation_points": of((network) => api.articulationPoints(network)),
  "networkx/bridges": of((network) =>
    Array.from(api.bridges(network), (e) => [network.from[e]!, network.to[e]!].sort((a, b) => a - b)).sort(
      ([a, b], [c, d]) => a! - c! || b! - d!,
    ),
  ),
  "networkx/average_path_length": of((network) => api.averagePathLength(network).value),
  "networkx/diameter": of((network) => api.diameter(network).value),
  "networkx/modularity_given_partition": of((network, inputs) =>
    api.modularity(network, groups(inputs.partition)),
  ),
  "networkx/modularity_given_partition_gamma_1.5": of((network, inputs) =>
    api.modularity(network, groups(inputs.partition), { resolution: 1.5 }),
  ),
  "igraph/best_modularity_leiden": of((network) => api.leiden(network).quality),
  "igraph/best_modularity_louvain": of((network) => api.leiden(network).quality),
  "definition/participation_coefficient": of((network, inputs) =>
    api.participationCoefficient(network, groups(inputs.partition)),
  ),
  "networkx/assortativity_degree": of((network) => api.degreeAssortativity(network)),
  "networkx/assortativity_sector": of((network, inputs) =>
    api.attributeAssortativity(network, groups(inputs.sector)),
  ),
  "networkx/constraint": of((network) => api.constraint(network)),
  "networkx/constraint_unweighted": of((network) => api.constraint(network, { weighted: false })),
  "igraph/constraint_igraph": of((network) => api.constraint(network)),
  "networkx/effective_size": of((network) => api.effectiveSize(network, { weighted: false })),
  "definition/ei_index_sector": of((network, inputs) => api.eiIndex(network, groups(inputs.sector)).index),
};
