import { AnalyticsError } from "../../../core/error.ts";
import type { Note } from "../../../core/note.ts";
import { Graph } from "../../graph/graph.ts";
import { components } from "../../paths/components.ts";

/** One component of a network as an electric circuit: each edge conducts as much as it weighs. */
export type Circuit = {
  /** Which nodes of the network it has; below, they are numbered by their place in this list. */
  nodes: Int32Array;
  graph: Graph;
};

/**
 * The connected parts of an undirected network that have at least two nodes; self-loops and edges of weight 0 carry no
 * current and are left out. Refuses a directed network.
 */
export function circuits(graph: Graph, weighted: boolean): { parts: Circuit[]; notes: Note[] } {
  if (graph.directed)
    throw new AnalyticsError(
      "option",
      "Current flows both ways through an edge, and this network is directed",
      "Take graph.undirected().",
    );
  const carrying = Array.from(graph.from.keys()).filter(
    (e) => graph.from[e] !== graph.to[e] && (!weighted || graph.weights[e]! > 0),
  );
  const wires = Graph.from({
    nodes: graph.size,
    edges: {
      from: carrying.map((e) => graph.from[e]!),
      to: carrying.map((e) => graph.to[e]!),
      weight: carrying.map((e) => (weighted ? graph.weights[e]! : 1)),
    },
  });
  const { of, count, sizes } = components(wires);
  const members = Array.from({ length: count }, () => [] as number[]);
  of.forEach((component, v) => {
    members[component]!.push(v);
  });
  const parts = members
    .filter((nodes) => nodes.length > 1)
    .map((nodes) => ({ nodes: Int32Array.from(nodes), graph: wires.subgraph(nodes) }));
  const notes: Note[] = [];
  if (count > 1)
    notes.push({
      code: "disconnected",
      text: `The network has ${count} components, the largest of ${sizes[0]} nodes; current flows within each alone.`,
    });
  return { parts, notes };
}
