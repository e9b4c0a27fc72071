import { AnalyticsError } from "../core/error.ts";
import { type Vector, vector } from "../core/matrix.ts";

/** What is compared with what. */
export type Shares = {
  /** In how many of the earlier and of the later cases (documents, firms, patents) each thing occurs. */
  before: Vector;
  now: Vector;
  /** How many cases there were in all. */
  ofBefore: number;
  ofNow: number;
};

export type RisingShares = {
  /** Chance that a share no higher than before shows at least such a rise. */
  p: Float64Array;
  /** The least rate of false discoveries at which each would still be called rising. */
  q: Float64Array;
  /** Positions of those that rise, the surest first. */
  rising: number[];
};

/**
 * Which of many things have become more frequent: themes in documents, technologies in patents. Each is tested by Fisher's exact test
 * (one-sided), and as many are tested at once, p values are adjusted by Benjamini and Hochberg's procedure:
 *
 *     p = P(X >= now),   X hypergeometric: (before + now) successes among (ofBefore + ofNow) cases, ofNow of them drawn
 *     q(i) = min over j >= i of p(j) m / j,   p(1) <= p(2) <= … <= p(m)
 *
 * Of those called rising, on average no more than the share `rate` (0.1 unless told) is chance, as long as things are independent or
 * positively dependent. Takes counts of cases, not of mentions. O(m (log m + cases)).
 *
 * R. A. Fisher, Statistical Methods for Research Workers (5th ed., 1934), section 21.02; Y. Benjamini and Y. Hochberg, "Controlling
 * the False Discovery Rate", Journal of the Royal Statistical Society B 57 (1995), 289–300.
 *
 * @example
 * const { rising } = risingShares({ before: [2, 10], now: [14, 9], ofBefore: 100, ofNow: 100 });
 * rising; // [0]
 */
export function risingShares(shares: Shares, { rate = 0.1 }: { rate?: number } = {}): RisingShares {
  const { ofBefore, ofNow } = shares;
  const before = vector(shares.before, shares.now.length, "earlier count");
  const now = vector(shares.now, shares.now.length, "later count");
  const check = (count: number, of: number, row: number) => {
    if (!(Number.isInteger(count) && count >= 0 && count <= of))
      throw new AnalyticsError(
        "option",
        `${count} of ${of} cases cannot be`,
        "Give whole numbers of cases.",
        {
          row,
        },
      );
  };
  before.forEach((count, k) => {
    check(count, ofBefore, k);
    check(now[k]!, ofNow, k);
  });

  const logs = logFactorials(ofBefore + ofNow);
  const p = before.map((count, k) => upperTail(count, now[k]!, ofBefore, ofNow, logs));
  const order = Array.from(p.keys()).sort((a, b) => p[a]! - p[b]!);
  const q = new Float64Array(p.length);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const k = order[rank - 1]!;
    least = Math.min(least, (p[k]! * order.length) / rank);
    q[k] = least;
  }
  return { p, q, rising: order.filter((k) => q[k]! <= rate) };
}

function upperTail(before: number, now: number, ofBefore: number, ofNow: number, logs: Float64Array): number {
  const all = before + now;
  const choose = (n: number, k: number) => logs[n]! - logs[k]! - logs[n - k]!;
  const whole = choose(ofBefore + ofNow, all);
  let sum = 0;
  for (let x = now; x <= Math.min(all, ofNow); x++)
    if (all - x <= ofBefore) sum += Math.exp(choose(ofNow, x) + choose(ofBefore, all - x) - whole);
  return Math.min(1, sum);
}

function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let n = 1; n <= most; n++) logs[n] = logs[n - 1]! + Math.log(n);
  return logs;
}
