import { circleSignal, walkFrom } from "./circle.ts";
import {
  availabilitySignal,
  complementaritySignal,
  languageSignal,
  placeSignal,
  sizeSignal,
} from "./circumstances.ts";
import { feedbackSignal } from "./feedback.ts";
import { experienceSignal, freshnessSignal } from "./history.ts";
import { networkSignal } from "./network.ts";
import type { Signal } from "./signal.ts";
import type { Situation } from "./situation.ts";
import { textSignal, votesOf } from "./text.ts";

/** The signals that an ask gives rise to, and whom they speak of. */
export type Signals = {
  signals: Signal[];
  /** Organisations that text, circle or network lead to, or that have a competence or feedback; each once. */
  found: Int32Array;
  /** The part of the score that bad feedback takes off. */
  poor(organisation: number): number;
};

export function signalsOf(situation: Situation, circleOf?: readonly string[]): Signals {
  const { corpus } = situation;
  const votes = votesOf(situation);
  const walk = walkFrom(situation, votes, circleOf);
  const network = networkSignal(situation);
  const complementarity = complementaritySignal(situation);
  const feedback = feedbackSignal(situation);

  const found = new Uint8Array(corpus.organisations.length);
  for (const organisation of votes.voted) found[organisation] = 1;
  for (const organisation of votes.profile.keys()) found[organisation] = 1;
  for (const organisation of walk.reached) found[organisation] = 1;
  for (const organisation of network?.reached ?? []) found[organisation] = 1;
  for (const organisation of feedback?.praised ?? []) found[organisation] = 1;
  if (complementarity) {
    for (let at = 0; at < found.length; at++) if (complementarity.parts(at)[0]! > 0) found[at] = 1;
  }
  const list: number[] = [];
  for (let at = found.indexOf(1); at >= 0; at = found.indexOf(1, at + 1)) list.push(at);

  return {
    signals: [
      textSignal(situation, votes),
      circleSignal(situation, votes, walk),
      network,
      experienceSignal(situation),
      freshnessSignal(situation),
      placeSignal(situation),
      sizeSignal(situation),
      availabilitySignal(situation),
      languageSignal(situation),
      complementarity,
      feedback,
    ].filter((signal) => signal !== null),
    found: Int32Array.from(list),
    poor: feedback?.poor ?? (() => 0),
  };
}
