import { below, seeded } from "../src/core/random.ts";

/**
 * A made-up network that grows: each new node joins `links` others, those with many neighbours more often (Barabási and Albert, 1999).
 * The ends of all edges, two and two; the same for the same seed.
 */
export function grown(nodes: number, links: number, seed = 4): Int32Array {
  const random = seeded(seed);
  const ends = new Int32Array(2 * links * (nodes - links));
  let next = 0;
  let chosen = Array.from({ length: links }, (_, v) => v);
  for (let node = links; node < nodes; node++) {
    for (const other of chosen) {
      ends[next++] = node;
      ends[next++] = other;
    }
    const others = new Set<number>();
    // An end of an edge drawn at random is a node drawn by its number of neighbours.
    while (others.size < links) others.add(ends[below(random, next)]!);
    chosen = [...others];
  }
  return ends;
}
