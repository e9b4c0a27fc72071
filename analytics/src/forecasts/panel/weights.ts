import { Matrix } from "../../core/matrix.ts";
import { solveSymmetric } from "../solve.ts";
import type { Growth, Periods } from "./growth.ts";
import { SIGNALS } from "./growth.ts";

const COUNT = SIGNALS.length;
/** Beyond so many cells an origin, every so-manieth of the smaller half is taken for the rest. */
const MOST_CELLS = 40_000;
const ROUNDS = 20;

/** What the change of a cell over some periods is made of: one weight for each signal. */
export type Weights = Float64Array;

/** The weights before anything was learnt, for one period ahead. */
export const startWeights = (): Weights => Float64Array.from(SIGNALS, ({ start }) => start);

/** Those for `ahead` periods from those for one less, as changes fade. */
export const longer = (weights: Weights, ahead: number): Weights =>
  weights.map((weight, k) => (weight * faded(SIGNALS[k]!.fade, ahead)) / faded(SIGNALS[k]!.fade, ahead - 1));

const faded = (fade: number, ahead: number) => {
  let sum = 0;
  for (let h = 0; h < ahead; h++) sum += fade ** h;
  return sum;
};

/** Cells of one origin with what came of them: signals packed row after row. */
type Sample = { signals: Float64Array; change: Float64Array; least: Float64Array; weight: Float64Array };

/**
 * The weights that would have forecast the past best: least absolute error over all origins whose outcome is known, by
 * iteratively reweighted least squares, drawn towards `prior` as strongly as each signal's number of origins says.
 */
export function learnWeights(
  panel: Periods,
  growths: readonly Growth[],
  origins: readonly number[],
  ahead: number,
  prior: Weights,
): Weights {
  const samples = origins.map((origin) => sampleOf(panel, growths[origin]!, origin, ahead));
  let weights = prior;
  if (samples.every((sample) => sample.change.length === 0)) return weights;
  for (let round = 0; round < ROUNDS; round++) {
    const next = oneRound(samples, weights, prior);
    const moved = next.reduce((most, weight, k) => Math.max(most, Math.abs(weight - weights[k]!)), 0);
    weights = next;
    if (moved < 1e-3 * ahead) break;
  }
  return weights;
}

function sampleOf({ tables }: Periods, growth: Growth, origin: number, ahead: number): Sample {
  const from = tables[origin]!;
  const to = tables[origin + ahead]!;
  const cells: number[] = [];
  for (let k = 0; k < from.length; k++) if (from[k]! > 0 && !Number.isNaN(to[k]!)) cells.push(k);
  const { kept, weight } = thinned(cells, from);
  const signals = new Float64Array(kept.length * COUNT);
  const row = new Float64Array(COUNT);
  const change = new Float64Array(kept.length);
  const least = new Float64Array(kept.length);
  const floor = kept.reduce((sum, cell) => sum + from[cell]!, 0) / Math.max(1, kept.length) / 500;
  kept.forEach((cell, n) => {
    const level = growth.signals(cell, row);
    signals.set(row, n * COUNT);
    change[n] = to[cell]! - level;
    // Below this an error counts as none, so that no cell decides alone.
    least[n] = floor + 0.002 * level;
  });
  return { signals, change, least, weight };
}

/** All cells of a panel that is small; of a large one the larger half of what fits, and some of the others for all of them. */
function thinned(cells: number[], amounts: Float64Array): { kept: number[]; weight: Float64Array } {
  if (cells.length <= MOST_CELLS) return { kept: cells, weight: new Float64Array(cells.length).fill(1) };
  const sorted = cells.toSorted((a, b) => amounts[b]! - amounts[a]!);
  const half = MOST_CELLS / 2;
  const every = Math.ceil((cells.length - half) / half);
  const rest = sorted.slice(half).filter((_, k) => k % every === 0);
  const kept = [...sorted.slice(0, half), ...rest];
  return { kept, weight: Float64Array.from(kept, (_, k) => (k < half ? 1 : every)) };
}

function oneRound(samples: readonly Sample[], weights: Weights, prior: Weights): Weights {
  const left = new Matrix(COUNT, COUNT);
  const right = new Matrix(COUNT, 1);
  const m = left.values;
  const v = right.values;
  for (const { signals, change, least, weight } of samples)
    for (let n = 0, at = 0; n < change.length; n++, at += COUNT) {
      let off = change[n]!;
      for (let k = 0; k < COUNT; k++) off -= weights[k]! * signals[at + k]!;
      const w = weight[n]! / Math.max(Math.abs(off), least[n]!);
      for (let k = 0; k < COUNT; k++) {
        const x = w * signals[at + k]!;
        if (x === 0) continue;
        v[k]! += x * change[n]!;
        for (let j = 0; j <= k; j++) m[k * COUNT + j]! += x * signals[at + j]!;
      }
    }
  const largest = m.reduce((most, value) => Math.max(most, value), 0);
  for (let k = 0; k < COUNT; k++) {
    for (let j = 0; j < k; j++) m[j * COUNT + k] = m[k * COUNT + j]!;
  }
  for (let k = 0; k < COUNT; k++) {
    // A signal that never stirs stays where it began.
    const pull = (SIGNALS[k]!.origins * m[k * COUNT + k]!) / samples.length + 1e-9 * largest + 1e-12;
    m[k * COUNT + k]! += pull;
    v[k]! += pull * prior[k]!;
  }
  return solveSymmetric(left, right).values;
}
