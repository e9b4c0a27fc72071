import { AnalyticsError } from "../core/error.ts";
import { type Vector, vector } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { type Cover, type CoverOptions, cheapestCover, greedyCover } from "./cover.ts";

export type ComplexityTargetOptions = CoverOptions & {
  /** "exact" (the default): proven to be the least effort, unless the node limit is reached. "greedy": at once, near it. */
  method?: "exact" | "greedy";
};

export type ComplexityTarget = {
  /** Positions of the activities to enter, ascending. */
  activities: Int32Array;
  /** The sum of their efforts, of which those below 0 count as 0. */
  effort: number;
  /** Mean complexity of what the region has. */
  before: number;
  /** The same with the activities entered. */
  after: number;
  /** How far the activities the region has are below the target, in sum; 0 or less where it is reached already. */
  deficit: number;
} & Pick<Cover, "feasible" | "optimal" | "lowerBound" | "gap" | "nodes" | "notes">;

/**
 * The activities a region has to enter to reach a complexity, with the least effort.
 *
 *     min Σ W⁺(c) x(c)   subject to   Σ (PCI(c) - target) x(c) ≥ deficit,   x(c) = 0 or 1
 *     deficit = Σ over what the region has of (target - PCI(c)),   W⁺ = max(W, 0)
 *
 * which says that the mean PCI of what it has afterwards is at least the target. Takes the activities a region has (one 0 or 1 for each,
 * a row of a presence), one PCI for each, its row of the `effortMatrix` and the target, on the scale of the PCI: take scaling
 * "atlas" of `economicComplexity`, on which the ECI of a region is the mean PCI of what it has. The PCI are held fixed,
 * although entering changes them a little. Activities of unknown effort or PCI cannot be chosen. `NaN` in `before` where the
 * region has nothing.
 *
 * O(activities × log activities) and what `cheapestCover` takes.
 *
 * V. Stojkoski and C. Hidalgo, "Optimizing Economic Complexity", arXiv:2503.04476 (2025).
 *
 * @example
 * const { activities, effort, after } = complexityTarget([1, 0, 0, 0], [0, 1, 2, 3], [NaN, 0.5, 0.6, 2], 1);
 * activities; // [2]
 * [effort, after]; // [0.6, 1]
 */
export function complexityTarget(
  has: Vector,
  pci: Vector,
  effort: Vector,
  target: number,
  options: ComplexityTargetOptions = {},
): ComplexityTarget {
  checkWords(options, { method: ["exact", "greedy"] });
  const { method = "exact", ...cover } = options;
  const present = vector(has, has.length, "The list of what the region has");
  const worth = vector(pci, has.length, "The list of PCI");
  const efforts = vector(effort, has.length, "The list of efforts");
  present.forEach((value, row) => {
    if (value !== 0 && value !== 1)
      throw new AnalyticsError(
        "not-binary",
        `${value} is neither 0 nor 1`,
        "Say for each activity whether the region has it, as a row of a presence does.",
        { row },
      );
  });
  const own = worth.filter((x, c) => present[c] === 1 && !Number.isNaN(x));
  const total = own.reduce((sum, x) => sum + x, 0);
  const deficit = own.reduce((sum, x) => sum + (target - x), 0);
  const costs = efforts.map((w, c) => (present[c] === 1 ? Number.NaN : Math.max(0, w)));
  const gains = worth.map((x) => x - target);
  const found =
    method === "greedy" ? greedyCover(costs, gains, deficit) : cheapestCover(costs, gains, deficit, cover);
  const { chosen, cost, feasible, optimal, lowerBound, gap, nodes, notes } = found;
  const added = chosen.reduce((sum, c) => sum + worth[c]!, 0);
  return {
    activities: chosen,
    effort: cost,
    before: total / own.length,
    after: feasible ? (total + added) / (own.length + chosen.length) : Number.NaN,
    deficit,
    feasible,
    optimal,
    lowerBound,
    gap,
    nodes,
    notes,
  };
}
