import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { round } from "../core/round.ts";
import { gatherSum } from "../engine/gather-sum.ts";
import { EMPTIES, type Empty } from "../specialisation/totals.ts";
import { square } from "./square.ts";

export type DensityOptions = {
  /** Whether an activity counts among its own relations, with what stands on the diagonal. False unless given. */
  self?: boolean;
  /** An activity that is related to nothing: "undefined" (`NaN`, the default) or "zero". */
  empty?: Empty;
  /**
   * "atlas": the activity itself counts, regions and activities without any presence are `NaN`. "economiccomplexity": the
   * activity itself counts. "econgeo": percent, two decimals.
   */
  convention?: Convention;
};

/**
 * Relatedness density: how much of what an activity is related to, a region already has. The best single predictor of which
 * activities a region enters next.
 *
 *     ω(r, j) = Σ_i M(r, i) φ(i, j) / Σ_i φ(i, j),   i ≠ j unless `self`
 *
 * Takes a presence (regions × activities) and any relatedness (activities × activities, not negative, symmetric or not) and
 * returns regions × activities, from 0 (has nothing related) to 1 (has everything related). Unknown relations (`NaN`) are
 * left out above and below the line. An activity that is related to nothing has no density: `NaN`. A region with nothing has
 * density 0.
 *
 * O(ones × activities).
 *
 * C. Hidalgo, B. Klinger, A.-L. Barabási and R. Hausmann, "The Product Space Conditions the Development of Nations",
 * Science 317 (2007), 482–487.
 *
 * @example
 * const has = [[1, 1, 0], [1, 0, 1], [0, 1, 1]];
 * relatednessDensity(has, proximity(has)).toRows(); // [[0.5, 0.5, 1], [0.5, 1, 0.5], [1, 0.5, 0.5]]
 */
export function relatednessDensity(
  table: Presence | Table,
  relatedness: Table,
  options: DensityOptions = {},
): Matrix {
  checkWords(options, { empty: EMPTIES, convention: CONVENTIONS });
  const presence = Presence.from(table);
  const given = square(relatedness, "A relatedness", presence.columns);
  const { convention, empty } = options;
  const { self = convention === "atlas" || convention === "economiccomplexity" } = options;
  const result = shareOfRelatedness(presence, known(given, self), empty);
  if (convention === "atlas") return withoutEmpty(result, presence);
  return convention === "econgeo" ? result.map((share) => round(100 * share, 2)) : result;
}

/**
 * Distance: how much of what an activity is related to, a region still lacks; 1 - density.
 *
 *     d(r, j) = Σ_i (1 - M(r, i)) φ(i, j) / Σ_i φ(i, j)
 *
 * Input, output, options and edge cases as for `relatednessDensity`.
 *
 * O(ones × activities).
 *
 * R. Hausmann et al., The Atlas of Economic Complexity (MIT Press, 2014).
 *
 * @example
 * const has = [[1, 1, 0], [1, 0, 1], [0, 1, 1]];
 * relatednessDistance(has, proximity(has)).row(0); // [0.5, 0.5, 0]
 */
export function relatednessDistance(
  table: Presence | Table,
  relatedness: Table,
  options: DensityOptions = {},
): Matrix {
  const whole = options.convention === "econgeo" ? 100 : 1;
  return relatednessDensity(table, relatedness, options).map((share) => whole - share);
}

/** Sums over what each row has, divided by the sums over everything. `matrix` holds no `NaN`. */
export function shareOfRelatedness(presence: Presence, matrix: Matrix, empty: Empty = "undefined"): Matrix {
  const wholes = new Float64Array(matrix.columns);
  for (let i = 0, k = 0; i < matrix.rows; i++)
    for (let j = 0; j < matrix.columns; j++, k++) wholes[j]! += matrix.values[k]!;
  const sums = gatherSum(presence, matrix);
  const nothing = empty === "zero" ? 0 : Number.NaN;
  const { values, columns } = sums;
  for (let r = 0, k = 0; r < sums.rows; r++)
    for (let j = 0; j < columns; j++, k++) values[k] = wholes[j]! > 0 ? values[k]! / wholes[j]! : nothing;
  return sums;
}

/** A copy that can be added up: unknown relations as nothing, and the diagonal too unless it counts. */
export function known(relatedness: Matrix, self: boolean): Matrix {
  const n = relatedness.columns;
  const values = relatedness.values.slice();
  for (let k = 0; k < values.length; k++) if (Number.isNaN(values[k]!)) values[k] = 0;
  if (!self) for (let i = 0; i < n; i++) values[i * n + i] = 0;
  return new Matrix(n, n, values);
}

/** `NaN` in rows and columns without any presence. */
export function withoutEmpty(matrix: Matrix, presence: Presence): Matrix {
  const diversity = presence.rowCounts();
  const ubiquity = presence.columnCounts();
  return matrix.map((x, r, c) => (diversity[r] === 0 || ubiquity[c] === 0 ? Number.NaN : x));
}
