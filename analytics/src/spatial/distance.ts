import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";

/**
 * How far apart two places are. "plane": points are (x, y) in any unit of length, the distance is in that unit. "sphere":
 * points are (latitude, longitude) in degrees, the distance is along the great circle, in kilometres.
 */
export type Metric = "plane" | "sphere";

/** IUGG's mean radius of the earth, in kilometres. */
const EARTH = 6371.0088;

/** Two coordinates for each place, all known; for "sphere" such that can be a place on earth. */
export function places(table: Table, metric: Metric): Matrix {
  const points = Matrix.from(table);
  oneOf(metric, ["plane", "sphere"], "metric");
  if (points.rows > 0 && points.columns !== 2)
    throw new AnalyticsError(
      "shape",
      `Places have ${points.columns} coordinates`,
      "Give two: x and y, or latitude and longitude.",
    );
  points.values.forEach((value, k) => {
    const most = metric === "plane" ? Number.MAX_VALUE : k % 2 === 0 ? 90 : 360;
    if (!(Math.abs(value) <= most))
      throw new AnalyticsError(
        "not-a-number",
        `${value} is no ${metric === "plane" ? "coordinate" : k % 2 === 0 ? "latitude" : "longitude"}`,
        metric === "plane" ? "Leave out places that are unknown." : "Give degrees, the latitude first.",
        { row: Math.floor(k / 2), column: k % 2 },
      );
  });
  return points;
}

/** The distance of two of the places, by position. */
export function distanceBetween(points: Matrix, a: number, b: number, metric: Metric): number {
  const { values } = points;
  if (metric === "plane") {
    const x = values[2 * a]! - values[2 * b]!;
    const y = values[2 * a + 1]! - values[2 * b + 1]!;
    return Math.sqrt(x * x + y * y);
  }
  const radians = Math.PI / 180;
  const north = Math.sin(((values[2 * a]! - values[2 * b]!) * radians) / 2);
  const east = Math.sin(((values[2 * a + 1]! - values[2 * b + 1]!) * radians) / 2);
  const chord =
    north * north + Math.cos(values[2 * a]! * radians) * Math.cos(values[2 * b]! * radians) * east * east;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * Distances of each two places.
 *
 * Takes places (n × 2; on the sphere latitude and longitude in degrees), returns a symmetric matrix n × n in the unit of
 * the coordinates, on the sphere in kilometres along the great circle (haversine formula, mean radius 6,371.0088 km).
 * O(n²).
 *
 * R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), 159.
 *
 * @example
 * distanceMatrix([[0, 0], [3, 4]]).at(0, 1); // 5
 * distanceMatrix([[53.55, 9.99], [52.52, 13.4]], "sphere").at(0, 1).toFixed(0); // "255"
 */
export function distanceMatrix(points: Table, metric: Metric = "plane"): Matrix {
  const checked = places(points, metric);
  const n = checked.rows;
  const result = new Matrix(n, n);
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const apart = distanceBetween(checked, a, b, metric);
      result.values[a * n + b] = apart;
      result.values[b * n + a] = apart;
    }
  }
  return result;
}
