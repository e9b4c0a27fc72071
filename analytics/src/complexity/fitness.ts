import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { AnalyticsError } from "../core/error.ts";
import type { Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { trimToCore } from "../presence/core.ts";
import { untrimmed } from "./portfolio.ts";

export type FitnessOptions = {
  /** Exactly so many updates, converged or not. Unless given, until nothing moves any more. */
  iterations?: number;
  /** Settled when no value moves by more than this part of the mean, which is 1: 1e-10 unless given. */
  tolerance?: number;
  /** Gives up after so many: 1,000 unless given. */
  mostIterations?: number;
  /** How much the least fit region that has an activity decides about it: 1 unless given. */
  extremality?: number;
  /** "economiccomplexity": 19 updates. */
  convention?: Convention;
};

export type Fitness = {
  /** One for each region, mean 1. */
  fitness: Float64Array;
  /** One for each activity, mean 1. */
  complexity: Float64Array;
  iterations: number;
  converged: boolean;
  notes: Note[];
};

/**
 * Fitness of regions and complexity of activities: the non-linear alternative to ECI. A region is fit by the sum of the
 * complexities of what it has; one unfit region that has it is enough to show that an activity is not complex.
 *
 *     F'(r) = Σ_c M(r, c) Q(c),   Q'(c) = 1 / (Σ_r M(r, c) F(r)^-γ)^(1/γ)
 *
 * starting from 1, both from the values before (Jacobi), both divided by their mean after each step; γ is the extremality.
 *
 * Takes a presence (regions × activities). Empty ones are trimmed, `NaN`, and listed in a note. Where the presence is not
 * nested enough, some values fall to 0 ever more slowly instead of settling: `converged` is then false and a note says so;
 * their ranking is still good. O(ones × iterations).
 *
 * A. Tacchella, M. Cristelli, G. Caldarelli, A. Gabrielli and L. Pietronero, "A New Metrics for Countries' Fitness and
 * Products' Complexity", Scientific Reports 2 (2012), 723. Extremality: M. S. Mariani, A. Vidmer, M. Medo and Y.-C. Zhang,
 * "Measuring economic complexity of countries and products: which metric to use?", European Physical Journal B 88 (2015), 293.
 * Convergence: E. Pugliese, A. Zaccaria and L. Pietronero, "On the convergence of the Fitness-Complexity Algorithm", European
 * Physical Journal Special Topics 225 (2016), 1893–1911.
 *
 * @example
 * const { fitness, converged } = economicFitness([[1, 1], [1, 0]], { iterations: 1 });
 * fitness; // [1.3333333333333333, 0.6666666666666666]
 */
export function economicFitness(table: Presence | Table, options: FitnessOptions = {}): Fitness {
  checkWords(options, { convention: CONVENTIONS });
  const { convention, iterations = convention === "economiccomplexity" ? 19 : undefined } = options;
  const { tolerance = 1e-10, mostIterations = 1000, extremality = 1 } = options;
  for (const [name, value] of Object.entries({
    iterations: iterations ?? 0,
    mostIterations,
    tolerance,
  }))
    if (!(value >= 0))
      throw new AnalyticsError("option", `${value} for ${name} cannot be`, "Give a number from 0.");
  if (!(extremality > 0))
    throw new AnalyticsError(
      "option",
      `An extremality of ${extremality} cannot be`,
      "Give a number above 0.",
    );
  const presence = Presence.from(table);
  const core = trimToCore(presence);
  const last = iterations ?? mostIterations;
  const state = begin(core.presence, extremality);
  let moved = Number.POSITIVE_INFINITY;
  let done = 0;
  while (done < last && (iterations !== undefined || moved > tolerance)) {
    moved = update(state);
    done++;
  }
  const converged = moved <= tolerance;
  const notes = [...core.notes];
  if (!converged && iterations === undefined)
    notes.push({
      code: "not-converged",
      text: `After ${done} updates some values still moved by ${moved.toPrecision(1)}; small ones may be on their way to 0.`,
    });
  return {
    fitness: untrimmed(state.fitness, core.regions, presence.rows),
    complexity: untrimmed(state.complexity, core.activities, presence.columns),
    iterations: done,
    converged,
    notes,
  };
}

type State = { presence: Presence; extremality: number; fitness: Float64Array; complexity: Float64Array };

const begin = (presence: Presence, extremality: number): State => ({
  presence,
  extremality,
  fitness: new Float64Array(presence.rows).fill(1),
  complexity: new Float64Array(presence.columns).fill(1),
});

/** One step of both sides, from the values before; says by how much the value that moved most did. */
function update(state: State): number {
  const { presence, extremality, fitness, complexity } = state;
  const { starts, indices } = presence;
  const nextFitness = new Float64Array(presence.rows);
  const burden = new Float64Array(presence.columns);
  for (let r = 0; r < presence.rows; r++) {
    const weight = extremality === 1 ? 1 / fitness[r]! : fitness[r]! ** -extremality;
    let total = 0;
    for (let k = starts[r]!; k < starts[r + 1]!; k++) {
      const c = indices[k]!;
      total += complexity[c]!;
      burden[c]! += weight;
    }
    nextFitness[r] = total;
  }
  const nextComplexity =
    extremality === 1 ? burden.map((x) => 1 / x) : burden.map((x) => x ** (-1 / extremality));
  state.fitness = overMean(nextFitness);
  state.complexity = overMean(nextComplexity);
  return Math.max(distance(fitness, state.fitness), distance(complexity, state.complexity));
}

function overMean(values: Float64Array): Float64Array {
  let total = 0;
  for (const value of values) total += value;
  const mean = total / values.length;
  for (let i = 0; i < values.length; i++) values[i]! /= mean;
  return values;
}

function distance(before: Float64Array, after: Float64Array): number {
  let most = 0;
  for (let i = 0; i < before.length; i++) most = Math.max(most, Math.abs(after[i]! - before[i]!));
  return most;
}
