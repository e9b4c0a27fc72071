// Density and complexity gain of eight activities at a time. A panel holds their proximities to all activities, 64 bytes each, so
// that it stays in the second-level cache while the lists of all regions pass by.

const WIDTH: u32 = 8;

@inline
function rowOf(a: usize, columns: usize): usize {
  const pair = a >> 1;
  return 2 * pair * (columns - pair + 1) + (a & 1) * (columns - 2 * pair);
}

@inline
function count<T>(counts: usize, columns: u32, a: u32, b: u32): f64 {
  const i = min(a, b);
  return <f64>load<T>(counts + (rowOf(i, columns) + max(a, b) - (i & ~1)) * sizeof<T>());
}

@inline
function pair(a: f64, b: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(a), 1, b);
}

@inline
function panel<T>(counts: usize, columns: u32, from: u32, ubiquity: usize, weights: usize, self: f64, out: usize, wholes: usize, totals: usize): void {
  const u = ubiquity + (<usize>from << 3);
  const u0 = v128.load(u);
  const u1 = v128.load(u, 16);
  const u2 = v128.load(u, 32);
  const u3 = v128.load(u, 48);
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let t0 = s0;
  let t1 = s0;
  let t2 = s0;
  let t3 = s0;
  for (let i: u32 = 0; i < columns; i++) {
    let v0: v128;
    let v1: v128;
    let v2: v128;
    let v3: v128;
    if (i < from) {
      const at = counts + (rowOf(i, columns) + from - (i & ~1)) * sizeof<T>();
      if (sizeof<T>() == 2) {
        const all = v128.load(at);
        const low = i32x4.extend_low_i16x8_u(all);
        const high = i32x4.extend_high_i16x8_u(all);
        v0 = f64x2.convert_low_i32x4_u(low);
        v1 = f64x2.convert_low_i32x4_u(v128.shuffle<i32>(low, low, 2, 3, 2, 3));
        v2 = f64x2.convert_low_i32x4_u(high);
        v3 = f64x2.convert_low_i32x4_u(v128.shuffle<i32>(high, high, 2, 3, 2, 3));
      } else {
        v0 = f64x2.convert_low_i32x4_u(v128.load64_zero(at));
        v1 = f64x2.convert_low_i32x4_u(v128.load64_zero(at, 8));
        v2 = f64x2.convert_low_i32x4_u(v128.load64_zero(at, 16));
        v3 = f64x2.convert_low_i32x4_u(v128.load64_zero(at, 24));
      }
    } else {
      v0 = pair(count<T>(counts, columns, i, from), count<T>(counts, columns, i, from + 1));
      v1 = pair(count<T>(counts, columns, i, from + 2), count<T>(counts, columns, i, from + 3));
      v2 = pair(count<T>(counts, columns, i, from + 4), count<T>(counts, columns, i, from + 5));
      v3 = pair(count<T>(counts, columns, i, from + 6), count<T>(counts, columns, i, from + 7));
    }
    const mine = v128.load64_splat(ubiquity + (<usize>i << 3));
    v0 = f64x2.div(v0, f64x2.max(mine, u0));
    v1 = f64x2.div(v1, f64x2.max(mine, u1));
    v2 = f64x2.div(v2, f64x2.max(mine, u2));
    v3 = f64x2.div(v3, f64x2.max(mine, u3));
    const at = out + (<usize>i << 6);
    v128.store(at, v0);
    v128.store(at, v1, 16);
    v128.store(at, v2, 32);
    v128.store(at, v3, 48);
    if (i - from < WIDTH) {
      const own = at + (<usize>(i - from) << 3);
      if (load<f64>(own) > 0) store<f64>(own, self);
      v0 = v128.load(at);
      v1 = v128.load(at, 16);
      v2 = v128.load(at, 32);
      v3 = v128.load(at, 48);
    }
    s0 = f64x2.add(s0, v0);
    s1 = f64x2.add(s1, v1);
    s2 = f64x2.add(s2, v2);
    s3 = f64x2.add(s3, v3);
    const w = v128.load64_splat(weights + (<usize>i << 3));
    t0 = f64x2.add(t0, f64x2.mul(v0, w));
    t1 = f64x2.add(t1, f64x2.mul(v1, w));
    t2 = f64x2.add(t2, f64x2.mul(v2, w));
    t3 = f64x2.add(t3, f64x2.mul(v3, w));
  }
  v128.store(wholes, s0);
  v128.store(wholes, s1, 16);
  v128.store(wholes, s2, 32);
  v128.store(wholes, s3, 48);
  v128.store(totals, t0);
  v128.store(totals, t1, 16);
  v128.store(totals, t2, 32);
  v128.store(totals, t3, 48);
}

/**
 * The panel of the activities from..from + 8 (from a multiple of 8) from the triangle of 16-bit counts: count / the larger ubiquity,
 * `self` on the diagonal. `columns` is a multiple of 8; `ubiquity` is at least 1, so that nothing is divided by zero. Into `wholes` go
 * the eight sums of proximities, into `totals` those weighted by `weights`.
 */
export function panel16(counts: usize, columns: u32, from: u32, ubiquity: usize, weights: usize, self: f64, out: usize, wholes: usize, totals: usize): void {
  panel<u16>(counts, columns, from, ubiquity, weights, self, out, wholes, totals);
}

/** The same from 32-bit counts. */
export function panel32(counts: usize, columns: u32, from: u32, ubiquity: usize, weights: usize, self: f64, out: usize, wholes: usize, totals: usize): void {
  panel<u32>(counts, columns, from, ubiquity, weights, self, out, wholes, totals);
}

/** All bits where the region (eight bits of it) lacks the two activities from `k`. */
@inline
function lacking(has: u32, k: i64): v128 {
  const bits = i64x2.replace_lane(i64x2.splat((<i64>1) << k), 1, (<i64>2) << k);
  return i64x2.eq(v128.and(i64x2.splat(<i64>has), bits), i64x2.splat(0));
}

/**
 * The sums of the panel's rows over a list, and those weighted by `weights`, into eight numbers each. A function of its own: the loop
 * then keeps everything in registers.
 */
function gather(p: usize, end: usize, panel: usize, weights: usize, sums: usize): void {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  for (; p < end; p += 4) {
    const i = <usize>load<u32>(p);
    const at = panel + (i << 6);
    const w = v128.load64_splat(weights + (i << 3));
    const v0 = v128.load(at);
    const v1 = v128.load(at, 16);
    const v2 = v128.load(at, 32);
    const v3 = v128.load(at, 48);
    a0 = f64x2.add(a0, v0);
    b0 = f64x2.add(b0, f64x2.mul(v0, w));
    a1 = f64x2.add(a1, v1);
    b1 = f64x2.add(b1, f64x2.mul(v1, w));
    a2 = f64x2.add(a2, v2);
    b2 = f64x2.add(b2, f64x2.mul(v2, w));
    a3 = f64x2.add(a3, v3);
    b3 = f64x2.add(b3, f64x2.mul(v3, w));
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sums, a2, 32);
  v128.store(sums, a3, 48);
  v128.store(sums, b0, 64);
  v128.store(sums, b1, 80);
  v128.store(sums, b2, 96);
  v128.store(sums, b3, 112);
}

/**
 * For all regions and the `width` activities of a panel: density[r, j] = sum of the panel over what r has / wholes[j], and
 * gain[r, j] = total[j] - the weighted sum over what r has, where r lacks j, else 0. To outlook[r] is added the density of what r
 * lacks times `scores`. `rowBits` has one byte for these eight activities every `rowBytes`; `stride` is the bytes of a result row.
 */
export function relate(starts: usize, indices: usize, rows: u32, rowBits: usize, rowBytes: u32, panel: usize, weights: usize, wholes: usize, totals: usize, scores: usize, width: u32, density: usize, gain: usize, stride: u32, outlook: usize, sums: usize): void {
  for (let r: u32 = 0; r < rows; r++) {
    const from = <usize>load<u32>(starts + (<usize>r << 2)) << 2;
    const to = <usize>load<u32>(starts + (<usize>r << 2), 4) << 2;
    gather(indices + from, indices + to, panel, weights, sums);
    let a0 = v128.load(sums);
    let a1 = v128.load(sums, 16);
    let a2 = v128.load(sums, 32);
    let a3 = v128.load(sums, 48);
    let b0 = v128.load(sums, 64);
    let b1 = v128.load(sums, 80);
    let b2 = v128.load(sums, 96);
    let b3 = v128.load(sums, 112);
    const has = <u32>load<u8>(rowBits + <usize>r * rowBytes);
    const m0 = lacking(has, 0);
    const m1 = lacking(has, 2);
    const m2 = lacking(has, 4);
    const m3 = lacking(has, 6);
    const w0 = v128.load(wholes);
    const w1 = v128.load(wholes, 16);
    const w2 = v128.load(wholes, 32);
    const w3 = v128.load(wholes, 48);
    a0 = f64x2.div(a0, w0);
    a1 = f64x2.div(a1, w1);
    a2 = f64x2.div(a2, w2);
    a3 = f64x2.div(a3, w3);
    b0 = v128.and(f64x2.sub(v128.load(totals), b0), m0);
    b1 = v128.and(f64x2.sub(v128.load(totals, 16), b1), m1);
    b2 = v128.and(f64x2.sub(v128.load(totals, 32), b2), m2);
    b3 = v128.and(f64x2.sub(v128.load(totals, 48), b3), m3);
    const d = density + <usize>r * stride;
    const g = gain + <usize>r * stride;
    if (width == WIDTH) {
      v128.store(d, a0);
      v128.store(d, a1, 16);
      v128.store(d, a2, 32);
      v128.store(d, a3, 48);
      v128.store(g, b0);
      v128.store(g, b1, 16);
      v128.store(g, b2, 32);
      v128.store(g, b3, 48);
    } else {
      some(d, width, a0, a1, a2, a3);
      some(g, width, b0, b1, b2, b3);
    }
    const zero = f64x2.splat(0);
    // Where an activity is related to nothing its density is not defined, and counts for nothing here.
    a0 = v128.and(a0, v128.and(m0, f64x2.gt(w0, zero)));
    a1 = v128.and(a1, v128.and(m1, f64x2.gt(w1, zero)));
    a2 = v128.and(a2, v128.and(m2, f64x2.gt(w2, zero)));
    a3 = v128.and(a3, v128.and(m3, f64x2.gt(w3, zero)));
    a0 = f64x2.mul(a0, v128.load(scores));
    a0 = f64x2.add(a0, f64x2.mul(a1, v128.load(scores, 16)));
    a0 = f64x2.add(a0, f64x2.mul(a2, v128.load(scores, 32)));
    a0 = f64x2.add(a0, f64x2.mul(a3, v128.load(scores, 48)));
    const o = outlook + (<usize>r << 3);
    store<f64>(o, load<f64>(o) + f64x2.extract_lane(a0, 0) + f64x2.extract_lane(a0, 1));
  }
}

/** Stores the first `width` (1 to 7) of eight. */
function some(at: usize, width: u32, v0: v128, v1: v128, v2: v128, v3: v128): void {
  one(at, width, v0);
  if (width > 2) one(at + 16, width - 2, v1);
  if (width > 4) one(at + 32, width - 4, v2);
  if (width > 6) one(at + 48, width - 6, v3);
}

@inline
function one(at: usize, width: u32, v: v128): void {
  store<f64>(at, f64x2.extract_lane(v, 0));
  if (width > 1) store<f64>(at, f64x2.extract_lane(v, 1), 8);
}

/** Writes the bits of each row, `rowBytes` a row, from its list; all zeros before. */
export function setRowBits(starts: usize, indices: usize, rows: u32, bits: usize, rowBytes: u32): void {
  for (let r: u32 = 0; r < rows; r++) {
    let p = indices + (<usize>load<u32>(starts + (<usize>r << 2)) << 2);
    const end = indices + (<usize>load<u32>(starts + (<usize>r << 2), 4) << 2);
    const row = bits + <usize>r * rowBytes;
    for (; p < end; p += 4) {
      const c = load<u32>(p);
      const at = row + (c >> 3);
      store<u8>(at, <u8>(<u32>load<u8>(at) | (<u32>1 << (c & 7))));
    }
  }
}
