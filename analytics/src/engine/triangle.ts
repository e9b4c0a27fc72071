import type { Presence } from "../core/presence.ts";
import type { CooccurrenceKernel } from "../wasm/cooccurrence.ts";
import type { SumsKernel } from "../wasm/sums.ts";
import type { Layout } from "./layout.ts";

/** Activities are padded to a multiple of this, the width of a panel. */
export const WIDTH = 8;
/** Bits are cheaper than lists where a row has at least this part of the columns (see bench/crossover.ts). */
const DENSE = 0.07;
const MOST_16 = 65535;

/**
 * Where a kernel finds a presence in a memory, and the co-occurrences it makes of it. These are a triangle of `width` rows, two rows
 * at a time beginning at the same column: see `rowOf`.
 */
export type Triangle = {
  rows: number;
  columns: number;
  /** The columns, padded. */
  width: number;
  /** Bytes of one count. */
  size: 2 | 4;
  /** By bits, so many words a column, or by lists. */
  isDense: boolean;
  words: number;
  /** Addresses: the lists of the rows, those of the columns, the bits of the columns, the counts. */
  starts: number;
  indices: number;
  byColumn: number;
  regions: number;
  next: number;
  bits: number;
  counts: number;
};

/** What the presence needs first and what only the counting needs may lie where a later result goes: two layouts. */
export function planTriangle(presence: Presence, lasting: Layout, passing: Layout, lists = false): Triangle {
  const { rows, columns, size: ones } = presence;
  const width = Math.ceil(columns / WIDTH) * WIDTH;
  const isDense = ones >= DENSE * rows * columns;
  const words = 2 * Math.max(1, Math.ceil(rows / 128));
  const size = rows > MOST_16 ? 4 : 2;
  const wantsLists = lists || !isDense;
  return {
    rows,
    columns,
    width,
    size,
    isDense,
    words,
    starts: lasting.take(4 * (rows + 1)),
    indices: lasting.take(4 * ones),
    byColumn: passing.take(wantsLists ? 4 * (columns + 1) : 0),
    regions: passing.take(wantsLists ? 4 * ones : 0),
    next: passing.take(wantsLists ? 4 * (columns + 1) : 0),
    bits: passing.take(isDense ? 8 * width * words : 0),
    // What reads eight counts at once may read beyond the last.
    counts: lasting.take(size * cellsOf(width) + 64),
  };
}

/** Writes the presence to where the plan has its place, and what the plan wants of it. */
export function place(
  presence: Presence,
  plan: Triangle,
  buffer: ArrayBufferLike,
  run: CooccurrenceKernel & SumsKernel,
): void {
  const { rows, columns, starts, indices, byColumn, regions, next } = plan;
  new Int32Array(buffer, starts, presence.starts.length).set(presence.starts);
  new Int32Array(buffer, indices, presence.indices.length).set(presence.indices);
  if (plan.isDense) {
    new Uint8Array(buffer, plan.bits, 8 * plan.width * plan.words).fill(0);
    run.setBits(starts, indices, rows, plan.bits, plan.words);
  }
  if (byColumn !== regions) run.turn(starts, indices, rows, columns, byColumn, regions, next);
}

/** Counts the rows from..to (both even) of the triangle. */
export function countRows(plan: Triangle, run: CooccurrenceKernel, from: number, to: number): void {
  const { width, words, columns, starts, indices, byColumn, regions, bits, counts, size } = plan;
  if (plan.isDense) {
    if (size === 2) run.pairs16(bits, width, words, counts, from, to);
    else run.pairs32(bits, width, words, counts, from, to);
  } else if (size === 2) run.lists16(starts, indices, byColumn, regions, columns, width, counts, from, to);
  else run.lists32(starts, indices, byColumn, regions, columns, width, counts, from, to);
}

/** Splits the rows of a triangle into strips of about the same area; even bounds, the last one the number of rows. */
export function strips(width: number, many: number): number[] {
  const bounds = [0];
  for (let k = 1; k <= many; k++) {
    const bound = 2 * Math.round((width * (1 - Math.sqrt(1 - k / many))) / 2);
    if (bound > bounds.at(-1)!) bounds.push(Math.min(bound, width));
  }
  if (bounds.at(-1)! < width) bounds.push(width);
  return bounds;
}

/** How many cells a triangle has. */
export const cellsOf = (width: number): number => (width / 2) * (width + 2);

/** Where row `a` begins: at the column `a`, or the one before where `a` is odd. */
export function rowOf(a: number, width: number): number {
  const pair = a >> 1;
  return 2 * pair * (width - pair + 1) + (a & 1) * (width - 2 * pair);
}
