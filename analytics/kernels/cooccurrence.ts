// Common ones of columns, as bitsets: for columns a and b of `words` 64-bit words, the number of bits set in both.

/** Columns whose bits stay in the first-level cache while others pass by. */
const BLOCK: u32 = 128;

/**
 * Counts for the columns from..to (even `from`) against all columns from themselves on, into rows of `width` u32 counts each.
 * `bits` holds an even number of columns, so that tiles of two by two need no edge; `columns` is that number.
 */
export function countPairs(bits: usize, columns: u32, words: u32, counts: usize, from: u32, to: u32): void {
  const length = <usize>words << 3;
  for (let block = from; block < columns; block += BLOCK) {
    const end = min(block + BLOCK, columns);
    for (let a = from; a < to; a += 2) {
      for (let b = max(a, block); b < end; b += 2) {
        let p = bits + <usize>a * length;
        let q = bits + <usize>b * length;
        const stop = p + length;
        let aa: u64 = 0;
        let ab: u64 = 0;
        let ba: u64 = 0;
        let bb: u64 = 0;
        while (p < stop) {
          const a0 = load<u64>(p);
          const a1 = load<u64>(p + length);
          const b0 = load<u64>(q);
          const b1 = load<u64>(q + length);
          aa += popcnt(a0 & b0);
          ab += popcnt(a0 & b1);
          ba += popcnt(a1 & b0);
          bb += popcnt(a1 & b1);
          p += 8;
          q += 8;
        }
        const at = counts + ((<usize>a * columns + b) << 2);
        store<u32>(at, <u32>aa);
        store<u32>(at + 4, <u32>ab);
        store<u32>(at + (<usize>columns << 2), <u32>ba);
        store<u32>(at + (<usize>columns << 2) + 4, <u32>bb);
      }
    }
  }
}
