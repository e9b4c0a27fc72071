import type { Vector } from "./matrix.ts";

/** Whether a variance is divided by n ("population") or n - 1 ("sample"). */
export type Spread = "population" | "sample";

export const SPREADS: readonly Spread[] = ["population", "sample"];

/** Adds up, leaving `NaN` out, with Neumaier's correction: the error does not grow with the number of terms. */
export function sum(values: Vector): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return Number.isFinite(total) ? total + lost : total;
}

/** The arithmetic mean of the values that are known; `NaN` where none is. */
export function mean(values: Vector): number {
  const known = countKnown(values);
  return known === 0 ? Number.NaN : sum(values) / known;
}

/** Standard deviation of the values that are known; `NaN` where there are too few. */
export function deviation(values: Vector, spread: Spread = "population"): number {
  const known = countKnown(values);
  const free = spread === "population" ? known : known - 1;
  if (free < 1) return Number.NaN;
  const middle = sum(values) / known;
  let squares = 0;
  let drift = 0;
  for (let i = 0; i < values.length; i++) {
    const off = values[i]! - middle;
    if (Number.isNaN(off)) continue;
    squares += off * off;
    drift += off;
  }
  return Math.sqrt(Math.max(0, squares - (drift * drift) / known) / free);
}

/** (x - mean) / standard deviation; `NaN` stays where it was. Without spread there is nothing to say: all `NaN`. */
export function standardise(values: Vector, spread: Spread = "population"): Float64Array {
  const middle = mean(values);
  const width = deviation(values, spread);
  return Float64Array.from(values, (value) => (width > 0 ? (value - middle) / width : Number.NaN));
}

/** Pearson's correlation over the pairs that are both known; `NaN` where one side does not vary. */
export function correlation(a: Vector, b: Vector): number {
  const pairs = both(a, b);
  const middleA = mean(pairs.a);
  const middleB = mean(pairs.b);
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < pairs.a.length; i++) {
    const x = pairs.a[i]! - middleA;
    const y = pairs.b[i]! - middleB;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa > 0 && bb > 0 ? Math.max(-1, Math.min(1, ab / Math.sqrt(aa) / Math.sqrt(bb))) : Number.NaN;
}

/** Ascending ranks from 1; equal values share the mean of their ranks. `NaN` has no rank. */
export function ranks(values: Vector): Float64Array {
  const order = Array.from(values.keys())
    .filter((i) => !Number.isNaN(values[i]!))
    .sort((i, j) => values[i]! - values[j]!);
  const result = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) result[order[k]!] = (from + to + 1) / 2;
    from = to;
  }
  return result;
}

/** Spearman's rank correlation over the pairs that are both known. */
export function rankCorrelation(a: Vector, b: Vector): number {
  const pairs = both(a, b);
  return correlation(ranks(pairs.a), ranks(pairs.b));
}

/** The value below which the share `p` of the known ones lies, interpolated (R's type 7); `NaN` where none is known. */
export function quantile(values: Vector, p: number): number {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * p;
  const low = Math.floor(place);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (place - low) * (sorted[high]! - sorted[low]!);
}

function countKnown(values: Vector): number {
  let known = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) known++;
  return known;
}

function both(a: Vector, b: Vector): { a: number[]; b: number[] } {
  const pairs = { a: [] as number[], b: [] as number[] };
  for (let i = 0; i < a.length; i++) {
    if (Number.isNaN(a[i]!) || Number.isNaN(b[i]!)) continue;
    pairs.a.push(a[i]!);
    pairs.b.push(b[i]!);
  }
  return pairs;
}
