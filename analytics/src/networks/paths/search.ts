import type { Adjacency } from "../graph/adjacency.ts";
import { NodeHeap } from "./heap.ts";

/**
 * A search from one node after another over the same graph, without new memory for each. After `from(source)` the first
 * `found` entries of `order` are the nodes reached, nearest first, and `distance` holds how far each is (Infinity: not
 * reached).
 */
export class Search {
  readonly distance: Float64Array;
  readonly order: Int32Array;
  found = 0;
  private readonly side: Adjacency;
  /** The length of the edge to each neighbour, as they lie in `side`. */
  private readonly lengths: Float64Array | null;
  private readonly heap: NodeHeap | null;

  /** @param lengths the length of each edge, `null` for hops. */
  constructor(side: Adjacency, lengths: Float64Array | null) {
    const size = side.starts.length - 1;
    this.side = side;
    this.lengths = lengths && Float64Array.from(side.edges, (edge) => lengths[edge]!);
    this.distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.order = new Int32Array(size);
    this.heap = lengths && new NodeHeap(size, this.distance);
  }

  /** Breadth first for hops, O(edges); Dijkstra for lengths, O(edges · log nodes). */
  from(source: number): this {
    for (let k = 0; k < this.found; k++) this.distance[this.order[k]!] = Number.POSITIVE_INFINITY;
    this.distance[source] = 0;
    this.found = this.lengths ? this.byLength(source, this.lengths, this.heap!) : this.byHops(source);
    return this;
  }

  private byHops(source: number): number {
    const { distance, order } = this;
    const { starts, nodes } = this.side;
    let found = 1;
    order[0] = source;
    for (let k = 0; k < found; k++) {
      const v = order[k]!;
      const next = distance[v]! + 1;
      const end = starts[v + 1]!;
      for (let i = starts[v]!; i < end; i++) {
        const w = nodes[i]!;
        if (distance[w]! !== Number.POSITIVE_INFINITY) continue;
        distance[w] = next;
        order[found++] = w;
      }
    }
    return found;
  }

  private byLength(source: number, lengths: Float64Array, heap: NodeHeap): number {
    const { distance, order } = this;
    const { starts, nodes } = this.side;
    let found = 0;
    heap.update(source);
    while (heap.count > 0) {
      const v = heap.take();
      order[found++] = v;
      const here = distance[v]!;
      const end = starts[v + 1]!;
      for (let i = starts[v]!; i < end; i++) {
        const w = nodes[i]!;
        const next = here + lengths[i]!;
        if (next >= distance[w]!) continue;
        distance[w] = next;
        heap.update(w);
      }
    }
    return found;
  }
}
