import { MatchingError } from "../core/errors.ts";

/**
 * Gini coefficient of exposures: 0 if all have the same, (n − 1)/n if one has everything.
 *
 *     G = Σ (2i − n − 1) x(i) / (n Σ x),   x(1) ≤ … ≤ x(n)
 *
 * Those who are never shown count too: hand in their zeros. 0 for nobody, and where nobody is shown at all.
 *
 * C. Gini, "Variabilità e mutabilità", 1912; in the form of A. Sen, "On Economic Inequality", 1973.
 *
 * @throws MatchingError `number` for exposures below 0 or that are none.
 */
export function gini(exposures: readonly number[]): number {
  for (const [i, value] of exposures.entries()) {
    if (value >= 0 && value < Number.POSITIVE_INFINITY) continue;
    throw new MatchingError("number", `Exposure ${i} is ${value}; it has to be a number of at least 0.`);
  }
  const sorted = [...exposures].sort((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce((sum, value, i) => sum + (2 * (i + 1) - sorted.length - 1) * value, 0);
  return weighted / (sorted.length * total);
}
