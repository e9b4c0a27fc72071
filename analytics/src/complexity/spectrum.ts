import { AnalyticsError } from "../core/error.ts";
import type { Table } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import { trimToCore } from "../presence/core.ts";
import { secondPair } from "./pair.ts";

/**
 * The largest eigenvalues behind ECI and PCI, those of D⁻¹ M U⁻¹ Mᵀ: how clear the structure is. The first is 1; as many more
 * are 1 as there are further unconnected pieces; a second one well above the third makes the indices trustworthy.
 *
 * Takes a presence (regions × activities; empty rows and columns are left out) and how many are wanted; returns them
 * descending, fewer where the smaller side is smaller. O(ones × iterations).
 *
 * P. Mealy, J. D. Farmer and A. Teytelboym, "Interpreting economic complexity", Science Advances 5 (2019), eaau1705.
 *
 * @example
 * complexitySpectrum([[1, 1, 0], [1, 0, 1], [1, 0, 0]], 2)[0]; // 1
 */
export function complexitySpectrum(table: Presence | Table, count = 3): Float64Array {
  if (!(Number.isInteger(count) && count > 0))
    throw new AnalyticsError("option", `${count} eigenvalues cannot be`, "Give a whole number from 1.");
  return secondPair(trimToCore(Presence.from(table)).presence, count).eigenvalues;
}
