/**
 * Nodes waiting with their keys, the least key first; a waiting node's key can be lowered. A heap with four children to
 * each place. Empty again when all have been taken, it serves the next search.
 */
export class NodeHeap {
  count = 0;
  private readonly nodes: Int32Array;
  /** Where a node waits, -1 where it does not. */
  private readonly place: Int32Array;
  private readonly keys: Float64Array;

  constructor(size: number, keys: Float64Array) {
    this.nodes = new Int32Array(size);
    this.place = new Int32Array(size).fill(-1);
    this.keys = keys;
  }

  /** Puts a node where `keys[node]`, just set or lowered, belongs. */
  update(node: number) {
    let at = this.place[node]!;
    if (at < 0) at = this.count++;
    const key = this.keys[node]!;
    while (at > 0) {
      const above = (at - 1) >> 2;
      const other = this.nodes[above]!;
      if (this.keys[other]! <= key) break;
      this.nodes[at] = other;
      this.place[other] = at;
      at = above;
    }
    this.nodes[at] = node;
    this.place[node] = at;
  }

  /** Takes the node with the least key. */
  take(): number {
    const least = this.nodes[0]!;
    this.place[least] = -1;
    const node = this.nodes[--this.count]!;
    if (this.count > 0) this.sink(node);
    return least;
  }

  private sink(node: number) {
    const key = this.keys[node]!;
    let at = 0;
    for (;;) {
      const child = 4 * at + 1;
      if (child >= this.count) break;
      let best = child;
      const end = Math.min(child + 4, this.count);
      for (let k = child + 1; k < end; k++)
        if (this.keys[this.nodes[k]!]! < this.keys[this.nodes[best]!]!) best = k;
      const other = this.nodes[best]!;
      if (this.keys[other]! >= key) break;
      this.nodes[at] = other;
      this.place[other] = at;
      at = best;
    }
    this.nodes[at] = node;
    this.place[node] = at;
  }
}
