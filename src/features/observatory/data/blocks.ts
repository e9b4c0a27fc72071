/** What a cell is, in the byte that goes with it. */
export const MARKS = ["value", "missing", "secret", "estimated"] as const;
export const [VALUE, MISSING, SECRET, ESTIMATED] = [0, 1, 2, 3] as const;

const BIG_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;

/** Doubles as they lie in the database: little-endian, whatever this machine is. */
export function toBlock(cells: Float64Array): Buffer {
  const bytes = Buffer.from(cells.buffer, cells.byteOffset, cells.byteLength);
  return BIG_ENDIAN ? Buffer.from(bytes).swap64() : bytes;
}

export function fromBlock(bytes: Buffer): Float64Array {
  // A view needs its beginning at a multiple of eight, which a buffer of the pool has not.
  const own = new Uint8Array(bytes.length);
  own.set(bytes);
  if (BIG_ENDIAN) Buffer.from(own.buffer).swap64();
  return new Float64Array(own.buffer);
}
