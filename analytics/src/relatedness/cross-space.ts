import { Matrix, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { gatherSum } from "../engine/gather-sum.ts";
import { EMPTIES, type Empty } from "../specialisation/totals.ts";
import { shareOfRelatedness } from "./density.ts";
import type { ProximityMeasure } from "./proximity.ts";
import { sameShape } from "./square.ts";

export type CrossProximityOptions = {
  /** "max" unless given, as for `proximity`. */
  measure?: ProximityMeasure;
  /** An activity that nobody has: "undefined" (`NaN`, the default) or "zero". */
  empty?: Empty;
};

/**
 * Cross-proximity: how near an activity of one kind (a field of science) is to one of another kind (a technology), by the
 * regions that have both.
 *
 *     φ(a, b) = Σ_r A(r, a) B(r, b) / max(u(a), u(b))
 *
 * Takes two presences of the same regions in the same order and returns a matrix, activities of the first × activities of the
 * second, from 0 to 1, with `NaN` for activities that nobody has. O(Σ over regions of diversity of one × of the other).
 *
 * P. Catalán, C. Navarrete and F. Figueroa, "The scientific and technological cross-space: Is technological diversification
 * driven by scientific endogenous capacity?", Research Policy 51 (2022), 104016.
 *
 * @example
 * crossProximity([[1, 0], [1, 1]], [[1], [0]]).toRows(); // [[0.5], [0]]
 */
export function crossProximity(
  one: Presence | Table,
  other: Presence | Table,
  options: CrossProximityOptions = {},
): Matrix {
  checkWords(options, { measure: ["max", "min", "sqrt"], empty: EMPTIES });
  const { measure = "max", empty = "undefined" } = options;
  const a = Presence.from(one);
  const b = Presence.from(other);
  sameShape({ rows: a.rows, columns: b.columns }, b, "The other presence");
  const counts = gatherSum(a.transpose(), b.toMatrix());
  const left = a.columnCounts();
  const right = b.columnCounts();
  const nothing = empty === "zero" ? 0 : Number.NaN;
  return counts.map((count, i, j) => {
    const ui = left[i]!;
    const uj = right[j]!;
    if (ui === 0 || uj === 0) return nothing;
    if (measure === "sqrt") return count / Math.sqrt(ui * uj);
    return count / (measure === "max" ? Math.max(ui, uj) : Math.min(ui, uj));
  });
}

/**
 * Cross-relatedness: how much of what an activity of the second kind is near to, a region has among its activities of the
 * first kind. `relatednessDensity` across two spaces.
 *
 *     ω(r, b) = Σ_a A(r, a) φ(a, b) / Σ_a φ(a, b)
 *
 * Takes the presence of the first kind (regions × a) and cross-proximities (a × b); returns regions × b, from 0 to 1. `NaN`
 * for an activity that is near to nothing. O(ones × b).
 *
 * P. Catalán, C. Navarrete and F. Figueroa, Research Policy 51 (2022), 104016.
 *
 * @example
 * const science = [[1, 0], [1, 1]];
 * crossRelatedness(science, crossProximity(science, [[1], [0]])).toRows(); // [[1], [1]]
 */
export function crossRelatedness(
  table: Presence | Table,
  proximities: Table,
  options: { empty?: Empty } = {},
): Matrix {
  checkWords(options, { empty: EMPTIES });
  const presence = Presence.from(table);
  const matrix = Matrix.from(proximities);
  sameShape({ rows: presence.columns, columns: matrix.columns }, matrix, "A table of cross-proximities");
  return shareOfRelatedness(
    presence,
    matrix.map((x) => (Number.isNaN(x) ? 0 : x)),
    options.empty,
  );
}
