"""Betweenness and communities with networkx and, where it is found, igraph: nodes file; prints one line of JSON."""
import json
import sys
import time

import numpy as np

nodes, ends = int(sys.argv[1]), np.fromfile(sys.argv[2], dtype=np.int32).reshape(-1, 2)
times, quality = {}, {}


def timed(name, work):
    started = time.perf_counter()
    result = work()
    times[name] = 1000 * (time.perf_counter() - started)
    return result


try:
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(ends.tolist())
    # All sources take minutes: so many, and as much more for the rest.
    sample = min(nodes, 40)
    timed("networkx betweenness", lambda: nx.betweenness_centrality(graph, k=sample, seed=1))
    times["networkx betweenness"] *= nodes / sample
    timed("networkx PageRank", lambda: nx.pagerank(graph))
except ImportError:
    pass
try:
    import igraph

    graph = igraph.Graph(n=nodes, edges=ends.tolist())
    timed("igraph betweenness", graph.betweenness)
    timed("igraph PageRank", graph.pagerank)
    found = timed("igraph Leiden", lambda: graph.community_leiden("modularity", n_iterations=2))
    quality["igraph Leiden"] = graph.modularity(found)
except ImportError:
    pass
print(json.dumps({"milliseconds": times, "quality": quality}))
