import { AnalyticsError } from "../core/error.ts";
import { type Matrix, type Table, type Vector, vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { square } from "../relatedness/square.ts";
import { leastSquares } from "./least-squares.ts";

/** How the chance of an activity depends on the share of its neighbours that are there: p = scale × share ^ exponent. */
export type DiffusionLaw = {
  /** B: the chance in one period where all neighbours are there. 1 unless given. */
  scale?: number;
  /** α: above 1, related activities pull more than in proportion. 1 unless given. */
  exponent?: number;
};

/**
 * The chance that each activity appears in the next period, given which are there.
 *
 *     p(c) = B (active neighbours / neighbours)^α, at most 1
 *
 * Takes a network (activities × activities, symmetric; 0 and 1, or weights from 0, such as a proximity) and one 0 or 1 for
 * each activity. Weights make the share that of the weights, as in the relatedness density; the diagonal and unknown weights do not
 * count. `NaN` for activities that are there already, and 0 for those without neighbours. O(activities²).
 *
 * A. Alshamsi, F. L. Pinheiro and C. Hidalgo, "Optimal diversification strategies in the networks of related products and of
 * related research areas", Nature Communications 9 (2018), 1328.
 *
 * @example
 * const network = [[0, 1, 1], [1, 0, 1], [1, 1, 0]];
 * diffusionProbability(network, [1, 0, 0], { scale: 0.8, exponent: 2 }); // [NaN, 0.2, 0.2]
 */
export function diffusionProbability(network: Table, active: Vector, law: DiffusionLaw = {}): Float64Array {
  const space = spaceOf(network, active, law);
  return space.active.map((isActive, c) => (isActive ? Number.NaN : chance(space, space.near[c]!, c)));
}

/** A network ready to be walked: who is active, and how much active and how much of all each one touches. */
export type Space = {
  links: Matrix;
  active: Float64Array;
  near: Float64Array;
  whole: Float64Array;
  scale: number;
  exponent: number;
};

export function spaceOf(network: Table, activeNow: Vector, { scale = 1, exponent = 1 }: DiffusionLaw): Space {
  if (!(scale > 0 && exponent > 0))
    throw new AnalyticsError(
      "option",
      `A law with scale ${scale} and exponent ${exponent} cannot be`,
      "Give numbers above 0.",
    );
  const given = square(network, "A network");
  const active = vector(activeNow, given.rows, "The list of active activities");
  active.forEach((value, row) => {
    if (value !== 0 && value !== 1)
      throw new AnalyticsError(
        "not-binary",
        `${value} is neither 0 nor 1`,
        "Say for each activity whether it is there.",
        { row },
      );
  });
  const links = given.map((weight, r, c) => {
    if (weight < 0)
      throw new AnalyticsError("negative", `The weight ${weight} is below zero`, "Weights start at 0.", {
        row: r,
        column: c,
      });
    return r === c || Number.isNaN(weight) ? 0 : weight;
  });
  const near = new Float64Array(active.length);
  const whole = new Float64Array(active.length);
  for (let c = 0; c < active.length; c++)
    links.row(c).forEach((weight, i) => {
      whole[c]! += weight;
      near[c]! += weight * active[i]!;
    });
  return { links, active, near, whole, scale, exponent };
}

/** The chance of an activity that touches so much that is active. */
export function chance({ whole, scale, exponent }: Space, near: number, c: number): number {
  return near > 0 ? Math.min(1, scale * (near / whole[c]!) ** exponent) : 0;
}

export type DiffusionBin = {
  /** Mean share of active neighbours. */
  share: number;
  /** Part of the cases in which the activity appeared. */
  probability: number;
  count: number;
};

export type DiffusionCalibration = {
  scale: number;
  exponent: number;
  exponentError: number;
  rSquared: number;
  /** Of the bins that were used, from the lowest share up. */
  bins: DiffusionBin[];
  notes: Note[];
};

/**
 * Finds the law of diffusion in what happened: cases in bins of the share of active neighbours, then a straight line through the
 * logarithms.
 *
 *     ln p = ln B + α ln share
 *
 * Takes the share of active neighbours (0 to 1, the relatedness density) of each case and whether it appeared (1) or not (0);
 * pairs with `NaN` are left out, so that matrices of densities and of `entry` can be given by their `values`. Bins are
 * equally wide from 0 to 1, 20 unless told; least squares on the mean share and the part that appeared of each. Bins without cases, and those in which
 * nothing appeared or nothing is near, have no logarithm: the latter are noted, since leaving them out makes the law look
 * stronger. `NaN` with fewer than two bins. O(cases).
 *
 * A. Alshamsi, F. L. Pinheiro and C. Hidalgo, Nature Communications 9 (2018), 1328.
 *
 * @example
 * const share = [0.2, 0.2, 0.2, 0.2, 0.8, 0.8, 0.8, 0.8];
 * const { scale, exponent } = calibrateDiffusion(share, [1, 0, 0, 0, 1, 1, 0, 0]);
 * [scale, exponent]; // [0.559, 0.5]
 */
export function calibrateDiffusion(
  shares: Vector,
  appeared: Vector,
  options: { bins?: number } = {},
): DiffusionCalibration {
  const { bins: many = 20 } = options;
  if (!(Number.isInteger(many) && many > 1))
    throw new AnalyticsError("option", `${many} bins cannot be used`, "Give a whole number from 2.");
  const outcomes = vector(appeared, shares.length, "The list of what appeared");
  const counts = new Float64Array(many);
  const sums = new Float64Array(many);
  const events = new Float64Array(many);
  for (let k = 0; k < shares.length; k++) {
    const share = shares[k]!;
    if (Number.isNaN(share) || Number.isNaN(outcomes[k]!)) continue;
    if (share < 0 || share > 1)
      throw new AnalyticsError("option", `A share of ${share} cannot be`, "Give shares from 0 to 1.", {
        row: k,
      });
    const bin = Math.min(many - 1, Math.floor(share * many));
    counts[bin]!++;
    sums[bin]! += share;
    events[bin]! += outcomes[k]!;
  }
  const filled = Array.from(counts.keys()).filter((bin) => counts[bin]! > 0);
  const used = filled.filter((bin) => events[bin]! > 0 && sums[bin]! > 0);
  const bins = used.map((bin) => ({
    share: sums[bin]! / counts[bin]!,
    probability: events[bin]! / counts[bin]!,
    count: counts[bin]!,
  }));
  const line = leastSquares(
    bins.map(({ share }) => [Math.log(share)]),
    bins.map(({ probability }) => Math.log(probability)),
  );
  const notes: Note[] = [];
  if (used.length < filled.length)
    notes.push({
      code: "trimmed",
      text: `${filled.length - used.length} of ${filled.length} bins saw nothing appear, or have nothing near, and were left out.`,
      positions: filled.filter((bin) => !used.includes(bin)),
    });
  const isLine = bins.length > 1;
  if (!isLine)
    notes.push({ code: "degenerate", text: "Fewer than two bins in which something appeared: no law." });
  return {
    scale: isLine ? Math.exp(line.coefficients[0]!) : Number.NaN,
    exponent: isLine ? line.coefficients[1]! : Number.NaN,
    exponentError: isLine ? line.standardErrors[1]! : Number.NaN,
    rSquared: line.rSquared,
    bins,
    notes,
  };
}
