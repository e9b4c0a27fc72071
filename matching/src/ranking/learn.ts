import { MatchingError } from "../core/errors.ts";
import { signalNames, startWeights, type Weights } from "./signals/weights.ts";
import type { SignalName } from "./types.ts";

/**
 * What came of one ask: the organisations that were proposed, with their values in each signal (0..1, see
 * `signalValues`), and what came of each: 1 for good, 0 for nothing, anything between.
 */
export type Example = readonly { values: Readonly<Partial<Record<SignalName, number>>>; outcome: number }[];

export type LearnOptions = {
  /** The weights to start from and to stay near to; those of the library unless told. */
  start?: Weights;
  /** How many asks the start weights are worth: after as many, both have equal say. 50 unless told. */
  prior?: number;
};

export type Learnt = {
  weights: Weights;
  /** How many asks had both good and other outcomes; the others teach nothing. */
  used: number;
  /** Mean surprise per ask (nats) with the start weights and with those learnt; lower is better. */
  before: number;
  after: number;
};
/** How much a difference of scores says: with a difference of 1/SHARPNESS the better is chosen e times as often. */
const SHARPNESS = 6;
const ROUNDS = 400;

/**
 * Learns weights from outcomes. For every ask the good outcome is seen as chosen among those proposed, with chances
 * in proportion to e^(6 · score) (a conditional logit after McFadden); the weights that make the choices seen most
 * likely are found by projected gradient descent on
 *
 *     mean surprise · asks + prior · Σ (weight − start)² / (2 · start²)
 *
 * so that few examples move them little, none of them falls below 0 (the model stays monotone), and a signal no
 * example has keeps its weight. Deterministic; the order of the examples does not matter beyond rounding.
 *
 * D. McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior", 1974.
 *
 * @throws MatchingError `number` for values or outcomes outside 0..1, or a prior that is not above 0.
 */
export function learn(examples: readonly Example[], options: LearnOptions = {}): Learnt {
  const { start = startWeights, prior = 50 } = options;
  if (!(prior > 0)) throw new MatchingError("number", `The prior is ${prior}; it has to be above 0.`);
  for (const [i, example] of examples.entries()) check(example, i);
  const useful = examples.filter((example) => {
    const good = example.reduce((sum, { outcome }) => sum + outcome, 0);
    return good > 0 && good < example.length;
  });

  const at = signalNames.map((name) => start[name]);
  const scale = at.map((weight) => Math.max(weight, LEAST_SCALE));
  const before = surprise(useful, at);
  let weights = at;
  let loss = penalised(useful, weights, at, scale, prior);
  let step = 0.1 / Math.max(1, useful.length);
  for (let round = 0; round < ROUNDS && useful.length > 0; round++) {
    const slope = gradient(useful, weights, at, scale, prior);
    const next = weights.map((weight, i) => Math.max(0, weight - step * slope[i]!));
    const lossThere = penalised(useful, next, at, scale, prior);
    if (lossThere <= loss) {
      const gain = loss - lossThere;
      [weights, loss, step] = [next, lossThere, step * 1.3];
      if (gain < 1e-10 * (1 + Math.abs(loss))) break;
    } else step /= 2;
  }
  return {
    weights: Object.fromEntries(signalNames.map((name, i) => [name, weights[i]!])) as Weights,
    used: useful.length,
    before,
    after: surprise(useful, weights),
  };
}

/** Start weights near 0 could not move if their own size were the yardstick. */
const LEAST_SCALE = 0.05;

function check(example: Example, i: number) {
  for (const { values, outcome } of example) {
    for (const [what, value] of [...Object.entries(values), ["outcome", outcome] as const]) {
      if (!(value >= 0 && value <= 1)) {
        throw new MatchingError(
          "number",
          `${what} is ${value} in example ${i}; it has to be between 0 and 1.`,
        );
      }
    }
  }
}

const scoreOf = (values: Example[number]["values"], weights: readonly number[]) =>
  SHARPNESS * signalNames.reduce((sum, name, i) => sum + weights[i]! * (values[name] ?? 0), 0);

/** Chances of being chosen, and the part of the good outcome each had. */
function chances(example: Example, weights: readonly number[]) {
  const scores = example.map(({ values }) => scoreOf(values, weights));
  const most = Math.max(...scores);
  const raw = scores.map((score) => Math.exp(score - most));
  const all = raw.reduce((sum, value) => sum + value, 0);
  const good = example.reduce((sum, { outcome }) => sum + outcome, 0);
  return example.map(({ outcome }, i) => ({
    chance: raw[i]! / all,
    logChance: scores[i]! - most - Math.log(all),
    seen: outcome / good,
  }));
}

function surprise(examples: readonly Example[], weights: readonly number[]): number {
  let total = 0;
  for (const example of examples) {
    for (const { logChance, seen } of chances(example, weights)) total -= seen * logChance;
  }
  return examples.length > 0 ? total / examples.length : 0;
}

function penalised(
  examples: readonly Example[],
  weights: number[],
  start: number[],
  scale: number[],
  prior: number,
) {
  const away = weights.reduce((sum, weight, i) => sum + ((weight - start[i]!) / scale[i]!) ** 2, 0);
  return surprise(examples, weights) * examples.length + (prior * away) / 2;
}

function gradient(
  examples: readonly Example[],
  weights: number[],
  start: number[],
  scale: number[],
  prior: number,
) {
  const slope = weights.map((weight, i) => (prior * (weight - start[i]!)) / scale[i]! ** 2);
  for (const example of examples) {
    for (const [k, { chance, seen }] of chances(example, weights).entries()) {
      const { values } = example[k]!;
      for (const [i, name] of signalNames.entries())
        slope[i]! += SHARPNESS * (chance - seen) * (values[name] ?? 0);
    }
  }
  return slope;
}
