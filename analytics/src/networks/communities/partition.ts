import { AnalyticsError } from "../../core/error.ts";

/**
 * To which group each node belongs, one label per node: numbers or names. `NaN`, `null` and `undefined` mean "unknown".
 * Two nodes are in the same group where their labels are the same.
 */
export type Groups = ArrayLike<number | string | null | undefined>;

/** A division of nodes into groups: `of[v]` is the group of node v, from 0 to `count` - 1, or -1 where it is unknown. */
export type Partition = {
  readonly of: Int32Array;
  readonly count: number;
  readonly labels: (number | string)[];
};

/** Numbers labels in the order of their first appearance; unknown ones become -1. Refuses a list of another length. O(n). */
export function readGroups(groups: Groups, size: number, what = "groups"): Partition {
  if (groups.length !== size)
    throw new AnalyticsError(
      "shape",
      `${what} has ${groups.length} labels where the graph has ${size} nodes`,
      "Give one label for each node.",
    );
  const of = new Int32Array(size);
  const numbers = new Map<number | string, number>();
  for (let v = 0; v < size; v++) {
    const label = groups[v];
    if (label === null || label === undefined || Number.isNaN(label)) {
      of[v] = -1;
      continue;
    }
    let number = numbers.get(label);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(label, number);
    }
    of[v] = number;
  }
  return { of, count: numbers.size, labels: [...numbers.keys()] };
}

/** As `readGroups`, for measures that need to know the group of every node. */
export function readPartition(groups: Groups, size: number, what = "communities"): Partition {
  const partition = readGroups(groups, size, what);
  const unknown = partition.of.indexOf(-1);
  if (unknown >= 0)
    throw new AnalyticsError(
      "not-a-number",
      `${what} does not say where node ${unknown} belongs`,
      "Give every node a community, a label of its own where it stands alone.",
      { row: unknown },
    );
  return partition;
}

/** Renumbers communities by size, the largest first; of equal ones, that of the first node. O(n). */
export function bySize(communities: Int32Array): { communities: Int32Array; count: number } {
  const { of, count } = readPartition(communities, communities.length);
  const sizes = new Int32Array(count);
  for (const c of of) sizes[c]!++;
  const order = Array.from({ length: count }, (_, c) => c).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const rank = new Int32Array(count);
  order.forEach((c, r) => {
    rank[c] = r;
  });
  return { communities: of.map((c) => rank[c]!), count };
}
