import { AnalyticsError } from "../core/error.ts";
import { amounts, Matrix, type Table, type Vector } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { quantile } from "../core/statistics.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import { checkedLabels, countOf } from "./labels.ts";

/**
 * Amounts by cluster: what a region has in all activities of a cluster.
 *
 * Takes amounts (regions × activities) and the cluster of each activity, numbered from 0, -1 for none (left out). Returns regions ×
 * clusters. Unknown cells are left out of the sums; `NaN` where nothing of the cluster is known there. O(regions × activities).
 *
 * @example
 * clusterAmounts([[1, 2, 4], [3, 0, 5]], [0, 0, 1]); // [[3, 4], [3, 5]]
 */
export function clusterAmounts(table: Table, labels: Vector | Int32Array): Matrix {
  const given = amounts(table);
  const cluster = checkedLabels(labels, given.columns);
  const result = new Matrix(given.rows, countOf(cluster));
  result.values.fill(Number.NaN);
  for (let r = 0; r < given.rows; r++) {
    const row = given.row(r);
    const sums = result.row(r);
    row.forEach((x, a) => {
      const c = cluster[a]!;
      if (c >= 0 && !Number.isNaN(x)) sums[c] = Number.isNaN(sums[c]!) ? x : sums[c]! + x;
    });
  }
  return result;
}

export type ClusterStrengthOptions = {
  /** The part of the regions that is left below: 0.75 unless given, for the top quarter. */
  quantile?: number;
  /** The least location quotient, whatever the quantile: 1 unless given; above 1, in truth, as the quantile mostly is. */
  minimumQuotient?: number;
  /** The least part of the cluster, over all regions, that a region must hold: 0 unless given. */
  minimumShare?: number;
  /** The least amount that a region must have: 0 unless given. */
  minimumSize?: number;
};

export type ClusterStrength = {
  /** Regions × clusters: where a cluster is strong. */
  strong: Presence;
  quotients: Matrix;
  /** What part of each cluster a region holds. */
  shares: Matrix;
  /** The quotient from which each cluster counts as strong. */
  cutOffs: Float64Array;
};

/**
 * Where clusters are strong: regions in the top quarter by specialisation, that also hold enough of the cluster.
 *
 *     strong(r, c)  if  LQ(r, c) ≥ max(75th percentile of LQ(·, c), 1),  x(r, c) / x(·, c) ≥ minimum share,  x(r, c) ≥ minimum size
 *
 * Takes amounts by cluster (regions × clusters, see `clusterAmounts`). The minima keep small regions out, where few jobs make a high
 * quotient. The percentile is over regions in which the quotient is known, those without the cluster included. A region with nothing of a
 * cluster is never strong in it. O(regions × clusters × log regions).
 *
 * M. Delgado, M. E. Porter and S. Stern, "Clusters, convergence, and economic performance", Research Policy 43 (2014), 1785–1799;
 * the minima: U.S. Cluster Mapping Project, methodology.
 *
 * @example
 * const { strong, cutOffs } = clusterStrength([[8, 2], [5, 5], [4, 6], [3, 7]]);
 * strong.toMatrix(); // [[1, 0], [0, 0], [0, 0], [0, 1]]
 * cutOffs; // [1.15, 1.25]
 */
export function clusterStrength(table: Table, options: ClusterStrengthOptions = {}): ClusterStrength {
  const { quantile: part = 0.75, minimumQuotient = 1, minimumShare = 0, minimumSize = 0 } = options;
  if (!(part >= 0 && part <= 1))
    throw new AnalyticsError("option", `A quantile of ${part} cannot be`, "Give a part from 0 to 1.");
  const given = amounts(table);
  const quotients = locationQuotient(given);
  const shares = sharesOf(given);
  const cutOffs = Float64Array.from({ length: given.columns }, (_, c) =>
    Math.max(quantile(quotients.column(c), part), minimumQuotient),
  );
  const strong = Presence.where(
    quotients,
    (lq, r, c) =>
      lq >= cutOffs[c]! &&
      given.at(r, c) > 0 &&
      shares.at(r, c) >= minimumShare &&
      given.at(r, c) >= minimumSize,
  );
  return { strong, quotients, shares, cutOffs };
}

function sharesOf(given: Matrix): Matrix {
  const wholes = new Float64Array(given.columns);
  for (let r = 0; r < given.rows; r++)
    given.row(r).forEach((x, c) => {
      if (!Number.isNaN(x)) wholes[c]! += x;
    });
  return given.map((x, _, c) => x / wholes[c]!);
}
