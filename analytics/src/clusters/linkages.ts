import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table, type Vector } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { quantile } from "../core/statistics.ts";
import { sameShape } from "../dynamics/periods.ts";
import { square } from "../relatedness/square.ts";
import { clusterRelatedness } from "./validation.ts";

export type ClusterLinkages = {
  /** Mean similarity between the activities of each two clusters (BCR); `NaN` on the diagonal. */
  between: Matrix;
  /** Which clusters are linked, symmetric. */
  linked: Presence;
  /** The relatedness from which they are. */
  cutOff: number;
};

/**
 * Linkages between clusters: which are related to one another beyond what is usual.
 *
 *     linked(c, d)  if  BCR(c, d) ≥ 90th percentile of BCR over all pairs of clusters
 *
 * Takes a similarity (activities × activities) and the cluster of each activity (-1 for none). With another `percentile` come
 * stronger or weaker links: 0.95 for the strongest twentieth. O(activities²).
 *
 * M. Delgado, M. E. Porter and S. Stern, "Defining clusters of related industries", Journal of Economic Geography 16 (2016), 1–38.
 *
 * @example
 * const similarity = [[1, 0.8, 0.1], [0.8, 1, 0.3], [0.1, 0.3, 1]];
 * const { linked, cutOff } = clusterLinkages(similarity, [0, 1, 2]);
 * linked.toMatrix(); // [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
 * cutOff; // 0.7
 */
export function clusterLinkages(
  similarity: Table,
  labels: Vector | Int32Array,
  options: { percentile?: number } = {},
): ClusterLinkages {
  const { percentile = 0.9 } = options;
  if (!(percentile >= 0 && percentile <= 1))
    throw new AnalyticsError("option", `A percentile of ${percentile} cannot be`, "Give a part from 0 to 1.");
  const { between } = clusterRelatedness(similarity, labels);
  const pairs: number[] = [];
  for (let c = 0; c < between.rows; c++) for (let d = 0; d < c; d++) pairs.push(between.at(c, d));
  const cutOff = quantile(pairs, percentile);
  return { between, linked: Presence.where(between, (x) => x >= cutOff), cutOff };
}

/**
 * Cluster spectrum: how strong a region is in the clusters that are linked to a cluster. A cluster grows faster among strong
 * relatives.
 *
 *     Spectrum(r, c) = Σ_d BCR(c, d) LQ(r, d) / Σ_d BCR(c, d),   over the clusters d linked to c
 *
 * Takes strengths (regions × clusters: location quotients, or 0 and 1 for where clusters are strong) and the `clusterLinkages`.
 * Returns regions × clusters. Unknown strengths are left out above and below the line; links of a relatedness that is not above 0, as
 * standardised similarities have them, do not count. `NaN` for a cluster without links. O(regions × links).
 *
 * M. Delgado, M. E. Porter and S. Stern, "Clusters, convergence, and economic performance", Research Policy 43 (2014), 1785–1799.
 *
 * @example
 * const similarity = [[1, 0.8, 0.1], [0.8, 1, 0.3], [0.1, 0.3, 1]];
 * const linkages = clusterLinkages(similarity, [0, 1, 2], { percentile: 0.5 });
 * clusterSpectrum([[2, 1, 0.5]], linkages); // [[1, 1.59, 1]]
 */
export function clusterSpectrum(
  strengths: Table,
  linkages: Pick<ClusterLinkages, "between" | "linked">,
): Matrix {
  const given = Matrix.from(strengths);
  const between = square(linkages.between, "A table of linkages", given.columns);
  const { linked } = linkages;
  sameShape(between, linked);
  const result = new Matrix(given.rows, given.columns);
  for (let r = 0; r < given.rows; r++)
    for (let c = 0; c < given.columns; c++) {
      let total = 0;
      let whole = 0;
      for (const d of linked.of(c)) {
        const weight = between.at(c, d);
        const strength = given.at(r, d);
        if (!(weight > 0) || Number.isNaN(strength)) continue;
        total += weight * strength;
        whole += weight;
      }
      result.row(r)[c] = whole > 0 ? total / whole : Number.NaN;
    }
  return result;
}
