import { AnalyticsError } from "../core/error.ts";
import type { Matrix, Table } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { square } from "../relatedness/square.ts";
import { byFirst } from "./labels.ts";

/**
 * How far two groups are apart: "ward", by how much their union raises the sum of squares; "average", the mean distance of
 * their members; "complete", the largest; "single", the smallest.
 */
export type Linkage = "ward" | "average" | "complete" | "single";

/** Two groups that are joined. Groups below n are single items, group n + k is the one that the k-th merge made. */
export type Merge = { one: number; other: number; height: number; size: number };

/**
 * Hierarchical clustering: the two nearest groups are joined, again and again, until one is left.
 *
 *     ward:     d² = ((a + c) d²(A, C) + (b + c) d²(B, C) - c d²(A, B)) / (a + b + c)
 *     average:  d  = (a d(A, C) + b d(B, C)) / (a + b)
 *     complete: d  = max, single: d = min
 *
 * for the distance of the union of A and B, of a and b items, to C of c. Takes distances (symmetric, known, from 0; Euclidean ones
 * for "ward") and returns the n - 1 merges, lowest first. Heights never fall. By chains of nearest neighbours: O(n²).
 *
 * F. Murtagh, "A Survey of Recent Advances in Hierarchical Clustering Algorithms", The Computer Journal 26 (1983), 354–359;
 * J. H. Ward, Journal of the American Statistical Association 58 (1963), 236–244.
 *
 * @example
 * const merges = hierarchicalClustering([[0, 1, 4], [1, 0, 5], [4, 5, 0]], "average");
 * merges[1]; // { one: 2, other: 3, height: 4.5, size: 3 }
 */
export function hierarchicalClustering(distances: Table, linkage: Linkage = "ward"): Merge[] {
  oneOf(linkage, ["ward", "average", "complete", "single"], "linkage");
  const given = square(distances, "A table of distances");
  const n = given.rows;
  const join = UPDATES[linkage];
  if (!join)
    throw new AnalyticsError(
      "option",
      `There is no linkage "${linkage}"`,
      `Choose from ${Object.keys(UPDATES).join(", ")}.`,
    );
  const isWard = linkage === "ward";
  const d = given.map((x, r, c) => {
    if (r !== c && !(x >= 0))
      throw new AnalyticsError(
        "not-a-number",
        `The distance ${x} cannot be used`,
        "Give known distances from 0.",
        {
          row: r,
          column: c,
        },
      );
    return isWard ? x * x : x;
  });
  const sizes = new Float64Array(n).fill(1);
  const found: { a: number; b: number; distance: number }[] = [];
  const chain: number[] = [];
  while (found.length < n - 1) {
    if (chain.length === 0) chain.push(sizes.findIndex((size) => size > 0));
    const last = chain.at(-1)!;
    const before = chain.at(-2) ?? -1;
    const nearest = nearestOf(d, sizes, last, before);
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    // The union takes the place of the later one.
    const [a, b] = last < before ? [last, before] : [before, last];
    const distance = d.at(a, b);
    found.push({ a, b, distance });
    for (let c = 0; c < n; c++) {
      if (sizes[c] === 0 || c === a || c === b) continue;
      const joined = join(d.at(a, c), d.at(b, c), distance, sizes[a]!, sizes[b]!, sizes[c]!);
      d.values[b * n + c] = joined;
      d.values[c * n + b] = joined;
    }
    sizes[b]! += sizes[a]!;
    sizes[a] = 0;
  }
  return named(
    found.map(({ a, b, distance }) => ({
      a,
      b,
      height: isWard ? Math.sqrt(Math.max(0, distance)) : distance,
    })),
    n,
  );
}

type Update = (ac: number, bc: number, ab: number, a: number, b: number, c: number) => number;

const UPDATES: Record<Linkage, Update> = {
  ward: (ac, bc, ab, a, b, c) => ((a + c) * ac + (b + c) * bc - c * ab) / (a + b + c),
  average: (ac, bc, _, a, b) => (a * ac + b * bc) / (a + b),
  complete: (ac, bc) => Math.max(ac, bc),
  single: (ac, bc) => Math.min(ac, bc),
};

/** The nearest group; among equally near ones the one the chain came from, or the chain would not end. */
function nearestOf(d: Matrix, sizes: Float64Array, of: number, before: number): number {
  let best = before;
  let least = before >= 0 ? d.at(of, before) : Number.POSITIVE_INFINITY;
  for (let c = 0; c < sizes.length; c++) {
    if (c === of || sizes[c] === 0) continue;
    if (d.at(of, c) < least || best < 0) {
      best = c;
      least = d.at(of, c);
    }
  }
  return best;
}

/** Merges in the order of their heights, groups numbered accordingly. */
function named(found: { a: number; b: number; height: number }[], n: number): Merge[] {
  const order = found.map((merge, at) => ({ ...merge, at }));
  order.sort((one, other) => one.height - other.height || one.at - other.at);
  const parent = Int32Array.from({ length: 2 * n }, (_, i) => i);
  const size = new Int32Array(2 * n).fill(1);
  const top = (i: number) => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = i; at !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  return order.map(({ a, b, height }, k) => {
    const one = top(a);
    const other = top(b);
    parent[one] = n + k;
    parent[other] = n + k;
    size[n + k] = size[one]! + size[other]!;
    return { one: Math.min(one, other), other: Math.max(one, other), height, size: size[n + k]! };
  });
}

/**
 * Cuts a tree of merges so that so many groups are left.
 *
 * Takes the merges of `hierarchicalClustering` and the number of groups wanted (1 to the number of items; more than there are items
 * gives each its own). Returns the group of each item, numbered from 0 in the order of their first items. O(n).
 *
 * @example
 * cutDendrogram(hierarchicalClustering([[0, 1, 4], [1, 0, 5], [4, 5, 0]], "average"), 2); // [0, 0, 1]
 */
export function cutDendrogram(merges: readonly Merge[], groups: number): Int32Array {
  if (!(Number.isInteger(groups) && groups > 0))
    throw new AnalyticsError("option", `${groups} groups cannot be made`, "Give a whole number from 1.");
  const n = merges.length + 1;
  const group = Int32Array.from({ length: 2 * n - 1 }, (_, i) => i);
  // From the last merge down: what is merged before the cut is in the group of the union.
  for (let k = n - groups - 1; k >= 0; k--) {
    group[merges[k]!.one] = group[n + k]!;
    group[merges[k]!.other] = group[n + k]!;
  }
  return byFirst(group.subarray(0, n));
}
