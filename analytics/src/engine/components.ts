import type { Presence } from "../core/presence.ts";

/**
 * How many parts a presence falls into that share no region and no activity; empty rows and columns are in none. Once all columns hang
 * together the rest of the rows cannot change that, so that mostly a few rows are read.
 */
export function components(presence: Presence, ubiquity: Int32Array = presence.columnCounts()): number {
  const { rows, columns, starts, indices } = presence;
  const parent = Int32Array.from({ length: columns }, (_, c) => c);
  const root = (c: number) => {
    let node = c;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  const used = new Uint8Array(columns);
  let unseen = 0;
  for (let c = 0; c < columns; c++) if (ubiquity[c]! > 0) unseen++;
  let parts = 0;
  for (let r = 0; r < rows && (parts !== 1 || unseen > 0); r++) {
    if (starts[r] === starts[r + 1]) continue;
    const first = root(indices[starts[r]!]!);
    for (let k = starts[r]!; k < starts[r + 1]!; k++) {
      const c = indices[k]!;
      if (used[c] === 0) {
        used[c] = 1;
        parts++;
        unseen--;
      }
      // Nearly all meet at once: a look before the walk to the root.
      if (parent[c] === first) continue;
      const other = root(c);
      if (other === first) continue;
      parent[other] = first;
      parts--;
    }
  }
  return parts;
}
