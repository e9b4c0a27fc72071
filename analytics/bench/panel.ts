import { Matrix } from "../src/core/matrix.ts";
import { normal, seeded } from "../src/core/random.ts";

/**
 * A made-up economy of the usual form: nested (few regions do nearly everything, most only what everybody does), amounts lognormal,
 * a quarter of the cells not zero. About 12 % of them end up with a location quotient of at least 1. The same for the same seed.
 */
export function panel(rows: number, columns: number, seed = 4): Matrix {
  const random = seeded(seed);
  const ability = Float64Array.from({ length: rows }, () => normal(random));
  const difficulty = Float64Array.from({ length: columns }, () => normal(random));
  const size = Float64Array.from({ length: rows }, () => Math.exp(1.2 * normal(random)));
  const demand = Float64Array.from({ length: columns }, () => Math.exp(1.2 * normal(random)));
  const matrix = new Matrix(rows, columns);
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, k++) {
      const fit = ability[r]! - difficulty[c]!;
      if (random() < 1 / (1 + Math.exp(1.8 - 1.5 * fit)))
        matrix.values[k] = 1000 * size[r]! * demand[c]! * Math.exp(0.5 * fit + 1.45 * normal(random));
    }
  return matrix;
}
