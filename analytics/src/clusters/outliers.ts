import type { Table, Vector } from "../core/matrix.ts";
import { deviation } from "../core/statistics.ts";
import { square } from "../relatedness/square.ts";
import { checkedLabels } from "./labels.ts";
import { pairsOf } from "./similarity.ts";
import { clusterRelatedness } from "./validation.ts";

/** An activity, its cluster, the one it is nearest to among the others, and how near it is to both. */
export type Outlier = { activity: number; from: number; to: number; own: number; other: number };

export type OutlierOptions = {
  /** What counts as hardly nearer to its own cluster, in standard deviations of the similarity: 0.1 unless given. */
  margin?: number;
};

export type OutlierCorrection = {
  /** The clusters afterwards, numbered as before: one may have become empty. */
  labels: Int32Array;
  /** Activities that were nearer to another cluster and are in it now, in the order in which they were moved. */
  moved: Outlier[];
  /** Activities that are alone, in their cluster by a hair, or would move a second time: to be looked at by people. */
  marginal: Outlier[];
};

/**
 * Corrects outliers: activities that are nearer, on average, to another cluster than to the rest of their own go there.
 *
 * Takes a similarity (activities × activities) and the cluster of each activity (-1 for none: stays so). One is moved at
 * a time, the one that gains most, and all is measured again; each is moved once at most, so that it ends. An activity alone in
 * its cluster stays. `marginal` lists who is alone or hardly fits where it is, with the alternative, for a decision by judgement, as
 * Delgado, Porter and Stern make it.
 *
 * O(moves × activities²).
 *
 * M. Delgado, M. E. Porter and S. Stern, Journal of Economic Geography 16 (2016), 1–38, section 5.
 *
 * @example
 * const similarity = [[1, 0.8, 0.1, 0.7], [0.8, 1, 0.3, 0.6], [0.1, 0.3, 1, 0.2], [0.7, 0.6, 0.2, 1]];
 * correctOutliers(similarity, [0, 0, 1, 1]).labels; // [0, 0, 1, 0]
 */
export function correctOutliers(
  similarity: Table,
  labels: Vector | Int32Array,
  options: OutlierOptions = {},
): OutlierCorrection {
  const { margin = 0.1 } = options;
  const given = square(similarity, "A similarity");
  const cluster = checkedLabels(labels, given.rows);
  const moved: Outlier[] = [];
  const isMoved = new Uint8Array(given.rows);
  for (;;) {
    const places = placesOf(given, cluster);
    const worst = places
      .filter(({ activity, own, other }) => !isMoved[activity] && other > own)
      .reduce<Outlier | undefined>(
        (most, next) => (most && gainOf(most) >= gainOf(next) ? most : next),
        undefined,
      );
    if (!worst) {
      const hair = margin * deviation(pairsOf(given));
      return { labels: cluster, moved, marginal: places.filter(({ own, other }) => !(own - other >= hair)) };
    }
    cluster[worst.activity] = worst.to;
    isMoved[worst.activity] = 1;
    moved.push(worst);
  }
}

const gainOf = ({ own, other }: Outlier) => other - own;

/** Where each activity is and where else it would be nearest. `own` is `NaN` for one that is alone. */
function placesOf(similarity: Table, cluster: Int32Array): Outlier[] {
  const { activities } = clusterRelatedness(similarity, cluster);
  const places: Outlier[] = [];
  for (let activity = 0; activity < cluster.length; activity++) {
    const from = cluster[activity]!;
    if (from < 0) continue;
    let to = -1;
    let other = Number.NEGATIVE_INFINITY;
    activities.row(activity).forEach((near, c) => {
      if (c === from || !(near > other)) return;
      to = c;
      other = near;
    });
    const own = activities.at(activity, from);
    if (to >= 0) places.push({ activity, from, to, own, other });
  }
  return places;
}
