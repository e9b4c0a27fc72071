// Brandes' betweenness for 16 sources at once: level by level over the whole graph, one lane per source.
//
// Shortest paths are counted in 32-bit integers going out, and their dependencies in float64 coming back, by pulling from
// neighbours without any test per edge: what is not on the level in question is zero. Where few nodes are on a level,
// these push instead.
//
// Returns -1 where a count of paths could outgrow 32 bits or the graph is too long for this way; the result is then
// untouched and the caller takes the plain algorithm for these sources.

const LANES: i32 = 16;
const NOT_REACHED: i32 = 255;
const LANE_UNUSED: i32 = 254;
const MOST_LEVELS: i32 = 40;
/** How much a node that pushes costs more per edge than one that pulls: it stores as well. */
const PUSH_COST: i64 = 3;

/** Bytes of scratch per node: levels 16, counts 64, two frontiers of counts or of dependencies 2 × 128. */
export function betweennessScratch(nodes: i32): i32 {
  return nodes * 336 + 64;
}

/**
 * Adds to `result[v]` (float64) the sum over the sources of the dependency of that source on v.
 * `targets[v]` (float64) is 1 where v counts as the end of a path, else 0. Adjacency as compressed rows of i32.
 */
export function betweenness(
  nodes: i32,
  outStarts: usize,
  outNodes: usize,
  inStarts: usize,
  inNodes: usize,
  sources: usize,
  count: i32,
  targets: usize,
  scratch: usize,
  result: usize,
): i32 {
  const size = nodes as usize;
  const levels = (scratch + 63) & ~63;
  const paths = levels + size * 16;
  const first = paths + size * 64;
  const second = first + size * 128;

  memory.fill(first, 0, size * 256);
  memory.fill(paths, 0, size * 64);
  let blank = i8x16.splat(NOT_REACHED as i8);
  for (let lane = count; lane < LANES; lane++) {
    // A lane without a source counts as visited everywhere.
    v128.store(levels, blank);
    store<u8>(levels + lane, LANE_UNUSED as u8);
    blank = v128.load(levels);
  }
  for (let v: usize = 0; v < size; v++) v128.store(levels + (v << 4), blank);
  for (let lane = 0; lane < count; lane++) {
    const s = load<i32>(sources + ((lane as usize) << 2)) as usize;
    store<u8>(levels + (s << 4) + lane, 0);
    store<u32>(paths + (s << 6) + ((lane as usize) << 2), 1);
    store<u32>(first + (s << 6) + ((lane as usize) << 2), 1);
  }
  const deepest = spread(size, outStarts, outNodes, inStarts, inNodes, levels, paths, first, second);
  if (deepest < 0) return -1;
  memory.fill(first, 0, size * 256);
  gather(size, outStarts, outNodes, inStarts, inNodes, levels, paths, first, second, targets, deepest, result);
  return deepest;
}

/** Counts shortest paths outwards; the deepest level reached, or -1. */
function spread(
  size: usize,
  outStarts: usize,
  outNodes: usize,
  inStarts: usize,
  inNodes: usize,
  levels: usize,
  paths: usize,
  here: usize,
  there: usize,
): i32 {
  const unseen = i8x16.splat(NOT_REACHED as i8);
  let mostIncoming: u64 = 0;
  for (let v: usize = 0; v < size; v++) {
    const degree = (load<i32>(inStarts + (v << 2), 4) - load<i32>(inStarts + (v << 2))) as u64;
    if (degree > mostIncoming) mostIncoming = degree;
  }
  for (let level = 0; level < MOST_LEVELS; level++) {
    const current = i8x16.splat(level as i8);
    const next = i8x16.splat((level + 1) as i8);
    let pushing: i64 = 0;
    let pulling: i64 = 0;
    let most = i32x4.splat(0);
    for (let v: usize = 0; v < size; v++) {
      const at = v128.load(levels + (v << 4));
      if (v128.any_true(i8x16.eq(at, current))) {
        pushing += (load<i32>(outStarts + (v << 2), 4) - load<i32>(outStarts + (v << 2))) as i64;
        const p = here + (v << 6);
        most = i32x4.max_u(most, i32x4.max_u(v128.load(p), v128.load(p, 16)));
        most = i32x4.max_u(most, i32x4.max_u(v128.load(p, 32), v128.load(p, 48)));
      }
      if (v128.any_true(i8x16.eq(at, unseen)))
        pulling += (load<i32>(inStarts + (v << 2), 4) - load<i32>(inStarts + (v << 2))) as i64;
    }
    if (pushing == 0) return level;
    const bound = umax(
      umax(i32x4.extract_lane(most, 0) as u32, i32x4.extract_lane(most, 1) as u32),
      umax(i32x4.extract_lane(most, 2) as u32, i32x4.extract_lane(most, 3) as u32),
    ) as u64;
    if (bound * mostIncoming > 0xffffffff) return -1;
    const push = pushing * PUSH_COST < pulling;
    if (push) {
      memory.fill(there, 0, size * 64);
      for (let u: usize = 0; u < size; u++) {
        if (!v128.any_true(i8x16.eq(v128.load(levels + (u << 4)), current))) continue;
        const p = here + (u << 6);
        const a = v128.load(p);
        const b = v128.load(p, 16);
        const c = v128.load(p, 32);
        const d = v128.load(p, 48);
        const end = outNodes + ((load<i32>(outStarts + (u << 2), 4) as usize) << 2);
        for (let k = outNodes + ((load<i32>(outStarts + (u << 2)) as usize) << 2); k < end; k += 4) {
          const q = there + ((load<i32>(k) as usize) << 6);
          v128.store(q, i32x4.add(v128.load(q), a));
          v128.store(q, i32x4.add(v128.load(q, 16), b), 16);
          v128.store(q, i32x4.add(v128.load(q, 32), c), 32);
          v128.store(q, i32x4.add(v128.load(q, 48), d), 48);
        }
      }
    }
    let found = false;
    for (let v: usize = 0; v < size; v++) {
      const at = v128.load(levels + (v << 4));
      const open = i8x16.eq(at, unseen);
      const t = there + (v << 6);
      let a = i32x4.splat(0);
      let b = a;
      let c = a;
      let d = a;
      if (!v128.any_true(open)) {
        v128.store(t, a);
        v128.store(t, a, 16);
        v128.store(t, a, 32);
        v128.store(t, a, 48);
        continue;
      }
      if (push) {
        a = v128.load(t);
        b = v128.load(t, 16);
        c = v128.load(t, 32);
        d = v128.load(t, 48);
      } else {
        const end = inNodes + ((load<i32>(inStarts + (v << 2), 4) as usize) << 2);
        for (let k = inNodes + ((load<i32>(inStarts + (v << 2)) as usize) << 2); k < end; k += 4) {
          const p = here + ((load<i32>(k) as usize) << 6);
          a = i32x4.add(a, v128.load(p));
          b = i32x4.add(b, v128.load(p, 16));
          c = i32x4.add(c, v128.load(p, 32));
          d = i32x4.add(d, v128.load(p, 48));
        }
      }
      const low = i16x8.extend_low_i8x16_s(open);
      const high = i16x8.extend_high_i8x16_s(open);
      a = v128.and(a, i32x4.extend_low_i16x8_s(low));
      b = v128.and(b, i32x4.extend_high_i16x8_s(low));
      c = v128.and(c, i32x4.extend_low_i16x8_s(high));
      d = v128.and(d, i32x4.extend_high_i16x8_s(high));
      v128.store(t, a);
      v128.store(t, b, 16);
      v128.store(t, c, 32);
      v128.store(t, d, 48);
      const none = i32x4.splat(0);
      const empty = i8x16.narrow_i16x8_s(
        i16x8.narrow_i32x4_s(i32x4.eq(a, none), i32x4.eq(b, none)),
        i16x8.narrow_i32x4_s(i32x4.eq(c, none), i32x4.eq(d, none)),
      );
      if (v128.any_true(v128.not(empty))) {
        found = true;
        v128.store(levels + (v << 4), v128.bitselect(at, next, empty));
        const p = paths + (v << 6);
        v128.store(p, v128.or(v128.load(p), a));
        v128.store(p, v128.or(v128.load(p, 16), b), 16);
        v128.store(p, v128.or(v128.load(p, 32), c), 32);
        v128.store(p, v128.or(v128.load(p, 48), d), 48);
      }
    }
    if (!found) return level;
    const kept = here;
    here = there;
    there = kept;
  }
  return -1;
}

/**
 * Collects dependencies inwards. `here` holds of each node on `level` + 1 the dependency per path that reaches it,
 * (its own target + its dependency) / its paths, and zero of all others.
 */
function gather(
  size: usize,
  outStarts: usize,
  outNodes: usize,
  inStarts: usize,
  inNodes: usize,
  levels: usize,
  paths: usize,
  here: usize,
  there: usize,
  targets: usize,
  deepest: i32,
  result: usize,
): void {
  for (let level = deepest; level > 0; level--) {
    const current = i8x16.splat(level as i8);
    const above = i8x16.splat((level + 1) as i8);
    const older = i8x16.splat((level + 2) as i8);
    let pushing: i64 = 0;
    let pulling: i64 = 0;
    for (let v: usize = 0; v < size; v++) {
      const at = v128.load(levels + (v << 4));
      if (v128.any_true(i8x16.eq(at, above)))
        pushing += (load<i32>(inStarts + (v << 2), 4) - load<i32>(inStarts + (v << 2))) as i64;
      if (v128.any_true(i8x16.eq(at, current)))
        pulling += (load<i32>(outStarts + (v << 2), 4) - load<i32>(outStarts + (v << 2))) as i64;
    }
    const push = pushing * PUSH_COST < pulling;
    if (push) {
      memory.fill(there, 0, size * 128);
      for (let w: usize = 0; w < size; w++) {
        if (!v128.any_true(i8x16.eq(v128.load(levels + (w << 4)), above))) continue;
        const end = inNodes + ((load<i32>(inStarts + (w << 2), 4) as usize) << 2);
        for (let k = inNodes + ((load<i32>(inStarts + (w << 2)) as usize) << 2); k < end; k += 4)
          addTo(there + ((load<i32>(k) as usize) << 7), here + (w << 7));
      }
    }
    for (let v: usize = 0; v < size; v++) {
      const at = v128.load(levels + (v << 4));
      const on = i8x16.eq(at, current);
      const t = there + (v << 7);
      if (!v128.any_true(on)) {
        if (push || v128.any_true(i8x16.eq(at, older))) memory.fill(t, 0, 128);
        continue;
      }
      let a = f64x2.splat(0);
      let b = a;
      let c = a;
      let d = a;
      let e = a;
      let f = a;
      let g = a;
      let h = a;
      if (push) {
        a = v128.load(t);
        b = v128.load(t, 16);
        c = v128.load(t, 32);
        d = v128.load(t, 48);
        e = v128.load(t, 64);
        f = v128.load(t, 80);
        g = v128.load(t, 96);
        h = v128.load(t, 112);
      } else {
        const end = outNodes + ((load<i32>(outStarts + (v << 2), 4) as usize) << 2);
        for (let k = outNodes + ((load<i32>(outStarts + (v << 2)) as usize) << 2); k < end; k += 4) {
          const p = here + ((load<i32>(k) as usize) << 7);
          a = f64x2.add(a, v128.load(p));
          b = f64x2.add(b, v128.load(p, 16));
          c = f64x2.add(c, v128.load(p, 32));
          d = f64x2.add(d, v128.load(p, 48));
          e = f64x2.add(e, v128.load(p, 64));
          f = f64x2.add(f, v128.load(p, 80));
          g = f64x2.add(g, v128.load(p, 96));
          h = f64x2.add(h, v128.load(p, 112));
        }
      }
      const target = v128.load64_splat(targets + (v << 3));
      const low = i16x8.extend_low_i8x16_s(on);
      const high = i16x8.extend_high_i8x16_s(on);
      const p = paths + (v << 6);
      let total = settle(t, a, b, v128.load(p), i32x4.extend_low_i16x8_s(low), target);
      total = f64x2.add(
        total,
        settle(t + 32, c, d, v128.load(p, 16), i32x4.extend_high_i16x8_s(low), target),
      );
      total = f64x2.add(
        total,
        settle(t + 64, e, f, v128.load(p, 32), i32x4.extend_low_i16x8_s(high), target),
      );
      total = f64x2.add(
        total,
        settle(t + 96, g, h, v128.load(p, 48), i32x4.extend_high_i16x8_s(high), target),
      );
      const r = result + (v << 3);
      store<f64>(r, load<f64>(r) + f64x2.extract_lane(total, 0) + f64x2.extract_lane(total, 1));
    }
    const kept = here;
    here = there;
    there = kept;
  }
}

@inline
function umax(a: u32, b: u32): u32 {
  return a > b ? a : b;
}

@inline
function addTo(q: usize, p: usize): void {
  v128.store(q, f64x2.add(v128.load(q), v128.load(p)));
  v128.store(q, f64x2.add(v128.load(q, 16), v128.load(p, 16)), 16);
  v128.store(q, f64x2.add(v128.load(q, 32), v128.load(p, 32)), 32);
  v128.store(q, f64x2.add(v128.load(q, 48), v128.load(p, 48)), 48);
  v128.store(q, f64x2.add(v128.load(q, 64), v128.load(p, 64)), 64);
  v128.store(q, f64x2.add(v128.load(q, 80), v128.load(p, 80)), 80);
  v128.store(q, f64x2.add(v128.load(q, 96), v128.load(p, 96)), 96);
  v128.store(q, f64x2.add(v128.load(q, 112), v128.load(p, 112)), 112);
}

/** Four lanes of one node: stores dependency per path for the next level up, returns the dependencies themselves. */
@inline
function settle(at: usize, first: v128, second: v128, counts: v128, mask: v128, target: v128): v128 {
  const one = f64x2.convert_low_i32x4_u(counts);
  const two = f64x2.convert_low_i32x4_u(i8x16.shuffle(counts, counts, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15));
  const firstMask = i64x2.extend_low_i32x4_s(mask);
  const secondMask = i64x2.extend_high_i32x4_s(mask);
  v128.store(at, v128.and(f64x2.add(first, f64x2.div(target, one)), firstMask));
  v128.store(at, v128.and(f64x2.add(second, f64x2.div(target, two)), secondMask), 16);
  return f64x2.add(
    v128.and(f64x2.mul(first, one), firstMask),
    v128.and(f64x2.mul(second, two), secondMask),
  );
}
