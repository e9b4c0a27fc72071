import { AnalyticsError } from "../core/error.ts";
import { amounts, Matrix, type Table } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { quantile } from "../core/statistics.ts";
import { sameShape } from "../dynamics/periods.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";

export type ClusterStarsOptions = {
  /** Value added, wages or output per head in each region and cluster. Without it, no star for productivity. */
  productivity?: Table;
  /** Growth of each cluster in each region, in any unit. Without it, no star for growth. */
  growth?: Table;
  /** The part of the regions that get a star: 0.2 unless given. */
  top?: number;
  /** The least amount that a region must have of a cluster to compete: 0 unless given, and always above 0. */
  minimumSize?: number;
};

export type ClusterStars = {
  /** Stars of each region for each cluster, from 0 to 4. */
  stars: Matrix;
  size: Presence;
  specialisation: Presence;
  productivity?: Presence;
  growth?: Presence;
};

/**
 * Stars for clusters: one each for being among the top fifth of all regions by the cluster's size, specialisation (location quotient),
 * productivity and growth.
 *
 *     stars(r, c) = number of criteria k with x_k(r, c) ≥ 80th percentile of x_k(·, c)
 *
 * Takes amounts by cluster (regions × clusters) for size and specialisation, and tables of that shape for the other two if there are any.
 * Only regions that have at least `minimumSize` of a cluster compete for its stars. What is unknown gets none. O(regions × clusters × log regions).
 *
 * European Commission, European Panorama of Clusters and Industrial Change (2020), whose stars these generalise.
 *
 * @example
 * const { stars, size } = clusterStars([[80, 2], [50, 5], [4, 6], [3, 7], [2, 9]]);
 * stars; // [[2, 0], [0, 0], [0, 0], [0, 0], [0, 2]]
 */
export function clusterStars(table: Table, options: ClusterStarsOptions = {}): ClusterStars {
  const { productivity, growth, top = 0.2, minimumSize = 0 } = options;
  if (!(top > 0 && top <= 1))
    throw new AnalyticsError("option", `A top of ${top} cannot be`, "Give a part above 0, up to 1.");
  const given = amounts(table);
  const competes = (r: number, c: number) => given.at(r, c) > 0 && given.at(r, c) >= minimumSize;
  const best = (criterion: Table) => {
    const values = Matrix.from(criterion);
    sameShape(given, values);
    const entered = values.map((x, r, c) => (competes(r, c) ? x : Number.NaN));
    const cutOffs = Float64Array.from({ length: given.columns }, (_, c) =>
      quantile(entered.column(c), 1 - top),
    );
    return Presence.where(entered, (x, _, c) => x >= cutOffs[c]!);
  };
  const found: Omit<ClusterStars, "stars"> = {
    size: best(given),
    specialisation: best(locationQuotient(given)),
  };
  if (productivity) found.productivity = best(productivity);
  if (growth) found.growth = best(growth);
  const stars = new Matrix(given.rows, given.columns);
  for (const presence of Object.values(found))
    for (let r = 0; r < given.rows; r++) for (const c of presence.of(r)) stars.row(r)[c]!++;
  return { stars, ...found };
}
