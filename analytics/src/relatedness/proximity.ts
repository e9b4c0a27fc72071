import { CONVENTIONS, type Convention } from "../core/convention.ts";
import type { Matrix, Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { cooccurrence } from "../engine/cooccurrence.ts";
import { EMPTIES, type Empty } from "../specialisation/totals.ts";

/** What a co-occurrence is divided by: the larger ubiquity, the smaller one, or the square root of their product. */
export type ProximityMeasure = "max" | "min" | "sqrt";

export type ProximityOptions = {
  /** "max" unless given: the smaller of the two conditional probabilities. */
  measure?: ProximityMeasure;
  /** What stands on the diagonal: 0 unless given; 1 in the conventions "atlas" and "economiccomplexity". */
  diagonal?: number;
  /** An activity that nobody has: "undefined" (`NaN`, the default) or "zero". */
  empty?: Empty;
  convention?: Convention;
};

/**
 * Proximity: how likely a region is to have one activity if it has the other. With "max", the definition of the product
 * space, it is the smaller of the two conditional probabilities, so that a rare activity is not near to one that everybody
 * has; "min" is the larger of the two, "sqrt" their geometric mean.
 *
 *     φ(i, j) = C(i, j) / max(u(i), u(j)),   C = co-occurrence, u = ubiquity
 *
 * Takes a presence (regions × activities) and returns activities × activities, symmetric, from 0 to 1. The proximities of an
 * activity that nobody has are `NaN`.
 *
 * O(Σ over regions of diversity² + activities²).
 *
 * C. Hidalgo, B. Klinger, A.-L. Barabási and R. Hausmann, "The Product Space Conditions the Development of Nations",
 * Science 317 (2007), 482–487.
 *
 * @example
 * proximity([[1, 1, 0], [1, 0, 1]]).toRows(); // [[0, 0.5, 0.5], [0.5, 0, 0], [0.5, 0, 0]]
 * proximity([[1, 1], [1, 0]], { measure: "min" }).at(0, 1); // 1
 */
export function proximity(table: Presence | Table, options: ProximityOptions = {}): Matrix {
  checkWords(options, { measure: ["max", "min", "sqrt"], empty: EMPTIES, convention: CONVENTIONS });
  const { measure = "max" } = options;
  const presence = Presence.from(table);
  const counts = cooccurrence(presence);
  const { values, columns: n } = counts;
  const ubiquity = presence.columnCounts();
  const roots = Float64Array.from(ubiquity, Math.sqrt);
  for (let i = 0, k = 0; i < n; i++) {
    const ui = ubiquity[i]!;
    for (let j = 0; j < n; j++, k++) {
      const uj = ubiquity[j]!;
      if (measure === "max") values[k]! /= Math.max(ui, uj);
      else if (measure === "min") values[k]! /= Math.min(ui, uj);
      else values[k] = values[k]! === 0 ? 0 : values[k]! / (roots[i]! * roots[j]!);
    }
  }
  return finish(counts, ubiquity, options);
}

/**
 * Conditional proximity, not symmetric: of the regions that have the activity of the row, the part that also has the
 * activity of the column.
 *
 *     φ(i → j) = C(i, j) / u(i)
 *
 * Takes a presence (regions × activities) and returns activities × activities, from 0 to 1; diagonal and activities that
 * nobody has as for `proximity`. `relatednessDensity` of it asks how likely an activity is, given those a region has.
 *
 * O(Σ over regions of diversity² + activities²).
 *
 * C. Hidalgo et al., Science 317 (2007), 482–487, supporting material.
 *
 * @example
 * conditionalProximity([[1, 1], [1, 0]]).toRows(); // [[0, 0.5], [1, 0]]
 */
export function conditionalProximity(
  table: Presence | Table,
  options: Omit<ProximityOptions, "measure"> = {},
): Matrix {
  checkWords(options, { empty: EMPTIES, convention: CONVENTIONS });
  const presence = Presence.from(table);
  const counts = cooccurrence(presence);
  const ubiquity = presence.columnCounts();
  for (let i = 0, k = 0; i < counts.columns; i++)
    for (let j = 0; j < counts.columns; j++, k++) counts.values[k]! /= ubiquity[i]!;
  return finish(counts, ubiquity, options);
}

/**
 * Proximity of regions: the same as `proximity` with the parts exchanged, how many activities two regions share, divided by
 * the larger diversity (or as `measure` says). Regions × regions; a region without any activity is `NaN`.
 *
 * O(Σ over activities of ubiquity² + regions²).
 *
 * D. Bahar, R. Hausmann and C. Hidalgo, "Neighbors and the evolution of the comparative advantage of nations", Journal of
 * International Economics 92 (2014), 111–123.
 *
 * @example
 * regionProximity([[1, 1, 0], [1, 0, 0]]).at(0, 1); // 0.5
 */
export function regionProximity(table: Presence | Table, options: ProximityOptions = {}): Matrix {
  return proximity(Presence.from(table).transpose(), options);
}

/** Writes the diagonal, and what stands for activities that nobody has, into `matrix`. */
function finish(matrix: Matrix, ubiquity: Int32Array, options: Omit<ProximityOptions, "measure">): Matrix {
  const { convention, empty = "undefined" } = options;
  const selfIsCounted = convention === "atlas" || convention === "economiccomplexity";
  const { diagonal = selfIsCounted ? 1 : 0 } = options;
  const nothing = empty === "zero" ? 0 : Number.NaN;
  const { values, columns: n } = matrix;
  for (let i = 0; i < n; i++) {
    if (ubiquity[i] === 0)
      for (let j = 0; j < n; j++) {
        values[i * n + j] = nothing;
        values[j * n + i] = nothing;
      }
  }
  for (let i = 0; i < n; i++) values[i * n + i] = diagonal;
  return matrix;
}
