// Common ones of every two columns. The counts stand in a triangle of `columns` (even) rows, two rows at a time: the rows a and a + 1
// (a even) begin at column a each. See `rowOf`.

/** Columns whose bits stay in a near cache while the others pass by. */
const BLOCK: u32 = 128;

// @ts-ignore: decorator
@inline
function rowOf(a: usize, columns: usize): usize {
  const pair = a >> 1;
  return 2 * pair * (columns - pair + 1) + (a & 1) * (columns - 2 * pair);
}

// @ts-ignore: decorator
@inline
function pairs<T>(bits: usize, columns: u32, words: u32, counts: usize, from: u32, to: u32): void {
  const length = <usize>words << 3;
  const two = length << 1;
  for (let block = from; block < columns; block += BLOCK) {
    const end = min(block + BLOCK, columns);
    for (let a = from; a < to; a += 2) {
      const first = max(a, block);
      if (first >= end) break;
      const start = bits + <usize>a * length;
      const stop = start + length;
      let at = counts + (rowOf(a, columns) + first - a) * sizeof<T>();
      const next = (<usize>columns - a) * sizeof<T>();
      let other = bits + <usize>first * length;
      const last = bits + <usize>end * length;
      for (; other < last; other += two) {
        let p = start;
        let q = other;
        let aa: u64 = 0;
        let ab: u64 = 0;
        let ba: u64 = 0;
        let bb: u64 = 0;
        for (; p < stop; p += 8, q += 8) {
          const a0 = load<u64>(p);
          const a1 = load<u64>(p + length);
          const b0 = load<u64>(q);
          const b1 = load<u64>(q + length);
          aa += popcnt(a0 & b0);
          ab += popcnt(a0 & b1);
          ba += popcnt(a1 & b0);
          bb += popcnt(a1 & b1);
        }
        store<T>(at, <T>aa);
        store<T>(at, <T>ab, sizeof<T>());
        store<T>(at + next, <T>ba);
        store<T>(at + next, <T>bb, sizeof<T>());
        at += 2 * sizeof<T>();
      }
    }
  }
}

/** From bitsets (`words` of 64 bits a column): the rows from..to (both even) of the triangle, in 16 bits each. */
export function pairs16(bits: usize, columns: u32, words: u32, counts: usize, from: u32, to: u32): void {
  pairs<u16>(bits, columns, words, counts, from, to);
}

/** The same in 32 bits, for more than 65,535 regions. */
export function pairs32(bits: usize, columns: u32, words: u32, counts: usize, from: u32, to: u32): void {
  pairs<u32>(bits, columns, words, counts, from, to);
}

/** Writes the bitsets of the columns from the lists of `rows` rows; `bits` is all zeros before. */
export function setBits(starts: usize, indices: usize, rows: u32, bits: usize, words: u32): void {
  const length = <usize>words << 3;
  for (let r: u32 = 0; r < rows; r++) {
    let p = indices + (<usize>load<u32>(starts + (<usize>r << 2)) << 2);
    const end = indices + (<usize>load<u32>(starts + (<usize>r << 2), 4) << 2);
    const byte = bits + (r >> 3);
    const bit: u32 = 1 << (r & 7);
    for (; p < end; p += 4) {
      const at = byte + <usize>load<u32>(p) * length;
      store<u8>(at, <u8>(<u32>load<u8>(at) | bit));
    }
  }
}

// @ts-ignore: decorator
@inline
function lists<T>(starts: usize, indices: usize, byColumn: usize, regions: usize, used: u32, columns: u32, counts: usize, from: u32, to: u32): void {
  for (let a = from; a < to; a++) {
    const row = counts + (rowOf(a, columns) - (a & ~1)) * sizeof<T>();
    const first = row + <usize>(a & ~1) * sizeof<T>();
    memory.fill(first, 0, (<usize>columns - (a & ~1)) * sizeof<T>());
    if (a >= used) continue;
    let q = regions + (<usize>load<u32>(byColumn + (<usize>a << 2)) << 2);
    const last = regions + (<usize>load<u32>(byColumn + (<usize>a << 2), 4) << 2);
    for (; q < last; q += 4) {
      const r = starts + (<usize>load<u32>(q) << 2);
      const begin = indices + (<usize>load<u32>(r) << 2);
      // From the end down to the column itself: what stands before it in the list is counted in other rows.
      for (let p = indices + (<usize>load<u32>(r, 4) << 2) - 4; p >= begin; p -= 4) {
        const c = load<u32>(p);
        if (c < a) break;
        const at = row + <usize>c * sizeof<T>();
        store<T>(at, <T>(load<T>(at) + 1));
      }
    }
  }
}

/** From lists: the rows from..to of the triangle in 16 bits. `byColumn` and `regions` are the lists of the `used` columns. */
export function lists16(starts: usize, indices: usize, byColumn: usize, regions: usize, used: u32, columns: u32, counts: usize, from: u32, to: u32): void {
  lists<u16>(starts, indices, byColumn, regions, used, columns, counts, from, to);
}

/** The same in 32 bits. */
export function lists32(starts: usize, indices: usize, byColumn: usize, regions: usize, used: u32, columns: u32, counts: usize, from: u32, to: u32): void {
  lists<u32>(starts, indices, byColumn, regions, used, columns, counts, from, to);
}
