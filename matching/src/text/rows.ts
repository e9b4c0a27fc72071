import type { FeatureSpace } from "./feature-space.ts";

/**
 * The documents as rows of a sparse matrix: row r is the document in `slots[r]` and has the features
 * `features[offsets[r]] … features[offsets[r + 1] - 1]`, each `amounts[…]` times. There are `size` features.
 */
export type FeatureRows = {
  size: number;
  slots: Uint32Array;
  offsets: Uint32Array;
  features: Uint32Array;
  amounts: Float32Array;
};

export function rowsOf(space: FeatureSpace, slots: readonly number[]): FeatureRows {
  const offsets = new Uint32Array(slots.length + 1);
  for (const [row, slot] of slots.entries()) offsets[row + 1] = offsets[row]! + space.counts[slot]!;
  const features = new Uint32Array(offsets[slots.length]!);
  const amounts = new Float32Array(features.length);
  for (const [row, slot] of slots.entries()) {
    const start = space.starts[slot]!;
    const end = start + space.counts[slot]!;
    features.set(space.features.subarray(start, end), offsets[row]!);
    for (let at = start; at < end; at++) amounts[offsets[row]! + at - start] = space.amounts[at]! / 4;
  }
  return { size: space.size, slots: Uint32Array.from(slots), offsets, features, amounts };
}
