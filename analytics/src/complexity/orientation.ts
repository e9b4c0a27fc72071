import { type Vector, vector } from "../core/matrix.ts";
import { correlation } from "../core/statistics.ts";

/**
 * Turns an index the way of another one: the values themselves where the two correlate positively or not at all, their
 * opposites where they correlate negatively. For eigenvectors from elsewhere, whose sign is left to chance; PRODY can serve as
 * the reference of a PCI, EXPY as that of an ECI, last year's index as that of this year's.
 *
 * Takes two lists of equal length; `NaN` is left out of the comparison and stays. Returns a new list. O(length).
 *
 * @example
 * orientTo([1, -2, NaN], [10, 30, 20]); // [-1, 2, NaN]
 */
export function orientTo(index: Vector, reference: Vector): Float64Array {
  const values = Float64Array.from(index);
  return isOpposite(values, reference, "The reference") ? values.map((value) => -value) : values;
}

/** Whether two lists correlate negatively. */
export function isOpposite(index: Vector, reference: Vector | undefined, what: string): boolean {
  return reference !== undefined && correlation(index, vector(reference, index.length, what)) < 0;
}
