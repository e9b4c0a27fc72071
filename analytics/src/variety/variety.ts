import type { Matrix, Table } from "../core/matrix.ts";
import type { Classes } from "./classes.ts";
import { entropyByLevel, type VarietyOptions } from "./entropy-by-level.ts";

/**
 * Unrelated variety: how evenly a region is spread over classes of activities that have little in common (two-digit
 * sectors). Said to protect against shocks: what hits one class spares the others.
 *
 *     UV(r) = Σ_g P(r, g) log(1 / P(r, g)),   P the class's share of the region
 *
 * Takes amounts (regions × activities) and one class per activity; returns one number from 0 per region, in bits unless
 * another base is given; `NaN` for a region without anything. Unknown cells are left out. O(regions × activities).
 *
 * K. Frenken, F. van Oort, T. Verburg, "Related Variety, Unrelated Variety and Regional Economic Growth", Regional Studies
 * 41 (2007), 685–697.
 *
 * @example
 * unrelatedVariety([[1, 1, 2], [4, 0, 0]], ["A", "A", "B"]); // Float64Array [1, 0]
 */
export function unrelatedVariety(table: Table, classes: Classes, options: VarietyOptions = {}): Float64Array {
  return entropyByLevel(table, [classes], options).column(0);
}

/**
 * Related variety: how evenly a region is spread over the activities within each class. Said to foster innovation: related
 * activities learn from each other. Together with the unrelated variety it is the entropy.
 *
 *     RV(r) = Σ_g P(r, g) Σ_(c in g) p(r, c) / P(r, g) · log(P(r, g) / p(r, c))
 *
 * Takes and returns what `unrelatedVariety` does. O(regions × activities).
 *
 * K. Frenken, F. van Oort, T. Verburg, "Related Variety, Unrelated Variety and Regional Economic Growth", Regional Studies
 * 41 (2007), 685–697.
 *
 * @example
 * relatedVariety([[1, 1, 2], [4, 0, 0]], ["A", "A", "B"]); // Float64Array [0.5, 0]
 */
export function relatedVariety(table: Table, classes: Classes, options: VarietyOptions = {}): Float64Array {
  return entropyByLevel(table, [classes], options).column(1);
}

/**
 * Variety at every level of a nested classification: between the coarsest classes (unrelated), between the classes of each
 * next level within those above (semi-related), and between the activities within the finest classes (related). Their sum
 * is the entropy. With one level there is no semi-related variety and it is 0.
 */
export type VarietyDecomposition = {
  unrelated: Float64Array;
  semiRelated: Float64Array;
  related: Float64Array;
  /** Regions × (levels + 1): the share of each level in the entropy, coarse to fine; semi-related is the middle ones' sum. */
  levels: Matrix;
};

/**
 * Splits the entropy of a region over a nested classification of any depth, see `VarietyDecomposition`.
 *
 *     V_l(r) = Σ_g P(r, g) H of the classes of level l + 1 within g,   g the classes of level l
 *
 * Takes amounts (regions × activities) and a list of levels from coarse to fine, each with one class per activity (NACE
 * sections, divisions, groups …); returns vectors of one number from 0 per region, in bits unless another base is given;
 * `NaN` for a region without anything. Classes that are not nested are refused. Unknown cells are left out.
 * O(levels × regions × activities).
 *
 * K. Frenken, F. van Oort, T. Verburg, Regional Studies 41 (2007), 685–697; levels as in C. Castaldi, K. Frenken, B. Los,
 * "Related Variety, Unrelated Variety and Technological Breakthroughs", Regional Studies 49 (2015), 767–781.
 *
 * @example
 * const levels = [["A", "A", "A", "B"], ["A1", "A1", "A2", "B1"]];
 * const { unrelated, semiRelated, related } = varietyDecomposition([[1, 1, 2, 4]], levels);
 * [unrelated[0], semiRelated[0], related[0]]; // [1, 0.5, 0.25]
 */
export function varietyDecomposition(
  table: Table,
  levels: readonly Classes[],
  options: VarietyOptions = {},
): VarietyDecomposition {
  const found = entropyByLevel(table, levels, options);
  const last = found.columns - 1;
  const semiRelated = Float64Array.from({ length: found.rows }, (_, r) => {
    let sum = found.at(r, 0) * 0;
    for (let level = 1; level < last; level++) sum += found.at(r, level);
    return sum;
  });
  return { unrelated: found.column(0), semiRelated, related: found.column(last), levels: found };
}
