import type { Note } from "../../../core/note.ts";
import { checkGraph } from "../../graph/check-graph.ts";
import type { Graph } from "../../graph/graph.ts";
import { peel } from "./cores.ts";

/** Each clique as its nodes ascending; `notes` says when there would have been more. */
export type Cliques = { cliques: Int32Array[]; notes: Note[] };

/**
 * Maximal cliques: sets of nodes that are all joined to each other and that no further node can join. There can be 3^(n/3) of
 * them, so that at most `most` (default 100,000) are listed. A node without neighbours is a clique of itself. Direction, weights
 * and self-loops do not matter. In the order in which their first nodes are peeled off the graph's cores.
 *
 * O(core number · nodes · 3^(core number / 3)), without recursion.
 *
 * C. Bron and J. Kerbosch, "Algorithm 457: Finding All Cliques of an Undirected Graph", Communications of the ACM 16 (1973),
 * 575–577; D. Eppstein, M. Löffler and D. Strash, "Listing All Maximal Cliques in Sparse Graphs in Near-Optimal Time", ISAAC
 * 2010, LNCS 6506, 403–414.
 *
 * @example
 * maximalCliques(Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] })).cliques; // [[0, 1], [1, 2]]
 */
export function maximalCliques(
  directedOrNot: Graph,
  options: { most?: number; atLeast?: number } = {},
): Cliques {
  checkGraph(directedOrNot);
  const { most = 100_000, atLeast = 1 } = options;
  const graph = directedOrNot.undirected();
  const { order } = peel(graph);
  const rank = new Int32Array(graph.size);
  order.forEach((v, k) => {
    rank[v] = k;
  });
  const cliques: Int32Array[] = [];
  for (const v of order) {
    const others = [...graph.neighbours(v)].filter((w) => w !== v);
    const later = others.filter((w) => rank[w]! > rank[v]!);
    if (later.length + 1 < atLeast) continue;
    const earlier = others.filter((w) => rank[w]! < rank[v]!);
    for (const clique of within(graph, v, later, earlier)) {
      if (clique.length < atLeast) continue;
      if (cliques.length >= most)
        return {
          cliques,
          notes: [{ code: "trimmed", text: `There are more than the ${most} maximal cliques listed.` }],
        };
      cliques.push(Int32Array.from(clique).sort());
    }
  }
  return { cliques, notes: [] };
}

type Branch = { members: number[]; candidates: number[]; excluded: number[]; untried: number[] };

/** The maximal cliques that begin with a node and go on among candidates; what is excluded was looked at before. */
function* within(graph: Graph, node: number, candidates: number[], excluded: number[]): Generator<number[]> {
  const open = [branch(graph, [node], candidates, excluded)];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    if (top.candidates.length === 0 && top.excluded.length === 0) yield top.members;
    const v = top.untried.pop();
    if (v === undefined) {
      open.pop();
      continue;
    }
    const near = (w: number) => w !== v && graph.leads(v, w);
    open.push(branch(graph, [...top.members, v], top.candidates.filter(near), top.excluded.filter(near)));
    top.candidates = top.candidates.filter((w) => w !== v);
    top.excluded = [...top.excluded, v];
  }
}

/** Neighbours of the pivot, whichever has most candidates for neighbours, need no branch: some clique with them is met anyway. */
function branch(graph: Graph, members: number[], candidates: number[], excluded: number[]): Branch {
  let pivot = -1;
  let best = -1;
  for (const list of [candidates, excluded])
    for (const u of list) {
      let count = 0;
      for (const w of candidates) if (w !== u && graph.leads(u, w)) count++;
      if (count <= best) continue;
      best = count;
      pivot = u;
      // Nobody can be joined to more.
      if (count >= candidates.length - 1) break;
    }
  const untried = candidates.filter((w) => w === pivot || !graph.leads(pivot, w));
  return { members, candidates, excluded, untried };
}
