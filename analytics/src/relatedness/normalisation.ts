import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { AnalyticsError } from "../core/error.ts";
import { amounts, Matrix, type Table, vector } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { EMPTIES, type Empty } from "../specialisation/totals.ts";
import { linkSizes, type Sizes } from "./sizes.ts";
import { square } from "./square.ts";

export type NormalisationOptions = {
  /** What to compare a co-occurrence with: `linkSizes` unless given, or `occurrenceSizes(presence)`. */
  sizes?: Sizes;
  /** An activity without any occurrence: "undefined" (`NaN`, the default) or "zero". */
  empty?: Empty;
  /** "econgeo": `empty: "zero"`, as that package prints it. */
  convention?: Convention;
};

/**
 * Association strength: how many times more often two activities co-occur than if they were independent.
 *
 *     A(i, j) = (C(i, j) / T) / ((S(i) / T) (S(j) / T)) = C(i, j) T / (S(i) S(j))
 *
 * Takes co-occurrences (activities × activities, not negative; the diagonal is not looked at) and returns a matrix of the
 * same shape, 1 where a pair is as frequent as expected, 0 on the diagonal, `NaN` in row and column of an activity of size
 * 0. S and T are `linkSizes` unless `sizes` says otherwise. The only one of these four that corrects for size in full.
 *
 * O(activities²).
 *
 * N. J. van Eck and L. Waltman, "How to normalize cooccurrence data? An analysis of some well-known similarity measures",
 * Journal of the American Society for Information Science and Technology 60 (2009), 1635–1651.
 *
 * @example
 * associationStrength([[0, 2, 1], [2, 0, 1], [1, 1, 0]]).at(0, 1); // 1.7777777777777777
 */
export function associationStrength(counts: Table, options: NormalisationOptions = {}): Matrix {
  return normalise(counts, options, (count, si, sj, total) => (count * total) / (si * sj));
}

/**
 * Cosine similarity of two activities over the regions, from their co-occurrences.
 *
 *     cos(i, j) = C(i, j) / √(S(i) S(j))
 *
 * Input, output, sizes and edge cases as for `associationStrength`; with `occurrenceSizes` this is Salton's cosine, from 0 to
 * 1, and equals `proximity(presence, { measure: "sqrt" })`.
 *
 * O(activities²).
 *
 * N. J. van Eck and L. Waltman, Journal of the American Society for Information Science and Technology 60 (2009), 1635–1651.
 *
 * @example
 * cosineRelatedness([[0, 2, 1], [2, 0, 1], [1, 1, 0]]).at(0, 1).toFixed(4); // "0.6667"
 */
export function cosineRelatedness(counts: Table, options: NormalisationOptions = {}): Matrix {
  return normalise(counts, options, (count, si, sj) => count / Math.sqrt(si * sj));
}

/**
 * Jaccard index: co-occurrences as a part of all occurrences of either.
 *
 *     J(i, j) = C(i, j) / (S(i) + S(j) - C(i, j))
 *
 * Input, output, sizes and edge cases as for `associationStrength`; with `occurrenceSizes` this is the index of the two sets
 * of regions, from 0 to 1.
 *
 * O(activities²).
 *
 * P. Jaccard, "The distribution of the flora in the alpine zone", New Phytologist 11 (1912), 37–50.
 *
 * @example
 * jaccardRelatedness([[0, 2, 1], [2, 0, 1], [1, 1, 0]]).at(0, 1); // 0.5
 */
export function jaccardRelatedness(counts: Table, options: NormalisationOptions = {}): Matrix {
  return normalise(counts, options, (count, si, sj) => count / (si + sj - count));
}

/**
 * Steijn's correction of the association strength: the expected number of co-occurrences takes into account that an
 * activity is not drawn against itself.
 *
 *     P(i, j) = C(i, j) / ((S(i)/T · S(j)/(T - S(i)) + S(j)/T · S(i)/(T - S(j))) · T/2)
 *
 * Input, output, sizes and edge cases as for `associationStrength`; `NaN` as well for an activity that is everywhere, where
 * nothing else could be drawn.
 *
 * O(activities²).
 *
 * M. P. A. Steijn, "Improvement on the association strength: implementing a probabilistic measure based on combinations
 * without repetition", Quantitative Science Studies 2 (2021), 778–794.
 *
 * @example
 * probabilityRelatedness([[0, 2, 1], [2, 0, 1], [1, 1, 0]]).at(0, 1).toFixed(4); // "1.1111"
 */
export function probabilityRelatedness(counts: Table, options: NormalisationOptions = {}): Matrix {
  return normalise(counts, options, (count, si, sj, total) =>
    total > si && total > sj ? (2 * count) / (si * sj * (1 / (total - si) + 1 / (total - sj))) : Number.NaN,
  );
}

type Formula = (count: number, si: number, sj: number, total: number) => number;

function normalise(counts: Table, options: NormalisationOptions, formula: Formula): Matrix {
  checkWords(options, { empty: EMPTIES, convention: CONVENTIONS });
  const matrix = square(amounts(counts), "A co-occurrence");
  const { total, ...rest } = options.sizes ?? linkSizes(matrix);
  const occurrences = vector(rest.occurrences, matrix.rows, "The list of occurrences");
  if (!(total >= 0))
    throw new AnalyticsError("option", `A total of ${total} cannot be`, "Give a number from 0.");
  const { convention, empty = convention === "econgeo" ? "zero" : "undefined" } = options;
  const nothing = empty === "zero" ? 0 : Number.NaN;
  const n = matrix.rows;
  const result = new Float64Array(n * n);
  for (let i = 0, k = 0; i < n; i++) {
    const si = occurrences[i]!;
    for (let j = 0; j < n; j++, k++) {
      if (i === j) continue;
      const sj = occurrences[j]!;
      result[k] = si > 0 && sj > 0 ? formula(matrix.values[k]!, si, sj, total) : nothing;
    }
  }
  return new Matrix(n, n, result);
}
