import { AnalyticsError } from "../core/error.ts";
import { type Vector, vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { type Problem, relaxed, search } from "./cover-search.ts";

export type Cover = {
  /** Positions of what is chosen, ascending. Empty where no choice suffices. */
  chosen: Int32Array;
  cost: number;
  gain: number;
  /** Whether everything together gains as much as is needed. */
  feasible: boolean;
  /** Whether it is proven that nothing cheaper suffices. */
  optimal: boolean;
  /** No choice that suffices costs less than this. */
  lowerBound: number;
  /** (cost - lower bound) / cost: how much cheaper it could be at most. 0 where optimal. */
  gap: number;
  /** Branches looked at. */
  nodes: number;
  notes: Note[];
};

export type CoverOptions = {
  /** Branches after which to stop and say what is proven so far: 1,000,000 unless given. */
  nodeLimit?: number;
};

/**
 * The cheapest choice that gains enough, exactly: the covering knapsack.
 *
 *     min Σ cost(i) x(i)   subject to   Σ gain(i) x(i) ≥ need,   x(i) = 0 or 1
 *
 * Takes a cost (from 0) and a gain for each candidate, and what is needed. Branch and bound, depth first, candidates in the
 * order of cost per gain; what is still needed is bounded from below by the relaxation that may take parts. Candidates
 * without gain, or with something unknown, are not chosen. The time is usually short but exponential at worst: after `nodeLimit`
 * branches the best choice so far is returned, with the gap that is left. Nothing is chosen where nothing is needed.
 *
 * O(n log n + nodes × log n).
 *
 * S. Martello and P. Toth, Knapsack Problems (1990), section 2.5; the covering form is theirs with "taken" and "left" exchanged
 * (section 2.1).
 *
 * @example
 * const { chosen, cost, optimal } = cheapestCover([5, 4, 3], [6, 4, 3], 7);
 * chosen; // [1, 2]
 * [cost, optimal]; // [7, true]
 */
export function cheapestCover(costs: Vector, gains: Vector, need: number, options: CoverOptions = {}): Cover {
  const { nodeLimit = 1_000_000 } = options;
  const problem = prepare(costs, gains);
  const early = simpleCase(problem, need);
  if (early) return early;
  const first = takeInOrder(problem, need);
  const best = { cost: first.cost, taken: first.taken };
  const open = search(problem, need, best, nodeLimit);
  const isProven = open.lowest >= best.cost;
  const lowerBound = Math.min(best.cost, open.lowest);
  return {
    ...outcome(problem, best.taken),
    feasible: true,
    optimal: isProven,
    lowerBound,
    gap: isProven ? 0 : (best.cost - lowerBound) / best.cost,
    nodes: open.nodes,
    notes: isProven
      ? []
      : [
          {
            code: "not-converged",
            text: `Stopped after ${open.nodes} branches; a choice up to ${(best.cost - lowerBound).toPrecision(3)} cheaper is not excluded.`,
          },
        ],
  };
}

/**
 * A cheap choice that gains enough, found at once: candidates by cost per gain, until it suffices, then without those
 * that turn out not to be needed, the dearest first. At worst as dear as everything it looks at, mostly near the optimum; its gap
 * says how near. `optimal` is true where the bound proves it.
 *
 * Takes and returns what `cheapestCover` does. O(n log n).
 *
 * @example
 * const { chosen, cost, lowerBound } = greedyCover([5, 4, 3], [6, 4, 3], 7);
 * chosen; // [0, 1]
 * [cost, lowerBound]; // [9, 6]
 */
export function greedyCover(costs: Vector, gains: Vector, need: number): Cover {
  const problem = prepare(costs, gains);
  const early = simpleCase(problem, need);
  if (early) return early;
  const { taken, cost } = takeInOrder(problem, need);
  const lowerBound = Math.min(cost, relaxed(problem, 0, need));
  const optimal = lowerBound >= cost;
  return {
    ...outcome(problem, taken),
    feasible: true,
    optimal,
    lowerBound,
    gap: optimal ? 0 : (cost - lowerBound) / cost,
    nodes: 0,
    notes: [],
  };
}

function prepare(costs: Vector, gains: Vector): Problem {
  const gain = vector(gains, costs.length, "The list of gains");
  const cost = vector(costs, costs.length, "The list of costs");
  cost.forEach((value, row) => {
    if (value < 0)
      throw new AnalyticsError("negative", `The cost ${value} is below zero`, "Costs start at 0.", { row });
  });
  const useful = Array.from(cost.keys()).filter((i) => gain[i]! > 0 && Number.isFinite(cost[i]!));
  useful.sort((i, j) => cost[i]! / gain[i]! - cost[j]! / gain[j]! || gain[j]! - gain[i]! || i - j);
  const problem: Problem = {
    at: Int32Array.from(useful),
    cost: Float64Array.from(useful, (i) => cost[i]!),
    gain: Float64Array.from(useful, (i) => gain[i]!),
    costs: new Float64Array(useful.length + 1),
    gains: new Float64Array(useful.length + 1),
  };
  for (let k = 0; k < useful.length; k++) {
    problem.costs[k + 1] = problem.costs[k]! + problem.cost[k]!;
    problem.gains[k + 1] = problem.gains[k]! + problem.gain[k]!;
  }
  return problem;
}

/** Nothing needed, nothing known, or not enough to be had. */
function simpleCase(problem: Problem, need: number): Cover | undefined {
  const nothing = { ...outcome(problem, []), nodes: 0, gap: 0, lowerBound: 0 };
  if (need <= 0) return { ...nothing, feasible: true, optimal: true, notes: [] };
  const most = problem.gains[problem.at.length]!;
  if (most >= need) return undefined;
  return {
    ...nothing,
    cost: Number.NaN,
    lowerBound: Number.NaN,
    gap: Number.NaN,
    feasible: false,
    optimal: false,
    notes: [
      {
        code: "degenerate",
        text: Number.isNaN(need)
          ? "What is needed is not known."
          : `All candidates together gain ${most.toPrecision(6)} of the ${need.toPrecision(6)} needed.`,
      },
    ],
  };
}

function outcome({ at, cost, gain }: Problem, taken: readonly number[]) {
  return {
    chosen: Int32Array.from(taken, (k) => at[k]!).sort(),
    cost: taken.reduce((total, k) => total + cost[k]!, 0),
    gain: taken.reduce((total, k) => total + gain[k]!, 0),
  };
}

function takeInOrder({ cost, gain }: Problem, need: number) {
  const taken: number[] = [];
  let gained = 0;
  for (let k = 0; gained < need && k < gain.length; k++) {
    taken.push(k);
    gained += gain[k]!;
  }
  const dearest = [...taken].sort((i, j) => cost[j]! - cost[i]!);
  for (const k of dearest) {
    if (gained - gain[k]! < need) continue;
    gained -= gain[k]!;
    taken.splice(taken.indexOf(k), 1);
  }
  return { taken, cost: taken.reduce((total, k) => total + cost[k]!, 0) };
}
