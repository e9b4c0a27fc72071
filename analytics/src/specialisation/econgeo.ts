import { Matrix } from "../core/matrix.ts";
import { round } from "../core/round.ts";

/** What EconGeo 2.1 does to quotients: what is not defined becomes 0; its `rca()`, not its `location_quotient()`, rounds. */
export function econgeoQuotient(quotients: Matrix, rounded: boolean): Matrix {
  const { rows, columns, values } = quotients;
  return new Matrix(
    rows,
    columns,
    values.map((x) => (Number.isNaN(x) ? 0 : rounded ? round(x, 2) : x)),
  );
}

/** EconGeo prints its normalised ubiquities with two decimals. */
export const econgeoUbiquity = (values: Float64Array): Float64Array => values.map((x) => round(x, 2));
