import type { Note } from "../../../core/note.ts";
import { seeded, shuffle } from "../../../core/random.ts";

/** From this size on, betweenness is estimated from pivots unless all sources are asked for. */
export const EXACT_UP_TO = 20_000;
export const USUAL_PIVOTS = 1_024;
/** The share of samples in which some node may lie outside the bound. */
const RISK = 0.05;

/** Sources drawn without repetition, in groups of equal size for the spread between them to be seen. */
export function drawPivots(size: number, wanted: number, seed: number): Int32Array[] {
  const drawn = shuffle(
    Int32Array.from({ length: size }, (_, v) => v),
    seeded(seed),
  ).subarray(0, wanted);
  const groups = Math.max(1, Math.min(64, Math.floor(wanted / 16)));
  return Array.from({ length: groups }, (_, g) =>
    drawn.subarray(Math.floor((g * wanted) / groups), Math.floor(((g + 1) * wanted) / groups)),
  );
}

/** An estimate of a sum over all nodes as sources, from the sums of groups of them. */
export type Estimate = { values: Float64Array; standardErrors: Float64Array };

/**
 * Scales group sums up to all `size` sources. The standard error is that of the groups' means, drawn without replacement;
 * with one group there is none to see and it is NaN.
 */
export function estimate(groups: Float64Array[], counts: number[], size: number): Estimate {
  const length = groups[0]?.length ?? 0;
  const drawn = counts.reduce((a, b) => a + b, 0);
  const remaining = Math.sqrt(Math.max(0, 1 - drawn / size));
  const values = new Float64Array(length);
  const standardErrors = new Float64Array(length);
  for (let v = 0; v < length; v++) {
    let total = 0;
    for (const group of groups) total += group[v]!;
    const mean = total / drawn;
    values[v] = mean * size;
    let squares = 0;
    groups.forEach((group, g) => {
      squares += (counts[g]! / drawn) * groups.length * (group[v]! / counts[g]! - mean) ** 2;
    });
    const among = groups.length * (groups.length - 1);
    standardErrors[v] = among > 0 ? size * Math.sqrt(squares / among) * remaining : Number.NaN;
  }
  return { values, standardErrors };
}

/**
 * How far at most any node's estimated sum lies from the true one, in 95 of 100 samples: each source contributes from 0 to
 * n - 2 to a node (Hoeffding's inequality, all n nodes at once).
 *
 * U. Brandes and C. Pich, "Centrality Estimation in Large Networks", International Journal of Bifurcation and Chaos 17
 * (2007), 2303–2318.
 */
export const hoeffdingBound = (size: number, pivots: number): number =>
  pivots >= size ? 0 : size * Math.max(0, size - 2) * Math.sqrt(Math.log((2 * size) / RISK) / (2 * pivots));

export const sampledNote = (pivots: number, size: number, bound: number): Note => ({
  code: "sampled",
  text: `Estimated from ${pivots} of ${size} nodes as sources; in 95 of 100 samples no value is off by more than ${bound.toPrecision(3)}, most by far less (see standardErrors).`,
});
