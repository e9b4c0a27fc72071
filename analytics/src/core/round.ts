/**
 * Rounds as R does, half to even on the decimal digits. Nothing in this library rounds inside a measure; this is for the
 * conventions that reproduce the printed numbers of packages that do.
 */
export function round(value: number, digits: number): number {
  if (!Number.isFinite(value)) return value;
  const scale = 10 ** digits;
  const low = Math.floor(value * scale) / scale;
  const high = Math.ceil(value * scale) / scale;
  const toLow = value - low;
  const toHigh = high - value;
  if (toLow !== toHigh) return toLow < toHigh ? low : high;
  return Math.round(low * scale) % 2 === 0 ? low : high;
}
