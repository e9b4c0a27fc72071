import type { Clockwork } from "./clockwork.ts";
import { Closing } from "./gaps.ts";
import type { Random } from "./random.ts";
import { Search } from "./search.ts";
import type { Seating } from "./seating.ts";

const PARTS = 70;
const CLOSING_PARTS = 30;
const STEPS_PER_PAIR = 80;
/** In small events, where a step is quick and every talk counts. */
const STEPS_PER_FEW = 1000;
const FEW_STEPS = 50_000;
/** Gaps that may come about in a step at the start, with a chance of 1/e. */
const CLOSING_WARMTH = 0.5;
const CLOSING_STEPS_PER_TALK = 200;
const COLDEST = 0.03;

export type Course = {
  random: Random;
  clock: Clockwork;
  effort: number;
  /** Score that may be lost in a step at the start, with a chance of 1/e. */
  warmth: number;
  /** Never fewer talks than these. */
  least: number;
};

/** Raises the score of a seating, and leaves the best that was seen. */
export async function improve(
  seating: Seating,
  { random, clock, effort, warmth, least }: Course,
): Promise<void> {
  const search = new Search(seating, random);
  const steps = Math.ceil((effort * stepsFor(seating.model.pairs)) / PARTS);
  let best = { score: seating.score, slotOf: seating.slotOf.slice() };
  for (let part = 0; part < PARTS && !clock.isOver(); part++) {
    const temperature = warmth * (COLDEST / warmth) ** (part / (PARTS - 1));
    for (let k = 0; k < steps; k++) search.step(temperature, least);
    if (seating.score > best.score) best = { score: seating.score, slotOf: seating.slotOf.slice() };
    await clock.report({
      done: (part + 1) / (PARTS + CLOSING_PARTS),
      score: best.score,
      talks: seating.talks,
    });
  }
  if (seating.score < best.score) seating.take(best.slotOf);
  search.fill();
}

const stepsFor = (pairs: number) =>
  Math.max(STEPS_PER_PAIR * pairs, Math.min(FEW_STEPS, STEPS_PER_FEW * pairs));

/** Closes gaps without changing the score, and leaves the arrangement with the fewest that was seen. */
export async function closeGaps(seating: Seating, { random, clock, effort }: Course): Promise<void> {
  const closing = new Closing(seating, random);
  const steps = Math.ceil((effort * CLOSING_STEPS_PER_TALK * seating.talks) / CLOSING_PARTS);
  let best = { gaps: closing.gaps, slotOf: seating.slotOf.slice() };
  for (let part = 0; part < CLOSING_PARTS && closing.gaps > 0 && !clock.isOver(); part++) {
    const temperature = CLOSING_WARMTH * 0.1 ** (part / (CLOSING_PARTS - 1));
    for (let k = 0; k < steps; k++) closing.step(temperature);
    if (closing.gaps < best.gaps) best = { gaps: closing.gaps, slotOf: seating.slotOf.slice() };
    const done = (PARTS + part + 1) / (PARTS + CLOSING_PARTS);
    await clock.report({ done, score: seating.score, talks: seating.talks });
  }
  if (best.gaps < closing.gaps) seating.take(best.slotOf);
}
