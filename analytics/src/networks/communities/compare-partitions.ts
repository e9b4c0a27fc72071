import { AnalyticsError } from "../../core/error.ts";
import { oneOf } from "../../core/one-of.ts";
import { type Groups, readGroups } from "./partition.ts";

/** What mutual information is divided by: the mean of both entropies (default), their root product, the larger, the smaller. */
export type Normaliser = "arithmetic" | "geometric" | "max" | "min";

/**
 * Normalised mutual information of two divisions of the same things: 1 where they are the same up to names, 0 where one says
 * nothing about the other.
 *
 *     NMI = I(A, B) / mean(H(A), H(B)),   I = Σ p_ab ln( p_ab / (p_a p_b) )
 *
 * Things unknown to either are left out; `NaN` where none is left. Two divisions that both keep all together are the same: 1.
 * It favours divisions into many groups; `adjustedRandIndex` does not. O(n).
 *
 * L. Danon, A. Díaz-Guilera, J. Duch, A. Arenas, "Comparing community structure identification", Journal of Statistical
 * Mechanics (2005), P09008; for the other normalisers N. X. Vinh, J. Epps, J. Bailey, Journal of Machine Learning Research
 * 11 (2010), 2837–2854.
 *
 * @example
 * normalisedMutualInformation(["a", "a", "b", "b"], [1, 1, 0, 0]); // 1
 * normalisedMutualInformation([0, 0, 1, 1], [0, 1, 0, 1]); // 0
 */
export function normalisedMutualInformation(
  a: Groups,
  b: Groups,
  { by = "arithmetic" }: { by?: Normaliser } = {},
): number {
  oneOf(by, ["arithmetic", "geometric", "max", "min"], "by");
  const { n, cells, rows, columns } = crossed(a, b);
  if (n === 0) return Number.NaN;
  const entropyA = entropy(rows, n);
  const entropyB = entropy(columns, n);
  if (entropyA === 0 && entropyB === 0) return 1;
  const mutual = Math.max(0, entropyA + entropyB - entropy([...cells.values()], n));
  const base = {
    arithmetic: (entropyA + entropyB) / 2,
    geometric: Math.sqrt(entropyA * entropyB),
    max: Math.max(entropyA, entropyB),
    min: Math.min(entropyA, entropyB),
  }[by];
  return base === 0 ? 0 : Math.min(1, mutual / base);
}

/**
 * Variation of information: how much one does not know of either division after hearing the other, in nats. A metric, from 0
 * (the same) to ln n.
 *
 *     VI = 2 H(A, B) - H(A) - H(B)
 *
 * Things unknown to either are left out; `NaN` where none is left. O(n).
 *
 * M. Meilă, "Comparing clusterings: an information based distance", Journal of Multivariate Analysis 98 (2007), 873–895.
 *
 * @example
 * variationOfInformation([0, 0, 1, 1], [0, 0, 0, 0]); // Math.LN2
 */
export function variationOfInformation(a: Groups, b: Groups): number {
  const { n, cells, rows, columns } = crossed(a, b);
  if (n === 0) return Number.NaN;
  return Math.max(0, 2 * entropy([...cells.values()], n) - entropy(rows, n) - entropy(columns, n));
}

/**
 * Adjusted Rand index: the share of pairs both divisions treat alike, corrected so that chance gives 0 on average and
 * agreement 1. With n_ab things in group a of one and b of the other, and C(x) = x (x - 1) / 2,
 *
 *     ARI = ( Σ C(n_ab) - E ) / ( (Σ C(n_a) + Σ C(n_b)) / 2 - E ),   E = Σ C(n_a) Σ C(n_b) / C(n)
 *
 * Can be below 0. Things unknown to either are left out; `NaN` where fewer than two are left. Two divisions that both keep
 * all together, or all apart, are the same: 1. O(n).
 *
 * L. Hubert, P. Arabie, "Comparing partitions", Journal of Classification 2 (1985), 193–218.
 *
 * @example
 * adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2]); // 0.571
 */
export function adjustedRandIndex(a: Groups, b: Groups): number {
  const { n, cells, rows, columns } = crossed(a, b);
  if (n < 2) return Number.NaN;
  const together = pairs([...cells.values()]);
  const inA = pairs(rows);
  const inB = pairs(columns);
  const expected = (inA * inB) / ((n * (n - 1)) / 2);
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function crossed(a: Groups, b: Groups) {
  if (a.length !== b.length)
    throw new AnalyticsError(
      "shape",
      `One division is of ${a.length} things, the other of ${b.length}`,
      "Compare two divisions of the same things.",
    );
  const first = readGroups(a, a.length);
  const second = readGroups(b, b.length);
  const rows = new Array<number>(first.count).fill(0);
  const columns = new Array<number>(second.count).fill(0);
  const cells = new Map<number, number>();
  let n = 0;
  for (let v = 0; v < a.length; v++) {
    const i = first.of[v]!;
    const j = second.of[v]!;
    if (i < 0 || j < 0) continue;
    n++;
    rows[i]!++;
    columns[j]!++;
    const cell = i * second.count + j;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return { n, cells, rows, columns };
}

function entropy(counts: readonly number[], n: number): number {
  let total = 0;
  for (const count of counts) if (count > 0) total -= (count / n) * Math.log(count / n);
  return total;
}

const pairs = (counts: readonly number[]) => counts.reduce((total, x) => total + (x * (x - 1)) / 2, 0);
