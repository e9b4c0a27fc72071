/**
 * The complementary error function to the last digits: by its series near 0, by its continued fraction
 * beyond.
 *
 * Press, Teukolsky, Vetterling, Flannery, Numerical Recipes, 3rd ed. (2007), sections 5.2 and 6.2.
 */
export function complementaryError(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x < 0) return 2 - complementaryError(-x);
  if (x > 27) return 0;
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
      if (term === 0) break;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  // erfc(x) = exp(-x²) / √π · 1 / (x + ½ / (x + 1 / (x + 1½ / (x + …))))
  let fraction = x;
  for (let n = 200; n > 0; n--) fraction = x + n / 2 / fraction;
  fraction = 1 / fraction;
  return (Math.exp(-x * x) / Math.sqrt(Math.PI)) * fraction;
}

/** How likely a standard normal number is at least so far from 0, on either side. */
export const twoSided = (z: number): number => complementaryError(Math.abs(z) / Math.SQRT2);
