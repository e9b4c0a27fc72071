import { circleSignal } from "./circle.ts";
import {
  availabilitySignal,
  complementaritySignal,
  languageSignal,
  placeSignal,
  sizeSignal,
} from "./circumstances.ts";
import { experienceSignal, freshnessSignal } from "./history.ts";
import { networkSignal } from "./network.ts";
import type { Signal } from "./signal.ts";
import type { Situation } from "./situation.ts";
import { textSignal, votesOf } from "./text.ts";

/** The signals that an ask gives rise to, all but feedback. */
export function signalsOf(situation: Situation, circleOf?: readonly string[]): Signal[] {
  const votes = votesOf(situation);
  return [
    textSignal(situation, votes),
    circleSignal(situation, votes, circleOf),
    networkSignal(situation),
    experienceSignal(situation),
    freshnessSignal(situation),
    placeSignal(situation),
    sizeSignal(situation),
    availabilitySignal(situation),
    languageSignal(situation),
    complementaritySignal(situation),
  ].filter((signal) => signal !== null);
}
