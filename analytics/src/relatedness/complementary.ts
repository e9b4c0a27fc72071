import { Matrix, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { gatherSum } from "../engine/gather-sum.ts";
import { EMPTIES, type Empty } from "../specialisation/totals.ts";
import { known, shareOfRelatedness } from "./density.ts";
import { sameShape, square } from "./square.ts";

/**
 * Complementary density: what a partner would add. The density of each activity counted only over the activities that the
 * partner has and the region itself lacks.
 *
 *     ω(r, j) = Σ_i P(r, i) (1 - M(r, i)) φ(i, j) / Σ_i φ(i, j),   i ≠ j
 *
 * Takes the presence of the regions, the presence of their partners (row r being the partner of region r, the same
 * activities) and a relatedness (activities × activities); returns regions × activities, from 0 to 1. Edge cases as for
 * `relatednessDensity`. O(ones × activities).
 *
 * P.-A. Balland and R. Boschma, "Complementary interregional linkages and Smart Specialisation: an empirical study on
 * European regions", Regional Studies 55 (2021), 1059–1070.
 *
 * @example
 * const related = [[0, 1, 1], [1, 0, 1], [1, 1, 0]];
 * complementaryDensity([[1, 0, 0]], [[1, 1, 0]], related).row(0); // [0.5, 0, 0.5]
 */
export function complementaryDensity(
  own: Presence | Table,
  partners: Presence | Table,
  relatedness: Table,
  options: { empty?: Empty } = {},
): Matrix {
  checkWords(options, { empty: EMPTIES });
  const mine = Presence.from(own);
  const theirs = Presence.from(partners);
  sameShape(mine, theirs, "The presence of the partners");
  const given = square(relatedness, "A relatedness", mine.columns);
  const has = mine.toMatrix().values;
  const added = Presence.where(theirs.toMatrix(), (x, r, c) => x === 1 && has[r * mine.columns + c] === 0);
  return shareOfRelatedness(added, known(given, false), options.empty);
}

/**
 * Complementarity: how much each region could gain from each other one. The mean complementary density over all activities
 * that the region of the row lacks, with the region of the column as partner.
 *
 * Takes a presence (regions × activities) and a relatedness (activities × activities); returns regions × regions, from 0 to
 * 1, not symmetric, 0 on the diagonal. `NaN` in the row of a region that lacks nothing.
 *
 * O(ones × activities + regions × ones).
 *
 * P.-A. Balland and R. Boschma, Regional Studies 55 (2021), 1059–1070.
 *
 * @example
 * const related = [[0, 1, 1], [1, 0, 1], [1, 1, 0]];
 * complementarity([[1, 0, 0], [1, 1, 0]], related).toRows(); // [[0, 0.25], [0, 0]]
 */
export function complementarity(table: Presence | Table, relatedness: Table): Matrix {
  const presence = Presence.from(table);
  const n = presence.columns;
  const gains = sharesOfTarget(known(square(relatedness, "A relatedness", n), false));
  const isRelated = Uint8Array.from({ length: n }, (_, j) => (gains.row(j).some((x) => x > 0) ? 1 : 0));
  // What activity i adds to the activities a region lacks is what it adds to all, less what it adds to those it has.
  const toAll = new Float64Array(n);
  for (let j = 0, k = 0; j < n; j++) for (let i = 0; i < n; i++, k++) toAll[i]! += gains.values[k]!;
  const toOwn = gatherSum(presence, gains);
  const { starts, indices } = presence;
  const result = new Matrix(presence.rows, presence.rows);
  for (let a = 0; a < presence.rows; a++) {
    const worth = toOwn.row(a);
    for (let i = 0; i < n; i++) worth[i] = toAll[i]! - worth[i]!;
    let lacks = 0;
    for (const related of isRelated) lacks += related;
    for (const i of presence.of(a)) {
      worth[i] = 0;
      lacks -= isRelated[i]!;
    }
    const row = result.row(a);
    for (let b = 0; b < row.length; b++) {
      let total = 0;
      for (let k = starts[b]!; k < starts[b + 1]!; k++) total += worth[indices[k]!]!;
      row[b] = lacks > 0 ? total / lacks : Number.NaN;
    }
  }
  return result;
}

/** Row j: the part of the relations of activity j that each other one makes up. Nothing where j is related to nothing. */
function sharesOfTarget(relatedness: Matrix): Matrix {
  const shares = relatedness.transpose();
  for (let j = 0; j < shares.rows; j++) {
    const row = shares.row(j);
    let whole = 0;
    for (const x of row) whole += x;
    if (whole > 0) for (let i = 0; i < row.length; i++) row[i]! /= whole;
  }
  return shares;
}
