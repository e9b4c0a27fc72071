import type { Table } from "../core/matrix.ts";
import type { Presence } from "../core/presence.ts";
import {
  type EconomicComplexity,
  type EconomicComplexityOptions,
  economicComplexity,
} from "./economic-complexity.ts";

export type KnowledgeComplexity = Omit<EconomicComplexity, "eci" | "pci"> & {
  /** Knowledge complexity index, one for each region. */
  kci: Float64Array;
  /** Technological complexity index, one for each technology. */
  tci: Float64Array;
};

/**
 * Knowledge complexity of regions (KCI) and complexity of technologies (TCI): economic complexity read from patents, with the
 * names that literature uses. All that is said of `economicComplexity` holds.
 *
 * Takes a presence (regions × technologies). O(ones × iterations).
 *
 * P.-A. Balland and D. Rigby, "The Geography of Complex Knowledge", Economic Geography 93 (2017), 1–23.
 *
 * @example
 * const { kci } = knowledgeComplexity([[1, 1, 1], [1, 1, 0], [1, 0, 0]]);
 * kci[0] > kci[2]; // true
 */
export function knowledgeComplexity(
  table: Presence | Table,
  options: EconomicComplexityOptions = {},
): KnowledgeComplexity {
  const { eci, pci, ...rest } = economicComplexity(table, options);
  return { kci: eci, tci: pci, ...rest };
}
