import type { Draft } from "./draft.ts";

/**
 * What no team reaches that has the members of a draft and at most `seats` more from a pool. The smaller of two bounds:
 *
 * - value(S) + the sum of the largest gains over S: coverage is submodular, so that together they gain no more than each alone;
 * - for each competence by itself, the coverage by those who are best at it.
 *
 * G. L. Nemhauser, L. A. Wolsey and M. L. Fisher, "An analysis of approximations for maximizing submodular set functions—I",
 * Mathematical Programming 14 (1978), 265–294.
 */
export function boundOf(draft: Draft, pool: readonly number[], seats: number): number {
  if (seats <= 0) return draft.value();
  const gains = largest(
    pool.map((i) => draft.gain(i)),
    seats,
  );
  const together = gains.reduce((sum, gain) => sum + gain, draft.value());
  return Math.min(together, eachAlone(draft, pool, seats));
}

function eachAlone({ model, missed }: Draft, pool: readonly number[], seats: number): number {
  const { competences, strength, weight } = model;
  let bound = 0;
  for (let c = 0; c < competences; c++) {
    const best = largest(
      pool.map((i) => strength[i * competences + c]!),
      seats,
    );
    bound += weight[c]! * (1 - best.reduce((left, q) => left * (1 - q), missed[c]!));
  }
  return bound;
}

function largest(values: number[], many: number): number[] {
  return values.sort((x, y) => y - x).slice(0, many);
}
