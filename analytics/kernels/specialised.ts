// Which amounts are at least `threshold` times what is expected of them: totals in a first pass, one bit a cell in a second.

@inline
function known(x: v128): v128 {
  return v128.and(x, f64x2.eq(x, x));
}

@inline
function refused(x: v128): v128 {
  return v128.or(f64x2.lt(x, f64x2.splat(0)), f64x2.eq(x, f64x2.splat(Infinity)));
}

/**
 * Adds four rows of `columns` (even) amounts each: to `columnSums`, row after row as one would by hand, and into the four `rowSums`.
 * Unknown ones (NaN) are left out. Returns whether none of them is negative or infinite.
 */
export function addUp(values: usize, columns: u32, rowSums: usize, columnSums: usize): bool {
  const stride = <usize>columns << 3;
  let s = f64x2.splat(0);
  let t = s;
  let bad = s;
  for (let at: usize = 0; at < stride; at += 16) {
    const p = values + at;
    let a = v128.load(p);
    let b = v128.load(p + stride);
    let c = v128.load(p + 2 * stride);
    let d = v128.load(p + 3 * stride);
    bad = v128.or(bad, v128.or(v128.or(refused(a), refused(b)), v128.or(refused(c), refused(d))));
    a = known(a);
    b = known(b);
    c = known(c);
    d = known(d);
    const sums = columnSums + at;
    v128.store(sums, f64x2.add(f64x2.add(f64x2.add(f64x2.add(v128.load(sums), a), b), c), d));
    s = f64x2.add(f64x2.add(s, v128.shuffle<f64>(a, b, 0, 2)), v128.shuffle<f64>(a, b, 1, 3));
    t = f64x2.add(f64x2.add(t, v128.shuffle<f64>(c, d, 0, 2)), v128.shuffle<f64>(c, d, 1, 3));
  }
  v128.store(rowSums, s);
  v128.store(rowSums, t, 16);
  return !v128.any_true(bad);
}

/**
 * One bit a cell of a row (`columns` a multiple of 64): whether x / whole / expected ≥ threshold, `NaN` being no. Multiplied out it is
 * decided but for the last digits; only where those matter it is divided. Returns how many bits are set.
 */
export function mark(values: usize, columns: u32, whole: f64, expected: usize, threshold: f64, bits: usize): u32 {
  const lower = f64x2.splat(whole * threshold * (1 - 1e-12));
  const upper = f64x2.splat(whole * threshold * (1 + 1e-12));
  let found: u32 = 0;
  for (let c: u32 = 0; c < columns; c += 64) {
    let word: u64 = 0;
    for (let k: u32 = 0; k < 64; k += 2) {
      const at = <usize>(c + k) << 3;
      const x = v128.load(values + at);
      const e = v128.load(expected + at);
      let yes = i64x2.bitmask(f64x2.ge(x, f64x2.mul(e, lower)));
      if (yes != i64x2.bitmask(f64x2.ge(x, f64x2.mul(e, upper))))
        yes = i64x2.bitmask(f64x2.ge(f64x2.div(f64x2.div(x, f64x2.splat(whole)), e), f64x2.splat(threshold)));
      word |= <u64>yes << k;
    }
    store<u64>(bits + (c >> 3), word);
    found += <u32>popcnt(word);
  }
  return found;
}

/** Writes which bits of `words` words are set, ascending, to `out`. */
export function expand(bits: usize, words: u32, out: usize): void {
  for (let w: u32 = 0; w < words; w++) {
    let word = load<u64>(bits + (<usize>w << 3));
    while (word != 0) {
      store<u32>(out, (w << 6) + <u32>ctz(word));
      out += 4;
      word &= word - 1;
    }
  }
}
