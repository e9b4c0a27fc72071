/**
 * Who leads where, as compressed sparse rows: the neighbours of node `v` are `nodes[starts[v] … starts[v + 1])`, ascending,
 * each once. `edges` says for each of them which edge leads there, `weights` how heavy that edge is.
 */
export type Adjacency = {
  /** Length nodes + 1. */
  readonly starts: Int32Array;
  readonly nodes: Int32Array;
  readonly edges: Int32Array;
  readonly weights: Float64Array;
};

/** Both sides of a graph; undirected, the same object twice. */
export type GraphSides = { readonly out: Adjacency; readonly in: Adjacency };

/** The ends and weights of the edges of a graph, each a list of the same length. */
export type EdgeList = { readonly from: Int32Array; readonly to: Int32Array; readonly weights: Float64Array };

/** The outgoing and the incoming side of a directed graph. O(nodes + edges). */
export function directedAdjacency(size: number, edges: EdgeList): GraphSides {
  const count = edges.from.length;
  const starts = new Int32Array(size + 1);
  for (let e = 0; e < count; e++) starts[edges.from[e]! + 1]!++;
  accumulate(starts);
  const next = starts.slice();
  const unsorted = empty(starts, count);
  for (let e = 0; e < count; e++) put(unsorted, next[edges.from[e]!]!++, edges.to[e]!, e, edges.weights[e]!);
  // Going over rows in ascending order fills every row of the transpose in ascending order.
  const incoming = transpose(size, unsorted);
  return { out: transpose(size, incoming), in: incoming };
}

/** Both ends of every edge see each other; a node with a self-loop sees itself once. O(nodes + edges). */
export function undirectedAdjacency(size: number, edges: EdgeList): Adjacency {
  const count = edges.from.length;
  const starts = new Int32Array(size + 1);
  let loops = 0;
  for (let e = 0; e < count; e++) {
    starts[edges.from[e]! + 1]!++;
    if (edges.from[e] === edges.to[e]) loops++;
    else starts[edges.to[e]! + 1]!++;
  }
  accumulate(starts);
  const next = starts.slice();
  const unsorted = empty(starts, 2 * count - loops);
  for (let e = 0; e < count; e++) {
    const a = edges.from[e]!;
    const b = edges.to[e]!;
    put(unsorted, next[a]!++, b, e, edges.weights[e]!);
    if (a !== b) put(unsorted, next[b]!++, a, e, edges.weights[e]!);
  }
  return transpose(size, unsorted);
}

function transpose(size: number, given: Adjacency): Adjacency {
  const starts = new Int32Array(size + 1);
  for (let k = 0; k < given.nodes.length; k++) starts[given.nodes[k]! + 1]!++;
  accumulate(starts);
  const next = starts.slice();
  const result = empty(starts, given.nodes.length);
  for (let v = 0; v < size; v++)
    for (let k = given.starts[v]!; k < given.starts[v + 1]!; k++)
      put(result, next[given.nodes[k]!]!++, v, given.edges[k]!, given.weights[k]!);
  return result;
}

function accumulate(starts: Int32Array) {
  for (let v = 1; v < starts.length; v++) starts[v]! += starts[v - 1]!;
}

const empty = (starts: Int32Array, arcs: number): Adjacency => ({
  starts,
  nodes: new Int32Array(arcs),
  edges: new Int32Array(arcs),
  weights: new Float64Array(arcs),
});

function put(into: Adjacency, k: number, node: number, edge: number, weight: number) {
  into.nodes[k] = node;
  into.edges[k] = edge;
  into.weights[k] = weight;
}
