import type { Note } from "../../core/note.ts";
import { checkGraph } from "../graph/check-graph.ts";
import type { Graph } from "../graph/index.ts";
import { fiedler } from "./fiedler.ts";
import { type Level, levelOf } from "./level.ts";

export type Bisection = {
  /** 0 or 1 for each node; node 0 is in 0. */
  communities: Int32Array;
  /** The eigenvector that divides; node 0 is not below 0. Norm 1. */
  vector: Float64Array;
  /** Its eigenvalue: 0 where the graph is in pieces, larger the harder it is to cut. */
  algebraicConnectivity: number;
  /** The weight of the edges between both halves. */
  cut: number;
  notes: Note[];
};

/**
 * Divides a graph in two by the sign of its Fiedler vector, the eigenvector of the Laplacian L = D - W for the smallest
 * eigenvalue but the zero of the constant vector: a cheap approximation of the cut that crosses little weight and leaves
 * neither side small. With `balanced`, the half of the nodes with the larger entries is one side.
 *
 * A graph in pieces is divided without a cut, its largest component from the rest, and a note says so. Directed edges count
 * like undirected ones. Some hundred passes over the
 * edges, many more on long chains (a note says if it did not converge). Of less than two nodes
 * there is nothing to divide: connectivity `NaN`.
 *
 * M. Fiedler, "Algebraic connectivity of graphs", Czechoslovak Mathematical Journal 23 (1973), 298–305.
 * A. Pothen, H. Simon, K.-P. Liou, SIAM Journal on Matrix Analysis and Applications 11 (1990), 430–452.
 *
 * @example
 * const graph = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [2, 3]] });
 * const { communities, cut } = spectralBisection(graph);
 * communities; // Int32Array [0, 0, 1, 1]
 * cut; // 1
 */
export function spectralBisection(graph: Graph, { balanced = false } = {}): Bisection {
  checkGraph(graph);
  const { level, order } = levelOf(graph.undirected(), "modularity", 1);
  const n = level.size;
  const notes: Note[] = [];
  const { part, count } = components(level);
  let vector: Float64Array;
  let value = 0;
  if (n < 2) {
    vector = new Float64Array(n).fill(Number.NaN);
    value = Number.NaN;
    notes.push({ code: "degenerate", text: "A graph of fewer than two nodes cannot be divided." });
  } else if (count > 1) {
    vector = largestAgainstRest(part, count);
    notes.push({
      code: "disconnected",
      text: `The graph is in ${count} pieces: the largest is divided from the others, and no edge is cut.`,
    });
  } else {
    const found = fiedler(level);
    vector = found.vector;
    value = found.value;
    if (!found.converged)
      notes.push({
        code: "not-converged",
        text: "The Fiedler vector did not settle; the division is approximate.",
      });
  }
  return { ...divide(graph, level, order, vector, balanced), algebraicConnectivity: value, notes };
}

function divide(graph: Graph, level: Level, order: Int32Array, found: Float64Array, balanced: boolean) {
  const n = level.size;
  const vector = new Float64Array(n);
  for (let i = 0; i < n; i++) vector[order[i]!] = found[i]!;
  // An eigenvector may as well be turned round.
  if (vector[0]! < 0) for (let v = 0; v < n; v++) vector[v] = -vector[v]!;
  let communities = Int32Array.from(vector, (x) => (x >= 0 ? 0 : 1));
  if (balanced) {
    const ranked = Array.from(vector.keys()).sort((a, b) => vector[b]! - vector[a]! || a - b);
    communities = new Int32Array(n).fill(1);
    for (let k = 0; 2 * k < n; k++) communities[ranked[k]!] = 0;
    if (communities[0] === 1) communities = communities.map((c) => 1 - c);
  }
  let cut = 0;
  graph.weights.forEach((weight, e) => {
    if (communities[graph.from[e]!] !== communities[graph.to[e]!]) cut += weight;
  });
  return { communities, vector, cut };
}

function components({ size, starts, nodes }: Level): { part: Int32Array; count: number } {
  const part = new Int32Array(size).fill(-1);
  const stack: number[] = [];
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (part[root] !== -1) continue;
    part[root] = count;
    stack.push(root);
    while (stack.length > 0) {
      const v = stack.pop()!;
      for (let k = starts[v]!; k < starts[v + 1]!; k++) {
        const u = nodes[k]!;
        if (part[u] !== -1) continue;
        part[u] = count;
        stack.push(u);
      }
    }
    count++;
  }
  return { part, count };
}

/** Also an eigenvector, for 0: one value in the largest component, another elsewhere, adding up to 0. */
function largestAgainstRest(part: Int32Array, count: number): Float64Array {
  const n = part.length;
  const sizes = new Int32Array(count);
  for (const p of part) sizes[p]!++;
  const largest = sizes.indexOf(Math.max(...sizes));
  const inside = sizes[largest]!;
  return Float64Array.from(part, (p) =>
    p === largest ? Math.sqrt((n - inside) / (inside * n)) : -Math.sqrt(inside / ((n - inside) * n)),
  );
}
