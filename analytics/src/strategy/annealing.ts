import type { Table, Vector } from "../core/matrix.ts";
import { below, type Random, seeded } from "../core/random.ts";
import { type Space, spaceOf } from "./diffusion.ts";
import {
  type DiffusionOrder,
  type DiffusionOrderOptions,
  type DiffusionStrategy,
  STRATEGIES,
  timed,
  turnsOf,
  waiting,
  walk,
} from "./diffusion-order.ts";

export type AnnealingOptions = DiffusionOrderOptions & {
  /** Changes to try: 20,000 unless given. */
  steps?: number;
  /** Temperature at the start, as a part of the expected time per activity: 1 unless given. It falls to a thousandth of that. */
  temperature?: number;
};

export type AnnealedOrder = DiffusionOrder & {
  /** The strategy it began with, the quickest of the five. */
  from: DiffusionStrategy;
  /** What that one takes. */
  startingTime: number;
};

/**
 * Looks for an order that takes less time than any of the five strategies, by simulated annealing: one activity after the
 * other is moved to another place, what is better is kept, what is worse sometimes, ever more rarely.
 *
 * Takes what `diffusionOrder` takes. Begins with the quickest of the five strategies and returns the best order seen, so that it is
 * never slower than they; the same seed gives the same order. There is no proof that it is the best of all.
 *
 * O(steps × activities²) at worst; about a third of that, since only what lies between the two places is computed again.
 *
 * S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, "Optimization by Simulated Annealing", Science 220 (1983), 671–680.
 *
 * @example
 * const network = [[0, 1, 1, 0], [1, 0, 1, 0], [1, 1, 0, 1], [0, 0, 1, 0]];
 * const { expectedTime, startingTime } = annealDiffusionOrder(network, [1, 0, 0, 0], { steps: 100 });
 * expectedTime <= startingTime; // true
 */
export function annealDiffusionOrder(
  network: Table,
  active: Vector,
  options: AnnealingOptions = {},
): AnnealedOrder {
  const { seed = 1, steps = 20_000, temperature = 1, ...law } = options;
  const space = spaceOf(network, active, law);
  const random = seeded(seed);
  const [from, start] = quickest(space, random);
  const { order, times, expectedTime } = start;
  const most = order.length;
  const turns = turnsOf(space, order);
  const now = order.slice();
  const waits = times.slice();
  let best = order;
  let bestTime = expectedTime;
  let time = expectedTime;
  const hottest = (temperature * expectedTime) / Math.max(1, most);
  for (let step = 0; step < steps && most > 1; step++) {
    const heat = hottest * 0.001 ** (step / steps);
    const a = below(random, most);
    const b = below(random, most);
    const change = move(space, now, turns, waits, a, b);
    if (change <= 0 || random() < Math.exp(-change / heat)) {
      time += change;
      if (time < bestTime * (1 - 1e-12)) {
        best = now.slice();
        bestTime = time;
      }
    } else move(space, now, turns, waits, b, a);
  }
  const isIn = Uint8Array.from(turns, (turn) => (turn < most ? 1 : 0));
  return { ...timed(space, best, isIn), from, startingTime: expectedTime };
}

function quickest(space: Space, random: Random): [DiffusionStrategy, DiffusionOrder] {
  const walks = STRATEGIES.map((strategy): [DiffusionStrategy, DiffusionOrder] => [
    strategy,
    walk(space, strategy, random),
  ]);
  return walks.reduce((one, other) => (other[1].expectedTime < one[1].expectedTime ? other : one));
}

/** Moves what is at place `a` to place `b`, in place; returns by how much the time changes. */
function move(
  space: Space,
  order: Int32Array,
  turns: Int32Array,
  waits: Float64Array,
  a: number,
  b: number,
): number {
  const moved = order[a]!;
  if (a < b) order.copyWithin(a, a + 1, b + 1);
  else order.copyWithin(b + 1, b, a);
  order[b] = moved;
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  for (let k = low; k <= high; k++) turns[order[k]!] = k;
  let change = 0;
  for (let k = low; k <= high; k++) {
    const wait = waiting(space, order, turns, k);
    change += wait - waits[k]!;
    waits[k] = wait;
  }
  return Number.isNaN(change) ? Number.POSITIVE_INFINITY : change;
}
