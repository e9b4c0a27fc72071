import { arithmeticIndex, geometricIndex, rankIntervals } from "@kontor/analytics";
import { quantile } from "d3-array";
import type { Looked } from "../assessments/scoring.ts";
import { sectionScores } from "../assessments/scoring.ts";
import type { Questionnaire } from "../questionnaires/schema.ts";

/** Tables with the gaps filled, and draws of weights in each: 1,000 in all. */
const FILLINGS = 20;
const DRAWS = 50;
/** How far each weight is moved, as a share of itself. */
export const SPREAD = 0.25;
export const ALL_DRAWS = FILLINGS * DRAWS;

export interface Interval {
  low: number;
  high: number;
}

export interface Uncertainty {
  /** Of the index, 0 to 100, in which 90 % of the draws lie. */
  index: Interval;
  /** Of the rank, likewise; `null` for one that cannot be ranked. */
  rank: Interval | null;
}

/**
 * What of an index is owed to the choice of weights and to missing answers: a missing answer is drawn from what others said to the same
 * question, every weight from 75 to 125 % of itself, the aggregation from both. The same seed gives the same result.
 */
export function uncertainty(
  questionnaire: Questionnaire,
  units: readonly (readonly Looked[])[],
  weights: readonly number[],
  seed: number,
): Uncertainty[] {
  const random = seeded(seed);
  const said = new Map<string, number[]>();
  for (const unit of units)
    for (const { key, score } of unit) if (score !== null) said.set(key, [...(said.get(key) ?? []), score]);
  // Where too few have said anything to a question, any score is as likely as any other.
  const draw = (key: string) => {
    const pool = said.get(key) ?? [];
    return pool.length >= 5 ? pool[Math.floor(random() * pool.length)]! : random() * 100;
  };

  const indices: number[][] = units.map(() => []);
  const frequency = units.map(() => new Float64Array(units.length));
  for (let filling = 0; filling < FILLINGS; filling++) {
    const table = units.map((unit) =>
      sectionScores(
        questionnaire,
        unit.map((one) => (one.score === null ? { ...one, score: draw(one.key) } : one)),
      ).map((score) => (Number.isNaN(score) ? 50 : score) / 100),
    );
    for (let at = 0; at < DRAWS; at++) {
      const moved = weights.map((weight) => weight * (1 - SPREAD + 2 * SPREAD * random()));
      const mean = random() < 0.5 ? arithmeticIndex : geometricIndex;
      mean(table, { weights: moved }).forEach((value, unit) => {
        indices[unit]!.push(value * 100);
      });
    }
    if (units.length < 2) continue;
    const ranks = rankIntervals(table, { weights, weightSpread: SPREAD, draws: DRAWS, seed: seed + filling });
    frequency.forEach((own, unit) => {
      for (let rank = 0; rank < units.length; rank++)
        own[rank]! += ranks.frequency.values[unit * units.length + rank]! / FILLINGS;
    });
  }
  return indices.map((values, unit) => ({
    index: { low: quantile(values, 0.05) ?? Number.NaN, high: quantile(values, 0.95) ?? Number.NaN },
    rank: units.length < 2 ? null : rankBounds(frequency[unit]!),
  }));
}

function rankBounds(frequency: Float64Array): Interval | null {
  const total = frequency.reduce((sum, share) => sum + share, 0);
  if (total === 0) return null;
  let sum = 0;
  let low = 0;
  for (let rank = 0; rank < frequency.length; rank++) {
    sum += frequency[rank]! / total;
    if (low === 0 && sum > 0.05 - 1e-9) low = rank + 1;
    if (sum >= 0.95 - 1e-9) return { low, high: rank + 1 };
  }
  return { low, high: frequency.length };
}

/** Mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
