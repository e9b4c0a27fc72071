import type { Table, Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { oneOf } from "../core/one-of.ts";
import { below, type Random, seeded } from "../core/random.ts";
import { chance, type DiffusionLaw, type Space, spaceOf } from "./diffusion.ts";

/**
 * What to enter next. "greedy": what is most likely to succeed. "majority": what has the most active neighbours. "high
 * degree", "low degree": what has the most, the fewest neighbours. "random": anything possible.
 */
export type DiffusionStrategy = "greedy" | "majority" | "high degree" | "low degree" | "random";

export type DiffusionOrderOptions = DiffusionLaw & {
  /** For "random" and for annealing: 1 unless given. */
  seed?: number;
};

export type DiffusionOrder = {
  /** Activities in the order they are entered; those that cannot be reached are missing. */
  order: Int32Array;
  /** Expected periods until each of them succeeds, 1 / p, in the same order. */
  times: Float64Array;
  /** Their sum: expected periods until all are there, one tried at a time. */
  expectedTime: number;
  notes: Note[];
};

/**
 * Walks through a network of activities by a strategy, always trying one activity until it succeeds, and says how long that is
 * expected to take.
 *
 *     expected time = Σ 1 / p(c),   p as in `diffusionProbability` when c's turn has come
 *
 * Takes a network and who is active, as `diffusionProbability` does. Every strategy chooses among the activities with
 * a chance above 0; ties go to the first. Activities in no connection with an active one are never reached, and noted.
 *
 * O(activities²).
 *
 * A. Alshamsi, F. L. Pinheiro and C. Hidalgo, Nature Communications 9 (2018), 1328.
 *
 * @example
 * const network = [[0, 1, 1, 0], [1, 0, 1, 0], [1, 1, 0, 1], [0, 0, 1, 0]];
 * const { order, expectedTime } = diffusionOrder(network, [1, 0, 0, 0], "greedy");
 * order; // [1, 2, 3]
 * expectedTime; // 4.5
 */
export function diffusionOrder(
  network: Table,
  active: Vector,
  strategy: DiffusionStrategy,
  options: DiffusionOrderOptions = {},
): DiffusionOrder {
  const { seed = 1, ...law } = options;
  const space = spaceOf(network, active, law);
  return walk(space, strategy, seeded(seed));
}

export function walk(space: Space, strategy: DiffusionStrategy, random: Random): DiffusionOrder {
  const preference =
    PREFERENCES[oneOf(strategy, Object.keys(PREFERENCES) as DiffusionStrategy[], "strategy")];
  const n = space.active.length;
  const isIn = Uint8Array.from(space.active);
  const near = space.near.slice();
  const order: number[] = [];
  for (;;) {
    const next = choose(space, isIn, near, preference, random);
    if (next < 0) break;
    order.push(next);
    isIn[next] = 1;
    const row = space.links.row(next);
    for (let c = 0; c < n; c++) near[c]! += row[c]!;
  }
  return timed(space, Int32Array.from(order), isIn);
}

type Preference = ((space: Space, near: number, c: number) => number) | "any";

const PREFERENCES: Record<DiffusionStrategy, Preference> = {
  greedy: chance,
  majority: (_, near) => near,
  "high degree": ({ whole }, _, c) => whole[c]!,
  "low degree": ({ whole }, _, c) => -whole[c]!,
  random: "any",
};

export const STRATEGIES = Object.keys(PREFERENCES) as DiffusionStrategy[];

function choose(
  space: Space,
  isIn: Uint8Array,
  near: Float64Array,
  preference: Preference,
  random: Random,
): number {
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  let seen = 0;
  for (let c = 0; c < isIn.length; c++) {
    if (isIn[c] || !(near[c]! > 0)) continue;
    if (preference === "any") {
      // Each of those seen so far is kept with the same chance.
      if (below(random, ++seen) === 0) best = c;
      continue;
    }
    const value = preference(space, near[c]!, c);
    if (value > highest) {
      highest = value;
      best = c;
    }
  }
  return best;
}

export function timed(space: Space, order: Int32Array, isIn: Uint8Array): DiffusionOrder {
  const turns = turnsOf(space, order);
  const times = Float64Array.from(order, (_, k) => waiting(space, order, turns, k));
  const left = Array.from(isIn.keys()).filter((c) => !isIn[c]);
  return {
    order,
    times,
    expectedTime: times.reduce((total, time) => total + time, 0),
    notes:
      left.length === 0
        ? []
        : [
            {
              code: "disconnected",
              text: `${left.length} activities have no connection with an active one and are never reached.`,
              positions: left,
            },
          ],
  };
}

/** When each activity's turn is: -1 for what is there from the start, past all others for what is never reached. */
export function turnsOf(space: Space, order: Int32Array): Int32Array {
  const turns = Int32Array.from(space.active, (isActive) => (isActive ? -1 : order.length));
  order.forEach((c, k) => {
    turns[c] = k;
  });
  return turns;
}

/** 1 / p of the k-th activity, given all that come before it. */
export function waiting(space: Space, order: Int32Array, turns: Int32Array, k: number): number {
  const c = order[k]!;
  const row = space.links.row(c);
  let near = 0;
  for (let i = 0; i < row.length; i++) if (turns[i]! < k) near += row[i]!;
  return 1 / chance(space, near, c);
}
