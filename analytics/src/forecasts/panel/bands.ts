/** How many errors a band is made from at least. */
const LEAST = 40;

/**
 * How far off forecasts were, by their size: small ones are off by more of themselves. Shares of the forecast between which the level's
 * part of the outcomes lay, in bands of equally many forecasts; between their middles the shares go over into one another.
 */
export class Bands {
  readonly #middles: number[] = [];
  readonly #lows: number[] = [];
  readonly #highs: number[] = [];
  /** What became of a forecast of nothing. */
  readonly #ofNothing: number;
  readonly isKnown: boolean;

  constructor(forecasts: readonly number[], actuals: readonly number[], level: number, most = 12) {
    const order = forecasts.map((_, k) => k).filter((k) => forecasts[k]! > 0);
    order.sort((a, b) => forecasts[a]! - forecasts[b]!);
    const count = Math.max(1, Math.min(most, Math.floor(order.length / LEAST)));
    this.isKnown = order.length >= 10;
    for (let b = 0; b < count && this.isKnown; b++) {
      const band = order.slice(
        Math.floor((b * order.length) / count),
        Math.floor(((b + 1) * order.length) / count),
      );
      const shares = Float64Array.from(band, (k) => actuals[k]! / forecasts[k]! - 1).sort();
      this.#middles.push(Math.log(forecasts[band[band.length >> 1]!]!));
      this.#lows.push(Math.min(0, quantile(shares, (1 - level) / 2)));
      this.#highs.push(Math.max(0, quantile(shares, (1 + level) / 2)));
    }
    const nothing = Float64Array.from(actuals.filter((_, k) => forecasts[k] === 0)).sort();
    this.#ofNothing = nothing.length > 0 ? quantile(nothing, (1 + level) / 2) : 0;
  }

  /** The bounds of one forecast; `times` widens them. Unknown where nothing was tested. */
  around(forecast: number, times = 1): { low: number; high: number } {
    if (!this.isKnown || Number.isNaN(forecast)) return { low: Number.NaN, high: Number.NaN };
    if (!(forecast > 0)) return { low: 0, high: this.#ofNothing * times };
    const size = Math.log(forecast);
    const low = this.#between(this.#lows, size) * times;
    const high = this.#between(this.#highs, size) * times;
    return { low: Math.max(0, forecast * (1 + low)), high: forecast * (1 + high) };
  }

  #between(shares: readonly number[], size: number): number {
    const next = this.#middles.findIndex((middle) => middle >= size);
    if (next === 0) return shares[0]!;
    if (next < 0) return shares.at(-1)!;
    const before = this.#middles[next - 1]!;
    const part = (size - before) / (this.#middles[next]! - before || 1);
    return shares[next - 1]! * (1 - part) + shares[next]! * part;
  }
}

function quantile(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1);
  const low = Math.floor(place);
  const below = sorted[low]!;
  return below + (place - low) * (sorted[Math.min(low + 1, sorted.length - 1)]! - below);
}
