type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

/** A typed array with room for `length` numbers: the same one, or a larger one with the same content. */
export function room<T extends Numbers>(numbers: T, length: number): T {
  if (length <= numbers.length) return numbers;
  const larger = new (numbers.constructor as new (length: number) => T)(
    Math.max(length, Math.ceil(numbers.length * 1.5), 64),
  );
  larger.set(numbers);
  return larger;
}
