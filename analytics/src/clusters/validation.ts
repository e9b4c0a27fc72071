import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table, type Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { deviation, mean, quantile } from "../core/statistics.ts";
import { square } from "../relatedness/square.ts";
import { checkedLabels, countOf } from "./labels.ts";
import { pairsOf } from "./similarity.ts";

export type ClusterRelatedness = {
  /** Mean similarity of each two activities of a cluster (WCR); `NaN` for a cluster of one. */
  within: Float64Array;
  /** Mean similarity of the activities of one cluster with those of another (BCR); `NaN` on the diagonal. */
  between: Matrix;
  /** Mean similarity of each activity (row) with the others of each cluster (column), its own included. */
  activities: Matrix;
};

/**
 * How related the activities of a cluster are with one another, and with those of other clusters.
 *
 *     WCR(c) = mean of S(i, j) over i ≠ j in c,   BCR(c, d) = mean of S(i, j) over i in c, j in d
 *
 * Takes a similarity (activities × activities) and the cluster of each activity, numbered from 0, -1 for none. Unknown
 * similarities are left out, as is the diagonal; a similarity that is not symmetric counts in both directions. O(activities²).
 *
 * M. Delgado, M. E. Porter and S. Stern, "Defining clusters of related industries", Journal of Economic Geography 16 (2016), 1–38.
 *
 * @example
 * const similarity = [[1, 0.8, 0.1], [0.8, 1, 0.3], [0.1, 0.3, 1]];
 * const { within, between } = clusterRelatedness(similarity, [0, 0, 1]);
 * within; // [0.8, NaN]
 * between.at(0, 1); // 0.2
 */
export function clusterRelatedness(similarity: Table, labels: Vector | Int32Array): ClusterRelatedness {
  const given = square(similarity, "A similarity");
  const n = given.rows;
  const cluster = checkedLabels(labels, n);
  const k = countOf(cluster);
  const sums = new Matrix(n, k);
  const counts = new Matrix(n, k);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const value = pairValue(given, i, j);
      if (i === j || cluster[j]! < 0 || Number.isNaN(value)) continue;
      sums.values[i * k + cluster[j]!]! += value;
      counts.values[i * k + cluster[j]!]!++;
    }
  const total = new Matrix(k, k);
  const pairs = new Matrix(k, k);
  for (let i = 0; i < n; i++)
    for (let c = 0; c < k && cluster[i]! >= 0; c++) {
      total.values[cluster[i]! * k + c]! += sums.at(i, c);
      pairs.values[cluster[i]! * k + c]! += counts.at(i, c);
    }
  const between = total.map((x, c, d) => (c === d ? Number.NaN : x / pairs.at(c, d)));
  const within = Float64Array.from({ length: k }, (_, c) => total.at(c, c) / pairs.at(c, c));
  return { within, between, activities: sums.map((x, i, c) => x / counts.at(i, c)) };
}

/** The similarity of a pair: the mean of both directions, or the one that is known. */
function pairValue(similarity: Matrix, i: number, j: number): number {
  const one = similarity.at(i, j);
  const other = similarity.at(j, i);
  if (one === other || Number.isNaN(other)) return one;
  return Number.isNaN(one) ? other : (one + other) / 2;
}

export type ClusterValidation = {
  /** Share of clusters whose inner relatedness is above the mean of that with other clusters. */
  clusterMean: number;
  /** … above its percentile. */
  clusterPercentile: number;
  /** Share of activities that are nearer to their own cluster than, on average, to the others. */
  activityMean: number;
  /** … nearer than to nearly all others. */
  activityPercentile: number;
  /** VS-cluster: the mean of the first two. */
  cluster: number;
  /** VS-industry: the mean of the second two. */
  activity: number;
  /** The mean of all. */
  score: number;
  /** How far the clusters' inner relatedness is above the mean of that with others, on average, in standard deviations of the pairs. */
  contrast: number;
  notes: Note[];
};

/**
 * Validation scores: for how many clusters, and activities, the definition does what it should, with more relatedness within than
 * between.
 *
 *     VS = mean of four shares: of clusters with WCR(c) > mean, > 95th percentile of BCR(c, ·),
 *                               of activities with S(i, own) > mean, > 95th percentile of S(i, other clusters)
 *
 * Takes a similarity (activities × activities), the cluster of each activity (-1 for none: not counted) and, if wanted,
 * another `percentile`. From 0 to 1. The means are over the other clusters, each counting once. A cluster of one activity has no inner
 * relatedness and fails, as does its activity; this is noted. `NaN` with fewer than two clusters. O(activities²).
 *
 * M. Delgado, M. E. Porter and S. Stern, Journal of Economic Geography 16 (2016), 1–38, section 4.
 *
 * @example
 * const similarity = [[1, 0.8, 0.1, 0], [0.8, 1, 0.3, 0], [0.1, 0.3, 1, 0.4], [0, 0, 0.4, 1]];
 * clusterValidation(similarity, [0, 0, 1, 1]).score; // 1
 */
export function clusterValidation(
  similarity: Table,
  labels: Vector | Int32Array,
  options: { percentile?: number } = {},
): ClusterValidation {
  const { percentile = 0.95 } = options;
  if (!(percentile >= 0 && percentile <= 1))
    throw new AnalyticsError("option", `A percentile of ${percentile} cannot be`, "Give a part from 0 to 1.");
  const { within, between, activities } = clusterRelatedness(similarity, labels);
  const cluster = checkedLabels(labels, activities.rows);
  const isUsed = Array.from(within, (_, c) => cluster.includes(c));
  const used = Array.from(within.keys()).filter((c) => isUsed[c]);
  const members = Array.from(cluster.keys()).filter((i) => cluster[i]! >= 0);
  const clusters = used.map((c) => passes(within[c]!, between.row(c), percentile));
  const items = members.map((i) => {
    const others = activities.row(i).slice();
    const own = others[cluster[i]!]!;
    others[cluster[i]!] = Number.NaN;
    return passes(own, others, percentile);
  });
  const share = (list: { mean: number; percentile: number }[], of: "mean" | "percentile") =>
    used.length > 1 ? mean(list.map((item) => item[of])) : Number.NaN;
  const clusterMean = share(clusters, "mean");
  const clusterPercentile = share(clusters, "percentile");
  const activityMean = share(items, "mean");
  const activityPercentile = share(items, "percentile");
  return {
    clusterMean,
    clusterPercentile,
    activityMean,
    activityPercentile,
    cluster: (clusterMean + clusterPercentile) / 2,
    activity: (activityMean + activityPercentile) / 2,
    contrast: contrastOf(used, within, between) / deviation(pairsOf(square(similarity, "A similarity"))),
    score: (clusterMean + clusterPercentile + activityMean + activityPercentile) / 4,
    notes: notesOn(
      used.filter((c) => Number.isNaN(within[c]!)),
      used.length,
    ),
  };
}

/** `NaN` where all is alike, or with fewer than two clusters that have pairs. */
const contrastOf = (used: readonly number[], within: Float64Array, between: Matrix) =>
  mean(used.map((c) => within[c]! - mean(between.row(c))));

function passes(own: number, others: Float64Array, percentile: number) {
  return { mean: own > mean(others) ? 1 : 0, percentile: own > quantile(others, percentile) ? 1 : 0 };
}

function notesOn(alone: number[], clusters: number): Note[] {
  const notes: Note[] = [];
  if (alone.length > 0)
    notes.push({
      code: "degenerate",
      text: `${alone.length} clusters have no known relatedness within, as those of one activity, and count as failed.`,
      positions: alone,
    });
  if (clusters < 2) notes.push({ code: "degenerate", text: "Fewer than two clusters: nothing to compare." });
  return notes;
}
