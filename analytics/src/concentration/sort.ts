/**
 * Sorts the first `n` of `keys` ascending, in place, and carries `payload` along. For lists without `NaN`.
 * Runs of eight are sorted by insertion and merged; `spare` are two lists of at least the same length to work in.
 * O(n log n).
 */
export function sortTogether(keys: Float64Array, payload: Float64Array, n: number, spare: Spare): void {
  for (let from = 0; from < n; from += RUN) insert(keys, payload, from, Math.min(from + RUN, n));
  let a = keys;
  let b = payload;
  let toA = spare.keys;
  let toB = spare.payload;
  for (let width = RUN; width < n; width *= 2) {
    for (let from = 0; from < n; from += 2 * width)
      merge(a, b, toA, toB, from, Math.min(from + width, n), Math.min(from + 2 * width, n));
    [a, toA] = [toA, a];
    [b, toB] = [toB, b];
  }
  if (a !== keys) {
    keys.set(a.subarray(0, n));
    payload.set(b.subarray(0, n));
  }
}

export type Spare = { keys: Float64Array; payload: Float64Array };

const RUN = 8;

function insert(keys: Float64Array, payload: Float64Array, from: number, to: number) {
  for (let i = from + 1; i < to; i++) {
    const key = keys[i]!;
    const load = payload[i]!;
    let j = i - 1;
    while (j >= from && keys[j]! > key) {
      keys[j + 1] = keys[j]!;
      payload[j + 1] = payload[j]!;
      j--;
    }
    keys[j + 1] = key;
    payload[j + 1] = load;
  }
}

function merge(
  keys: Float64Array,
  payload: Float64Array,
  toKeys: Float64Array,
  toPayload: Float64Array,
  from: number,
  middle: number,
  to: number,
) {
  let i = from;
  let j = middle;
  for (let k = from; k < to; k++) {
    const left = j >= to || (i < middle && keys[i]! <= keys[j]!);
    const at = left ? i++ : j++;
    toKeys[k] = keys[at]!;
    toPayload[k] = payload[at]!;
  }
}
