import type { SignalName } from "../types.ts";

/**
 * What each signal counts. All of them are between 0 and 1 and never count against anybody, so an organisation that
 * does better in one and no worse in the others never falls behind: the model is monotone, and a score is read off as
 * a sum.
 *
 *     score = Σ weight(s) · value(s) / Σ weight(s) of the signals that the ask gives rise to
 *
 * Set by hand, so that text decides and the rest tips the balance, and checked on who joined which research consortium,
 * where they do as well as weights learnt from it (see `eval/`). A cluster's own outcomes say better: see `learn`.
 */
export type Weights = Readonly<Record<SignalName, number>>;

export const startWeights: Weights = {
  text: 1,
  circle: 0.35,
  network: 0.4,
  experience: 0.05,
  freshness: 0.1,
  place: 0.15,
  size: 0.05,
  availability: 0.05,
  language: 0.05,
  complementarity: 0.25,
  feedback: 0.3,
};

/** The order in which signals are written and kept. */
export const signalNames = Object.keys(startWeights) as SignalName[];

/** What each signal is mixed from: names of its parts with what they count. */
export type Mixes = Readonly<Record<SignalName, Readonly<Record<string, number>>>>;

/**
 * The parts of each signal; those of a signal add up to 1, and more of one is never worse.
 *
 * - text: `votes` of the near documents, `nearest` the same with their squares, `usual` how much of all that the
 *   organisation does it is; how well its `profile` fits has no say unless other mixes give it one.
 * - circle: `walk` over joint documents from those whose documents are near, `matter` the same over near documents,
 *   `kind` and `country`: organisations like this one stand behind near documents more often than behind others.
 * - network: `joint` documents and links with the asker, `matter` joint documents that are near, `second` over one in
 *   between.
 * - place: `near`, same `region`, same `country` as the asker's, `named` in the text of the ask.
 */
export const startMixes: Mixes = {
  text: { votes: 0.4, nearest: 0.3, usual: 0.3, profile: 0 },
  circle: { walk: 0.6, matter: 0.1, kind: 0.15, country: 0.15 },
  network: { joint: 0.3, matter: 0.4, second: 0.3 },
  experience: { documents: 1 },
  freshness: { latest: 1 },
  place: { near: 0.4, region: 0.1, country: 0.1, named: 0.4 },
  size: { preferred: 1 },
  availability: { free: 1 },
  language: { shared: 1 },
  complementarity: { covered: 1 },
  feedback: { good: 1 },
};
