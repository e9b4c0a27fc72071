import * as fc from "fast-check";
import { expect } from "vitest";

/** For the tests: tables of zeros and ones of any small shape, empty ones too. */
export const binaryTable = (most = 7) => tableOf(fc.integer({ min: 0, max: 1 }), most);

/** For the tests: amounts with many zeros. */
export const amountTable = (most = 7) =>
  tableOf(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 })), most);

function tableOf(cell: fc.Arbitrary<number>, most: number): fc.Arbitrary<number[][]> {
  return fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
}

/** For the tests: two lists of equal length with `NaN` at the same places and equal numbers but for rounding elsewhere. */
export function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, digits = 12) {
  expect(found.length).toBe(expected.length);
  for (let k = 0; k < expected.length; k++) {
    if (Number.isNaN(expected[k]!)) expect(found[k]).toBeNaN();
    else expect(found[k]).toBeCloseTo(expected[k]!, digits);
  }
}
