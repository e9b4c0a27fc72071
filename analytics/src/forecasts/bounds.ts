import type { Smoothing, SmoothingModel } from "./state-space.ts";

/** The box the smoothing parameters are searched in. */
export type Bounds = { lower: Smoothing; upper: Smoothing };

export const USUAL: Bounds = {
  lower: { alpha: 1e-4, beta: 1e-4, gamma: 1e-4, phi: 0.8 },
  upper: { alpha: 0.9999, beta: 0.9999, gamma: 0.9999, phi: 0.98 },
};

/** Which parameters are searched for; the others are given, or have no part in the model. */
export type Free = { [P in keyof Smoothing]: boolean };

/** Whether the parameters searched for lie in the box, and all of them where forecasts do not hang on the distant past. */
export function allowed(
  smoothing: Smoothing,
  free: Free,
  { lower, upper }: Bounds,
  model: SmoothingModel,
  period: number,
): boolean {
  const { alpha, beta, gamma, phi } = smoothing;
  if (free.alpha && !(alpha >= lower.alpha && alpha <= upper.alpha)) return false;
  if (free.beta && !(beta >= lower.beta && beta <= alpha && beta <= upper.beta)) return false;
  if (free.phi && !(phi >= lower.phi && phi <= upper.phi)) return false;
  if (free.gamma && !(gamma >= lower.gamma && gamma <= 1 - alpha && gamma <= upper.gamma)) return false;
  return admissible(smoothing, model, period);
}

/**
 * Whether the weights of past values die out, so that a forecast does not hang on the distant past.
 *
 * R. J. Hyndman, Md. Akram and B. C. Archibald, "The Admissible Parameter Space for Exponential Smoothing Models", Annals
 * of the Institute of Statistical Mathematics 60 (2008), 407–426, theorem 4 and its corollaries.
 */
export function admissible(smoothing: Smoothing, model: SmoothingModel, m: number): boolean {
  const { alpha, gamma } = smoothing;
  const phi = model.damped ? smoothing.phi : 1;
  const beta = model.trend === "N" ? 0 : smoothing.beta;
  if (phi < 0 || phi > 1 + 1e-8) return false;
  if (model.season === "N") {
    if (alpha < 1 - 1 / phi || alpha > 1 + 1 / phi) return false;
    return model.trend === "N" || (beta >= alpha * (phi - 1) && beta <= (1 + phi) * (2 - alpha));
  }
  if (gamma < Math.max(1 - 1 / phi - alpha, 0) || gamma > 1 + 1 / phi - alpha) return false;
  if (alpha < 1 - 1 / phi - (gamma * (1 - m + phi + phi * m)) / (2 * phi * m)) return false;
  if (beta < -(1 - phi) * (gamma / m + alpha)) return false;
  return rootsWithin(characteristic(alpha, beta, gamma, phi, m));
}

/** The characteristic polynomial of a seasonal model, highest power first. */
function characteristic(alpha: number, beta: number, gamma: number, phi: number, m: number): Float64Array {
  // Without a trend 1 is always a root (level and seasons share a constant); what is left when it is divided out:
  if (beta === 0 && phi === 1) {
    const rest = new Float64Array(m + 1).fill(alpha);
    rest[0] = 1;
    rest[m] = alpha + gamma - 1;
    return rest;
  }
  const polynomial = new Float64Array(m + 2).fill(alpha + beta - alpha * phi);
  polynomial[0] = 1;
  polynomial[1] = alpha + beta - phi;
  polynomial[m] = alpha + beta - alpha * phi + gamma - 1;
  polynomial[m + 1] = phi * (1 - alpha - gamma);
  return polynomial;
}

/** Whether all roots of a polynomial (highest power first) are inside the unit circle, by Schur and Cohn's recursion in place. */
function rootsWithin(polynomial: Float64Array): boolean {
  for (let last = polynomial.length - 1; last > 0; last--) {
    const ratio = polynomial[last]! / polynomial[0]!;
    if (!(Math.abs(ratio) < 1)) return false;
    for (let k = 0, l = last; k <= l; k++, l--) {
      const low = polynomial[k]!;
      const high = polynomial[l]!;
      polynomial[k] = low - ratio * high;
      polynomial[l] = high - ratio * low;
    }
  }
  return true;
}
