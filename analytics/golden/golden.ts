/** The inputs of a golden file, as they stand in it. */
export type Inputs = Record<string, unknown>;

/** Computes one expected value through the public API; `NaN` stands for the `null` of the file. */
export type Golden = (inputs: Inputs, args: Record<string, unknown>) => unknown;

/**
 * A result the reference prints rounded, together with what it was before: where that lies on a rounding tie, both
 * neighbours are right, and the last bit of a float decides which one a package prints.
 */
export class Rounded {
  readonly value: unknown;
  readonly exact: unknown;
  readonly digits: number;

  constructor(value: unknown, exact: unknown, digits: number) {
    this.value = value;
    this.exact = exact;
    this.digits = digits;
  }
}

/** One line of `expected` of a golden file. */
export type Entry = {
  measure: string;
  reference: string;
  convention: string;
  tolerance: number;
  args?: Record<string, unknown>;
  value: unknown;
};

/** One golden file, read. */
export type Case = { file: string; inputs: Inputs; expected: Entry[] };
