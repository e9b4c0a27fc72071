import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { correlations, overKnown } from "./correlations.ts";
import { locationQuotient } from "./location-quotient.ts";

export type QuotientSimilarityOptions = {
  /** What is added to each quotient before the logarithm, so that 0 has one; 0.1 unless told. */
  offset?: number;
  /** "oec": one undefined quotient makes all similarities of its region `NaN`. All others, like ours: it is left out. */
  convention?: Convention;
};

/**
 * Similarity of each two regions in what they are specialised in: the correlation of the logarithms of their location
 * quotients. 1 means alike, 0 unrelated, -1 opposite. Large activities count no more than small ones.
 *
 *     S(r, q) = correlation over c of ln(LQ(r, c) + 0.1) and ln(LQ(q, c) + 0.1)
 *
 * Takes amounts (regions × activities), returns a symmetric matrix regions × regions. Pairs of quotients of which one is
 * not defined are left out; `NaN` for a region without anything or whose quotients are all the same.
 * O(regions² + Σ over activities of their regions²), where few quotients are 0 or some unknown O(regions² × activities).
 *
 * D. Bahar, R. Hausmann, C. A. Hidalgo, "Neighbors and the Evolution of the Comparative Advantage of Nations", Journal of
 * International Economics 92 (2014), 111–123.
 *
 * @example
 * quotientSimilarity([[3, 1, 2], [6, 2, 4], [1, 3, 2]]).at(0, 1).toFixed(6); // "1.000000"
 */
export function quotientSimilarity(table: Table, options: QuotientSimilarityOptions = {}): Matrix {
  checkWords(options, { convention: CONVENTIONS });
  const { offset = 0.1, convention = "kontor" } = options;
  if (!(offset > 0 && offset < Number.POSITIVE_INFINITY))
    throw new AnalyticsError(
      "option",
      `An offset of ${offset} leaves zeros without a logarithm`,
      "Give one above 0.",
    );
  // ln(LQ + offset) - ln(offset): correlations are the same, and what was 0 stays 0.
  const { rows, columns, values } = locationQuotient(table);
  const logarithms = new Matrix(
    rows,
    columns,
    values.map((quotient) => (quotient === 0 ? 0 : Math.log1p(quotient / offset))),
  );
  const given = convention === "oec" ? logarithms : withoutUndefinedColumns(logarithms);
  const result = correlations(given);
  if (convention !== "oec") overKnown(given, result);
  return result;
}

/** Activities that nobody has say nothing about any two regions. */
function withoutUndefinedColumns(matrix: Matrix): Matrix {
  const kept = Array.from({ length: matrix.columns }, (_, c) => c).filter((c) => {
    for (let r = 0; r < matrix.rows; r++) if (!Number.isNaN(matrix.at(r, c))) return true;
    return false;
  });
  if (kept.length === matrix.columns) return matrix;
  const result = new Matrix(matrix.rows, kept.length);
  for (let r = 0, k = 0; r < matrix.rows; r++) for (const c of kept) result.values[k++] = matrix.at(r, c);
  return result;
}
