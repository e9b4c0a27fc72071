import { AnalyticsError } from "../core/error.ts";
import { amounts, Matrix, type Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { Presence } from "../core/presence.ts";
import { deviation, mean } from "../core/statistics.ts";
import { sameShape } from "../dynamics/periods.ts";
import { relatednessDensity } from "../relatedness/density.ts";
import { proximity } from "../relatedness/proximity.ts";
import { relativeRelatedness } from "../relatedness/relative.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import { type LeastSquares, leastSquares } from "./least-squares.ts";

export type SteppingStoneOptions = {
  /** Periods from the first look to the stepping stone: 1 unless given. */
  step?: number;
  /** Periods from the first look to the outcome: 2 unless given; more than `step`. */
  horizon?: number;
  /** The location quotient from which a region has an activity: 1 unless given. */
  threshold?: number;
};

/** One number for each part of the model. */
export type SteppingStoneTerms = {
  constant: number;
  /** ln(1 + LQ) at the stepping stone. */
  stone: number;
  /** ln(1 + LQ) at the start. */
  start: number;
  density: number;
  relativeDensity: number;
};

export type SteppingStone = {
  /** The means of the coefficients over the start periods. */
  coefficients: SteppingStoneTerms;
  /**
   * From how the coefficients differ between the start periods (Fama and MacBeth); with one start period, those of its least
   * squares.
   */
  standardErrors: SteppingStoneTerms;
  /** The regression of each start period, terms in the order of `SteppingStoneTerms`. */
  starts: LeastSquares[];
};

export type SteppingStoneModel = {
  /** Of the cells in which the region did not have the activity at the start. */
  entry: SteppingStone;
  /** Of those in which it had. */
  exit: SteppingStone;
  notes: Note[];
};

/**
 * The stepping-stone model: how strong a region will be in an activity, given how strong it is now, how strong it is on the
 * way, and what it has nearby. Its coefficients say what has to be reached at the stepping stone so that the activity is
 * there in the end; see `effortMatrix`.
 *
 *     ln(1 + LQ(t + h)) = b₀ + b₁ ln(1 + LQ(t + τ)) + b₂ ln(1 + LQ(t)) + b₃ ω(t) + b₄ ω̃(t)
 *
 * ω is the relatedness density (0 to 1), ω̃ the relative one (see `relativeRelatedness`). Takes the amounts of at least
 * `horizon` + 1 equally spaced periods (regions × activities, same order) and fits least squares for every start period
 * t, apart for cells the region did not have then (entry) and had (exit); coefficients are averaged over the start periods.
 * Periods that overlap make these averages look more certain than they are. Cells with something undefined are left out.
 *
 * O(periods × regions × activities² / 64).
 *
 * V. Stojkoski and C. Hidalgo, "Optimizing Economic Complexity", arXiv:2503.04476 (2025); averages: E. F. Fama and
 * J. D. MacBeth, "Risk, Return, and Equilibrium", Journal of Political Economy 81 (1973), 607–636.
 *
 * @example
 * const year = (t: number) =>
 *   [2, 3, 5, 7, 11].map((r) => [1, 2, 3, 4, 5, 6].map((c) => 1 + ((r * c) % 13) + t * ((r + c) % 3)));
 * const { entry, exit } = steppingStone([year(0), year(1), year(2), year(3)]);
 * entry.starts.map(({ observations }) => observations); // [15, 17]
 */
export function steppingStone(
  periods: readonly Table[],
  options: SteppingStoneOptions = {},
): SteppingStoneModel {
  const { step = 1, horizon = 2, threshold = 1 } = options;
  if (!(Number.isInteger(step) && Number.isInteger(horizon) && step > 0 && horizon > step))
    throw new AnalyticsError(
      "option",
      `A stepping stone after ${step} of ${horizon} periods cannot be`,
      "Give whole numbers, the step at least 1 and the horizon above it.",
    );
  if (periods.length <= horizon)
    throw new AnalyticsError(
      "shape",
      `${periods.length} periods are too few to look ${horizon} ahead`,
      `Give at least ${horizon + 1}, or a shorter horizon.`,
    );
  const given = periods.map(amounts);
  for (const period of given) sameShape(given[0]!, period);
  const quotients = given.map((period) => locationQuotient(period));
  const entries: LeastSquares[] = [];
  const exits: LeastSquares[] = [];
  for (let t = 0; t + horizon < given.length; t++) {
    const cells = cellsFrom(quotients[t]!, quotients[t + step]!, threshold);
    const outcome = quotients[t + horizon]!.values.map(Math.log1p);
    entries.push(regress(cells.design, outcome, cells.has, 0));
    exits.push(regress(cells.design, outcome, cells.has, 1));
  }
  const notes: Note[] = [];
  return { entry: averaged(entries, "entry", notes), exit: averaged(exits, "exit", notes), notes };
}

/** The right-hand side for all cells of one start period, and which the region had. */
function cellsFrom(now: Matrix, later: Matrix, threshold: number) {
  const presence = Presence.where(now, (lq) => lq >= threshold);
  const density = relatednessDensity(presence, proximity(presence));
  const relative = relativeRelatedness(presence, density);
  const design = new Matrix(now.values.length, 4);
  for (let k = 0; k < now.values.length; k++) {
    const row = design.row(k);
    row[0] = Math.log1p(later.values[k]!);
    row[1] = Math.log1p(now.values[k]!);
    row[2] = density.values[k]!;
    row[3] = relative.values[k]!;
  }
  return { design, has: presence.toMatrix().values };
}

function regress(design: Matrix, outcome: Float64Array, has: Float64Array, wanted: 0 | 1): LeastSquares {
  const kept = Array.from(has.keys()).filter((k) => has[k] === wanted && !design.row(k).some(Number.isNaN));
  const part = new Matrix(kept.length, design.columns);
  kept.forEach((k, i) => {
    part.row(i).set(design.row(k));
  });
  return leastSquares(
    part,
    kept.map((k) => outcome[k]!),
  );
}

function averaged(starts: LeastSquares[], what: string, notes: Note[]): SteppingStone {
  const of = (k: number) => starts.map(({ coefficients }) => coefficients[k]!);
  const errorOf = (k: number) =>
    starts.length > 1
      ? deviation(of(k), "sample") / Math.sqrt(of(k).filter((b) => !Number.isNaN(b)).length)
      : starts[0]!.standardErrors[k]!;
  const poor = starts.flatMap(({ coefficients }, t) => (coefficients.some(Number.isNaN) ? [t] : []));
  if (poor.length > 0)
    notes.push({
      code: "degenerate",
      text: `${poor.length} of ${starts.length} start periods do not tell all coefficients of ${what}.`,
      positions: poor,
    });
  return {
    coefficients: terms((k) => mean(of(k))),
    standardErrors: terms(errorOf),
    starts,
  };
}

const terms = (of: (k: number) => number): SteppingStoneTerms => ({
  constant: of(0),
  stone: of(1),
  start: of(2),
  density: of(3),
  relativeDensity: of(4),
});
