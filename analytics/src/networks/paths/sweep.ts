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
  if (!lengths) return direction === "in" ? sweepHops(graph.out, graph.in) : sweepHops(graph.in, graph.out);
  return sweepLengths(direction === "in" ? graph.in : graph.out, lengths);
}

const nothing = (size: number): Reach => ({
  reached: new Float64Array(size),
  total: new Float64Array(size),
  inverse: new Float64Array(size),
  farthest: new Float64Array(size),
});

/** Where more than one edge in so many leads away from the front of the searches, those not yet reached look for it instead. */
const MUCH = 8;

/**
 * M. Then et al., "The More the Merrier: Efficient Multi-Source Graph Traversal", PVLDB 8 (2014), 449–460, with 32
 * sources a batch and the sums taken at the nodes met, so that no lane is ever looked at alone.
 */
function sweepHops(along: Adjacency, back: Adjacency): Reach {
  const size = along.starts.length - 1;
  const reach = nothing(size);
  /** Bit s: search s has been here; is here now; comes here next. */
  const seen = new Int32Array(size);
  const here = new Int32Array(size);
  const there = new Int32Array(size);
  let active = new Int32Array(size);
  let next = new Int32Array(size);
  for (let first = 0; first < size; first += 32) {
    const sources = Math.min(32, size - first);
    const all = sources === 32 ? -1 : (1 << sources) - 1;
    seen.fill(0);
    let arcs = 0;
    for (let s = 0; s < sources; s++) {
      const v = first + s;
      seen[v] = 1 << s;
      here[v] = 1 << s;
      active[s] = v;
      reach.reached[v]!++;
      arcs += along.starts[v + 1]! - along.starts[v]!;
    }
    let count = sources;
    for (let hops = 1; count > 0; hops++) {
      const met =
        arcs * MUCH > along.nodes.length
          ? pull(back, all, { seen, here, there, next })
          : push(along, active, count, { here, there, next });
      for (let k = 0; k < count; k++) here[active[k]!] = 0;
      count = 0;
      arcs = 0;
      for (let k = 0; k < met; k++) {
        const w = next[k]!;
        const fresh = there[w]! & ~seen[w]!;
        there[w] = 0;
        if (fresh === 0) continue;
        here[w] = fresh;
        seen[w]! |= fresh;
        next[count++] = w;
        arcs += along.starts[w + 1]! - along.starts[w]!;
        const many = ones(fresh);
        reach.reached[w]! += many;
        reach.total[w]! += many * hops;
        reach.inverse[w]! += many / hops;
        if (hops > reach.farthest[w]!) reach.farthest[w] = hops;
      }
      const kept = active;
      active = next;
      next = kept;
    }
  }
  return reach;
}

type Front = { here: Int32Array; there: Int32Array; next: Int32Array };

/** Searches go on to all neighbours of where they are; returns how many nodes were met, which are listed in `next`. */
function push(
  { starts, nodes }: Adjacency,
  active: Int32Array,
  count: number,
  { here, there, next }: Front,
): number {
  let met = 0;
  for (let k = 0; k < count; k++) {
    const v = active[k]!;
    const lanes = here[v]!;
    const end = starts[v + 1]!;
    for (let i = starts[v]!; i < end; i++) {
      const w = nodes[i]!;
      const known = there[w]!;
      if (known === 0) next[met++] = w;
      there[w] = known | lanes;
    }
  }
  return met;
}

/** The same from the other end, which stops looking as soon as all searches that are missing have been found. */
function pull(
  { starts, nodes }: Adjacency,
  all: number,
  { seen, here, there, next }: Front & { seen: Int32Array },
): number {
  let met = 0;
  for (let w = 0; w < seen.length; w++) {
    const missing = all & ~seen[w]!;
    if (missing === 0) continue;
    const end = starts[w + 1]!;
    let found = 0;
    for (let i = starts[w]!; i < end; i++) {
      found |= here[nodes[i]!]!;
      if ((found & missing) === missing) break;
    }
    if (found === 0) continue;
    there[w] = found;
    next[met++] = w;
  }
  return met;
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
