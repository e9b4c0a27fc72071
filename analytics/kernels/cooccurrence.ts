// Common ones of every two columns. The counts stand in a triangle of `columns` (even) rows, two rows at a time: the rows a and a + 1
// (a even) begin at column a each. See `rowOf`.

/** Columns whose bits stay in a near cache while the others pass by. */
const BLOCK: u32 = 64;

@inline
function rowOf(a: usize, columns: usize): usize {
  const pair = a >> 1;
  return 2 * pair * (columns - pair + 1) + (a & 1) * (columns - 2 * pair);
}

@inline
function pairs<T>(bits: usize, columns: u32, words: u32, counts: usize, from: u32, to: u32): void {
  // Of two columns the words alternate, so that one pointer serves both.
  const length = <usize>words << 4;
  for (let block = from; block < columns; block += BLOCK) {
    const end = min(block + BLOCK, columns);
    for (let a = from; a < to; a += 2) {
      const first = max(a, block);
      if (first >= end) break;
      const start = bits + <usize>(a >> 1) * length;
      const stop = start + length;
      let at = counts + (rowOf(a, columns) + first - a) * sizeof<T>();
      const next = (<usize>columns - a) * sizeof<T>();
      let q = bits + <usize>(first >> 1) * length;
      const last = bits + <usize>(end >> 1) * length;
      while (q < last) {
        let aa: u64 = 0;
        let ab: u64 = 0;
        let ba: u64 = 0;
        let bb: u64 = 0;
        for (let p = start; p < stop; p += 32, q += 32) {
          const a0 = load<u64>(p);
          const a1 = load<u64>(p, 8);
          const b0 = load<u64>(q);
          const b1 = load<u64>(q, 8);
          const c0 = load<u64>(p, 16);
          const c1 = load<u64>(p, 24);
          const d0 = load<u64>(q, 16);
          const d1 = load<u64>(q, 24);
          aa += popcnt(a0 & b0) + popcnt(c0 & d0);
          ab += popcnt(a0 & b1) + popcnt(c0 & d1);
          ba += popcnt(a1 & b0) + popcnt(c1 & d0);
          bb += popcnt(a1 & b1) + popcnt(c1 & d1);
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

/** From bitsets (`words` of 64 bits a column, an even number, see `setBits`): the rows from..to (both even) of the triangle, in 16 bits each. */
export function pairs16(bits: usize, columns: u32, words: u32, counts: usize, from: u32, to: u32): void {
  pairs<u16>(bits, columns, words, counts, from, to);
}

/** The same in 32 bits, for more than 65,535 regions. */
export function pairs32(bits: usize, columns: u32, words: u32, counts: usize, from: u32, to: u32): void {
  pairs<u32>(bits, columns, words, counts, from, to);
}

/** Writes the bitsets of the columns, two and two with alternating words, from the lists of `rows` rows; all zeros before. */
export function setBits(starts: usize, indices: usize, rows: u32, bits: usize, words: u32): void {
  for (let r: u32 = 0; r < rows; r++) {
    let p = indices + (<usize>load<u32>(starts + (<usize>r << 2)) << 2);
    const end = indices + (<usize>load<u32>(starts + (<usize>r << 2), 4) << 2);
    const byte = bits + ((r >> 6) << 4) + ((r >> 3) & 7);
    const bit: u32 = 1 << (r & 7);
    for (; p < end; p += 4) {
      const c = load<u32>(p);
      const at = byte + <usize>(c >> 1) * (<usize>words << 4) + ((c & 1) << 3);
      store<u8>(at, <u8>(<u32>load<u8>(at) | bit));
    }
  }
}

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
