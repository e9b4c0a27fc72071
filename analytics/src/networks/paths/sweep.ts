import type { Adjacency, GraphSides } from "../graph/adjacency.ts";
import { Search } from "./search.ts";

/** For each node how the others reach it: from how many (itself among them), and how far they are. */
export type Reach = {
  reached: Float64Array;
  /** Sum of the distances from those that reach it. */
  total: Float64Array;
  /** Sum of one divided by each distance. */
  inverse: Float64Array;
  /** The greatest distance. */
  farthest: Float64Array;
};

/**
 * Distances between all pairs, summed up at each node: along the edges to it (`incoming`) or, turned round, away from it.
 * O(nodes × edges) at worst; by hops, 32 searches share each step.
 */
export function sweep(
  graph: GraphSides,
  lengths: Float64Array | null,
  direction: "in" | "out" = "in",
): Reach {
  // Searching from everybody along the edges meets each node at the distance the others have to it.
  if (!lengths) return sweepHops(direction === "in" ? graph.out : graph.in);
  return sweepLengths(direction === "in" ? graph.in : graph.out, lengths);
}

const nothing = (size: number): Reach => ({
  reached: new Float64Array(size),
  total: new Float64Array(size),
  inverse: new Float64Array(size),
  farthest: new Float64Array(size),
});

/**
 * M. Then et al., "The More the Merrier: Efficient Multi-Source Graph Traversal", PVLDB 8 (2014), 449–460, with 32
 * sources a batch and the sums taken at the nodes met, so that no lane is ever looked at alone.
 */
function sweepHops({ starts, nodes }: Adjacency): Reach {
  const size = starts.length - 1;
  const reach = nothing(size);
  const seen = new Int32Array(size);
  const here = new Int32Array(size);
  const there = new Int32Array(size);
  let active = new Int32Array(size);
  let next = new Int32Array(size);
  for (let first = 0; first < size; first += 32) {
    seen.fill(0);
    let count = 0;
    for (let s = first; s < Math.min(first + 32, size); s++) {
      seen[s] = 1 << (s - first);
      here[s] = seen[s]!;
      active[count++] = s;
      reach.reached[s]!++;
    }
    for (let hops = 1; count > 0; hops++) {
      let met = 0;
      for (let k = 0; k < count; k++) {
        const v = active[k]!;
        const lanes = here[v]!;
        for (let i = starts[v]!; i < starts[v + 1]!; i++) {
          const w = nodes[i]!;
          const known = there[w]!;
          if (known === 0) next[met++] = w;
          there[w] = known | lanes;
        }
      }
      for (let k = 0; k < count; k++) here[active[k]!] = 0;
      count = 0;
      for (let k = 0; k < met; k++) {
        const w = next[k]!;
        const fresh = there[w]! & ~seen[w]!;
        there[w] = 0;
        if (fresh === 0) continue;
        here[w] = fresh;
        seen[w]! |= fresh;
        next[count++] = w;
        const sources = ones(fresh);
        reach.reached[w]! += sources;
        reach.total[w]! += sources * hops;
        reach.inverse[w]! += sources / hops;
        if (hops > reach.farthest[w]!) reach.farthest[w] = hops;
      }
      const kept = active;
      active = next;
      next = kept;
    }
  }
  return reach;
}

function sweepLengths(side: Adjacency, lengths: Float64Array): Reach {
  const size = side.starts.length - 1;
  const reach = nothing(size);
  const search = new Search(side, lengths);
  for (let v = 0; v < size; v++) {
    const { found, order, distance } = search.from(v);
    let total = 0;
    let inverse = 0;
    for (let k = 1; k < found; k++) {
      const length = distance[order[k]!]!;
      total += length;
      inverse += 1 / length;
    }
    reach.reached[v] = found;
    reach.total[v] = total;
    reach.inverse[v] = inverse;
    reach.farthest[v] = distance[order[found - 1]!]!;
  }
  return reach;
}

function ones(bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
