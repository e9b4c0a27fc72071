import type { Talk } from "./input.ts";

/** How good a plan is, for those who make it and those who have to live with it. */
export type MeetingQuality = {
  talks: number;
  /** Sum of the values of the talks. */
  value: number;
  /** What is made as large as possible: value and fairness together (see `fairness` in `PlanOptions`). */
  score: number;
  /** Wishes that are met, of those that some rule-abiding talk could meet. */
  wishesMet: number;
  wishes: number;
  /** Pairs who both wish to talk and do, of those who may. */
  mutualMet: number;
  mutual: number;
  /** The fewest talks anybody has among those who have a wish, or are wished for, and may meet. 0 where there is nobody. */
  leastTalks: number;
  /** Those who have just so many. */
  leastServed: string[];
  /** Free slots in which somebody waits between two talks of one session, over everybody. */
  gaps: number;
  /** Gini coefficient of the number of talks of those who may meet anybody: 0 where all have as many. */
  gini: number;
  /** Talks, as a share of those the open tables hold. */
  tableUse: number;
};

export type MeetingPlan = {
  /** By slot, then by table. */
  talks: Talk[];
  quality: MeetingQuality;
  /** First-come booking on the same data, as a comparison: the plan never has fewer talks. */
  firstCome: MeetingQuality;
  /** What found it. */
  solver: "search" | "highs";
  /** No plan with as many talks as first-come booking has a higher score. `null` where it was not computed. */
  bound: number | null;
  /** It is proven that none of those has a higher score. */
  optimal: boolean;
  /** It ended early, by the time limit or because it was told to stop: with more time it may become better. */
  stopped: boolean;
};

export type PlanProgress = { done: number; score: number; talks: number };

export type PlanOptions = {
  /**
   * Weight of fairness beside value, from 0 (value alone): 1 unless given. The k-th talk of a participant adds
   * 6 / k² times this weight: with 1, a first talk of anybody outweighs every talk of two who have others.
   */
  fairness?: number;
  /** The same seed gives the same plan: 1 unless given. */
  seed?: number;
  /** How long to search, as a multiple of what is usual: 1 unless given. */
  effort?: number;
  /**
   * "search": local search alone, without a bound. "best" (unless given): search, then HiGHS for the bound and, where the event is small
   * (2,000 possible talks times possible slots: some seconds), to improve on it. "highs": HiGHS alone up to 12,000, which may take minutes
   * without a time limit; beyond, as "best".
   */
  solver?: "search" | "highs" | "best";
  /** End after so many milliseconds (by `now`) with what is there: no limit unless given. A plan cut short depends on the speed of the machine. */
  timeLimitMs?: number;
  /** A clock in milliseconds, such as `Date.now`. Needed for `timeLimitMs`; the library reads no clock of its own. */
  now?: () => number;
  /** Asked now and then: end with what is there. */
  shouldStop?: () => boolean;
  /** Called about a hundred times, and awaited: a server may let others in by returning a promise of `setImmediate`. */
  onProgress?: (progress: PlanProgress) => void | Promise<void>;
};
