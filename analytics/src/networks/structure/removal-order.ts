import { betweenness } from "../centrality/index.ts";
import type { Graph } from "../graph/index.ts";

/** The nodes of an undirected graph by degree, the highest first; `adaptive`, by what is left of it after those before. */
export function byDegree(graph: Graph, adaptive: boolean): Int32Array {
  const { starts, nodes } = graph.out;
  const degree = new Int32Array(graph.size);
  for (let v = 0; v < graph.size; v++)
    for (let k = starts[v]!; k < starts[v + 1]!; k++) if (nodes[k] !== v) degree[v]!++;
  if (!adaptive) return descending(degree);
  // A heap in which a node is entered anew whenever its degree falls; what is out of date is passed over.
  const heap = new Heap(graph.size);
  for (let v = 0; v < graph.size; v++) heap.push(degree[v]!, v);
  const order = new Int32Array(graph.size);
  const gone = new Uint8Array(graph.size);
  for (let q = 0; q < graph.size; ) {
    const { value, node } = heap.pop();
    if (gone[node] || value !== degree[node]) continue;
    gone[node] = 1;
    order[q++] = node;
    for (let k = starts[node]!; k < starts[node + 1]!; k++) {
      const u = nodes[k]!;
      if (!gone[u]) heap.push(--degree[u]!, u);
    }
  }
  return order;
}

/** Greatest value first, of equal ones the lowest node. */
class Heap {
  private readonly keys: number[] = [];
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  push(value: number, node: number) {
    const { keys } = this;
    // One number holds both, so that one comparison orders them.
    const key = value * this.size + (this.size - 1 - node);
    let i = keys.length;
    keys.push(key);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (keys[up]! >= key) break;
      keys[i] = keys[up]!;
      i = up;
    }
    keys[i] = key;
  }

  pop(): { value: number; node: number } {
    const { keys, size } = this;
    const top = keys[0]!;
    const last = keys.pop()!;
    if (keys.length > 0) {
      let i = 0;
      for (;;) {
        let down = 2 * i + 1;
        if (down >= keys.length) break;
        if (down + 1 < keys.length && keys[down + 1]! > keys[down]!) down++;
        if (keys[down]! <= last) break;
        keys[i] = keys[down]!;
        i = down;
      }
      keys[i] = last;
    }
    return { value: Math.floor(top / size), node: size - 1 - (top % size) };
  }
}

/** The same by betweenness. */
export function byBetweenness(graph: Graph, adaptive: boolean): Int32Array {
  if (!adaptive) return descending(betweenness(graph).values);
  const left = Array.from({ length: graph.size }, (_, v) => v);
  const order = new Int32Array(graph.size);
  for (let q = 0; q < graph.size; q++) {
    const first = descending(betweenness(graph.subgraph(left)).values)[0]!;
    order[q] = left[first]!;
    left.splice(first, 1);
  }
  return order;
}

function descending(values: Int32Array | Float64Array): Int32Array {
  return Int32Array.from(values.keys()).sort((a, b) => values[b]! - values[a]! || a - b);
}
