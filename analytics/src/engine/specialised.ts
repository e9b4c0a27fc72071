import { amounts, Matrix, type Table } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { totals } from "../specialisation/totals.ts";
import { specialised as kernel, type SpecialisedKernel } from "../wasm/specialised.ts";
import { bytesFor, type Workspace, workspace } from "./workspace.ts";

/** Rows that the kernel adds up at once. */
const ROWS = 4;
/** Columns of one word of bits. */
const WORD = 64;
/** Below this a product of totals could lose digits; nothing real is so small. */
const SMALLEST = 1e-280;

/**
 * Where a region has at least `threshold` times as much of an activity as is expected of it: location quotient ≥ threshold, without
 * writing the quotients down. Takes amounts (regions × activities); unknown cells and empty rows and columns have nothing.
 *
 * O(regions × activities), in two passes over the amounts.
 *
 * @example
 * specialised([[8, 2], [2, 8]]).toMatrix().toRows(); // [[1, 0], [0, 1]]
 */
export function specialised(table: Table, threshold = 1): Presence {
  const matrix = Matrix.from(table);
  return quick(matrix, threshold) ?? plainSpecialised(amounts(matrix), threshold);
}

/** The same in TypeScript; the amounts have been checked. */
export function plainSpecialised(matrix: Matrix, threshold: number): Presence {
  const sums = totals(matrix);
  const expected = sums.columns.map((x) => (x > 0 ? x / sums.all : Number.NaN));
  return Presence.where(
    matrix,
    (x, r, c) => sums.rows[r]! > 0 && x / sums.rows[r]! / expected[c]! >= threshold,
  );
}

function quick(matrix: Matrix, threshold: number): Presence | undefined {
  const { rows, columns } = matrix;
  const width = Math.ceil(columns / WORD) * WORD;
  const space = workspace(
    kernel,
    bytesFor(8 * ROWS * width, 8 * ROWS, 8 * width, (rows * width) / 8, 4 * width),
  );
  if (!space || rows === 0 || columns === 0) return undefined;
  const block = space.f64(ROWS * width);
  const sums = addUp(matrix, width, space, block);
  if (!sums) return undefined;
  const { whole, all, expected } = sums;
  let least = all;
  for (const total of whole) if (total > 0 && total < least) least = total;
  let rarest = 1;
  for (let c = 0; c < width; c++) {
    expected[c] = expected[c]! > 0 ? expected[c]! / all : Number.NaN;
    if (expected[c]! < rarest) rarest = expected[c]!;
  }
  if (!(least * rarest * Math.min(threshold, 1) > SMALLEST) || !Number.isFinite(all * Math.max(threshold, 1)))
    return undefined;
  const bits = space.bytes((rows * width) / 8);
  const starts = new Int32Array(rows + 1);
  for (let r = 0; r < rows; r++) {
    const total = whole[r]!;
    const row = bits.byteOffset + (r * width) / 8;
    let found = 0;
    if (total > 0) {
      block.set(matrix.row(r));
      found = space.run.mark(block.byteOffset, width, total, expected.byteOffset, threshold, row);
    }
    starts[r + 1] = starts[r]! + found;
  }
  return new Presence(rows, columns, starts, lists(space, bits, starts, width, whole));
}

/** Totals of rows and columns; none where an amount is to be refused. `block` is left with zeros behind each row. */
function addUp(matrix: Matrix, width: number, space: Workspace<SpecialisedKernel>, block: Float64Array) {
  const { rows } = matrix;
  const whole = new Float64Array(rows);
  const sums = space.f64(ROWS);
  const byColumn = space.f64(width).fill(0);
  let all = 0;
  for (let r = 0; r < rows; r += ROWS) {
    if (r === 0 || r + ROWS > rows) block.fill(0);
    const many = Math.min(ROWS, rows - r);
    for (let k = 0; k < many; k++) block.set(matrix.row(r + k), k * width);
    if (!space.run.addUp(block.byteOffset, width, sums.byteOffset, byColumn.byteOffset)) return undefined;
    for (let k = 0; k < many; k++) {
      whole[r + k] = sums[k]!;
      all += sums[k]!;
    }
  }
  return { whole, all, expected: byColumn };
}

function lists(
  space: Workspace<SpecialisedKernel>,
  bits: Uint8Array,
  starts: Int32Array,
  width: number,
  whole: Float64Array,
): Int32Array {
  const found = new Int32Array(starts.at(-1)!);
  const list = space.i32(width);
  whole.forEach((total, r) => {
    if (!(total > 0)) return;
    space.run.expand(bits.byteOffset + (r * width) / 8, width / WORD, list.byteOffset);
    found.set(list.subarray(0, starts[r + 1]! - starts[r]!), starts[r]!);
  });
  return found;
}
