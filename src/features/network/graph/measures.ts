import { degreeOf, type Graph, neighboursOf } from "./graph.ts";

export interface Measures {
  actors: number;
  /** Pairs of actors that are joined, however many links they have. */
  pairs: number;
  density: number | null;
  /** Parts that hang together, lone actors not counted. */
  components: number;
  largest: number;
  isolated: number;
}

/**
 * Density: the share of all possible pairs that are joined, `2m / n(n - 1)`; one actor alone has no possible pair and no density.
 * S. Wasserman, K. Faust, Social Network Analysis, Cambridge University Press 1994, 4.2.
 */
export function measure(graph: Graph): Measures {
  const { order: n, pairs } = graph;
  const sizes = componentSizes(componentsOf(graph));
  return {
    actors: n,
    pairs: pairs.length,
    density: n > 1 ? (2 * pairs.length) / (n * (n - 1)) : null,
    components: sizes.filter((size) => size > 1).length,
    largest: Math.max(0, ...sizes),
    isolated: isolatedOf(graph).length,
  };
}

export const isolatedOf = (graph: Graph): number[] =>
  Array.from({ length: graph.order }, (_, actor) => actor).filter((actor) => degreeOf(graph, actor) === 0);

/** The number of the part each actor belongs to, the largest part first. */
export function componentsOf(graph: Graph, without = -1): Int32Array {
  const found = new Int32Array(graph.order).fill(-1);
  let count = 0;
  for (let start = 0; start < graph.order; start++) {
    if (found[start] !== -1 || start === without) continue;
    const queue = [start];
    found[start] = count;
    for (let actor = queue.pop(); actor !== undefined; actor = queue.pop()) {
      for (const next of neighboursOf(graph, actor)) {
        if (found[next] !== -1 || next === without) continue;
        found[next] = count;
        queue.push(next);
      }
    }
    count += 1;
  }
  const sizes = componentSizes(found);
  const order = sizes.map((_, i) => i).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const rank = order.reduce<number[]>((ranks, component, i) => {
    ranks[component] = i;
    return ranks;
  }, []);
  return found.map((component) => (component === -1 ? -1 : rank[component]!));
}

export function componentSizes(components: Int32Array): number[] {
  const sizes: number[] = [];
  for (const component of components) if (component >= 0) sizes[component] = (sizes[component] ?? 0) + 1;
  return sizes;
}

/** How many further parts the network would fall into without this actor. */
export function partsWithout(graph: Graph, actor: number): number {
  const before = componentSizes(componentsOf(graph)).length;
  const after = componentSizes(componentsOf(graph, actor)).length;
  return Math.max(0, after - before);
}
