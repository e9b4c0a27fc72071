import { type Mixes, type SignalName, startMixes, startWeights, type Weights } from "../src/index.ts";
// Training looks at the parts of the signals, which nobody else has a use for.
import { signalsFor } from "../src/ranking/score.ts";
import type { Consortia, Query } from "./data.ts";
import { askOf, casesOf, corpusOf, type Track } from "./tracks.ts";

/** What is learnt here; the other signals have nothing to say in this data and keep their start weights. */
const LEARNT: readonly SignalName[] = ["text", "circle", "network", "experience", "freshness", "place"];
/** Nothing in the data says how far organisations are from each other or from anything. */
const UNSEEN = new Set(["place.near"]);
/** Of those that did not join, so many with the most votes are kept, and so many of the rest, evenly spread. */
const NEAREST = 150;
const DRAWN = 100;
const PENALTY = 1e-4;
const ROUNDS = 250;

export type Model = { weights: Weights; mixes: Mixes };
/** `stands`: for how many each row stands. */
type Case = { width: number; values: Float32Array; stands: Float64Array; good: number[] };

export const partNames = LEARNT.flatMap((name) =>
  Object.keys(startMixes[name]).map((part) => `${name}.${part}`),
);

/** What every part says about the candidates of each query: those that joined, and a sample of the others. */
export function casesFor(
  data: Consortia,
  tracks: readonly Track[],
  chosen: (query: Query) => boolean,
): Case[] {
  const corpus = corpusOf(data);
  const ask = askOf(data);
  return tracks.flatMap((track) =>
    casesOf(data, track)
      .filter(({ query }) => chosen(query))
      .map(({ query, right }) => {
        const { situation, signals, found } = signalsFor(corpus, ask(query, track), {});
        const byName = new Map(signals.map((signal) => [signal.name, signal]));
        const candidates = [...found].filter(situation.eligible);
        const partsOf = (organisation: number) =>
          LEARNT.flatMap((name) => {
            const signal = byName.get(name);
            return signal ? [...signal.parts(organisation)] : Object.keys(startMixes[name]).map(() => 0);
          });
        const isRight = (organisation: number) => right.has(corpus.organisations[organisation]!.id);
        const good = candidates.filter(isRight);
        const text = byName.get("text")!;
        const others = candidates
          .filter((organisation) => !isRight(organisation))
          .map((organisation) => ({ organisation, votes: text.parts(organisation)[0]! }))
          .sort((a, b) => b.votes - a.votes)
          .map(({ organisation }) => organisation);
        const near = others.slice(0, NEAREST);
        const far = others.slice(NEAREST);
        const stride = Math.max(1, Math.ceil(far.length / DRAWN));
        const drawn = far.filter((_, i) => i % stride === Math.floor(stride / 2));
        const kept = [...good, ...near, ...drawn];
        return {
          width: partNames.length,
          values: Float32Array.from(kept.flatMap(partsOf)),
          stands: Float64Array.from(kept, (_, i) =>
            i < good.length + near.length ? 1 : far.length / drawn.length,
          ),
          good: good.map((_, i) => i),
        };
      })
      .filter(({ good }) => good.length > 0),
  );
}

/**
 * Weights of the parts, none below 0, that make those who joined most likely to be chosen (softmax over the
 * candidates of a query, as in `learn`). Accelerated projected gradient descent; deterministic.
 */
export function fit(cases: readonly Case[]): Float64Array {
  const width = partNames.length;
  let weights = new Float64Array(width).fill(0.5);
  let ahead = weights.slice();
  let momentum = 1;
  let step = 1;
  let loss = lossAt(cases, ahead);
  for (let round = 0; round < ROUNDS; round++) {
    for (;;) {
      const next = ahead.map((weight, i) =>
        UNSEEN.has(partNames[i]!) ? 0 : Math.max(0, weight - step * loss.slope[i]!),
      );
      let [linear, square] = [0, 0];
      for (const [i, weight] of next.entries()) {
        const moved = weight - ahead[i]!;
        linear += loss.slope[i]! * moved;
        square += moved * moved;
      }
      const there = lossAt(cases, next);
      if (there.value > loss.value + linear + square / (2 * step) + 1e-12) {
        step /= 2;
        continue;
      }
      const later = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      const before = weights;
      ahead = next.map((weight, i) => weight + ((momentum - 1) / later) * (weight - before[i]!));
      [weights, momentum] = [next, later];
      loss = lossAt(cases, ahead);
      step *= 1.2;
      break;
    }
  }
  return weights;
}

function lossAt(cases: readonly Case[], weights: Float64Array): { value: number; slope: Float64Array } {
  const slope = new Float64Array(weights.length);
  let [value, total] = [0, 0];
  for (const { width, values, stands, good } of cases) {
    const rows = values.length / width;
    const scores = new Float64Array(rows);
    let most = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < rows; row++) {
      let score = 0;
      for (let i = 0; i < width; i++) score += weights[i]! * values[row * width + i]!;
      scores[row] = score;
      if (score > most) most = score;
    }
    let all = 0;
    for (let row = 0; row < rows; row++) all += stands[row]! * Math.exp(scores[row]! - most);
    // A query with more that are right says more, but not in proportion.
    const say = Math.sqrt(Math.min(5, good.length));
    total += say;
    for (let row = 0; row < rows; row++) {
      const chance = (say * stands[row]! * Math.exp(scores[row]! - most)) / all;
      for (let i = 0; i < width; i++) slope[i]! += chance * values[row * width + i]!;
    }
    for (const row of good) {
      value -= (say / good.length) * (scores[row]! - most - Math.log(all));
      for (let i = 0; i < width; i++) slope[i]! -= (say / good.length) * values[row * width + i]!;
    }
  }
  value /= total;
  for (const [i, weight] of weights.entries()) {
    slope[i] = slope[i]! / total + 2 * PENALTY * weight;
    value += PENALTY * weight * weight;
  }
  return { value, slope };
}

/** The learnt weights in the shape of the library's: text counts 1, and the parts of each signal add up to 1. */
export function modelOf(learnt: ArrayLike<number>): Model {
  const weights: Record<string, number> = { ...startWeights };
  const mixes: Record<string, Record<string, number>> = { ...startMixes };
  const sum = (name: SignalName) =>
    partNames.reduce((all, part, i) => all + (part.startsWith(`${name}.`) ? learnt[i]! : 0), 0);
  const text = sum("text");
  for (const name of LEARNT) {
    const all = sum(name);
    weights[name] = all / text;
    if (all === 0) continue;
    mixes[name] = Object.fromEntries(
      Object.keys(startMixes[name]).map((part) => [
        part,
        learnt[partNames.indexOf(`${name}.${part}`)]! / all,
      ]),
    );
  }
  return { weights: weights as Weights, mixes: mixes as Mixes };
}
