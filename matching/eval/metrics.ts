/** What one ranking is worth. */
export type Scores = { "nDCG@10": number; "R@10": number; "R@50": number; MRR: number };
export const METRICS = ["nDCG@10", "R@10", "R@50", "MRR"] as const;

const gain = (rank: number) => 1 / Math.log2(rank + 2);

/** Binary gains, ideal cut at 10; the reciprocal rank looks as far as the ranking goes. */
export function scoresOf(ranked: readonly string[], relevant: ReadonlySet<string>): Scores {
  const hits = ranked.map((id) => relevant.has(id));
  const found = (depth: number) => hits.slice(0, depth).filter(Boolean).length;
  let [gained, ideal] = [0, 0];
  for (let rank = 0; rank < 10; rank++) {
    if (hits[rank]) gained += gain(rank);
    if (rank < relevant.size) ideal += gain(rank);
  }
  const first = hits.indexOf(true);
  return {
    "nDCG@10": gained / ideal,
    "R@10": found(10) / relevant.size,
    "R@50": found(50) / relevant.size,
    MRR: first < 0 ? 0 : 1 / (first + 1),
  };
}

export function meanOf(all: readonly Scores[]): Scores {
  const mean = (metric: keyof Scores) => all.reduce((sum, one) => sum + one[metric], 0) / all.length;
  return { "nDCG@10": mean("nDCG@10"), "R@10": mean("R@10"), "R@50": mean("R@50"), MRR: mean("MRR") };
}
