/** Two actors that are joined, by their places in the list of actors; `weight` says how strongly. */
export interface Pair {
  from: number;
  to: number;
  weight: number;
}

/** An undirected graph without doubled pairs: the neighbours of actor `i` are `neighbours[offsets[i] .. offsets[i + 1])`. */
export interface Graph {
  order: number;
  pairs: readonly Pair[];
  offsets: Int32Array;
  neighbours: Int32Array;
}

export function makeGraph(order: number, pairs: readonly Pair[]): Graph {
  const offsets = new Int32Array(order + 1);
  for (const { from, to } of pairs) {
    offsets[from + 1]! += 1;
    offsets[to + 1]! += 1;
  }
  for (let i = 0; i < order; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice(0, order);
  const neighbours = new Int32Array(pairs.length * 2);
  for (const { from, to } of pairs) {
    neighbours[next[from]!++] = to;
    neighbours[next[to]!++] = from;
  }
  return { order, pairs, offsets, neighbours };
}

export const degreeOf = (graph: Graph, actor: number) => graph.offsets[actor + 1]! - graph.offsets[actor]!;

export const neighboursOf = (graph: Graph, actor: number) =>
  graph.neighbours.subarray(graph.offsets[actor]!, graph.offsets[actor + 1]!);

/** Several links between the same two actors are one pair; their strengths add up. */
export function pairsOf(links: Iterable<{ from: number; to: number; strength: number }>): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const link of links) {
    const [from, to] = link.from < link.to ? [link.from, link.to] : [link.to, link.from];
    const key = `${from} ${to}`;
    const pair = pairs.get(key);
    if (pair) pair.weight += link.strength;
    else pairs.set(key, { from, to, weight: link.strength });
  }
  return [...pairs.values()];
}

/** The pairs that weigh most, in their old order. */
export function strongestPairs(graph: Graph, most: number): readonly Pair[] {
  if (graph.pairs.length <= most) return graph.pairs;
  const least = graph.pairs.map((pair) => pair.weight).sort((a, b) => b - a)[most]!;
  return graph.pairs.filter((pair) => pair.weight > least);
}
