import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { below, type Random, seeded } from "../core/random.ts";
import { byFirst } from "./labels.ts";

export type KMeansOptions = {
  /** 1 unless given. */
  seed?: number;
  /** How often to begin anew; the best result counts. 10 unless given. */
  restarts?: number;
  /** Rounds after which to stop: 100 unless given. */
  iterations?: number;
};

export type KMeans = {
  /** The group of each row, numbered from 0 in the order of their first rows. */
  labels: Int32Array;
  /** Sum of squared distances of the rows from the middles of their groups. */
  spread: number;
  /** Whether the best run had come to rest. */
  converged: boolean;
};

/**
 * k-means: groups whose members lie near the middle of their group.
 *
 *     min Σ_i |x(i) - middle of the group of i|²
 *
 * Takes points (rows) without `NaN` and the number of groups (from 1; with more than there are rows, each is its own). First middles are
 * drawn far from one another (k-means++), then rows and middles are adjusted in turns; a group that runs empty gets the row farthest from its
 * middle. The result is a local optimum: the best of the restarts. The same seed gives the same groups.
 *
 * O(restarts × iterations × rows × groups × columns).
 *
 * D. Arthur and S. Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA (2007), 1027–1035; S. P. Lloyd, IEEE
 * Transactions on Information Theory 28 (1982), 129–137.
 *
 * @example
 * kMeans([[0], [10], [1], [11]], 2); // { labels: [0, 1, 0, 1], spread: 1, converged: true }
 */
export function kMeans(table: Table, groups: number, options: KMeansOptions = {}): KMeans {
  const { seed = 1, restarts = 10, iterations = 100 } = options;
  const points = Matrix.from(table);
  if (!(Number.isInteger(groups) && groups > 0))
    throw new AnalyticsError("option", `${groups} groups cannot be made`, "Give a whole number from 1.");
  points.values.forEach((x, k) => {
    if (!Number.isFinite(x))
      throw new AnalyticsError(
        "not-a-number",
        `${x} has no distance`,
        "Leave out rows with unknown values.",
        {
          row: Math.floor(k / points.columns),
          column: k % points.columns,
        },
      );
  });
  const random = seeded(seed);
  const k = Math.min(groups, points.rows);
  let best: KMeans = {
    labels: new Int32Array(points.rows),
    spread: Number.POSITIVE_INFINITY,
    converged: false,
  };
  if (points.rows === 0) return { ...best, spread: 0, converged: true };
  for (let run = 0; run < Math.max(1, restarts); run++) {
    const found = lloyd(points, firstMiddles(points, k, random), iterations);
    if (found.spread < best.spread) best = found;
  }
  return { ...best, labels: byFirst(best.labels) };
}

/** Of row `r` of one table from row `g` of another of the same width. */
function squaredDistance(one: Matrix, r: number, other: Matrix, g: number): number {
  const { values: a, columns } = one;
  const b = other.values;
  let squares = 0;
  for (let c = 0, i = r * columns, j = g * columns; c < columns; c++, i++, j++) {
    const apart = a[i]! - b[j]!;
    squares += apart * apart;
  }
  return squares;
}

/** Each next one is drawn with a chance that is proportional to the squared distance from those there are. */
function firstMiddles(points: Matrix, k: number, random: Random): Matrix {
  const middles = new Matrix(k, points.columns);
  const far = new Float64Array(points.rows).fill(Number.POSITIVE_INFINITY);
  let next = below(random, points.rows);
  for (let g = 0; g < k; g++) {
    middles.row(g).set(points.row(next));
    let whole = 0;
    for (let r = 0; r < points.rows; r++) {
      far[r] = Math.min(far[r]!, squaredDistance(points, r, middles, g));
      whole += far[r]!;
    }
    let left = random() * whole;
    next = 0;
    while (next < points.rows - 1 && (left >= far[next]! || far[next] === 0)) left -= far[next++]!;
  }
  return middles;
}

function lloyd(points: Matrix, middles: Matrix, most: number): KMeans {
  const { rows, columns } = points;
  const labels = new Int32Array(rows).fill(-1);
  const off = new Float64Array(rows);
  let converged = false;
  for (let round = 0; round < most && !converged; round++) {
    converged = !assign(points, middles, labels, off);
    if (converged) break;
    const counts = new Float64Array(middles.rows);
    for (let r = 0; r < rows; r++) counts[labels[r]!]!++;
    for (let g = 0; g < middles.rows; g++) if (counts[g] === 0) refill(g, labels, off, counts);
    middles.values.fill(0);
    for (let r = 0; r < rows; r++) {
      const middle = middles.row(labels[r]!);
      const point = points.row(r);
      for (let c = 0; c < columns; c++) middle[c]! += point[c]! / counts[labels[r]!]!;
    }
  }
  const spread = labels.reduce((total, label, r) => total + squaredDistance(points, r, middles, label), 0);
  return { labels, spread, converged };
}

/** Gives each row to its nearest middle; true where one changed. A row stays where another middle is only as near. */
function assign(points: Matrix, middles: Matrix, labels: Int32Array, off: Float64Array): boolean {
  let isChanged = false;
  for (let r = 0; r < points.rows; r++) {
    let best = labels[r]!;
    let least = best >= 0 ? squaredDistance(points, r, middles, best) : Number.POSITIVE_INFINITY;
    for (let g = 0; g < middles.rows; g++) {
      const distance = squaredDistance(points, r, middles, g);
      if (distance < least) {
        least = distance;
        best = g;
      }
    }
    isChanged ||= best !== labels[r];
    labels[r] = best;
    off[r] = least;
  }
  return isChanged;
}

/** An empty group gets the row that is farthest off, from a group that has others. */
function refill(group: number, labels: Int32Array, off: Float64Array, counts: Float64Array) {
  let farthest = -1;
  for (let r = 0; r < labels.length; r++)
    if (counts[labels[r]!]! > 1 && (farthest < 0 || off[r]! > off[farthest]!)) farthest = r;
  counts[labels[farthest]!]!--;
  labels[farthest] = group;
  off[farthest] = 0;
  counts[group] = 1;
}
