// Sums over lists: what a table of zeros and ones does to a vector, or to sixteen columns of a matrix.

/** out[r] = the sum of x over the list of r, in four strands. */
export function product(starts: usize, indices: usize, rows: u32, x: usize, out: usize): void {
  for (let r: u32 = 0; r < rows; r++) {
    let p = indices + (<usize>load<u32>(starts + (<usize>r << 2)) << 2);
    const end = indices + (<usize>load<u32>(starts + (<usize>r << 2), 4) << 2);
    let a: f64 = 0;
    let b: f64 = 0;
    let c: f64 = 0;
    let d: f64 = 0;
    for (; p + 12 < end; p += 16) {
      a += load<f64>(x + (<usize>load<u32>(p) << 3));
      b += load<f64>(x + (<usize>load<u32>(p, 4) << 3));
      c += load<f64>(x + (<usize>load<u32>(p, 8) << 3));
      d += load<f64>(x + (<usize>load<u32>(p, 12) << 3));
    }
    for (; p < end; p += 4) a += load<f64>(x + (<usize>load<u32>(p) << 3));
    store<f64>(out + (<usize>r << 3), a + b + (c + d));
  }
}

/** out[r] = the sum over the list of r of the panel's rows of sixteen, 128 bytes each. */
export function gather(starts: usize, indices: usize, rows: u32, panel: usize, out: usize): void {
  for (let r: u32 = 0; r < rows; r++) {
    let p = indices + (<usize>load<u32>(starts + (<usize>r << 2)) << 2);
    const end = indices + (<usize>load<u32>(starts + (<usize>r << 2), 4) << 2);
    let a0 = f64x2.splat(0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let a4 = a0;
    let a5 = a0;
    let a6 = a0;
    let a7 = a0;
    for (; p < end; p += 4) {
      const at = panel + (<usize>load<u32>(p) << 7);
      a0 = f64x2.add(a0, v128.load(at));
      a1 = f64x2.add(a1, v128.load(at, 16));
      a2 = f64x2.add(a2, v128.load(at, 32));
      a3 = f64x2.add(a3, v128.load(at, 48));
      a4 = f64x2.add(a4, v128.load(at, 64));
      a5 = f64x2.add(a5, v128.load(at, 80));
      a6 = f64x2.add(a6, v128.load(at, 96));
      a7 = f64x2.add(a7, v128.load(at, 112));
    }
    const o = out + (<usize>r << 7);
    v128.store(o, a0);
    v128.store(o, a1, 16);
    v128.store(o, a2, 32);
    v128.store(o, a3, 48);
    v128.store(o, a4, 64);
    v128.store(o, a5, 80);
    v128.store(o, a6, 96);
    v128.store(o, a7, 112);
  }
}

/** From the lists of the rows those of the columns: `byColumn` (columns + 1 places) and `regions`. `next` is room for columns + 1 numbers. */
export function turn(starts: usize, indices: usize, rows: u32, columns: u32, byColumn: usize, regions: usize, next: usize): void {
  memory.fill(byColumn, 0, (<usize>columns + 1) << 2);
  const last = indices + (<usize>load<u32>(starts + (<usize>rows << 2)) << 2);
  for (let p = indices; p < last; p += 4) {
    const at = byColumn + (<usize>load<u32>(p) << 2);
    store<u32>(at, load<u32>(at, 4) + 1, 4);
  }
  let before: u32 = 0;
  for (let c: usize = 0; c < <usize>columns; c++) {
    store<u32>(next + (c << 2), regions + (before << 2));
    before += load<u32>(byColumn + (c << 2), 4);
    store<u32>(byColumn + (c << 2), before, 4);
  }
  for (let r: u32 = 0; r < rows; r++) {
    let p = indices + (<usize>load<u32>(starts + (<usize>r << 2)) << 2);
    const end = indices + (<usize>load<u32>(starts + (<usize>r << 2), 4) << 2);
    for (; p < end; p += 4) {
      const place = next + (<usize>load<u32>(p) << 2);
      const at = <usize>load<u32>(place);
      store<u32>(at, r);
      store<u32>(place, <u32>at + 4);
    }
  }
}
