const DRAWS = 2000;

/** Standard error of a mean, drawn from the queries themselves. */
export function standardError(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / values.length;
}

/**
 * Paired bootstrap: how far apart two rankings of the same queries are, with the 95 % interval of the mean difference
 * over 2,000 draws of queries with replacement. Real if 0 is outside of it. Deterministic.
 */
export function pairedDifference(ours: readonly number[], theirs: readonly number[]) {
  const differences = ours.map((value, i) => value - theirs[i]!);
  const random = mulberry32(2026);
  const means = Array.from({ length: DRAWS }, () => {
    let sum = 0;
    for (let i = 0; i < differences.length; i++)
      sum += differences[Math.floor(random() * differences.length)]!;
    return sum / differences.length;
  }).sort((a, b) => a - b);
  const low = means[Math.floor(0.025 * DRAWS)]!;
  const high = means[Math.ceil(0.975 * DRAWS) - 1]!;
  return {
    difference: differences.reduce((sum, d) => sum + d, 0) / differences.length,
    low,
    high,
    real: low > 0 || high < 0,
  };
}

function mulberry32(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
