import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { Matrix, type Table, type Vector, vector } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { deviation, SPREADS, type Spread, standardise } from "../core/statistics.ts";
import { gatherSum } from "../engine/gather-sum.ts";
import { known, relatednessDensity, withoutEmpty } from "../relatedness/density.ts";
import { sameShape, square } from "../relatedness/square.ts";
import { portfolioMean } from "./portfolio.ts";

export type OutlookIndexOptions = {
  /** "none" (the default): as it comes. "z": mean 0, standard deviation 1; in the convention "atlas". */
  scaling?: "none" | "z";
  /** For "z": divided by n ("population", the default) or n - 1 ("sample"). */
  spread?: Spread;
  convention?: Convention;
};

/**
 * Complexity outlook index: how many complex activities are within a region's reach. Its options, each weighed by how near it
 * is.
 *
 *     COI(r) = Σ_c ω(r, c) (1 - M(r, c)) PCI(c)
 *
 * Takes a presence, the `relatednessDensity` of the same cells and one PCI for each activity, standardised (with the unscaled
 * one the level means nothing: the Atlas takes that and standardises the result). Returns one value for each region. Unknown
 * densities and PCI add nothing. O(regions × activities).
 *
 * R. Hausmann et al., The Atlas of Economic Complexity (MIT Press, 2014).
 *
 * @example
 * complexityOutlookIndex([[1, 0, 0]], [[0.5, 0.5, 0.2]], [0, 1, -1]); // [0.3]
 */
export function complexityOutlookIndex(
  table: Presence | Table,
  density: Table,
  pci: Vector,
  options: OutlookIndexOptions = {},
): Float64Array {
  checkWords(options, { scaling: ["none", "z"], spread: SPREADS, convention: CONVENTIONS });
  const presence = Presence.from(table);
  const near = Matrix.from(density);
  sameShape(presence, near, "A density");
  const worth = vector(pci, presence.columns, "The list of PCI");
  const { convention, scaling = convention === "atlas" ? "z" : "none" } = options;
  const outlook = new Float64Array(presence.rows);
  const isOption = new Uint8Array(presence.columns);
  for (let r = 0; r < presence.rows; r++) {
    isOption.fill(1);
    for (const c of presence.of(r)) isOption[c] = 0;
    const row = near.row(r);
    for (let c = 0; c < row.length; c++) {
      const share = row[c]! * worth[c]!;
      if (isOption[c] === 1 && !Number.isNaN(share)) outlook[r]! += share;
    }
  }
  if (convention === "atlas")
    presence.rowCounts().forEach((count, r) => {
      if (count === 0) outlook[r] = Number.NaN;
    });
  return scaling === "z" ? standardise(outlook, options.spread) : outlook;
}

export type OutlookGainOptions = {
  /** "atlas": divided by the standard deviation of the regions' mean PCI; `NaN` for regions and activities without presence. */
  convention?: Convention;
};

/**
 * Complexity outlook gain: how much an activity a region lacks would open up, the further activities it is related to and the
 * region lacks as well, weighed by their complexity.
 *
 *     COG(r, j) = (1 - M(r, j)) Σ_i (1 - M(r, i)) PCI(i) φ(i, j) / Σ_k φ(i, k)
 *
 * Takes a presence (regions × activities), a proximity (activities × activities, the diagonal counting as it stands: 1 makes
 * the activity's own complexity part of the gain) and one PCI for each activity, standardised or, for "atlas", unscaled.
 * Returns regions × activities, 0 where a region has the activity already. Unknown proximities and PCI add nothing.
 *
 * O(ones × activities + activities²).
 *
 * R. Hausmann et al., The Atlas of Economic Complexity (MIT Press, 2014).
 *
 * @example
 * complexityOutlookGain([[1, 0, 0]], [[0, 1, 1], [1, 0, 1], [1, 1, 0]], [-1, 0, 2]).row(0); // [0, 1, 0]
 */
export function complexityOutlookGain(
  table: Presence | Table,
  proximity: Table,
  pci: Vector,
  options: OutlookGainOptions = {},
): Matrix {
  checkWords(options, { convention: CONVENTIONS });
  const presence = Presence.from(table);
  const worth = vector(pci, presence.columns, "The list of PCI");
  const weighed = known(square(proximity, "A proximity", presence.columns), true);
  for (let i = 0; i < weighed.rows; i++) {
    const row = weighed.row(i);
    let whole = 0;
    for (const x of row) whole += x;
    const factor = whole > 0 ? zeroIfUnknown(worth[i]!) / whole : 0;
    for (let j = 0; j < row.length; j++) row[j]! *= factor;
  }
  const gains = overAbsent(presence, weighed);
  for (let r = 0; r < presence.rows; r++) for (const c of presence.of(r)) gains.row(r)[c] = 0;
  if (options.convention !== "atlas") return gains;
  const width = deviation(portfolioMean(presence, worth));
  return withoutEmpty(
    gains.map((gain) => gain / width),
    presence,
  );
}

/**
 * Opportunity gain, as the Observatory of Economic Complexity computes it: like the outlook gain, but shared out by what the
 * activity in question is near to, less the part of its own complexity that the region already holds.
 *
 *     G(r, j) = Σ_i (1 - M(r, i)) PCI(i) φ(i, j) / Σ_k φ(k, j) - ω(r, j) PCI(j)
 *
 * Takes a presence (regions × activities), a proximity (activities × activities) and one PCI for each activity; returns regions
 * × activities, for activities a region has as well. `NaN` for an activity that is near to nothing or of unknown PCI; other
 * unknown PCI add nothing. O(ones × activities + activities²).
 *
 * Datawheel, py-economic-complexity (https://github.com/Datawheel/py-economic-complexity).
 *
 * @example
 * opportunityGain([[1, 0, 0]], [[0, 1, 1], [1, 0, 1], [1, 1, 0]], [-1, 0, 2]).row(0); // [1, 1, -1]
 */
export function opportunityGain(table: Presence | Table, proximity: Table, pci: Vector): Matrix {
  const presence = Presence.from(table);
  const worth = vector(pci, presence.columns, "The list of PCI");
  const given = square(proximity, "A proximity", presence.columns);
  const shares = known(given, true);
  const wholes = new Float64Array(shares.columns);
  for (let i = 0, k = 0; i < shares.rows; i++)
    for (let j = 0; j < shares.columns; j++, k++) wholes[j]! += shares.values[k]!;
  const weighed = shares.map((x, i, j) => (x === 0 ? 0 : (x / wholes[j]!) * zeroIfUnknown(worth[i]!)));
  const density = relatednessDensity(presence, given, { self: true });
  return overAbsent(presence, weighed).map((gain, r, j) => gain - density.at(r, j) * worth[j]!);
}

/** Sums over what each row lacks: over everything, less what it has. */
function overAbsent(presence: Presence, matrix: Matrix): Matrix {
  const all = new Float64Array(matrix.columns);
  for (let i = 0, k = 0; i < matrix.rows; i++)
    for (let j = 0; j < matrix.columns; j++, k++) all[j]! += matrix.values[k]!;
  const sums = gatherSum(presence, matrix);
  for (let r = 0, k = 0; r < sums.rows; r++)
    for (let j = 0; j < sums.columns; j++, k++) sums.values[k] = all[j]! - sums.values[k]!;
  return sums;
}

const zeroIfUnknown = (x: number) => (Number.isNaN(x) ? 0 : x);
