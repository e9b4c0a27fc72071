import type { SignalName } from "../types.ts";

/**
 * What each signal counts. All of them are between 0 and 1 and never count against anybody, so an organisation that
 * does better in one and no worse in the others never falls behind: the model is monotone, and a score is read off as
 * a sum.
 *
 *     score = Σ weight(s) · value(s) / Σ weight(s) of the signals that the ask gives rise to
 *
 * The weights of text, circle, network, experience and freshness are learnt from who joined which research consortium
 * (see `eval/`); the others are set by hand until a cluster's own outcomes say better: see {@link learn}.
 */
export type Weights = Readonly<Record<SignalName, number>>;

export const startWeights: Weights = {
  text: 1,
  circle: 0.35,
  network: 0.4,
  experience: 0.05,
  freshness: 0.1,
  place: 0.1,
  size: 0.05,
  availability: 0.05,
  language: 0.05,
  complementarity: 0.25,
  feedback: 0.3,
};

/** The order in which signals are written and kept. */
export const signalNames = Object.keys(startWeights) as SignalName[];
