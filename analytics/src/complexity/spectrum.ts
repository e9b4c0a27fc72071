import { AnalyticsError } from "../core/error.ts";
import type { Table } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { seeded } from "../core/random.ts";
import { dot, normalise, type Operator, scattered } from "../engine/lanczos.ts";
import { plainProducts } from "../engine/products.ts";
import { tridiagonalEigen } from "../engine/tridiagonal.ts";
import { trimToCore } from "../presence/core.ts";

/** Where a residual counts as nothing: an eigenvalue is then right to its last digits. */
const SETTLED = 1e-12;

/**
 * The largest eigenvalues behind ECI and PCI, those of D⁻¹ M U⁻¹ Mᵀ: how clear the structure is. The first is 1; as many more
 * are 1 as there are further unconnected pieces; a second one well above the third makes the indices trustworthy.
 *
 * Takes a presence (regions × activities; empty rows and columns are left out) and how many are wanted; returns them
 * descending, at most one for each region; beyond the number of activities they are 0. By Lanczos' method with full reorthogonalisation on the symmetric form,
 * started anew where a part of the space is used up. O(steps · ones + steps² · smaller side), 20 to 60 steps; all of them where
 * the smaller side is small, so that equal eigenvalues are all found.
 *
 * P. Mealy, J. D. Farmer and A. Teytelboym, "Interpreting economic complexity", Science Advances 5 (2019), eaau1705.
 *
 * @example
 * complexitySpectrum([[1, 1, 0], [1, 0, 1], [1, 0, 0]], 2)[0]; // 1
 */
export function complexitySpectrum(table: Presence | Table, count = 3): Float64Array {
  if (!(Number.isInteger(count) && count > 0))
    throw new AnalyticsError("option", `${count} eigenvalues cannot be`, "Give a whole number from 1.");
  const { presence } = trimToCore(Presence.from(table));
  const smaller = presence.rows > presence.columns ? presence.transpose() : presence;
  if (smaller.rows === 0) return new Float64Array(0);
  const rest = largest(smaller, Math.min(count, smaller.rows) - 1);
  const spectrum = new Float64Array(Math.min(count, presence.rows));
  spectrum.set([1, ...rest.map((value) => Math.max(0, value))]);
  return spectrum;
}

/** Up to here every eigenvalue is computed. */
const SMALL = 64;

/** The largest eigenvalues beside the known one. */
function largest(presence: Presence, wanted: number): Float64Array {
  const n = presence.rows;
  const apply = symmetric(presence);
  const basis: Float64Array[] = [
    Float64Array.from(presence.rowCounts(), (own) => Math.sqrt(own / presence.size)),
  ];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let image: Float64Array = new Float64Array(n);
  for (let check = 16; basis.length < n; ) {
    const next = basis.length > 1 && beside.at(-1)! > 0 ? image : fresh(basis, n);
    basis.push(next);
    image = apply(next).slice();
    diagonal.push(dot(image, next));
    clear(image, basis);
    const length = normalise(image);
    if (n > SMALL && diagonal.length >= check) {
      const { values, vectors } = tridiagonalEigen(diagonal, beside);
      const isSettled = vectors.slice(0, wanted).every((parts) => length * Math.abs(parts.at(-1)!) < SETTLED);
      if (isSettled && values.length >= wanted) return values.slice(0, wanted);
      check = Math.ceil(1.25 * diagonal.length);
    }
    beside.push(length < SETTLED ? 0 : length);
  }
  return tridiagonalEigen(diagonal, beside).values.slice(0, wanted);
}

/** x ↦ D^-½ M U⁻¹ Mᵀ D^-½ x. */
function symmetric(presence: Presence): Operator {
  const { overActivities, overRegions } = plainProducts(presence);
  const roots = Float64Array.from(presence.rowCounts(), (own) => 1 / Math.sqrt(own));
  const ubiquity = presence.columnCounts();
  return (x) => {
    const across = overRegions(x.map((value, r) => value * roots[r]!));
    for (let c = 0; c < across.length; c++) across[c]! /= ubiquity[c]!;
    return overActivities(across).map((value, r) => value * roots[r]!);
  };
}

/** A direction that the basis does not have yet. */
function fresh(basis: readonly Float64Array[], n: number): Float64Array {
  const vector = scattered(new Uint8Array(n).fill(1), seeded(basis.length));
  clear(vector, basis);
  normalise(vector);
  return vector;
}

/** Takes the directions of the basis out, twice because once leaves rounding behind. */
function clear(vector: Float64Array, basis: readonly Float64Array[]) {
  for (let pass = 0; pass < 2; pass++)
    for (const q of basis) {
      const part = dot(vector, q);
      for (let i = 0; i < vector.length; i++) vector[i]! -= part * q[i]!;
    }
}
