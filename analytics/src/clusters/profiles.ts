import { Matrix, type Table } from "../core/matrix.ts";
import { mean } from "../core/statistics.ts";
import { square } from "../relatedness/square.ts";
import { pairsOf } from "./similarity.ts";

/**
 * Profiles for clustering: each activity as the list of its similarities with all. On the diagonal stands the largest similarity of the
 * activity, so that its own place does not set it apart from its nearest; unknown similarities are the mean of all.
 *
 * Takes a similarity (activities × activities), returns a matrix of that size without `NaN` (all 0 where nothing is known).
 * O(activities²).
 *
 * @example
 * similarityProfiles([[1, 0.8, 0.1], [0.8, 1, 0.3], [0.1, 0.3, 1]]).row(2); // [0.1, 0.3, 0.3]
 */
export function similarityProfiles(similarity: Table): Matrix {
  const given = square(similarity, "A similarity");
  const pairs = pairsOf(given);
  const middle = pairs.length > 0 ? mean(pairs) : 0;
  const result = given.map((x, i, j) => (i === j || Number.isNaN(x) ? middle : x));
  for (let i = 0; i < given.rows; i++) {
    let nearest = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < given.columns; j++) if (j !== i && given.at(i, j) > nearest) nearest = given.at(i, j);
    if (nearest > Number.NEGATIVE_INFINITY) result.row(i)[i] = nearest;
  }
  return result;
}

/**
 * Euclidean distances of each two rows of a table.
 *
 *     d(i, j) = √Σ_k (x(i, k) - x(j, k))²
 *
 * Takes points (rows) without `NaN`, returns a symmetric matrix with 0 on the diagonal. O(rows² × columns).
 *
 * @example
 * euclideanDistances([[0, 0], [3, 4]]).at(0, 1); // 5
 */
export function euclideanDistances(table: Table): Matrix {
  const points = Matrix.from(table);
  const n = points.rows;
  const result = new Matrix(n, n);
  for (let i = 0; i < n; i++) {
    const one = points.row(i);
    for (let j = 0; j < i; j++) {
      const other = points.row(j);
      let squares = 0;
      for (let k = 0; k < one.length; k++) squares += (one[k]! - other[k]!) ** 2;
      const distance = Math.sqrt(squares);
      result.values[i * n + j] = distance;
      result.values[j * n + i] = distance;
    }
  }
  return result;
}
