import { AnalyticsError } from "../core/error.ts";
import { amounts, type Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { totals } from "../specialisation/totals.ts";
import { untrimmed } from "./portfolio.ts";

export type EciPlusOptions = {
  /** Settled when no logarithm moves by more: 1e-12 unless given. */
  tolerance?: number;
  /** Gives up after so many: 10,000 unless given. */
  mostIterations?: number;
};

export type EciPlus = {
  /** One for each region. */
  eci: Float64Array;
  /** One for each activity. */
  pci: Float64Array;
  iterations: number;
  converged: boolean;
  notes: Note[];
};

/**
 * ECI+ and PCI+: complexity from amounts instead of a presence, without a threshold. The total of a region corrected by how
 * hard its activities are, less what its sheer size explains.
 *
 *     X_0(r) = x(r, ·),   X_n(r) = Σ_c x(r, c) / X_n(c),   X_n(c) = Σ_r x(r, c) / X_{n-1}(r)
 *     each X_n(r) divided by the geometric mean over the regions
 *     ECI+(r) = ln X_∞(r) - ln Σ_c x(r, c) / x(·, c),   PCI+(c) = ln x(·, c) - ln X_∞(c)
 *
 * Takes amounts (regions × activities); returns natural logarithms, up to a constant for PCI+ that the unit of the amounts
 * decides. Regions and activities with nothing are trimmed, `NaN` and listed in a note; unknown cells count as nothing. Where
 * the amounts are too concentrated some values fall to 0 without end: `converged` is then false and a note says so. The
 * iteration is that of `economicFitness` on amounts. O(regions × activities × iterations).
 *
 * S. Albeaik, M. Kaltenberg, M. Alsaleh and C. Hidalgo, "Improving the Economic Complexity Index", arXiv:1707.05826 (2017);
 * that it is Fitness: A. Gabrielli et al., "Why we like the ECI+ algorithm", arXiv:1708.01161 (2017).
 *
 * @example
 * const { eci } = eciPlus([[9, 8, 7], [8, 5, 1], [6, 1, 1]]);
 * eci[0] > eci[1] && eci[1] > eci[2]; // true
 */
export function eciPlus(table: Table, options: EciPlusOptions = {}): EciPlus {
  const { tolerance = 1e-12, mostIterations = 10_000 } = options;
  for (const [name, value] of Object.entries({ tolerance, mostIterations }))
    if (!(value >= 0))
      throw new AnalyticsError("option", `${value} for ${name} cannot be`, "Give a number from 0.");
  const matrix = amounts(table);
  const sums = totals(matrix);
  const regions = positive(sums.rows);
  const activities = positive(sums.columns);
  const values = Float64Array.from({ length: regions.length * activities.length }, (_, k) => {
    const x = matrix.at(regions[Math.floor(k / activities.length)]!, activities[k % activities.length]!);
    return Number.isNaN(x) ? 0 : x;
  });
  const size = Float64Array.from(regions, (r) => sums.rows[r]!);
  const whole = Float64Array.from(activities, (c) => sums.columns[c]!);
  const found = settle(values, size, whole.length, tolerance, mostIterations);
  const share = new Float64Array(size.length);
  for (let r = 0, k = 0; r < share.length; r++)
    for (let c = 0; c < whole.length; c++, k++) share[r]! += values[k]! / whole[c]!;
  const eci = found.regions.map((x, r) => Math.log(x) - Math.log(share[r]!));
  const pci = found.activities.map((x, c) => Math.log(whole[c]!) - Math.log(x));
  const { iterations, converged } = found;
  const notes = trimmed(sums.rows, "regions").concat(trimmed(sums.columns, "activities"));
  if (!converged)
    notes.push({ code: "not-converged", text: `After ${iterations} updates some logarithms still moved.` });
  return {
    eci: untrimmed(eci, regions, matrix.rows),
    pci: untrimmed(pci, activities, matrix.columns),
    iterations,
    converged,
    notes,
  };
}

function settle(values: Float64Array, size: Float64Array, columns: number, tolerance: number, most: number) {
  let regions = overGeometricMean(size);
  let activities = new Float64Array(columns);
  let iterations = 0;
  let moved = size.length > 0 ? Number.POSITIVE_INFINITY : 0;
  while (moved > tolerance && iterations < most) {
    activities = new Float64Array(columns);
    for (let r = 0, k = 0; r < regions.length; r++) {
      const part = 1 / regions[r]!;
      for (let c = 0; c < columns; c++, k++) activities[c]! += values[k]! * part;
    }
    const parts = activities.map((x) => 1 / x);
    const next = new Float64Array(regions.length);
    for (let r = 0, k = 0; r < next.length; r++) {
      let total = 0;
      for (let c = 0; c < columns; c++, k++) total += values[k]! * parts[c]!;
      next[r] = total;
    }
    const fresh = overGeometricMean(next);
    moved = 0;
    for (let r = 0; r < fresh.length; r++)
      moved = Math.max(moved, Math.abs(Math.log(fresh[r]!) - Math.log(regions[r]!)));
    regions = fresh;
    iterations++;
  }
  return { regions, activities, iterations, converged: moved <= tolerance };
}

function overGeometricMean(values: Float64Array): Float64Array<ArrayBuffer> {
  let logarithms = 0;
  for (const value of values) logarithms += Math.log(value);
  const mean = Math.exp(logarithms / values.length);
  return Float64Array.from(values, (value) => value / mean);
}

const positive = (sums: Float64Array): Int32Array =>
  Int32Array.from(sums.keys()).filter((at) => sums[at]! > 0);

function trimmed(sums: Float64Array, kind: string): Note[] {
  const positions = Array.from(sums.keys()).filter((at) => !(sums[at]! > 0));
  if (positions.length === 0) return [];
  return [{ code: "trimmed", text: `${positions.length} ${kind} with nothing were left out.`, positions }];
}
