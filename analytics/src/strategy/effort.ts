import type { Matrix, Table } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { relatednessDensity } from "../relatedness/density.ts";
import { proximity } from "../relatedness/proximity.ts";
import { relativeRelatedness } from "../relatedness/relative.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import type { SteppingStoneTerms } from "./stepping-stone.ts";

/**
 * Effort: how much a region's location quotient in an activity has to rise by the stepping stone so that the activity is
 * expected to be there at the horizon.
 *
 *     W(r, c) = exp[(ln(1 + threshold) - b₀ - b₂ ln(1 + LQ) - b₃ ω - b₄ ω̃) / b₁] - 1 - LQ
 *
 * With the threshold 1, the quotient aimed at, the first term is ln 2. Takes amounts (regions × activities) and the
 * coefficients of `steppingStone(…).entry`. Returns regions × activities, in units of the quotient; below 0 where the activity
 * is expected to come by itself. `NaN` where the region has the activity, where something is not defined, and everywhere if b₁
 * is not above 0: the stepping stone then does not carry.
 *
 * O(regions × activities² / 64).
 *
 * V. Stojkoski and C. Hidalgo, "Optimizing Economic Complexity", arXiv:2503.04476 (2025).
 *
 * @example
 * const coefficients = { constant: 0, stone: 1, start: 0, density: 0, relativeDensity: 0 };
 * effortMatrix([[8, 2], [2, 8]], coefficients); // [[NaN, 0.6], [0.6, NaN]]
 */
export function effortMatrix(
  table: Table,
  coefficients: SteppingStoneTerms,
  options: { threshold?: number } = {},
): Matrix {
  const { threshold = 1 } = options;
  const { constant, stone, start, density, relativeDensity } = coefficients;
  const quotients = locationQuotient(table);
  const presence = Presence.where(quotients, (lq) => lq >= threshold);
  const near = relatednessDensity(presence, proximity(presence));
  const relative = relativeRelatedness(presence, near);
  const aim = Math.log1p(threshold) - constant;
  return quotients.map((lq, r, c) => {
    if (!(stone > 0) || !(lq < threshold)) return Number.NaN;
    // A part without weight says nothing, also where it is not defined.
    const rest =
      part(start, Math.log1p(lq)) + part(density, near.at(r, c)) + part(relativeDensity, relative.at(r, c));
    return Math.exp((aim - rest) / stone) - 1 - lq;
  });
}

const part = (weight: number, value: number) => (weight === 0 ? 0 : weight * value);
