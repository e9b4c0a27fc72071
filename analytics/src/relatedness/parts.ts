import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { round } from "../core/round.ts";
import { mean } from "../core/statistics.ts";
import { sameShape } from "./square.ts";

export type PartsOptions = {
  /** "econgeo": percent without decimals, rounded before and after averaging; what is related to nothing counts as 0. */
  convention?: Convention;
};

/**
 * Internal density: the density of the activities a region has, `NaN` elsewhere. How well what is there hangs together.
 *
 * Takes a presence and the `relatednessDensity` of the same cells (0 to 1); returns regions × activities. O(regions × activities).
 *
 * P.-A. Balland, EconGeo: Computing Key Indicators of the Spatial Distribution of Economic Activities (R package).
 *
 * @example
 * internalDensity([[1, 0]], [[0.4, 0.7]]).toRows(); // [[0.4, NaN]]
 */
export function internalDensity(table: Presence | Table, density: Table, options: PartsOptions = {}): Matrix {
  checkWords(options, { convention: CONVENTIONS });
  return masked(table, density, 1, options);
}

/**
 * External density: the density of the activities a region does not have, `NaN` elsewhere. How near the possible is.
 *
 * Takes a presence and the `relatednessDensity` of the same cells (0 to 1); returns regions × activities. O(regions × activities).
 *
 * P.-A. Balland, EconGeo: Computing Key Indicators of the Spatial Distribution of Economic Activities (R package).
 *
 * @example
 * externalDensity([[1, 0]], [[0.4, 0.7]]).toRows(); // [[NaN, 0.7]]
 */
export function externalDensity(table: Presence | Table, density: Table, options: PartsOptions = {}): Matrix {
  checkWords(options, { convention: CONVENTIONS });
  return masked(table, density, 0, options);
}

/**
 * The mean internal density of each region: one number for how coherent it is. `NaN` for a region without activities.
 *
 * Takes a presence and the `relatednessDensity` of the same cells (0 to 1). O(regions × activities).
 *
 * @example
 * averageInternalDensity([[1, 1, 0]], [[0.4, 0.6, 0.9]]); // [0.5]
 */
export function averageInternalDensity(
  table: Presence | Table,
  density: Table,
  options: PartsOptions = {},
): Float64Array {
  return averages(internalDensity(table, density, options), options);
}

/**
 * The mean external density of each region: one number for how much is within its reach. `NaN` for a region that has all.
 *
 * Takes a presence and the `relatednessDensity` of the same cells (0 to 1). O(regions × activities).
 *
 * @example
 * averageExternalDensity([[1, 0, 0]], [[0.4, 0.6, 0.8]]); // [0.7]
 */
export function averageExternalDensity(
  table: Presence | Table,
  density: Table,
  options: PartsOptions = {},
): Float64Array {
  return averages(externalDensity(table, density, options), options);
}

function masked(
  table: Presence | Table,
  density: Table,
  wanted: 0 | 1,
  { convention }: PartsOptions,
): Matrix {
  const presence = Presence.from(table);
  const given = Matrix.from(density);
  sameShape(presence, given, "A density");
  const result = new Matrix(given.rows, given.columns);
  const isPresent = new Uint8Array(given.columns);
  for (let r = 0; r < given.rows; r++) {
    isPresent.fill(0);
    for (const c of presence.of(r)) isPresent[c] = 1;
    const shares = given.row(r);
    const row = result.row(r);
    for (let c = 0; c < row.length; c++) row[c] = isPresent[c] === wanted ? shares[c]! : Number.NaN;
    if (convention === "econgeo")
      for (let c = 0; c < row.length; c++) if (isPresent[c] === wanted) row[c] = printed(shares[c]!);
  }
  return result;
}

const printed = (share: number): number => (Number.isNaN(share) ? 0 : round(100 * share, 0));

function averages(matrix: Matrix, { convention }: PartsOptions): Float64Array {
  return Float64Array.from({ length: matrix.rows }, (_, r) => {
    const average = mean(matrix.row(r));
    return convention === "econgeo" ? round(average, 0) : average;
  });
}
